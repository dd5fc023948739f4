"""Russian words and names in their cases (pymorphy3, petrovich), and the forms that people put right.

A rule that is not sure of a word says so; what a person wrote down stands above every rule.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from raport.law.letters import Cases

type Mended = Mapping[tuple[str, Cases], str]
"""What people wrote down: the words, the case, the right form."""

_TAGS = {
    Cases.NOM: "nomn",
    Cases.GEN: "gent",
    Cases.DAT: "datv",
    Cases.ACC: "accs",
    Cases.INS: "ablt",
    Cases.LOC: "loct",
}
_ADJECTIVES = ("ADJF", "PRTF")
_LETTERS = re.compile("[\u0400-\u04ff]")
_PARTS = 3
"""Family name, given name, patronymic."""
_DECLINED_AT_END = re.compile("[\u0431-\u0434\u0436\u0437\u0439-\u043d\u043f-\u0442\u0444-\u0449\u044c]$")
"""A man's family name that ends in a consonant changes; one that does not was not understood."""
_PLURAL_AT_END = re.compile("[\u044b\u0438]\u0445$")
"""But for names that are the genitive of a plural: they never change."""


class Russian:
    """Puts Russian words into cases."""

    def __init__(self, mended: Mended | None = None) -> None:
        self._mended = mended or {}

    def phrase(self, words: str, case: Cases) -> tuple[str, bool]:
        """A rank, a post, a paper, a unit: the head and its adjectives change, what follows stays."""
        mended = self._mended.get((words, case))
        if mended is not None:
            return mended, True
        if case is Cases.NOM:
            return words, True
        tokens = words.split(" ")
        head, noun = self._head(tokens)
        if noun is None:
            return words, _fixed(tokens[0])
        changed, sure = list(tokens), True
        for n in range(head + 1):
            parse = noun if n == head else self._adjective(tokens[n])
            if parse is None:
                continue  # a word that stands in the genitive already
            result = _inflected(parse, noun, case)
            sure = sure and result is not None and _is_known(tokens[n])
            changed[n] = _as_written(result or tokens[n], tokens[n])
        return " ".join(changed), sure

    def name(self, name: str, case: Cases) -> tuple[str, bool]:
        """A person's name, family name first."""
        mended = self._mended.get((name, case))
        if mended is not None:
            return mended, True
        parts = name.split()
        if case is Cases.NOM or not parts:
            return name, True
        if not _LETTERS.search(name):
            return name, False
        feminine = self.feminine(name)
        gender = None if feminine is None else ("female" if feminine else "male")
        rules = (_names().lastname, _names().firstname, _names().middlename)
        changed = [
            part if "." in part else rule(part, _case(case), gender)
            for part, rule in zip(parts, rules, strict=False)
        ]
        sure = feminine is not None and len(parts) <= _PARTS
        sure = sure and self._agrees(parts[0], changed[0], case, feminine=bool(feminine))
        return " ".join([*changed, *parts[_PARTS:]]), sure

    def short(self, name: str) -> str:
        """The family name with initials."""
        family, *given = name.split()
        initials = (part if "." in part else f"{part[0]}." for part in given)
        return "\N{NO-BREAK SPACE}".join([family, *initials])

    def feminine(self, name: str) -> bool | None:
        """By the patronymic, else by the given name."""
        for part, tag in zip(reversed(name.split()[1:_PARTS]), self._tags_of(name), strict=False):
            if "." in part:
                continue
            for parse in _parses(part):
                if tag in parse.tag and parse.tag.gender in ("masc", "femn"):
                    return bool(parse.tag.gender == "femn")
        return None

    # --- pieces -------------------------------------------------------------------------------------------

    def _tags_of(self, name: str) -> Sequence[str]:
        return ("Patr", "Name") if len(name.split()) >= _PARTS else ("Name",)

    def _agrees(self, word: str, result: str, case: Cases, *, feminine: bool) -> bool:
        """Whether nothing speaks against the form: the dictionary, where it has the word, or its ending."""
        if not feminine and result == word:
            return not _DECLINED_AT_END.search(word) or bool(_PLURAL_AT_END.search(word))
        if feminine or not self._known(word):
            return True
        forms = set()
        for parse in _parses(word):
            if parse.tag.POS == "NOUN" and "nomn" in parse.tag and "plur" not in parse.tag:
                form = parse.inflect({_TAGS[case]})
                forms.add(None if form is None else form.word.replace("\u0451", "\u0435"))
        return not forms or result.lower().replace("\u0451", "\u0435") in forms

    def _head(self, tokens: Sequence[str]) -> tuple[int, Any]:
        """The word on which the others hang, and how it is read; None where nothing in it changes."""
        last: tuple[int, Any] = (0, None)
        for n, token in enumerate(tokens):
            if _parses(token)[0].tag.POS == "PREP":
                return last
            adjective = self._adjective(token)
            noun = self._noun(token)
            if noun is not None and (adjective is None or n + 1 == len(tokens)):
                return n, noun
            if adjective is not None:
                last = (n, adjective)
            elif noun is None and last[1] is not None:
                return last  # an adjective that is itself the noun: what follows it stays
        return last

    def _noun(self, token: str) -> Any:
        for parse in _parses(token):
            if parse.tag.POS == "NOUN" and {"nomn", "sing"} in parse.tag and not _fixed(token):
                return parse
        return None

    def _adjective(self, token: str) -> Any:
        for parse in _parses(token):
            if parse.tag.POS in _ADJECTIVES and {"nomn", "sing"} in parse.tag:
                return parse
        return None

    def _known(self, token: str) -> bool:
        """Whether the dictionary has it: a name, which is not kept in mind."""
        return bool(_morph().word_is_known(token))


