"""The names a pack has given, as they stand while it is read: what a reference may point at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from raport.documents import Fields
from raport.documents.fields import listed, near
from raport.law.model import Choice, Kind, Role

BUILTIN = ("authority", "ground", "day", "count", "event", "filing", "flag", "remedy")
"""Types of fields and facts that are no list of the pack's."""

FLAG = frozenset({"yes", "no"})
OF_CASE = frozenset({"@about", "@addressee", "@not-competent"})
"""Words for authorities that depend on the case."""

MODALITIES = ("done", "claimed", "threatened", "attempted")
PROOFS = ("documented", "witnessed", "own-word", "none")
BASES = ("seen", "told", "inferred")
"""What a case file may say of how an event is known."""

EVENT_KEYS = (
    "id",
    "kind",
    "filing",
    "on",
    "until",
    "source",
    "basis",
    "modality",
    "proof",
    "exhibits",
    "follows",
    "corrects",
    "via",
)
"""What every event of a case file has; a kind's own fields have other names."""

FILING_FIELDS: Mapping[str, str] = {
    "kind": "filing-kind",
    "asks": "asks",
    "ground": "ground",
    "to": "authority",
    "about": "authority",
    "author": "author",
    "channel": "channel",
    "what": "what",
    "count": "count",
}
"""The words of a filing, with the list each is taken from."""


@dataclass(slots=True)
class Names:
    """Every name of the pack, by table."""

    ids: Mapping[str, frozenset[str]]
    choices: Mapping[str, Choice] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict)
    used: dict[str, None] = field(default_factory=dict)

    def of(self, table: str) -> frozenset[str]:
        """The names of one table."""
        return self.ids.get(table, frozenset())

    def refer(self, fields: Fields, key: str, table: str, name: str) -> None:
        """Check that a name exists; remember the provisions that are used."""
        if table == "provision":
            self.used[name] = None
        self.find(fields, key, table, name)

    def find(self, fields: Fields, key: str, table: str, name: str) -> None:
        """Check that a name exists."""
        if name not in self.of(table):
            fields.wrong(
                key,
                f"the id of {'an' if table[0] in 'aeiou' else 'a'} {table}",
                f"{name!r}, which the pack does not have",
                near(name, self.of(table)),
            )

    def kinds_of(self, role: str) -> frozenset[str]:
        """The kinds of event with this role."""
        return frozenset(k.id for k in self.kinds.values() if k.role is Role(role))

    def check_word(self, fields: Fields, key: str, type_: str, word: str) -> None:
        """Check that a word belongs to a list of words or to a built-in type."""
        match type_:
            case "authority":
                self._check_authority(fields, key, word)
            case "ground" | "remedy":
                self.refer(fields, key, type_, word)
            case "flag":
                if word not in FLAG:
                    fields.wrong(key, "yes or no", repr(word))
            case "day" | "count" | "event" | "filing":
                pass  # compared as it is written
            case _:
                choice = self.choices.get(type_)
                if choice is not None and word not in choice.options:
                    help_ = near(word, choice.options) or f"the choice {type_} has: {listed(choice.options)}"
                    fields.wrong(key, f"a word of the choice {type_!r}", repr(word), help_)

    def _check_authority(self, fields: Fields, key: str, word: str) -> None:
        if word in OF_CASE:
            return
        if word.startswith("@"):
            if word[1:] not in self.groups:
                known = listed({f"@{g}" for g in self.groups} | OF_CASE)
                fields.wrong(
                    key,
                    "a group of authorities",
                    repr(word),
                    near(word[1:], self.groups) or f"known: {known}",
                )
            return
        self.refer(fields, key, "authority", word)

    def check_type(self, fields: Fields, key: str, type_: str) -> None:
        """Check that a type is built in or a choice of the pack."""
        if type_ not in BUILTIN and type_ not in self.choices:
            known = (*BUILTIN, *self.choices)
            fields.wrong(
                key, "a choice of the pack, or " + ", ".join(BUILTIN), repr(type_), near(type_, known)
            )
