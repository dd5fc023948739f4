"""A whole table of filings told on a page: how many stand where, what ends first, what could not be read."""

from collections.abc import Iterable

from raport.assess import Certainty
from raport.assess.clocks import GRAVITY
from raport.assess.columns import Standing, Summary
from raport.law import Pack
from raport.prose.layout import heading, paragraph, table
from raport.prose.words import Words

_ORDER = (Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.UNKNOWN)
_COUNT = 10
_NAME = 64


class Tabling:
    """Tells summaries of tables by one pack in one language."""

    def __init__(self, pack: Pack, words: Words) -> None:
        self._pack = pack
        self._words = words

    def tell(self, summary: Summary) -> str:
        """The summary, ready to print; ends with a line feed."""
        lines = [
            *self._head(summary),
            *self._clocks(summary),
            *self._breaches(summary),
            *self._first(summary),
            *self._unread(summary),
            *self._unlinked(summary),
            *self._engine(summary),
            *self._foot(),
        ]
        return "\n".join(lines) + "\n"

    def _head(self, s: Summary) -> list[str]:
        w = self._words
        lines = heading(w("table-head", table=_short(s.table), day=w.day(s.on)))
        lines += paragraph(
            w(
                "table-holds",
                filings=self._count(s.filings),
                events=self._count(s.events),
                rows=self._count(s.seen),
            )
        )
        for name, count in (("table-left-out", s.left_out), ("table-blank", s.blank)):
            if count:
                lines += paragraph(w(name, count=self._count(count)))
        for field, count in s.not_taken.items():
            lines += paragraph(w("table-not-taken", field=field, count=self._count(count)))
        return lines

    def _clocks(self, s: Summary) -> list[str]:
        """A row for each clock and state; the clocks in the pack's order, the gravest state first."""
        w = self._words
        lines = ["", *heading(w("table-clocks"), "-")]
        if not s.states:
            return [*lines, *paragraph(w("table-no-clocks"))]
        lines += [*paragraph(w("table-sure")), ""]
        rows = []
        for name, rule in self._pack.clocks.items():
            label = w.of(rule.label)
            for state in GRAVITY:
                counts = [s.states.get(Standing(name, state, c), 0) for c in _ORDER]
                if any(counts):
                    rows.append([label, w(f"state-{rule.bearer.value}-{state.value}"), *self._counts(counts)])
                    label = ""
        return lines + table(self._heads("col-clock", "col-state"), rows, (22, 18, *self._widths))

    def _breaches(self, s: Summary) -> list[str]:
        if not s.breaches:
            return []
        w = self._words
        rows = []
        for name, rule in self._pack.breaches.items():
            counts = [s.breaches.get((name, c), 0) for c in _ORDER]
            if any(counts):
                rows.append([w.of(rule.label), *self._counts(counts)])
        lines = ["", *heading(w("table-breaches"), "-")]
        return lines + table(self._heads("col-breach"), rows, (42, *self._widths))

    def _first(self, s: Summary) -> list[str]:
        """What ends first, of the clocks that run."""
        w = self._words
        lines = ["", *heading(w("table-first"), "-")]
        if not s.first:
            return [*lines, *paragraph(w("table-none-runs"))]
        rows = []
        for one in s.first:
            rule = self._pack.clocks[one.clock]
            label = w.of(rule.label)
            told = label if one.certainty is Certainty.CERTAIN else w("state-maybe", state=label)
            rows.append(
                [w.short(one.due), _short(s.names[one.filing]), w(f"table-binds-{rule.bearer.value}"), told]
            )
        head = [w("col-due"), w("col-filing"), w("col-binds"), w("col-clock")]
        return lines + table(head, rows, (24, 17, 9, 20))

    def _unread(self, s: Summary) -> list[str]:
        if not s.unread:
            return []
        w = self._words
        lines = ["", *heading(w("table-unread"), "-")]
        for done, count in sorted(s.unread.items()):
            lines += paragraph(w(f"table-{done}", count=self._count(count)), first="- ")
        return lines + paragraph(w("table-in-doubt", count=self._count(s.in_doubt)))

    def _unlinked(self, s: Summary) -> list[str]:
        """Which terms another filing may have met, where the table says nothing of it."""
        if not s.unlinked:
            return []
        w = self._words
        clocks = "; ".join(w.of(self._pack.clocks[name].label) for name in s.unlinked)
        return ["", *paragraph(w("table-unlinked", clocks=clocks))]

    def _engine(self, s: Summary) -> list[str]:
        """Which filings were not judged in columns, and why some were not."""
        if not s.by_engine:
            return []
        w = self._words
        lines = ["", *paragraph(w("table-engine", count=self._count(s.by_engine)))]
        for name, why in s.not_carried.items():
            clock = self._pack.clocks[name]
            lines += paragraph(
                w("table-not-carried", clock=w.of(clock.label), provision=clock.provision, why=why),
                first="- ",
            )
        return lines

    def _foot(self) -> list[str]:
        w, pack = self._words, self._pack
        return [
            "",
            *paragraph(w("foot-law", law=w.of(pack.title), release=pack.release, day=w.day(pack.checked))),
            *paragraph(w("table-foot")),
        ]

    # --- cells --------------------------------------------------------------------------------------------

    @property
    def _widths(self) -> tuple[int, ...]:
        return (_COUNT,) * len(_ORDER)

    def _heads(self, *names: str) -> list[str]:
        own = [self._words(n) for n in names]
        return own + [self._words(f"table-{c.value}").rjust(_COUNT) for c in _ORDER]

    def _counts(self, counts: Iterable[int]) -> list[str]:
        return [self._count(n).rjust(_COUNT) if n else "" for n in counts]

    def _count(self, count: int) -> str:
        """A number with its thousands apart, by a space that no line breaks at."""
        return f"{count:,}".replace(",", "\u00a0")


def _short(name: str) -> str:
    """A name from outside, in one line and not too long."""
    plain = "".join(c if c.isprintable() else "?" for c in name)
    return plain if len(plain) <= _NAME else plain[: _NAME - 1] + "…"
