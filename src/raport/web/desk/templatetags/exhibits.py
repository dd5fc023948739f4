"""The list of exhibits, for the page of any file."""

from typing import Any

from django import template

from raport.adapters.store.members import members
from raport.app.custody import in_short
from raport.app.exhibits import elsewhere, exhibits

register = template.Library()


@register.inclusion_tag("desk/exhibit_list.html")
def exhibit_list(file_id: str, member_id: str) -> dict[str, Any]:
    """What was attached to a file, as this member sees it, through whose hands it went, and what is known to
    be elsewhere.
    """
    kept, names = in_short(file_id, member_id), {m.id: m.name for m in members(removed=True)}
    return {
        "exhibits": [
            {"one": one, "custody": kept[one.id], "by": names.get(kept[one.id].by or "", "")}
            for one in exhibits(file_id, member_id)
        ],
        "elsewhere": elsewhere(file_id, member_id),
    }
