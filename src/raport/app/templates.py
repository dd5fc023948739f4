"""The group's own Word templates, kept on the desk: brought in, named, mapped, thrown out.

`draft_letter(..., template=template(id_))` makes a letter with one.
"""

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from raport.adapters.letters import Taken
from raport.adapters.store import templates as store
from raport.adapters.store.templates import TemplateRow
from raport.app.files import Author
from raport.app.template_fields import Report, Template, look_through, report
from raport.drafting.fields import meant
from raport.errors import BadInput, Problem
from raport.law import Pack
from raport.law.letters import normal

MOST = 200
LONGEST_NAME = 100


def templates() -> list[TemplateRow]:
    """All templates, by name."""
    return store.templates()


def template_bytes(id_: str) -> bytes | None:
    """The Word file as it is kept; None where there is none."""
    return store.template_data(id_)


def template(id_: str) -> Template | None:
    """A template ready for a letter; None where there is none."""
    row, data = store.template(id_), store.template_data(id_)
    if row is None or data is None:
        return None
    return look_through(data, row.name, row.mapped)


def report_of(id_: str, pack: Pack) -> tuple[TemplateRow, Report] | None:
    """A template with what its fields mean; None where there is none."""
    row, found = store.template(id_), template(id_)
    if row is None or found is None:
        return None
    return row, report(found, pack)


@transaction.atomic
def bring(name: str, data: bytes, author: Author) -> str:
    """Look a Word file through and keep it; its id. Raises `BadInput`: none, code in it, here already."""
    found = look_through(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    rows = store.templates()
    same = next((r for r in rows if r.sha256 == sha256), None)
    if same is not None:
        raise BadInput(
            [
                Problem(
                    _("a file that is not here yet"), _("the same file, named {name}").format(name=same.name)
                )
            ]
        )
    if len(rows) >= MOST:
        raise BadInput([Problem(_("at most {n} templates").format(n=MOST), str(len(rows)))])
    stem = name.rsplit(".", 1)[0] if name.lower().endswith((".docx", ".dotx")) else name
    taken = tuple(t.value for t in found.read.taken)
    return store.add_template(_named(stem), found.read.data, sha256, taken, author.member, author.at)


def rename(id_: str, name: str) -> bool:
    """Another name; whether there is such a template. Raises `BadInput`."""
    return store.name_template(id_, _named(name))


@transaction.atomic
def map_field(id_: str, name: str, means: str, pack: Pack) -> bool:
    """Say that an unknown name means a known one (empty: nothing any more); whether there is such a template.

    Raises `BadInput` where the other name is not known.
    """
    row = store.template(id_)
    if row is None:
        return False
    mapped = {key: value for key, value in row.mapped.items() if key != normal(name)}
    if means:
        if meant(means, pack.letters, {}) is None:
            raise BadInput([Problem(_("a field that is known"), means)])
        mapped[normal(name)] = means
    return store.map_fields(id_, mapped)


def remove(id_: str) -> bool:
    """Throw a template out; whether it was there."""
    return store.remove_template(id_)


def taken_of(row: TemplateRow) -> tuple[Taken, ...]:
    """What was taken out of the file when it was brought in."""
    return tuple(t for t in Taken if t.value in row.taken)


def _named(name: str) -> str:
    told = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    if not told:
        raise BadInput([Problem(_("a name for the template"), _("nothing"))])
    if len(told) > LONGEST_NAME:
        expected = _("a name of at most {n} letters").format(n=LONGEST_NAME)
        raise BadInput([Problem(expected, str(len(told)))])
    return told
