"""Members of the desk."""

from datetime import datetime

from raport.adapters.store.models import Member
from raport.adapters.store.rows import MemberRow


def add_member(
    name: str, *, role: str, standing: str, recipient: str, secret: str, at: datetime
) -> MemberRow:
    """A new member with his key pair."""
    return _row(
        Member.objects.create(
            name=name, role=role, standing=standing, recipient=recipient, secret=secret, made=at
        )
    )


def members(*, removed: bool = False) -> list[MemberRow]:
    """Every member in the order of joining; those removed too where asked."""
    rows = Member.objects.order_by("made", "id")
    return [_row(m) for m in (rows if removed else rows.filter(removed=None))]


def member(id_: str) -> MemberRow | None:
    """One member who was not removed."""
    found = Member.objects.filter(id=id_, removed=None).first()
    return None if found is None else _row(found)


def secret_of_member(id_: str) -> str:
    """The secret half of a member's key; it stands in the sealed database only."""
    return str(Member.objects.values_list("secret", flat=True).get(id=id_))


def _row(m: Member) -> MemberRow:
    return MemberRow(m.id, m.name, m.role, m.standing, m.recipient, m.removed)
