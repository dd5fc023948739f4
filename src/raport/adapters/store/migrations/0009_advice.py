"""Who holds which advice, by what it rested on; releases of packs that were brought in."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0008_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="AdviceBasis",
            fields=[
                ("token", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("jurisdiction", models.CharField(max_length=32)),
                ("answer", models.CharField(blank=True, max_length=64)),
                ("version", models.PositiveIntegerField()),
                ("states", models.JSONField()),
                ("unsayable", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="PackInstalled",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jurisdiction", models.CharField(max_length=32)),
                ("release", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("data", models.BinaryField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("jurisdiction", "release"), name="one_release")
                ],
            },
        ),
        migrations.CreateModel(
            name="Advised",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("basis", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("ended", models.DateField(null=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="advised", to="store.file"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["basis", "ended", "file"], name="who_holds")],
            },
        ),
    ]
