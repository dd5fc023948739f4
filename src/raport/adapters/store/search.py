"""The index of search: terms in, places out. It stands in the sealed database and holds no text.

A place is found only in files whose keys the member has. Terms are those of `raport.app.search_words`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from raport.adapters.store.models import Exhibit, File, Promise, SearchDoc, SearchTerm


@dataclass(frozen=True, slots=True)
class Doc:
    """What the piece of a file at this place says, or a promise or an exhibit of it (then `seq` is 0), as
    terms.
    """

    seq: int
    ring: int
    terms: Sequence[str]
    promise: int | None = None
    exhibit: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found."""

    file: str
    seq: int
    ring: int
    promise: int | None = None
    exhibit: str | None = None


@dataclass(frozen=True, slots=True)
class Among:
    """What to look through: kinds of files (none: all), rings (none: all), the closed ones too or not."""

    kinds: tuple[str, ...] = ()
    rings: tuple[int, ...] = ()
    closed: bool = True


def put(file_id: str, docs: Iterable[Doc]) -> None:
    """Add documents of a file. Of promises and exhibits one stands there even where it has no terms: they
    were looked at.
    """
    SearchDoc.objects.bulk_create(
        SearchDoc(
            file_id=file_id,
            seq=d.seq,
            ring=d.ring,
            terms=" ".join(d.terms),
            promise_id=d.promise,
            exhibit_id=d.exhibit,
        )
        for d in docs
        if d.terms or d.promise is not None or d.exhibit is not None
    )


def drop(file_id: str, seqs: Iterable[int] | None = None) -> None:
    """Take documents of a file out, all of them where none are named; nothing of them stays in the index."""
    rows = SearchDoc.objects.filter(file_id=file_id)
    (rows if seqs is None else rows.filter(seq__in=list(seqs))).delete()


def drop_exhibit(exhibit_id: str) -> None:
    """Take out what an exhibit said."""
    SearchDoc.objects.filter(exhibit_id=exhibit_id).delete()


def unseen() -> list[str]:
    """Files that have a promise or an exhibit which was never looked at: it is older than their index."""
    promises = Promise.objects.filter(docs=None).values_list("file_id", flat=True)
    exhibits = Exhibit.objects.filter(docs=None).values_list("file_id", flat=True)
    return sorted({*promises, *exhibits})


def count() -> int:
    """How many documents the index holds."""
    return SearchDoc.objects.count()


def every_file() -> list[str]:
    """Ids of all files, the oldest first."""
    return list(File.objects.order_by("number").values_list("id", flat=True))


def known(terms: Iterable[str]) -> dict[str, int]:
    """Those of the terms that stand anywhere, and in how many documents."""
    return dict(SearchTerm.objects.filter(term__in=list(terms)).values_list("term", "docs"))


def beginning(term: str, most: int) -> list[str]:
    """Terms that begin so, the commonest first."""
    rows = SearchTerm.objects.filter(term__gt=term, term__lt=term + "\U0010ffff")
    return list(rows.order_by("-docs").values_list("term", flat=True)[:most])


def resembling(term: str, most: int) -> list[str]:
    """Terms that may be this one mistyped; to be compared letter by letter."""
    if len(term) < 6:  # too few letters for three in a row to be right
        rows = SearchTerm.objects.filter(size__range=(len(term) - 1, len(term) + 1))
        return list(rows.values_list("term", flat=True))
    grams = {term[n : n + 3] for n in range(len(term) - 2)}
    match = " OR ".join(f'"{g}"' for g in sorted(grams))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.term FROM store_searchgram g JOIN store_searchterm t ON t.id = g.rowid "
            "WHERE g.store_searchgram MATCH %s AND t.size BETWEEN %s AND %s LIMIT %s",
            [match, len(term) - 2, len(term) + 2, most],
        )
        return [row[0] for row in cursor.fetchall()]


def find(match: str, member: str, among: Among, most: int, *, newest: bool = False) -> list[Place]:
    """Places that match (FTS5's own language), the best first; `newest`: the last added first, which costs
    less where there are very many.
    """
    where, values = _among(among)
    order = "store_searchtext.rowid DESC" if newest else "store_searchtext.rank"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.file_id, d.seq, d.ring, d.promise_id, d.exhibit_id "  # noqa: S608 - our own words; what was typed is a parameter
            "FROM store_searchtext CROSS JOIN store_searchdoc d "
            "ON d.id = store_searchtext.rowid JOIN store_file f ON f.id = d.file_id "
            "WHERE store_searchtext MATCH %s "
            "AND EXISTS (SELECT 1 FROM store_key k JOIN store_grant g ON g.key_id = k.id WHERE "
            "k.file_id = d.file_id AND g.member_id = %s AND (d.ring = 3 OR k.ring = d.ring))"
            f"{where} ORDER BY {order} LIMIT %s",
            [match, member, *values, most],
        )
        return [Place(*row) for row in cursor.fetchall()]


def numbered(number: int, member: str) -> str | None:
    """The file of this number, if the member may open it."""
    return (
        File.objects.filter(number=number, keys__grants__member_id=member)
        .values_list("id", flat=True)
        .first()
    )


def _among(among: Among) -> tuple[str, list[str | int]]:
    parts: list[str] = []
    values: list[str | int] = []
    for column, many in (("f.kind", among.kinds), ("d.ring", among.rings)):
        if many:
            parts.append(f" AND {column} IN ({', '.join('%s' for _ in many)})")
            values += many
    if not among.closed:
        parts.append(" AND f.closed = ''")
    return "".join(parts), values
