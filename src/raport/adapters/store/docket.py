"""The docket's rows as they are kept."""

from collections.abc import Mapping
from datetime import date

from raport.adapters.store.models import Docket, File


def put(
    file_id: str,
    *,
    on: date,
    valid_until: date,
    law: str,
    row: Mapping[str, object],
    rank: int,
    due: date | None,
) -> None:
    """Keep a row in place of the one before."""
    Docket.objects.update_or_create(
        file_id=file_id,
        defaults={"on": on, "valid_until": valid_until, "law": law, "row": row, "rank": rank, "due": due},
    )


def stale(today: date, laws: Mapping[str, str]) -> list[str]:
    """Open cases without a row that holds today under the law of today."""
    held = {
        file_id
        for file_id, jurisdiction, law in Docket.objects.filter(
            on__lte=today, valid_until__gte=today
        ).values_list("file_id", "file__jurisdiction", "law")
        if laws.get(jurisdiction) == law
    }
    every = File.objects.exclude(kind="enquiry").filter(closed="").values_list("id", flat=True)
    return [id_ for id_ in every if id_ not in held]
