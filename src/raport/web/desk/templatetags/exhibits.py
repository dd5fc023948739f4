"""The list of exhibits, for the page of any file."""

from typing import Any

from django import template

from raport.app.exhibits import elsewhere, exhibits

register = template.Library()


@register.inclusion_tag("desk/exhibit_list.html")
def exhibit_list(file_id: str, member_id: str) -> dict[str, Any]:
    """What was attached to a file, as this member sees it, and what is known to be elsewhere."""
    return {"exhibits": exhibits(file_id, member_id), "elsewhere": elsewhere(file_id, member_id)}
