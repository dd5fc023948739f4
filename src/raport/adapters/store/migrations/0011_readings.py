"""What was read of a paper lies beside its working copies."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0010_templates"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="workingcopy", name="one_copy"),
        migrations.AddField(
            model_name="workingcopy",
            name="also",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="workingcopy",
            name="kind",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="workingcopy",
            constraint=models.UniqueConstraint(fields=("exhibit", "kind", "page"), name="one_copy"),
        ),
    ]
