"""Where a case stands in the docket goes from its row to the file, so that the list is read along one index;
promises and exhibits come into the search.
"""

import django.db.models.deletion
from django.db import migrations, models

MOVED = """UPDATE store_file SET
    rank = (SELECT d.rank FROM store_docket d WHERE d.file_id = store_file.id),
    due = (SELECT coalesce(d.due, '9999-12-31') FROM store_docket d WHERE d.file_id = store_file.id)"""


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0007_passkeys"),
    ]

    # Columns that may be null are added without making a table anew: the triggers of the index stay
    operations = [
        migrations.AddField(model_name="file", name="rank", field=models.PositiveIntegerField(null=True)),
        migrations.AddField(model_name="file", name="due", field=models.DateField(null=True)),
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="docket", name="store_docke_rank_c006da_idx"),
        migrations.RemoveField(model_name="docket", name="due"),
        migrations.RemoveField(model_name="docket", name="rank"),
        migrations.AddIndex(
            model_name="file",
            index=models.Index(fields=["closed", "rank", "due", "number", "kind", "id"], name="docket_order"),
        ),
        migrations.AddField(
            model_name="searchdoc",
            name="promise",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="docs",
                to="store.promise",
            ),
        ),
        migrations.AddField(
            model_name="searchdoc",
            name="exhibit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="docs",
                to="store.exhibit",
            ),
        ),
    ]
