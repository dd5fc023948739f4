"""What the forms of a case offer, from the pack's own words: kinds, fields, lists, in the reader's
language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from raport.casefile import Case, CaseFile
from raport.law import Choice, Kind, Pack, Role, Text
from raport.prose import Saying, Words
from raport.prose.saying import capital

CAME_BACK = (
    Role.ARRIVES,
    Role.IS_RECORDED,
    Role.ANSWERS,
    Role.SENDS_BACK,
    Role.PASSES_ON,
    Role.EXTENDS,
    Role.DECIDES,
    Role.IS_CARRIED_OUT,
    Role.ENDS,
)
HAPPENED = (Role.HARMS, Role.ENDANGERS, Role.TELLS_SAFE, Role.STATES)
FILED = (Role.BEGINS, Role.CHALLENGES)
GROUPS: Mapping[str, tuple[Role, ...]] = {"came-back": CAME_BACK, "happened": HAPPENED, "filed": FILED}
"""The three doors to a new event; the fourth, a decision, stands beside each step."""


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a list."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: `options` for a list, none for a text."""

    name: str
    label: str
    options: tuple[Option, ...] = ()
    many: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """What one pack offers in one language."""

    pack: Pack
    words: Words

    def text(self, text: Text) -> str:
        """A sentence of the pack."""
        return self.words.of(text)

    def kinds(self, group: str) -> list[tuple[str, list[Option]]]:
        """The kinds of event of a door, by role, each with its label."""
        by_role = []
        for role in GROUPS[group]:
            found = [Option(k.id, self.text(k.label)) for k in self.pack.kinds.values() if k.role is role]
            if found:
                by_role.append((role.value, found))
        return by_role

    def group_of(self, kind: Kind) -> str:
        """Through which door a kind comes in."""
        return next((name for name, roles in GROUPS.items() if kind.role in roles), "happened")

    def choice(self, name: str) -> tuple[Option, ...]:
        """The words of a closed list."""
        known = self.pack.choices.get(name)
        return () if known is None else self._options(known)

    def _options(self, choice: Choice) -> tuple[Option, ...]:
        return tuple(Option(o.id, self.text(o.label)) for o in choice.options.values())

    def decisions(self) -> tuple[Option, ...]:
        """What may be decided about a step."""
        kind = next((k for k in self.pack.kinds.values() if k.role is Role.CHOOSES), None)
        return () if kind is None else self.choice(kind.fields["choice"])

    def authorities(self) -> tuple[Option, ...]:
        """The authorities, as people name them."""
        return tuple(Option(a.id, self.text(a.label)) for a in self.pack.authorities.values())

    def of_type(self, type_: str, file: CaseFile | None, say: Saying | None) -> tuple[Option, ...]:
        """The words a field of this type may have; empty for days and counts."""
        match type_:
            case "authority":
                return self.authorities()
            case "ground":
                return tuple(Option(g.id, self.text(g.label)) for g in self.pack.grounds.values())
            case "remedy":
                return tuple(Option(r.id, self.text(r.label)) for r in self.pack.remedies.values())
            case "flag":
                return (Option("yes", self.words("yes")), Option("no", self.words("no")))
            case "event":
                return events_of(file, say)
            case "filing":
                return filings_of(file, say)
            case "day" | "count":
                return ()
            case _:
                return self.choice(type_)

    def fields_of(self, kind: Kind, file: CaseFile, say: Saying) -> list[Field]:
        """The fields of a kind of event; the label is the question the pack asks, or the list's name."""
        fields = []
        for name, type_ in kind.fields.items():
            asked = kind.asks.get(name)
            fields.append(
                Field(
                    name,
                    self.text(asked) if asked else capital(say.field_name(name)),
                    self.of_type(type_, file, say),
                    day=type_ == "day",
                )
            )
        return fields

    def facts(self, names: Iterable[str]) -> list[Field]:
        """Facts of the person, asked as the pack asks."""
        found = (self.pack.facts[n] for n in names if n in self.pack.facts)
        return [
            Field(
                f.id,
                self.text(f.asks) or self.text(f.label),
                self.of_type(f.type, None, None),
                day=f.type == "day",
            )
            for f in found
        ]


def filings_of(file: CaseFile | None, say: Saying | None) -> tuple[Option, ...]:
    """The filings of a case, by their titles."""
    if file is None or say is None:
        return ()
    return tuple(Option(f.id, say.filing_title(f)) for f in file.case.filings)


def events_of(file: CaseFile | None, say: Saying | None) -> tuple[Option, ...]:
    """The events of a case, as the chronicle names them."""
    if file is None or say is None:
        return ()
    return tuple(Option(e.id, f"{e.id} {say.label(e)}") for e in (*file.case.events, *file.account.events))


def sources_of(case: Case) -> tuple[Option, ...]:
    """The sources a case has."""
    return tuple(Option(s.id, s.title) for s in case.sources.values())
