"""The docket's rows are sealed (a cache: those kept so far are computed anew); hand-overs are kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]

    operations = [
        migrations.DeleteModel(name="Docket"),
        migrations.CreateModel(
            name="Docket",
            fields=[
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="docket",
                        serialize=False,
                        to="store.file",
                    ),
                ),
                ("on", models.DateField()),
                ("valid_until", models.DateField()),
                ("law", models.CharField(max_length=64)),
                ("seq", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
                ("rank", models.PositiveIntegerField()),
                ("due", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["rank", "due"], name="store_docke_rank_c006da_idx"),
                    models.Index(fields=["valid_until"], name="store_docke_valid_u_b9d069_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made", models.DateTimeField()),
                ("files", models.JSONField()),
                ("promises", models.JSONField()),
                ("undone", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"
                    ),
                ),
                (
                    "taker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"
                    ),
                ),
            ],
        ),
    ]
