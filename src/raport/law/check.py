"""What only shows when the whole pack is there: circles, units, provisions that serve nothing, forbidden
speech.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from raport.documents import Fields, Problems
from raport.law.model import DESK, Audience, Pack, Text
from raport.law.words import Names

_SPOKEN = ("says", "label", "does", "wait", "asks", "changes", "proves")


def check_pack(pack: Pack, rows: Mapping[str, Sequence[Fields]], names: Names, problems: Problems) -> None:
    """Note every mistake that crosses the tables."""
    by_id = {(table, str(f.values.get("id"))): f for table, many in rows.items() for f in many}
    _check_clocks(pack, by_id)
    _check_ladders(pack, by_id)
    _check_use(pack, names, by_id)
    _check_advice(pack, by_id)
    _check_speech(pack, {name: many for name, many in rows.items() if name != "advice"}, problems)


type _ById = Mapping[tuple[str, str], Fields]


def _check_clocks(pack: Pack, by_id: _ById) -> None:
    in_procedures = {c for p in pack.procedures for c in p.clocks}
    for clock in pack.clocks.values():
        f = by_id["clock", clock.id]
        if clock.id not in in_procedures:
            f.wrong("id", "a procedure that lists this clock", "none")
        versions = pack.provisions[clock.provision].versions
        if not any(v.term or any(r.unlimited for r in v.readings) for v in versions):
            f.wrong("provision", "a provision with a `term`", f"{clock.provision!r}, which has none")
        for anchor in clock.starts:
            if anchor.plus and not any(v.term for v in pack.provisions[anchor.plus].versions):
                f.wrong("starts", "for `plus` a provision with a `term`", f"{anchor.plus!r}, which has none")
        if clock.extension is not None:
            units = {v.term.unit for v in versions if v.term}
            longer = {v.term.unit for v in pack.provisions[clock.extension.provision].versions if v.term}
            if not longer or longer - units:
                expected = (
                    f"an extension in {', '.join(sorted(u.value for u in units))}, the unit of the term"
                )
                found = ", ".join(sorted(u.value for u in longer)) or "a provision without a term"
                f.wrong("extension", expected, found)
    for circle in _circles({c.id: {a.clock for a in c.starts if a.clock} for c in pack.clocks.values()}):
        by_id["clock", circle[0]].wrong(
            "starts",
            "clocks that do not run from each other in a circle",
            " -> ".join(circle),
            "let one of them start from an event",
        )


def _circles(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    circles = []
    done: set[str] = set()

    def walk(node: str, way: list[str]) -> None:
        if node in way:
            circles.append([*way[way.index(node) :], node])
            return
        if node in done:
            return
        for following in graph.get(node, ()):
            walk(following, [*way, node])
        done.add(node)

    for node in graph:
        walk(node, [])
    return circles


def _check_ladders(pack: Pack, by_id: _ById) -> None:
    for ladder in pack.ladders:
        for step in ladder.steps:
            if not step.by_aim and not any(v.term for v in pack.provisions[step.provision].versions):
                found = f"{step.provision!r}, which has none, for the step {step.id!r}"
                by_id["ladder", ladder.id].wrong(
                    "step", "a provision with a `term`, or `by-aim = true`", found
                )


def _check_use(pack: Pack, names: Names, by_id: _ById) -> None:
    for provision in pack.provisions.values():
        if provision.id not in names.used:
            f = by_id["provision", provision.id]
            help_ = "name it where it matters, or move it to [[left-out]] with the reason"
            f.wrong("id", "a rule that rests on this provision", f"none for {provision.id!r}", help_)
        for version in provision.versions:
            regime = pack.regimes.get(version.regime)
            if regime is not None and version.term is not None and not version.readings:
                by_id["provision", provision.id].wrong("version", "readings in its regime", "none")
    served = {v.regime for p in pack.provisions.values() for v in p.versions}
    for regime in pack.regimes.values():
        if regime.id not in served:
            by_id["regime", regime.id].wrong("id", "a provision that is counted by this regime", "none")


def forbidden_in(text: Text, pack: Pack) -> list[tuple[str, str, str]]:
    """What of a text the applicant, a relative or the public may not be told: (language, words, why)."""
    found = []
    for rule in pack.forbidden:
        match = re.search(rule.pattern, text.get(rule.lang, ""))
        if match:
            found.append((rule.lang, match[0], rule.why))
    return found


def forbidden_said(text: Text, pack: Pack) -> list[tuple[str, str, str]]:
    """The same of words that may quote the agreed text on absence, which may be said."""
    agreed = [said for d in pack.dangers.values() if d.standing_text for said in d.says.values()]
    rest = dict(text)
    for said in agreed:
        rest = {lang: words.replace(said, " ") for lang, words in rest.items()}
    return forbidden_in(rest, pack)


def _check_advice(pack: Pack, by_id: _ById) -> None:
    for advice in pack.advice.values():
        row = by_id["advice", advice.id]
        for name in advice.provisions:
            provision = pack.provisions.get(name)
            if provision is not None and provision.on(advice.checked) is None:
                found = f"{name!r}, which is not, on {advice.checked.isoformat()}"
                row.wrong("provisions", "provisions in force when the answer was checked", found)
        for key, text in (("says", advice.says), ("label", advice.label)):
            for lang, words, why in forbidden_said(text, pack):
                row.problems.add(
                    row.document,
                    (*row.path, key, lang),
                    f"no such words for this audience: {why}",
                    repr(words),
                )


def _check_speech(pack: Pack, rows: Mapping[str, Sequence[Fields]], problems: Problems) -> None:
    agreed = [f for f in rows["danger"] if f.values.get("standing-text")]
    for f in agreed[1:]:
        expected = "one agreed text in a pack: the words that nobody may be told are let through in it alone"
        f.wrong("standing-text", expected, f"another beside {agreed[0].values.get('id')!r}")
    outside = {a.value for a in Audience if a not in DESK}
    for many in rows.values():
        for f in many:
            audience = f.values.get("audience")
            if (
                not isinstance(audience, list)
                or outside.isdisjoint(audience)
                or f.values.get("standing-text")
            ):
                continue
            for key in _SPOKEN:
                text = f.values.get(key)
                if isinstance(text, dict):
                    for lang, words, why in forbidden_in(text, pack):
                        problems.add(
                            f.document,
                            (*f.path, key, lang),
                            f"no such words for this audience: {why}",
                            repr(words),
                        )
