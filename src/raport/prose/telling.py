"""An assessment told as plain text, as a colleague's note: what endangers is said first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from raport.assess import Assessment
from raport.prose.layout import heading, paragraph, table
from raport.prose.page import FilingPart, Page, Said, StepPart, page_of
from raport.prose.saying import Saying, capital

_MOST_QUESTIONS = 15

SECTIONS = (
    "head",
    "dangers",
    "chronicle",
    "stands",
    "ground",
    "clocks",
    "breaches",
    "remedies",
    "offences",
    "questions",
    "practice",
    "foot",
)
"""The parts of a telling, in their order."""

_OF_FILINGS = frozenset({"stands", "ground", "clocks", "breaches"})


@dataclass(frozen=True, slots=True)
class Telling(Saying):
    """Tells assessments of one case file in one language to one audience."""

    everything: bool = False  # every question, not the first fifteen

    def tell(self, assessment: Assessment, sections: Collection[str] = SECTIONS) -> str:
        """The assessment, or some `sections` of it, ready to print; ends with a line feed."""
        page = page_of(assessment, self)
        lines: list[str] = []
        if "head" in sections:
            lines += self._head(assessment, page)
        if "dangers" in sections:
            lines += self._dangers(page)
        if "chronicle" in sections:
            lines += self._chronicle(page)
        if not _OF_FILINGS.isdisjoint(sections):
            for filing in page.filings:
                lines += self._filing(filing, sections)
        for section, told in (
            ("remedies", self._steps),
            ("offences", self._offences),
            ("questions", self._questions),
            ("practice", self._practice),
        ):
            if section in sections:
                lines += told(page)
        if "foot" in sections:
            lines += self._foot(assessment)
        return "\n".join(lines).strip("\n") + "\n"

    # --- head and foot ------------------------------------------------------------------------------------

    def _head(self, a: Assessment, page: Page) -> list[str]:
        w = self.words
        title = w("head-matter" if self.file.case.matter else "head-case", case=a.case, day=w.day(a.on))
        lines = heading(title)
        if a.comparison and not a.notice:
            lines += paragraph(w("comparison", case=a.comparison))
        if a.notice:
            lines += paragraph(w.of(a.notice))
        if a.as_of is not None and a.as_of < a.on:
            lines += paragraph(w("as-of", day=w.day(a.as_of)))
        for lead in page.leads:
            lines += ["", *paragraph(lead, first="! ")]
        for one in page.contradictions:
            lines += paragraph(one, first="? ")
        return lines

    def _foot(self, a: Assessment) -> list[str]:
        w = self.words
        law, release = w.of(self.pack.title), self.pack.release
        lines = ["", *paragraph(w("foot-law", law=law, release=release, day=w.day(a.law_checked)))]
        if self.at_desk():
            lines += paragraph(w("foot-confidence"))
        return lines

    def _chronicle(self, page: Page) -> list[str]:
        """What the record holds up to the day: the reasons below name these events."""
        if not page.chronicle:
            return []
        w = self.words
        head = [w("col-event"), w("col-day"), w("col-what"), w("col-proof")]
        rows = [[r.event.id, r.day, r.told, r.proof] for r in page.chronicle]
        return ["", *heading(w("chronicle"), "-"), *table(head, rows, (5, 12, 39, 14))]

    # --- one filing ---------------------------------------------------------------------------------------

    def _filing(self, part: FilingPart, sections: Collection[str]) -> list[str]:
        lines = ["", *heading(part.title, "-")]
        if "stands" in sections:
            lines += paragraph(part.stands)
        if "ground" in sections and part.ground:
            lines += paragraph(part.ground)
        if "clocks" in sections:
            lines += self._clocks(part)
        if "breaches" in sections:
            lines += self._breaches(part)
        return lines

    def _clocks(self, part: FilingPart) -> list[str]:
        w = self.words
        lines: list[str] = []
        if part.clocks:
            head = [w("col-clock"), w("col-start"), w("col-due"), w("col-state")]
            rows = [[f"{n}. {c.name}", c.start, c.due, c.state] for n, c in enumerate(part.clocks, 1)]
            lines += ["", *table(head, rows, (24, 12, 20, 16)), "", w("clock-reasons")]
        for n, clock in enumerate(part.clocks, 1):
            lines += paragraph(clock.because, indent=2, first=f"{n}. ")
        if any(c.deemed for c in part.clocks):
            lines += paragraph(capital(w("because-deemed")) + ".", indent=2, first="* ")
        return lines + _apart(part.waiting) + _apart(part.clocks_silent)

    def _breaches(self, part: FilingPart) -> list[str]:
        w = self.words
        lines = ["", w("breaches")] if part.breaches else []
        for said in part.breaches:
            text = w("breach", breach=said.title, says=said.says, because=said.because)
            lines += paragraph(f"{text} {said.more}".rstrip(), indent=2, first="- ")
        return lines + _apart(part.breaches_silent)

    # --- the case -----------------------------------------------------------------------------------------

    def _dangers(self, page: Page) -> list[str]:
        if not page.has_dangers:
            return []
        lines = ["", *heading(self.words("dangers"), "-")]
        for said in page.dangers:
            lines += self._danger(said)
        return lines + _apart(page.dangers_silent)

    def _danger(self, said: Said) -> list[str]:
        w = self.words
        if said.because and not said.apart:
            text = w("danger", danger=said.title, says=said.says, because=said.because)
            lines = paragraph(text, indent=2, first="! ")
        else:
            text = w("standing", danger=said.title, says=said.says)
            lines = paragraph(text, indent=2, first="! ")
            if said.because:
                lines += paragraph(w("remedy-because", value=said.because), indent=4)
        return lines + _items(said.items)

    def _steps(self, page: Page) -> list[str]:
        if not page.has_steps:
            return []
        w = self.words
        lines = ["", *heading(w("remedies"), "-"), *paragraph(w("remedies-note"))]
        for step in page.steps:
            lines += ["", *self._step(step)]
        lines += _apart(page.steps_silent)
        if page.retaliation:
            lines += ["", *paragraph(w("retaliation"))]
        for number, text in page.retaliation:
            lines += paragraph(text, indent=2, first=f"[{number}] ")
        return lines

    def _step(self, step: StepPart) -> list[str]:
        lines = paragraph(step.title, first="> " if step.leads else "- ")
        lines += paragraph(step.does, indent=4)
        lines += paragraph(" ".join(step.fields), indent=4)
        if step.because:
            lines += paragraph(self.words("remedy-because", value=step.because), indent=4)
        return lines

    def _offences(self, page: Page) -> list[str]:
        if not page.has_offences:
            return []
        lines = ["", *heading(self.words("offences"), "-")]
        for said in page.offences:
            text = self.words("offence", offence=said.title, because=said.because)
            lines += [*paragraph(text, indent=2, first="- "), *_items(said.items)]
            for report in said.reports:
                lines += paragraph(report, indent=6)
        return lines + _apart(page.offences_silent)

    def _questions(self, page: Page) -> list[str]:
        if not page.questions:
            return []
        lines = ["", *heading(self.words("questions"), "-")]
        shown = page.questions if self.everything else page.questions[:_MOST_QUESTIONS]
        for n, part in enumerate(shown, 1):
            lines += paragraph(part.asks, indent=2, first=f"{n}. ")
            lines += _items(part.changes)
        left = len(page.questions) - len(shown)
        if left:
            lines += ["", *paragraph(self.words("more-questions", count=left), indent=2)]
        return lines

    def _practice(self, page: Page) -> list[str]:
        if not page.practice:
            return []
        lines = ["", *heading(self.words("practice"), "-")]
        for text in page.practice:
            lines += paragraph(text, indent=2, first="- ")
        return lines


def _items(items: Sequence[str]) -> list[str]:
    return [line for item in items for line in paragraph(item, indent=6, first="- ")]


def _apart(text: str) -> list[str]:
    return ["", *paragraph(text)] if text else []
