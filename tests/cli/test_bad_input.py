"""Bad input through the command itself: the exact message, exit status 2, and the good files all the same."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from tests.cli.terminal import ENVIRONMENT, HEAD, ROOT, case_file, raport, refused

CASE = HEAD.format(case="b1")
EVENT = '\n[[event]]\nid = "{id}"\nkind = "{kind}"\non = {on}\n'
ON = 'expected for `on` a day: 2019-10-10, "2019-10", "2019-07~", "2019-07/2019-09" or ".."'
TOO_DEEP = "expected a case file or a pack; found tables or lists hundreds deep; is it the right file?"
BEFORE = "look at this line and the one before it"


def event(on: str, kind: str = "threat", id_: str = "e1") -> str:
    return EVENT.format(id=id_, kind=kind, on=on)


BAD: dict[str, tuple[str | bytes, str]] = {
    "unreadable.toml": (
        "raport = 1\ncase = \n",
        f":2: expected readable TOML; found Invalid value; {BEFORE}",
    ),
    "unreadable.json": ('{"raport": 1,}', ":1: expected JSON; found "),
    "kind.toml": (
        CASE + event("2019-10-10", kind="filedd"),
        ":7: expected for `kind` a kind of event (one of ",
    ),
    "no-date.toml": (CASE + event('"31.02.2019"'), f':8: {ON}; found "31.02.2019"; year first: 2019-02-31'),
    "no-such-day.toml": (
        CASE + event("2019-02-31"),
        f":8: expected readable TOML; found Invalid date or datetime; {BEFORE}",
    ),
    "circle.toml": (
        CASE
        + event('{ before = "e2", by = "P1M" }')
        + event('{ before = "e3" }', id_="e2")
        + event('{ before = "e1" }', id_="e3"),
        ":8: expected days of which one at last stands by itself; found a circle: e1 -> e2 -> e3 -> e1",
    ),
    "reversed.toml": (
        CASE + event('"2019-10/2019-09"'),
        f':8: {ON}; found "2019-10/2019-09"; the interval ends before it begins: turn it round',
    ),
    "no-pack.toml": (
        CASE.replace('"ru"', '"atlantis"'),
        ":3: expected a pack (ru) or the folder of one; found 'atlantis'; see docs/formats/pack.md",
    ),
    "cp1251.toml": (
        (CASE + "# \u043f\u0440\u043e\u0432\u0435\u0440\u043a\u0430\n" * 9).encode("cp1251"),
        ":4: expected text in UTF-8; found what looks like Windows-1251; save it as UTF-8",
    ),
    "utf-16.toml": (
        CASE.encode("utf-16"),
        ": expected text in UTF-8; found what looks like UTF-16; save it as UTF-8",
    ),
    "utf-16-without-mark.toml": (
        CASE.encode("utf-16-le"),
        ":1: expected text in UTF-8; found what looks like UTF-16; save it as UTF-8",
    ),
    "utf-32.toml": (
        CASE.encode("utf-32"),
        ": expected text in UTF-8; found what looks like UTF-32; save it as UTF-8",
    ),
    "empty.toml": (
        "",
        ":1: expected raport = 1, the version of this format; found nothing; is this a case file?",
    ),
    "empty.json": ("", ":1: expected JSON; found Expecting value in column 1"),
    "binary.toml": (
        bytes(range(256)) * 9,
        ":1: expected text in UTF-8; found bytes that are no text; save it as UTF-8",
    ),
    "nul.toml": (
        CASE + 'notice = { en = "a\0b" }\n',
        ":4: expected text in UTF-8; found bytes that are no text; save it as UTF-8",
    ),
    "deep.toml": (CASE + "identity = " + "[" * 5000 + "]" * 5000, f": {TOO_DEEP}"),
    "deep.json": ('{"raport": ' + "[" * 100_000 + "]" * 100_000 + "}", f": {TOO_DEEP}"),
    "deep-enough.json": ('{"raport": ' + "[" * 150 + "]" * 150 + "}", f": {TOO_DEEP}"),
    "endless-key.toml": (CASE + "identity" + ".a" * 200_000 + " = 1\n", f": {TOO_DEEP}"),
    "endless-number.toml": (
        CASE + '[[filing]]\nid = "f1"\nkind = "appeal"\ncount = ' + "9" * 5000,
        ": expected numbers of a few digits; found one of thousands; write it as text, if it is one",
    ),
    "endless-number.json": (
        '{"raport": ' + "9" * 5000 + "}",
        ": expected numbers of a few digits; found one of thousands; write it as text, if it is one",
    ),
    "no-number.json": ('{"raport": NaN}', ": expected JSON; found NaN, which JSON does not have"),
    "list.json": ("[1]", ":1: expected an object at the top; found a list"),
    "weird-id.toml": (
        CASE + event("2019-10-10", id_="e\u200b1"),
        ":6: expected for `id` an id (up to 64 Latin letters, digits, - and _); found a text of 3 characters",
    ),
    "turned-round.toml": (
        CASE.replace("b1", "\u202eb1"),
        ":2: expected for `case` an id (up to 64 Latin letters, digits, - and _); found a text",
    ),
    "far-year.toml": (
        CASE + event('"Y17000"'),
        f':8: {ON}; found "Y17000"; days are counted from 0001 to 9999',
    ),
    "later.toml": (
        "raport = 2\n",
        ":1: expected raport = 1, the version of this format; found 2; it was written for a later Raport",
    ),
}


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_with_the_message_and_nothing_else(name: str, tmp_path: Path) -> None:
    text, message = BAD[name]
    write(tmp_path / name, text)

    done = raport("assess", name, cwd=tmp_path)

    (line,) = refused(done)
    assert line.startswith(f"{name}{message}")
    assert done.stdout == ""


def test_of_one_bad_file_there_is_no_json_and_of_several_a_list_of_the_good(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("raport = ", encoding="utf-8")

    assert raport("assess", "bad.toml", "--json", cwd=tmp_path).stdout == ""
    assert raport("assess", ".", "--json", cwd=tmp_path).stdout == "[]\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that is bad, and among it three good files."""
    tmp_path = tmp_path_factory.mktemp("folder")
    for name, (text, _) in BAD.items():
        write(tmp_path / name, text)
    case_file(tmp_path / "aa-good.toml", "good-1")
    write(tmp_path / "mark.toml", b"\xef\xbb\xbf" + HEAD.format(case="good-2").encode())
    write(tmp_path / "zz-good.toml", HEAD.format(case="good-3").replace("\n", "\r\n"))
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "device.toml").symlink_to("/dev/zero")
    (tmp_path / "nowhere.toml").symlink_to("gone.toml")
    (tmp_path / "round.toml").symlink_to("round.toml")
    with (tmp_path / "large.toml").open("wb") as large:
        large.truncate(200 * 1024 * 1024)  # sparse: nothing is written
    return tmp_path


