"""Columns of words as small numbers, and columns joined into one where their values come together."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from raport.adapters.table.mapping import JOINED

type Codes = NDArray[np.int32]

_DENSE = 1 << 22


def holds_words(kind: Any) -> bool:
    """Whether a column of this type can be read as words."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    binary = pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_fixed_size_binary(kind)
    return not (pa.types.is_nested(kind) or pa.types.is_floating(kind) or binary)


class Coder:
    """One column being read, batch by batch: each word (without space round it) once, 0 for an empty cell.

    Of several columns that make one word empty cells are passed over.
    """

    def __init__(self) -> None:
        self.words = [""]
        self._numbers = {"": 0}
        self._parts: list[Codes] = []

    def add(self, cells: Sequence[Any]) -> None:
        """The cells of one batch: of one column, or of several that make one word."""
        encoded = _joined(cells).dictionary_encode()
        words = encoded.dictionary.to_pylist()
        numbers = np.array([self._number(w) for w in words] + [0], dtype=np.int32)
        self._parts.append(numbers[encoded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)])

    def codes(self) -> Codes:
        """The number of each row's word."""
        whole = np.concatenate(self._parts) if self._parts else np.zeros(0, dtype=np.int32)
        self._parts = [whole]
        return whole

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


class Names:
    """The same for a column of names, of which there may be millions. Of several columns that make one name
    empty cells keep their place, so that two names are never taken for one.
    """

    def __init__(self) -> None:
        self._parts = [pa.array([""]).dictionary_encode()]  # the empty name is number 0
        self._codes: Codes | None = None
        self._words: list[str] = []

    def add(self, cells: Sequence[Any]) -> None:
        """The cells of one batch."""
        self._parts.append(_joined(cells, keep=True).fill_null("").dictionary_encode())

    @property
    def words(self) -> list[str]:
        """The names in the order in which they come; the first is the empty one."""
        self.codes()
        return self._words

    def codes(self) -> Codes:
        """The number of each row's name. Asked after all batches were added."""
        if self._codes is None:
            whole = pa.chunked_array(self._parts).unify_dictionaries()
            self._parts = []
            self._words = whole.chunk(0).dictionary.to_pylist()
            self._codes = np.concatenate([c.indices.to_numpy() for c in whole.chunks])[1:]
        return self._codes


def _joined(cells: Sequence[Any], *, keep: bool = False) -> Any:
    """Texts without space round them; of several columns together."""
    texts = [pc.utf8_trim_whitespace(_text(c)) for c in cells]
    if len(texts) == 1:
        return texts[0]
    if keep:
        joined = pc.binary_join_element_wise(*texts, JOINED, null_handling="replace")
        return pc.if_else(pc.equal(joined, JOINED.join([""] * len(texts))), "", joined)
    said = [pc.if_else(pc.equal(t, ""), None, t) for t in texts]
    return pc.binary_join_element_wise(*said, JOINED, null_handling="skip")


def _text(cells: Any) -> Any:
    plain = _plain(cells)
    return plain if pa.types.is_string(plain.type) else plain.cast(pa.string())


def _plain(cells: Any) -> Any:
    return cells.dictionary_decode() if pa.types.is_dictionary(cells.type) else cells


def combine(columns: Sequence[tuple[Codes, int]]) -> tuple[Codes, list[tuple[int, ...]]]:
    """Several columns of codes (each below its size) as one; and for each new code the old ones."""
    codes, size = columns[0]
    codes, kept = _compact(codes, size)
    told: list[tuple[int, ...]] = [(k,) for k in kept]
    for more, count in columns[1:]:
        codes, kept = _compact(codes.astype(np.int64) * count + more, len(told) * count)
        told = [(*told[k // count], k % count) for k in kept]
    return codes, told


def rows_with(codes: NDArray[np.integer], wanted: list[int]) -> list[tuple[int, NDArray[np.intp]]]:
    """For each of these codes the rows in which it stands."""
    if not wanted:
        return []
    rows = np.flatnonzero(np.isin(codes, wanted))
    rows = rows[np.argsort(codes[rows], kind="stable")]
    starts = np.searchsorted(codes[rows], wanted).tolist()
    return list(zip(wanted, np.split(rows, starts[1:]), strict=True))


def _compact(codes: NDArray[np.integer], size: int) -> tuple[Codes, list[int]]:
    """Codes without gaps, in the order of the old ones, and the old ones."""
    if size <= _DENSE:
        there = np.bincount(codes, minlength=size) > 0
        numbers = np.cumsum(there, dtype=np.int32) - np.int32(1)
        return numbers[codes], np.flatnonzero(there).tolist()
    kept, dense = np.unique(codes, return_inverse=True)
    return dense.astype(np.int32), kept.tolist()
