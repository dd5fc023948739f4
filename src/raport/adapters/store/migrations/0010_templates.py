"""The group's own Word templates, for letters."""

import django.db.models.deletion
from django.db import migrations, models

import raport.adapters.store.models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0009_advice"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=raport.adapters.store.models.new_id,
                        max_length=32,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("data", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("taken", models.JSONField(default=list)),
                ("mapped", models.JSONField(default=dict)),
                ("made", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.member",
                    ),
                ),
            ],
        ),
    ]
