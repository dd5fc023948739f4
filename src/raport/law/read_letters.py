"""The letters of a pack, read and checked: no place that cannot be filled, no provision that is not there."""

import re
from collections.abc import Iterable, Mapping, Sequence

from raport.documents import Fields
from raport.documents.fields import listed, near
from raport.law.letters import (
    ALWAYS,
    BLOCKS,
    OFFERED,
    PLACES,
    As,
    Becomes,
    Blank,
    Cases,
    Citation,
    Ending,
    Form,
    Frame,
    Letters,
    Offer,
    Paper,
    Part,
    Party,
    Script,
    Skeleton,
    Telling,
    Voice,
    normal,
)
from raport.law.model import Provision, RemedyRule, Role
from raport.law.read_words import read_text
from raport.law.words import MODALITIES, Names

type Rows = Mapping[str, Sequence[Fields]]

LETTER_TABLES = (
    *("letter", "frame", "telling", "party", "voice", "citation", "paper", "blank", "script"),
    *("offer", "ending"),
)
"""Tables that make letters; every one has an id of its own."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_PLACE = re.compile(r"(?P<place>[a-z][a-z.-]*)(?::(?P<case>[a-z]+))?$")
_DIGITS = re.compile(r"\d+")
_CASES = tuple(c.value for c in Cases)
_FILLED = frozenset((As.FACTS, As.ANNEXES))
"""Parts without a text of their own."""


def read_letters(rows: Rows, names: Names, languages: Sequence[str]) -> Letters:
    """All tables of letters; mistakes are noted with the fields."""
    r = _Reader(names, languages)
    return Letters(
        skeletons={x.id: x for x in (r.done(f, r.skeleton(f)) for f in rows["letter"])},
        frames={x.id: x for x in (r.done(f, r.frame(f)) for f in rows["frame"])},
        tellings={x.id: x for x in (r.done(f, r.telling(f)) for f in rows["telling"])},
        parties={x.id: x for x in (r.done(f, r.party(f)) for f in rows["party"])},
        voices={x.id: x for x in (r.done(f, r.voice(f)) for f in rows["voice"])},
        citations={x.id: x for x in (r.done(f, r.citation(f)) for f in rows["citation"])},
        papers={x.id: x for x in (r.done(f, r.paper(f)) for f in rows["paper"])},
        blanks={x.id: x for x in (r.done(f, r.blank(f)) for f in rows["blank"])},
        scripts={x.id: x for x in (r.done(f, r.script(f)) for f in rows["script"])},
        offers={x.id: x for x in (r.done(f, r.offer(f)) for f in rows["offer"])},
        endings={x.id: x for x in (r.done(f, r.ending(f)) for f in rows["ending"])},
    )


def check_letters(
    letters: Letters,
    rows: Rows,
    remedies: Mapping[str, RemedyRule],
    provisions: Mapping[str, Provision],
    acts: Mapping[str, Mapping[str, str]],
) -> None:
    """What only shows when the whole pack is there. `acts`: how each act is cited."""
    by_id = {(table, str(f.values.get("id"))): f for table in rows for f in rows[table]}
    for citation in letters.citations.values():
        if citation.id in provisions:
            provision = provisions[citation.id]
            known = (*provision.cite.values(), *acts[provision.act].values())
            _same_numbers(by_id["citation", citation.id], citation, known)
    if not letters.skeletons:
        return
    for remedy in remedies.values():
        if remedy.letter and remedy.letter not in letters.skeletons:
            f = by_id["remedy", remedy.id]
            f.wrong("letter", "the id of a letter", None, near(remedy.letter, letters.skeletons))
    named = {r.letter for r in remedies.values()}
    for skeleton in letters.skeletons.values():
        f = by_id["letter", skeleton.id]
        if skeleton.id not in named:
            f.wrong("id", "a remedy that names this letter", "none")
        if skeleton.frame not in letters.frames:
            f.wrong("frame", "the id of a frame", None, near(skeleton.frame, letters.frames))
        if skeleton.script and skeleton.script not in letters.scripts:
            f.wrong("script", "the id of a script", None, near(skeleton.script, letters.scripts))


def _same_numbers(f: Fields, citation: Citation, known: Iterable[str]) -> None:
    """A letter cites no article that the provision itself does not name."""
    allowed = {number for text in known for number in _DIGITS.findall(text)}
    for key, said in (("text", citation.text), ("again", citation.again)):
        inner = Fields(f.document, (*f.path, key), said, f.problems)
        for lang, text in said.items():
            other = [n for n in _DIGITS.findall(text) if n not in allowed]
            if other:
                expected = "only numbers that stand in the `cite` of the provision or its act"
                inner.wrong(lang, expected, other[0])


class _Reader:
    def __init__(self, names: Names, languages: Sequence[str]) -> None:
        self.names = names
        self.languages = languages
        self.named: dict[str, Fields] = {}  # every name of a field of templates

    def done[T](self, f: Fields, value: T) -> T:
        f.text("note", "")
        f.done()
        return value

    def skeleton(self, f: Fields) -> Skeleton:
        forms = frozenset(Form(f_) for f_ in self.among(f, "forms", [x.value for x in Form]))
        hand = tuple(self.part(p) for p in f.tables("hand"))
        skeleton = Skeleton(
            id=f.text("id"),
            label=self.text(f, "label"),
            language=f.word("language", self.languages, self.languages[0]),
            frame=f.text("frame"),
            parts=tuple(self.part(p) for p in f.tables("part")),
            forms=forms | ALWAYS,
            whole=f.flag("whole"),
            kinds=self.listed(f, "kinds", "kind"),
            first_hand=f.flag("first-hand"),
            hand=hand,
            mark=f.text("mark", ""),
            telegram=self.places(f, "telegram", f.text("telegram", "")),
            script=f.text("script", ""),
            prints=read_text(f, "prints", self.languages, needed=False),
            becomes=self.becomes(f),
        )
        self._forms(f, skeleton)
        return skeleton

    def becomes(self, f: Fields) -> Becomes | None:
        table = f.table("becomes")
        if table is None:
            return None
        made = Becomes(
            kind=table.text("kind", ""),
            asks=table.text("asks", ""),
            begins=table.text("begins", ""),
            challenges=table.flag("challenges"),
        )
        if not made.kind and (not made.begins or made.asks or made.challenges):
            table.wrong(
                "kind", "the kind of paper it is; or `begins` alone, an event of the paper it goes with"
            )
        if made.kind:
            self.names.check_word(table, "kind", "filing-kind", made.kind)
        if made.asks:
            self.names.check_word(table, "asks", "asks", made.asks)
        kind = self.names.kinds.get(made.begins)
        if made.begins and (kind is None or kind.role is not Role.BEGINS):
            table.wrong("begins", "a kind of event by which a paper begins", repr(made.begins))
        table.done()
        return made

    def _forms(self, f: Fields, skeleton: Skeleton) -> None:
        needs = (
            (Form.HAND, "hand", bool(skeleton.hand)),
            (Form.HAND, "mark", bool(skeleton.mark)),
            (Form.TELEGRAM, "telegram", bool(skeleton.telegram)),
            (Form.PHONE, "script", bool(skeleton.script)),
        )
        for form, key, given in needs:
            if given and form not in skeleton.forms:
                f.wrong("forms", f"{form.value!r} in `forms`, since there is `{key}`")
            elif form in skeleton.forms and not given:
                f.wrong(key, f"`{key}`, since `forms` has {form.value!r}")
        if Form.HAND not in skeleton.forms and not skeleton.prints:
            f.wrong("prints", "`prints`: who can print it, since it is not copied by hand")

    def frame(self, f: Fields) -> Frame:
        head, foot = (tuple(self.part(p) for p in f.tables(key)) for key in ("head", "foot"))
        return Frame(f.text("id"), head, foot)

    def part(self, f: Fields) -> Part:
        as_ = As(f.word("as", [a.value for a in As], "text"))
        text = f.text("text", "" if as_ in _FILLED else None)
        part = Part(
            as_=as_,
            text=self.places(f, "text", text),
            law=self.provisions(f),
            grounds=self.listed(f, "grounds", "ground"),
            asks=self.words(f, "asks", "asks"),
            papers=self.words(f, "papers", "filing-kind"),
            events=self.listed(f, "events", "kind"),
            by=self.words(f, "by", "author"),
            optional=f.flag("optional"),
        )
        if part.law and "{law}" not in text:
            f.wrong("text", "`{law}`, where the provisions of `law` are cited", None)
        if "{law}" in text and not part.law:
            f.wrong("law", "the provisions that `{law}` cites")
        f.done()
        return part

    def telling(self, f: Fields) -> Telling:
        kind = f.text("kind")
        fields: Mapping[str, str] = {}
        if kind in self.names.kinds:
            fields = self.names.kinds[kind].fields
        else:
            f.wrong("kind", "a kind of event", None, near(kind, self.names.kinds))
        text = self.text(f, "text")
        for lang in text:
            inner = Fields(f.document, (*f.path, "text"), text, f.problems)
            self.places(inner, lang, text[lang], fields)
        return Telling(
            id=f.text("id"),
            kind=kind,
            modalities=frozenset(self.among(f, "modality", MODALITIES) or ("done", "claimed")),
            text=text,
            words=self.field_words(f, fields),
            shy=f.flag("shy"),
            own=f.flag("own"),
        )

    def field_words(self, f: Fields, fields: Mapping[str, str]) -> dict[str, frozenset[str]]:
        table = f.table("words")
        found = {}
        for key in table.values if table is not None else ():
            assert table is not None
            if key not in fields:
                table.wrong(key, f"a field of the kind: {listed(fields)}", repr(key), near(key, fields))
            words = table.words(key)
            for word in words:
                self.names.check_word(table, key, fields.get(key, "day"), word)
            found[key] = frozenset(words)
        return found

    def party(self, f: Fields) -> Party:
        id_ = f.text("id")
        self.names.refer(f, "id", "authority", id_)
        lacks = read_text(f, "lacks", self.languages, needed=False)
        return Party(id_, self.text(f, "name"), lacks)

    def voice(self, f: Fields) -> Voice:
        id_ = f.text("id")
        self.names.check_word(f, "id", "author", id_)
        who = f.words("who")
        if who and len(who) != len(Cases):
            f.wrong("who", f"the pronoun in {len(Cases)} cases: {', '.join(_CASES)}")
        is_self = f.flag("self")
        if is_self and not who:
            f.wrong("who", "the pronoun of him who writes himself")
        knows = self.words(f, "knows", "reliability")
        return Voice(id_, is_self, knows, who, read_text(f, "relation", self.languages, needed=False))

    def citation(self, f: Fields) -> Citation:
        id_ = f.text("id")
        self._provision(f, "id", id_)
        again = read_text(f, "again", self.languages, needed=False)
        return Citation(id_, self.text(f, "text"), again)

    def paper(self, f: Fields) -> Paper:
        kind, asks = f.text("kind", ""), f.text("asks", "")
        if bool(kind) == bool(asks):
            f.wrong("kind", "exactly one of `kind` and `asks`")
        elif kind:
            self.names.check_word(f, "kind", "filing-kind", kind)
        else:
            self.names.check_word(f, "asks", "asks", asks)
        return Paper(f.text("id"), kind, asks, self.text(f, "text"))

    def blank(self, f: Fields) -> Blank:
        id_ = f.text("id")
        if id_ not in PLACES:
            f.wrong("id", "a place of letters", repr(id_), near(id_, PLACES) or f"known: {listed(PLACES)}")
        return Blank(id_, self.text(f, "hint"))

    def offer(self, f: Fields) -> Offer:
        place = f.word("place", sorted(OFFERED))
        case = Cases(f.word("case", _CASES, _CASES[0]))
        if place in BLOCKS and case is not Cases.NOM:
            f.wrong("case", "no case: a part of a letter has none")
        return Offer(f.text("id"), place, case, self.called(f), self.text(f, "label"))

    def ending(self, f: Fields) -> Ending:
        return Ending(f.word("id", _CASES), self.called(f))

    def called(self, f: Fields) -> dict[str, tuple[str, ...]]:
        """Names by language; each is one thing only."""
        found: dict[str, tuple[str, ...]] = {}
        table = f.table("names")
        if table is None:
            f.wrong("names", "`names`: what people call it, by language")
            return found
        for lang in self.languages:
            found[lang] = table.words(lang)
            for name in found[lang]:
                taken = self.named.setdefault(normal(name), f)
                if not normal(name) or taken is not f:
                    table.wrong(lang, "a name that no other offer or ending has", repr(name))
        table.done()
        return found

    def script(self, f: Fields) -> Script:
        say, note, never = (f.words(key) for key in ("say", "note-down", "never"))
        call = self.places(f, "call", f.text("call"))
        for key, many in (("say", say), ("note-down", note)):
            if not many:
                f.wrong(key, f"at least one sentence for `{key}`")
            for text in many:
                self.places(f, key, text, ("facts",))
        language = f.word("language", self.languages, self.languages[0])
        return Script(f.text("id"), language, call, say, note, never)

    # --- pieces -------------------------------------------------------------------------------------------

    def text(self, f: Fields, key: str) -> Mapping[str, str]:
        return read_text(f, key, self.languages)

    def listed(self, f: Fields, key: str, table: str) -> frozenset[str]:
        words = f.words(key)
        for word in words:
            self.names.refer(f, key, table, word)
        return frozenset(words)

    def words(self, f: Fields, key: str, type_: str) -> frozenset[str]:
        words = f.words(key)
        for word in words:
            self.names.check_word(f, key, type_, word)
        return frozenset(words)

    def among(self, f: Fields, key: str, known: Sequence[str]) -> tuple[str, ...]:
        words = f.words(key)
        for word in words:
            if word not in known:
                f.wrong(key, f"words among {', '.join(known)}", repr(word), near(word, known))
        return tuple(w for w in words if w in known)

    def provisions(self, f: Fields) -> tuple[str, ...]:
        words = f.words("law")
        for word in words:
            self._provision(f, "law", word)
        return words

    def _provision(self, f: Fields, key: str, name: str) -> None:
        """That the provision is there. A letter that cites it is no rule that rests on it."""
        known = self.names.of("provision")
        if name not in known:
            f.wrong(key, "the id of a provision", repr(name), near(name, known))

    def places(self, f: Fields, key: str, text: str, fields: Iterable[str] = ()) -> str:
        """The text, when every brace in it is a place, a choice by gender or a blank."""
        known = PLACES | frozenset(fields)
        for inside in _BRACES.findall(text):
            if inside.startswith("?") and inside[1:].strip():
                continue
            if "|" in inside:
                if inside.count("|") != 1:
                    f.wrong(key, "two forms in a choice by gender, such as {he|she}", "{" + inside + "}")
                continue
            match = _PLACE.match(inside)
            if match is None or match["place"] not in known:
                name = match["place"] if match else inside
                help_ = near(name, known) or f"known: {listed(known)}"
                f.wrong(key, "a place that letters can fill", "{" + inside + "}", help_)
            elif match["case"] is not None and match["case"] not in _CASES:
                f.wrong(key, f"a case: {', '.join(_CASES)}", "{" + inside + "}")
        if "{" in _BRACES.sub("", text) or "}" in _BRACES.sub("", text):
            f.wrong(key, "braces in pairs", None)
        return text
