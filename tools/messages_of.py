"""What the desk says, found in templates and Python, and its catalogues."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT / "src" / "raport" / "app", ROOT / "src" / "raport" / "web")
LOCALE = ROOT / "src" / "raport" / "web" / "desk" / "locale"
LANGUAGES = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 "
    ": n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
_GAP = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, with its plural where it counts and its context where one is named."""

    id: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it one in a catalogue."""
        return self.context, self.id


def found(language: str) -> dict[tuple[str, str], Message]:
    """The messages that this language's catalogue must hold, in the order of their places."""
    return {
        m.key: m
        for m in everything()
        if m.plural or bool(re.search(r"[\u0400-\u04ff]", m.id)) != (language == "ru")
    }


def everything() -> Iterator[Message]:
    """Every message of the desk."""
    for folder in SOURCES:
        for path in sorted(folder.rglob("*.py")):
            yield from in_python(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html")):
            # The template's tags as calls; all else is blanked out, so what is left may be cut at them
            calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            for call in re.finditer(r"(?<!\w)(?:_|n?p?gettext)\((?=u?['\"])", calls):
                yield from in_python(_whole_call(calls[call.start() :]))


def in_python(text: str) -> Iterator[Message]:
    """The messages of a piece of Python."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in CALLS:
            continue
        said = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if not said:
            continue
        context = said.pop(0) if name.startswith("pgettext") else ""
        yield Message(said[0], said[1] if name.startswith("ngettext") else "", context)


def _whole_call(text: str) -> str:
    """The call that the text begins with, up to the bracket that closes it."""
    for end in (n for n, letter in enumerate(text) if letter == ")"):
        try:
            ast.parse(text[: end + 1])
        except SyntaxError:
            continue
        return text[: end + 1]
    raise ValueError(text[:80])


def path_of(language: str) -> Path:
    """Where its catalogue lies."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str, wanted: dict[tuple[str, str], Message]) -> polib.POFile:
    """The catalogue with what was translated before; new messages empty, those that are gone left out."""
    path = path_of(language)
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    book = polib.POFile(wrapwidth=110)
    book.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": LANGUAGES[language],
    }
    # By msgid, so that two who add at once seldom touch the same lines
    for message in sorted(wanted.values(), key=lambda m: (m.id, m.context)):
        known = old.find(message.id, msgctxt=message.context or False)
        entry = polib.POEntry(msgid=message.id, msgctxt=message.context or None)
        if message.plural:
            entry.msgid_plural = message.plural
            forms = int(LANGUAGES[language][len("nplurals=")])
            before = known.msgstr_plural if known else {}
            entry.msgstr_plural = {n: before.get(n, "") for n in range(forms)}
        elif known:
            entry.msgstr = known.msgstr
        if known:
            entry.flags = list(known.flags)
        book.append(entry)
    return book


def compiled(book: polib.POFile) -> bytes:
    """The catalogue as gettext reads it."""
    return book.to_binary()


def save(book: polib.POFile, path: Path) -> None:
    """Write the catalogue."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(str(path))


def faults() -> list[str]:
    """What is missing, unsure, out of date, or has other gaps than its message; empty where all is well."""
    wrong = []
    for language in LANGUAGES:
        wanted, path = found(language), path_of(language)
        have = {(e.msgctxt or "", e.msgid): e for e in polib.pofile(str(path))}
        wrong += [f"{language}: missing: {key[1]}" for key in wanted if key not in have]
        wrong += [f"{language}: said nowhere any more: {key[1]}" for key in have if key not in wanted]
        for entry in have.values():
            wrong += [f"{language}: {fault}: {entry.msgid}" for fault in faults_of(entry)]
        compiled_now = compiled(catalogue(language, wanted))
        if path.with_suffix(".mo").read_bytes() != compiled_now:
            wrong.append(f"{language}: the .mo is another: run tools/messages")
    return wrong


def faults_of(entry: polib.POEntry) -> Iterator[str]:
    """What is wrong with one translation."""
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not all(texts):
        yield "not translated"
        return
    if entry.fuzzy:
        yield "unsure (fuzzy)"
    gaps = sorted(set(_GAP.findall(entry.msgid_plural or entry.msgid)))
    for text in texts:
        if sorted(set(_GAP.findall(text))) != gaps:
            yield f"other gaps than {gaps}"
