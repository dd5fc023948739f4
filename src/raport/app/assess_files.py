"""Assess case files: the good ones are assessed, each bad one is told with all its mistakes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from raport.adapters.cases import load_case, load_cases
from raport.adapters.packs import load_pack
from raport.assess import Assessment, Law, assess, prepare
from raport.casefile import CaseFile
from raport.errors import BadInput
from raport.law import Pack


@dataclass(frozen=True, slots=True)
class Assessed:
    """One case file and what is said of it on the day asked for."""

    path: Path
    file: CaseFile
    law: Law
    assessment: Assessment


class Laws:
    """The packs asked for so far, each read and prepared once. `known`: leave out what was learned later."""

    def __init__(self, known: date | None = None) -> None:
        self._known = known
        self._laws: dict[str, Law] = {}

    def law(self, jurisdiction: str) -> Law:
        """The law of one jurisdiction: a pack that ships, or a folder. Raises `BadInput`."""
        if jurisdiction not in self._laws:
            pack = load_pack(jurisdiction)
            if self._known is not None:
                pack = pack.as_known(self._known)
            self._laws[jurisdiction] = prepare(pack)
        return self._laws[jurisdiction]

    def pack(self, jurisdiction: str) -> Pack:
        """The pack behind `law`."""
        return self.law(jurisdiction).pack


def read_case_file(path: Path, laws: Laws, *, use_pack: str | None = None) -> CaseFile:
    """One case file, read by the words of its law. Raises `BadInput`."""
    return load_case(path, lambda jurisdiction: laws.pack(use_pack or jurisdiction))


def assess_files(
    paths: Iterable[Path],
    laws: Laws,
    on: Callable[[CaseFile], date],
    *,
    use_pack: str | None = None,
) -> Iterator[Assessed | BadInput]:
    """Each case file under `paths` in order, assessed on the day that `on` gives for it."""

    def pack_for(jurisdiction: str) -> Pack:
        return laws.pack(use_pack or jurisdiction)

    for path, read in load_cases(paths, pack_for):
        if isinstance(read, BadInput):
            yield read
            continue
        law = laws.law(use_pack or read.case.jurisdiction)
        yield Assessed(path, read, law, assess(read.case, law, on(read), read.account))
