"""Cases of the sample in a vault, and the cast of a desk with several members."""

from pathlib import Path

from raport.adapters.keys import new_pair, open_sealed, seal
from raport.adapters.store import files as store
from raport.adapters.store.members import add_member, members, secret_of_member
from raport.adapters.store.models import Grant, Key
from raport.adapters.store.rows import FileRow, MemberRow
from raport.adapters.toml import read_toml
from raport.app.demo import SAMPLE
from raport.app.files import Author
from raport.app.open_case import take_case_file
from tests.desk import NOW, Desk


def sample_case(desk: Desk, name: str) -> FileRow:
    """One case of the sample, such as s3, taken into the vault."""
    path = Path(SAMPLE) / f"{name}.toml"
    return take_case_file(read_toml(path.name, path.read_bytes()), desk.boris)


def joined(desk: Desk, name: str, *, role: str = "caseworker", standing: str = "none") -> MemberRow:
    """A new member, to whom every file was granted."""
    pair = new_pair()
    row = add_member(name, role=role, standing=standing, recipient=pair.recipient, secret=pair.secret, at=NOW)
    own = secret_of_member(desk.boris.member)
    for key in Key.objects.all():
        secret = open_sealed(bytes(Grant.objects.get(key=key, member_id=desk.boris.member).sealed), own)
        Grant.objects.create(key=key, member_id=row.id, sealed=seal(secret, [pair.recipient]), made=NOW)
    return row


def author(row: MemberRow, desk: Desk) -> Author:
    """The same moment, another member."""
    return Author(row.id, desk.boris.at, desk.boris.on)


def file_row(id_: str) -> FileRow:
    """The file as it is now."""
    found = store.file(id_)
    assert found is not None
    return found


def names() -> dict[str, str]:
    """Names of members by id."""
    return {m.id: m.name for m in members(removed=True)}