def test_the_good_ones_among_the_bad_are_assessed(folder: Path) -> None:
    done = raport("assess", ".", cwd=folder, env={"LANG": "en"})

    lines = refused(done)
    assert len(lines) == len(BAD) + 5
    assert [line for line in done.stdout.splitlines() if line.startswith("Case ")] == [
        f"Case good-{n}: where it stands on {done.stdout.partition(' stands on ')[2].splitlines()[0]}"
        for n in (1, 2, 3)
    ]


def test_what_is_no_file_is_told_and_not_waited_for(folder: Path) -> None:
    lines = refused(raport("assess", "pipe.toml", "device.toml", "nowhere.toml", "round.toml", cwd=folder))

    assert lines == [
        "pipe.toml: expected a file or a folder; found something else",
        "device.toml: expected a file or a folder; found something else",
        "nowhere.toml: expected a file or a folder; found nothing of this name; is the path right?",
        "round.toml: expected a readable file; found Too many levels of symbolic links",
    ]


def test_a_file_of_200_mb_is_refused_unread_and_at_once(folder: Path) -> None:
    began = time.monotonic()
    lines = refused(raport("assess", "large.toml", cwd=folder))

    assert lines == ["large.toml: expected a file of at most 20 MB; found 200 MB; is it the right file?"]
    assert time.monotonic() - began < 10  # a process starts in a fraction of that; 200 MB would take minutes


def test_two_files_of_one_case_are_told_with_both_names(tmp_path: Path) -> None:
    case_file(tmp_path / "a.toml", "same")
    case_file(tmp_path / "b.toml", "same")

    done = raport("assess", "a.toml", "b.toml", cwd=tmp_path)

    (line,) = refused(done)
    assert line == (
        'b.toml: expected each case in one file; found "same", which a.toml holds too; '
        "one case has one file: join them, or give one of them another id"
    )
    assert "same" in done.stdout


def test_a_folder_without_cases_and_a_name_that_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "readme.txt").touch()

    assert refused(raport("assess", "notes", "gone", cwd=tmp_path)) == [
        "notes: expected case files (*.toml, *.json) in the folder; found none; is it the right one?",
        "gone: expected a file or a folder; found nothing of this name; is the path right?",
    ]
    assert refused(raport("explain", "notes", "f1", "x", cwd=tmp_path)) == [
        "notes: expected a case file; found a folder; name one file in it"
    ]
    (line,) = refused(raport("assess", cwd=tmp_path))
    assert line.startswith("expected a case file or a folder; found nothing; raport assess FILE...")


