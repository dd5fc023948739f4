"""What a letter asks of a language: words and names in a case, and whether a name is a woman's.

`Plain` serves languages without cases; the Russian one is an adapter.
"""

from typing import Protocol

from raport.law.letters import Cases


class Grammar(Protocol):
    """Puts words into cases. Each answer says whether the rule was sure of it."""

    def phrase(self, words: str, case: Cases) -> tuple[str, bool]:
        """A rank, a post, a paper, a unit."""

    def name(self, name: str, case: Cases) -> tuple[str, bool]:
        """A person's name: family name, given name, patronymic."""

    def short(self, name: str) -> str:
        """The name with initials."""

    def feminine(self, name: str) -> bool | None:
        """Whether it is a woman's name; None where the name does not say."""


class Plain:
    """A language in which words do not change."""

    def phrase(self, words: str, case: Cases) -> tuple[str, bool]:  # noqa: ARG002 - the same in every case
        """The same words."""
        return words, True

    def name(self, name: str, case: Cases) -> tuple[str, bool]:  # noqa: ARG002 - the same in every case
        """The same name."""
        return name, True

    def short(self, name: str) -> str:
        """The same name."""
        return name

    def feminine(self, name: str) -> bool | None:  # noqa: ARG002 - no name says so here
        """Not known."""
        return None
