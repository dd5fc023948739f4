"""The words of a table in the words of the pack: what each row, each event and each filing says."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from raport.adapters.table.batches import Batches
from raport.adapters.table.coding import Codes, combine, rows_with
from raport.adapters.table.mapping import JOINED, Meant, TableMap, Taken
from raport.adapters.table.unread import Done, said
from raport.adapters.table.words import AXES, RECORD, field_words, filing_words, fits, value_words
from raport.assess.columns import Form
from raport.casefile import Basis, Claim, Event, Filing, Modality, Proof
from raport.casefile.words import Words
from raport.dates import Span
from raport.law import Pack

LEFT_OUT, UNREAD = 0, -1
"""Numbers of rows that say nothing: the map leaves them out, or nobody knows what they mean."""

_ONE = "1"

type RowsOf = Callable[[], NDArray[np.intp]]
"""The rows in which something stands; asked only where it could not be read."""


class Meaning:
    """What the words of the batches mean. What means nothing is put among the unread."""

    def __init__(self, batches: Batches, map_: TableMap, pack: Pack) -> None:
        self._batches = batches
        self._map = map_
        self._pack = pack
        self._unread = batches.unread
        self.not_taken: dict[str, int] = {}

    # --- events -------------------------------------------------------------------------------------------

    def kinds(self, filing: Codes) -> tuple[Codes, list[Meant]]:
        """For each row a number of the list, `LEFT_OUT` or `UNREAD`."""
        kind = self._map.kind
        meanings = [Meant("", {})]
        if kind.always is not None:
            return np.ones(len(filing), dtype=np.int32), [*meanings, kind.always]
        codes, words = self._batches.codes(kind.columns), self._batches.words(kind.columns)
        known = Words(
            "a kind of event of the pack", [k.id for k in self._pack.kinds.values() if k.ring == RECORD]
        )
        numbers = np.full(len(words), LEFT_OUT, dtype=np.int32)
        for n, word in enumerate(words):
            meant = _meant(kind, word, known)
            if meant is not None:
                if meant not in meanings:
                    meanings.append(meant)
                numbers[n] = meanings.index(meant)
            elif word not in kind.left_out:
                numbers[n] = UNREAD
        for n, rows in rows_with(codes, np.flatnonzero(numbers == UNREAD).tolist()):
            rows = rows[filing[rows] >= 0]
            if len(rows):
                self._refuse(kind, words[n], known, Done.ROW_LEFT_OUT, rows)
        return numbers[codes], meanings

    def shapes(self, kind: Codes, meanings: list[Meant]) -> tuple[Codes, list[Event]]:
        """For each row that says something all of its event but filing and day; of others nothing."""
        columns = {name: t.columns for name, t in self._map.fields.items() if t.columns}
        parts = [(np.maximum(kind, LEFT_OUT), len(meanings))]
        parts += [(self._alike(self._map.fields[n]), len(self._batches.words(c))) for n, c in columns.items()]
        shape, told = combine(parts)
        counts = np.bincount(shape, minlength=len(told)).tolist()
        shapes: list[Event] = []
        numbers = np.zeros(len(told), dtype=np.int32)
        for number, (meant, *cells) in enumerate(told):
            if meant == LEFT_OUT:
                continue
            numbers[number] = len(shapes)
            words = {
                name: self._batches.words(columns[name])[n] for name, n in zip(columns, cells, strict=True)
            }
            shapes.append(self._shape(meanings[meant], words, counts[number], partial(_at, shape, number)))
        return numbers[shape], shapes

    def _shape(self, meant: Meant, cells: Mapping[str, str], count: int, rows: RowsOf) -> Event:
        kind = self._pack.kinds[meant.kind]
        fields: dict[str, str] = {}
        for name, taken in self._map.fields.items():
            if name in AXES or name in kind.fields:
                known = field_words(self._pack, (kind,), name)
                fields[name] = self._said(name, taken, cells.get(name, ""), known, rows)
            elif cells.get(name):
                self.not_taken[name] = self.not_taken.get(name, 0) + count
        fields |= meant.fields
        return Event(
            id="",
            kind=kind.id,
            on=Span.unknown(),
            basis=Basis(fields.pop("basis", "") or Basis.TOLD.value),
            modality=Modality(fields.pop("modality", "") or Modality.DONE.value),
            proof=Proof(fields.pop("proof", "") or Proof.OWN_WORD.value),
            fields={name: word for name, word in fields.items() if word},
        )

    # --- filings ------------------------------------------------------------------------------------------

    def forms(self, filing: Codes, size: int) -> tuple[Codes, list[Form]]:
        """For each filing its own words and the facts of the person."""
        taking: dict[tuple[str, str], Taken[str]] = {("filing", n): t for n, t in self._map.words.items()}
        taking |= {("facts", n): t for n, t in self._map.facts.items()}
        columns = {key: t.columns for key, t in taking.items() if t.columns}
        parts: list[tuple[Codes, int]] = [(np.zeros(size, dtype=np.int32), 1)]
        for key, its in columns.items():
            parts.append((self._one_each(filing, size, taking[key]), len(self._batches.words(its))))
        form, told = combine(parts)
        forms = []
        for number, (_, *cells) in enumerate(told):
            rows = partial(_of_filings, filing, form, number)
            words = {key: self._batches.words(columns[key])[n] for key, n in zip(columns, cells, strict=True)}
            found = {
                key: self._said(key[1], taken, words.get(key, ""), self._known(key), rows)
                for key, taken in taking.items()
            }
            forms.append(self._form(found))
        return form, forms

    def _known(self, key: tuple[str, str]) -> Words:
        where, name = key
        if where == "filing":
            return filing_words(self._pack, name)
        return value_words(self._pack, self._pack.facts[name].type)

    def _form(self, words: Mapping[tuple[str, str], str]) -> Form:
        def word(name: str) -> str:
            return words.get(("filing", name), "")

        def several(name: str) -> tuple[str, ...]:
            return self._map.several.get(name) or ((word(name),) if word(name) else ())

        filing = Filing(
            id="",
            kind=word("kind"),
            asks=word("asks"),
            ground=word("ground"),
            to=several("to"),
            author=word("author"),
            channel=word("channel"),
            about=several("about"),
            what=word("what"),
            count=word("count") or _ONE,
        )
        facts = {name: (Claim(w),) for (where, name), w in words.items() if where == "facts" and w}
        return Form(filing, facts)

    def _one_each(self, filing: Codes, size: int, taken: Taken[str]) -> Codes:
        """For each filing the first word that its rows have; words that mean something else are told."""
        codes = self._alike(taken)
        rows = np.flatnonzero((codes > 0) & (filing >= 0))
        of = filing[rows]
        first = np.zeros(size, dtype=np.int32)
        first[of[::-1]] = codes[rows[::-1]]  # of several the last that is put stays: the first row's
        other = rows[codes[rows] != first[of]]
        if len(other):
            found, name = said("another word than in an earlier row"), JOINED.join(taken.columns)
            self._unread.add(name, "one word for each filing", found, Done.FIRST_WORD_TAKEN, other)
        return first

    def challenges(self, filing: Codes, names: list[str]) -> dict[int, tuple[int, ...]]:
        """Which filings each one challenges, where the map has a column for it."""
        columns = self._map.challenges
        if not columns:
            return {}
        codes, words = self._batches.codes(columns), self._batches.words(columns)
        numbers = {name: n for n, name in enumerate(names)}
        found: dict[int, dict[int, None]] = {}
        for row in np.flatnonzero((codes > 0) & (filing >= 0)).tolist():
            name, of = words[codes[row]], int(filing[row])
            against = numbers.get(name)
            if against is None or against == of:
                expected, at = "the name of another filing of the table", np.array([row])
                self._unread.add(JOINED.join(columns), expected, name, Done.WORD_NOT_KNOWN, at)
            else:
                found.setdefault(of, {})[against] = None
        return {of: tuple(against) for of, against in found.items()}

    # --- words --------------------------------------------------------------------------------------------

    def _alike(self, taken: Taken[str]) -> Codes:
        """For each row the number of its word, or of the first of like meaning; 0: left out."""
        words = self._batches.words(taken.columns)
        first: dict[str, int] = {}
        numbers = [0]
        for n, word in enumerate(words[1:], 1):
            meant = word if taken.words is None else taken.words.get(word)
            alike = n if meant is None else first.setdefault(meant, n)
            numbers.append(0 if word in taken.left_out else alike)
        return np.array(numbers, dtype=np.int32)[self._batches.codes(taken.columns)]

    def _said(self, name: str, taken: Taken[str], cell: str, known: Words, rows: RowsOf) -> str:
        """The pack's word for a cell, or the one that always stands; empty where there is none."""
        if not taken.columns:
            return taken.always if taken.always is not None and fits(taken.always, known) else ""
        if not cell or cell in taken.left_out:
            return ""
        word = cell if taken.words is None else taken.words.get(cell, "")
        if word and fits(word, known):
            return word
        self._refuse(taken, cell, known, Done.WORD_NOT_KNOWN, rows(), name)
        return ""

    def _refuse(
        self, taken: Taken[Any], word: str, known: Words, done: Done, rows: NDArray[np.intp], of: str = ""
    ) -> None:
        """Tell a word that nobody knows (`of`: of which field), and which was perhaps meant."""
        name = JOINED.join(taken.columns)
        where = f" for `{of}`" if of and f"`{of}`" not in known.name else ""
        if taken.words is None or word in taken.words:
            self._unread.add(name, known.expected() + where, word, done, rows, partial(known.near, word))
            return
        in_map = Words("a word of the map", [*taken.words, *sorted(taken.left_out)])
        self._unread.add(name, in_map.expected() + where, word, done, rows, partial(_near, in_map, word))


def _meant(kind: Taken[Meant], word: str, known: Words) -> Meant | None:
    if kind.words is not None:
        return kind.words.get(word)
    return Meant(word, {}) if word in known.words and word not in kind.left_out else None


def _near(known: Words, word: str) -> str:
    return known.near(word) or "add it to `words`, or to `leave-out`"


def _at(codes: Codes, code: int) -> NDArray[np.intp]:
    return np.flatnonzero(codes == code)


def _of_filings(filing: Codes, form: Codes, number: int) -> NDArray[np.intp]:
    """The rows of the filings of one form."""
    return np.flatnonzero((filing >= 0) & (form[filing] == number))