def test_a_file_or_folder_without_permission_is_told(tmp_path: Path) -> None:
    """As a user whom permissions bind: root is none, so the child gives its power up first."""
    case_file(tmp_path / "good.toml", "good")
    case_file(tmp_path / "closed.toml", "closed").chmod(0)
    (tmp_path / "inner").mkdir(mode=0)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == Path.home().owner() and os.access(folder, os.W_OK) and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
        if folder.parent == folder or not folder.name.startswith(("pytest", "test", tmp_path.name)):
            break
    child = textwrap.dedent("""
        import os, sys
        from raport.cli import main
        main(["assess", "good.toml"])  # all modules and the pack are read
        sys.stdout.flush()
        if os.geteuid() == 0:
            os.setgroups([])
            os.seteuid(65534)
        sys.exit(main(["assess", "."]))
    """)

    done = subprocess.run(
        [sys.executable, "-c", child], cwd=tmp_path, capture_output=True, encoding="utf-8", env=ENVIRONMENT
    )
    (tmp_path / "inner").chmod(0o700)

    assert refused(done) == [
        "closed.toml: expected a file that may be read; found no permission to read it; ask its owner",
        "inner: expected a file that may be read; found no permission to read it; ask its owner",
    ]
    assert done.stdout.count("Case good") == 2


def test_signs_that_a_terminal_would_obey_are_written_out(tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[31m.toml").write_text("raport = ", encoding="utf-8")

    (line,) = refused(raport("assess", ".", cwd=tmp_path))

    assert line.startswith("a\\n\\x1b[31m.toml: expected readable TOML")


def test_a_pack_with_mistakes_is_told_whole_and_where_it_is_asked_for(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    for path in (ROOT / "tests/packs/eu-access").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        (pack / path.name).write_text(text.replace('bearer = "authority"', 'bearer = "us"'), encoding="utf-8")
    case_file(tmp_path / "a.toml", "a1")

    checked = refused(raport("law", "check", "pack", cwd=tmp_path))
    assessed = refused(raport("assess", "a.toml", "--pack", "pack", cwd=tmp_path))

    assert checked == assessed
    for line in checked:
        assert "expected one of applicant, authority, court for `bearer`; found 'us'" in line
        assert line.startswith("pack/rules.toml:")


def test_a_pack_that_dangles_is_told(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    for path in (ROOT / "tests/packs/eu-access").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        (pack / path.name).write_text(text.replace('clocks = ["', 'clocks = ["x', 1), encoding="utf-8")

    lines = refused(raport("law", "check", "pack", cwd=tmp_path))

    assert any("expected the id of a clock; found 'x" in line for line in lines), lines


# --- what a message may not repeat --------------------------------------------------------------------------

CANARY = "Zyablikov"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("value.toml", CASE + f'identity = "{CANARY}"\n'),
        ("account-value.toml", CASE + f'account = "{CANARY}"\n'),
        ("account-one.toml", CASE + event("2019-10-10") + f'[account]\ne1 = "{CANARY}"\n'),
        ("twice.toml", CASE + f"[identity]\n{CANARY} = 1\n{CANARY} = 2\n"),
        ("tables.toml", CASE + f"[identity.{CANARY}]\n[identity.{CANARY}]\n"),
        ("inline.toml", CASE + f"identity = {{ {CANARY} = 1, {CANARY} = 2 }}\n"),
        ("twice.json", f'{{"raport": 1, "identity": {{"{CANARY}": 1, "{CANARY}": 2}}}}'),
        ("unclosed.toml", CASE + f'[identity]\nname = "{CANARY}\n'),
        ("unclosed.json", f'{{"raport": 1, "identity": {{"name": "{CANARY}}}'),
        ("bare.toml", CASE + f"[identity]\nname = {CANARY}\n"),
        ("spaces.toml", CASE + f"[identity]\n{CANARY} Ivan = 1\n"),
        ("account.toml", CASE + f'[account.e9]\nnote = "{CANARY}"\n'),
        ("account-key.toml", CASE + f'[account."{CANARY} I."]\nnote = "x"\n'),
        ("note.toml", CASE + event("2019-10-10") + f'note = "{CANARY} said"\n'),
        ("kind.toml", CASE + event("2019-10-10", kind=f"{CANARY} threatened")),
        ("day.toml", CASE + event(f'"when {CANARY} came"')),
        ("person.toml", CASE + f'[[person]]\nid = "p1"\nrole = "mother"\nmay = "speak"\nname = "{CANARY}"\n'),
        ("case.toml", CASE.replace("b1", f"{CANARY} I.")),
        ("jurisdiction.toml", CASE.replace('"ru"', f'"{CANARY} I."')),
        ("source.toml", CASE + f'[sources."{CANARY} I."]\ntitle = "x"\nreliability = "document"\n'),
    ],
)
def test_no_name_is_repeated(name: str, text: str, tmp_path: Path) -> None:
    write(tmp_path / name, text)

    done = raport("assess", name, cwd=tmp_path)

    assert refused(done)
    assert CANARY.lower() not in (done.stderr + done.stdout).lower()


def test_no_name_of_a_good_file_leaves_it(tmp_path: Path) -> None:
    rest = event("2019-10-10") + f'\n[account.e1]\nnote = "{CANARY}"\n\n[identity]\nname = "{CANARY}"\n'
    case_file(tmp_path / "a.toml", "a1", rest)

    for words in (("assess", "a.toml"), ("assess", "a.toml", "--json"), ("explain", "a.toml", "f1", "x")):
        done = raport(*words, cwd=tmp_path)
        assert CANARY not in done.stdout + done.stderr