@cache
def _morph() -> Any:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - a dictionary of 8 MB, for letters alone

    return MorphAnalyzer(lang="ru")


@cache
def _parses(token: str) -> Sequence[Any]:
    return tuple(_morph().parse(token))


@cache
def _is_known(token: str) -> bool:
    return bool(_morph().word_is_known(token))


@cache
def _names() -> Any:
    from petrovich.main import Petrovich  # noqa: PLC0415 - for letters alone

    return Petrovich()


def _case(case: Cases) -> int:
    from petrovich.enums import Case  # noqa: PLC0415 - for letters alone

    return {
        Cases.GEN: Case.GENITIVE,
        Cases.DAT: Case.DATIVE,
        Cases.ACC: Case.ACCUSATIVE,
        Cases.INS: Case.INSTRUMENTAL,
        Cases.LOC: Case.PREPOSITIONAL,
    }[case]


@cache
def _inflected(parse: Any, noun: Any, case: Cases) -> str | None:
    """The word in the case; an adjective as its noun has it: gender, and whether it is alive."""
    if parse.tag.POS not in _ADJECTIVES:
        form = parse.inflect({_TAGS[case], "sing", *filter(None, (parse.tag.gender, parse.tag.animacy))})
        return None if form is None else str(form.word)
    if noun.tag.POS in _ADJECTIVES:  # a man named by an adjective: a private
        gender, alive = parse.tag.gender, True
    else:
        gender, alive = noun.tag.gender, noun.tag.animacy == "anim"
    tag = _TAGS[case]
    if case is Cases.ACC and gender in ("masc", "neut"):
        tag = "gent" if alive and gender == "masc" else "nomn"
    form = parse.inflect({tag, gender, "sing"})
    return None if form is None else str(form.word)


def _as_written(result: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return result.upper()
    return result[:1].upper() + result[1:] if word[:1].isupper() else result


def _fixed(token: str) -> bool:
    """An abbreviation or a number: it never changes."""
    return token.isupper() or any(c in ".,/" or c.isdigit() for c in token)
