"""What may stand in the files of the house. Each rule is a function over a text; a planted fault is found."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

type Rule = Callable[[str], list[str]]


def tracked(*patterns: str) -> Iterator[Path]:
    """The files git knows under these patterns, as they are on disk now."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            yield ROOT / name


def lines_matching(pattern: str, text: str) -> list[str]:
    return [
        f"{number}: {line.strip()}"
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]


# ---- the rules


def cyrillic(text: str) -> list[str]:
    """Russian words are the packs' and the translations'; no Python has one, in docstrings neither."""
    return lines_matching(r"[\u0400-\u04ff]", text)


def machine_paths(text: str) -> list[str]:
    """A path of one machine: a stranger has another."""
    return lines_matching(r"(?<![\w.~$}])/(?:(?:tmp|root|work|opt)/|home/[a-z])", text)


def registry_hosts(text: str) -> list[str]:
    """Where packages come from is the client's own setting; only the lock names it."""
    return lines_matching(r"(?i)\bpypi\.(?:org|python)|pythonhosted\.|registry\.npmjs|deb\.debian\.", text)


def unreasoned_silence(text: str) -> list[str]:
    """A silenced check says why, on its line: `# noqa: S102 - our own text`."""
    found = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT:
            continue
        silenced = re.search(r"#\s*(?:noqa\b|type:\s*ignore\b|pragma:)(.*)", token.string)
        if silenced is None:
            continue
        reason = re.sub(r"^(?::?\s*[A-Z]+[0-9]+[\s,]*)+|^\[[\w, -]*\]", "", silenced[1])
        if len(re.findall(r"[^\W\d_]", reason)) < 8:
            found.append(f"{token.start[0]}: {token.string}")
    return found


def undocumented(text: str) -> list[str]:
    """A module, and each public function and class of it, says what a caller may rely on."""
    tree = ast.parse(text)
    found = [] if ast.get_docstring(tree) else ["1: the module"]
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        overload = any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)
        if not overload and not ast.get_docstring(node):
            found.append(f"{node.lineno}: {node.name}")
    return found


NOT_WORDS = re.compile(
    r"""
    \\[a-z]                         # an escape of a string or a pattern: \\n, \\b
    | [a-z]*(?:_[a-z]+)*\{[^}]*\}    # a gap to be filled; it may take a Russian ending
    """,
    re.VERBOSE,
)


def mixed_script(text: str) -> list[str]:
    """A word of Latin and Cyrillic letters is a slip of the hand, or somebody passing a filter."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for word in re.findall(r"[^\W\d_]+", NOT_WORDS.sub(" ", line)):
            if re.search(r"[a-zA-Z]", word) and re.search(r"[\u0400-\u04ff]", word):
                found.append(f"{number}: {word}")
    return found


# ---- the house keeps them


RULES: list[tuple[Rule, tuple[str, ...]]] = [
    (cyrillic, ("src/**.py",)),
    # naughty strings are others' and are to be as they are
    (machine_paths, (".", ":!*.md", ":!*.lock", ":!tests/web/vendored/blns.json")),
    (registry_hosts, (".", ":!*.lock")),
    (unreasoned_silence, ("*.py",)),
    (undocumented, ("src/**.py", ":!src/**/migrations/0*.py")),  # those Django writes
    (mixed_script, ("src/**.toml", "src/**.json")),
]


@pytest.mark.parametrize(("rule", "patterns"), RULES, ids=lambda value: getattr(value, "__name__", ""))
def test_the_house_keeps_the_rule(rule: Rule, patterns: tuple[str, ...]) -> None:
    faults = []
    for path in tracked(*patterns):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a sample of a broken encoding, or no text at all
        faults += [f"{path.relative_to(ROOT)}:{fault}" for fault in rule(text)]

    assert not faults, f"{rule.__doc__}\n" + "\n".join(faults)


def test_every_package_has_its_first_line() -> None:
    folders = {path.parent for path in tracked("src/raport/**.py")}

    lacking = [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").is_file()]

    assert not lacking, "packages without an __init__.py that says what they are"


def test_the_rules_look_at_something() -> None:
    assert len(list(tracked("src/**.py"))) >= 9
    assert len(list(tracked("."))) > len(list(tracked("*.py")))


# ---- and each can fail


PLANTED: list[tuple[Rule, str]] = [
    (cyrillic, '"""A term (срок)."""'),
    (cyrillic, "# ч. 1 ст. 12"),
    (machine_paths, "cp x /" + "tmp/x"),
    (machine_paths, 'path = "/' + 'home/boris/case.toml"'),
    (registry_hosts, "--index-url https://pypi" + ".org/simple"),
    (unreasoned_silence, "import os  # " + "noqa"),
    (unreasoned_silence, "import os  # " + "noqa: F401, E402"),
    (unreasoned_silence, "x = f()  # type: " + "ignore[no-any-return]"),
    (undocumented, '"""A module."""\ndef answer_due(): ...'),
    (undocumented, '"""A module."""\nclass Term: ...'),
    (undocumented, "x = 1"),
    (mixed_script, 'title = "p\u0430\u043f\u043e\u0440\u0442"'),
    (mixed_script, "т\u0065рмин"),
]


@pytest.mark.parametrize(("rule", "text"), PLANTED)
def test_a_planted_fault_is_found(rule: Rule, text: str) -> None:
    assert len(rule(text)) == 1


SOUND: list[tuple[Rule, str]] = [
    (cyrillic, '"""A term of 30 days (day by day)."""'),
    (machine_paths, "see docs/home/index and src/tmp/x, ~/work/x, $TMPDIR/tmp/x"),
    (registry_hosts, "installed from PyPI by name"),
    (unreasoned_silence, "exec(x)  # " + "noqa: S102 - our own text"),
    (unreasoned_silence, "x = f()  # type: " + "ignore[no-any-return]  # edtf has no types"),
    (unreasoned_silence, 'text = "# ' + 'noqa"'),
    (undocumented, '"""A module."""\ndef _helper(): ...'),
    (mixed_script, "по e-mail, 59-ФЗ, в/ч 12345, {day}го, {count} дней"),
    (mixed_script, 'text = "строка\\nи ещё\\tодна"'),
    (mixed_script, r"patterns = ['\bне\b', '\\bсут']"),
]


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_what_is_sound_passes(rule: Rule, text: str) -> None:
    assert rule(text) == []
