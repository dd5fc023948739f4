"""Packs released apart from the program: believed where two holders signed, shown first, taken on a word,
never taken back.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from raport.adapters.packs import SHIPPED
from raport.adapters.releases.archive import read_archive, write_archive
from raport.adapters.releases.notes import Note, Signer, new_signer, sign
from raport.adapters.sentences import load_words
from raport.adapters.store import opened
from raport.adapters.store.models import PackInstalled, Setting
from raport.adapters.store.vaults import write_whole
from raport.app import answers, laws, releases
from raport.app.advice import advise, count_holders
from raport.app.docket import lines_of, stale_files
from raport.app.releasing import make_release
from raport.app.updating import change_of
from raport.assess.write import write_assessment
from raport.errors import BadInput
from raport.prose.updating import tell_change
from tests.app.enquired import wrote
from tests.app.filled import file_row, sample_case
from tests.cli.terminal import raport, refused
from tests.desk import PASSPHRASE, TODAY, Desk
from tests.passphrases import seal_lightly

ONE, TWO, EVE = (new_signer(f"keys.example/{n}") for n in ("one", "two", "eve"))
FASTER = ("acts/59-fz.toml", r'(id = "ru\.59\.12\.1".*?count = )30', r"\g<1>15")


def pack(folder: Path, release: int, *changes: tuple[str, str, str]) -> Path:
    """The Russian pack as a newer one: files in which one place is another."""
    shutil.copytree(SHIPPED / "ru", folder)
    for file, before, after in (("pack.toml", r"release = 1", f"release = {release}"), *changes):
        path = folder / file
        text, count = re.subn(before, after, path.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
        assert count == 1
        path.write_text(text, encoding="utf-8")
    return folder


def released(folder: Path) -> bytes:
    """The release of a folder, signed by both holders."""
    found = read_archive(make_release(folder, folder / "none", ONE))
    return write_archive(sign(found.note, TWO), found.files)


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Release 2, in which an appeal is answered in half the time, signed by two."""
    return released(pack(tmp_path_factory.mktemp("packs") / "two", 2, FASTER))


@pytest.fixture
def trusting(desk: Desk) -> Iterator[Desk]:
    """A desk that believes two holders."""
    for one in (ONE, TWO):
        releases.trust(str(one.verifier))
    yield desk
    laws.look()


def believed(data: bytes) -> releases.Release:
    return releases.read_release(data, releases.trusted())


# --- believing --------------------------------------------------------------------------------------------


def test_signatures_of_two_holders_are_needed(trusting: Desk, newer: bytes) -> None:
    found = read_archive(newer)
    assert believed(newer).signed_by == (ONE.name, TWO.name)
    for signers in ((ONE,), (ONE, ONE), (ONE, EVE), (EVE,)):
        note = Note(found.note.text, ())
        for signer in signers:
            note = sign(note, signer)
        with pytest.raises(BadInput, match="signatures of 2 holders"):
            believed(write_archive(note, found.files))
    forged = Note(found.note.text, (found.note.signatures[0], found.note.signatures[0]))
    with pytest.raises(BadInput):
        believed(write_archive(forged, found.files))


def test_a_release_is_believed_by_nobody_at_first(desk: Desk, newer: bytes) -> None:
    assert releases.trusted() == []
    with pytest.raises(BadInput, match="of such: none"):
        believed(newer)


def test_one_key_is_not_two_holders(desk: Desk) -> None:
    releases.trust(str(ONE.verifier))
    again = Signer("keys.example/other-name", ONE.seed)

    with pytest.raises(BadInput, match="a key of another holder"):
        releases.trust(str(again.verifier))
    with pytest.raises(BadInput, match="another name"):
        releases.trust(str(new_signer(ONE.name).verifier))
    with pytest.raises(BadInput, match="a public key"):
        releases.trust("keys.example/one+none")
    assert releases.distrust(ONE.name)
    assert not releases.distrust(ONE.name)
    assert releases.trusted() == []


def test_the_checker_refuses_what_two_have_signed(trusting: Desk, tmp_path: Path) -> None:
    good = pack(tmp_path / "good", 2)
    text = "[[advice]]\nid = 'x'\n"
    files = {p.relative_to(good).as_posix(): p.read_bytes() for p in good.rglob("*.toml")}
    from raport.adapters.releases.archive import manifest_of

    bad = {**files, "advice.toml": files["advice.toml"] + text.encode()}
    note = Note(str(manifest_of("ru", 2, laws.pack_of("ru").checked, bad)), ())

    with pytest.raises(BadInput, match=r"ru/advice\.toml"):
        believed(write_archive(sign(sign(note, ONE), TWO), bad))
    said = Note(str(manifest_of("ru", 3, laws.pack_of("ru").checked, files)), ())
    with pytest.raises(BadInput, match="what the pack says of itself"):
        believed(write_archive(sign(sign(said, ONE), TWO), files))


def test_the_second_holder_signs_only_what_he_has_himself(tmp_path: Path) -> None:
    mine, his = pack(tmp_path / "mine", 2), pack(tmp_path / "his", 2, FASTER)
    out = tmp_path / "a.pack"
    out.write_bytes(make_release(mine, out, ONE))

    with pytest.raises(BadInput, match="a release of these files"):
        make_release(his, out, TWO)
    out.write_bytes(b"no release")
    with pytest.raises(BadInput, match="a release of a pack"):
        make_release(mine, out, TWO)
    with pytest.raises(BadInput, match="`release` in"):
        make_release(Path("tests/packs/eu-access"), tmp_path / "b.pack", ONE)


# --- taking -----------------------------------------------------------------------------------------------


def test_it_is_shown_before_it_is_taken_and_showing_changes_nothing(trusting: Desk, newer: bytes) -> None:
    author, case, row = trusting.boris, sample_case(trusting, "x9"), wrote(trusting)
    text = answers.answer_of("ru", "written-answer", TODAY)
    assert text is not None
    advise(row.id, text.text, author, answer=text.id)
    release, words = believed(newer), load_words("en")

    change = change_of(release, releases.open_cases_of("ru"), author, words, lambda _n: None)

    told = tell_change(change, TODAY, words)
    assert "ru.59.12.1" in told
    terms = re.findall(r" (was|now): [^\[]*?\([^)\d]*(\d+)[^)]*\)", told)
    assert terms == [("was", "30"), ("now", "15")]
    assert [c.name for c in change.changed] == [f"k{case.number}"]
    assert "f1" in "\n".join(change.changed[0].lines)
    assert [t["en"] for t in change.red] == ["An appeal is answered in writing"]
    assert (change.people, change.first) == ((0, 1), (f"k{row.number}",))
    assert all(len(line) <= 80 for line in told.splitlines())
    assert laws.pack_of("ru").release == 1
    assert not PackInstalled.objects.exists()
    assert not Setting.objects.filter(name="advice-texts").exists()
    assert count_holders(author.member, TODAY) == 0


def test_taken_it_is_the_law_of_every_assessment_until_a_newer_one(trusting: Desk, newer: bytes) -> None:
    from raport.app.docket import assess_file

    author, case = trusting.boris, sample_case(trusting, "x5")
    text = answers.answer_of("ru", "written-answer", TODAY)
    assert text is not None
    advise(case.id, text.text, author, answer=text.id)
    assert stale_files(TODAY) == []

    releases.install(believed(newer), author)

    assert laws.pack_stamp("ru").endswith("r2")
    _, assessment = assess_file(case.id, author.member, TODAY)
    written = write_assessment(assessment, laws.pack_of("ru"))
    assert written["law"]["release"] == 2  # type: ignore[index] # a tree of JSON
    assert stale_files(TODAY) == [case.id]
    assert lines_of([file_row(case.id)], author.member, TODAY)[case.id].stale
    red = answers.answer_of("ru", text.id, TODAY)
    assert red is not None
    assert list(red.why) == ["ru.59.12.1"]
    assert count_holders(author.member, TODAY) == 1
    with pytest.raises(BadInput, match="a release after 2"):
        releases.install(believed(newer), author)


def test_an_older_one_is_never_put_in_its_place(trusting: Desk, tmp_path: Path, newer: bytes) -> None:
    same = released(pack(tmp_path / "same", 1))
    third = released(pack(tmp_path / "third", 3))
    with pytest.raises(BadInput, match="a release after 1; found release 1"):  # what ships counts too
        releases.install(believed(same), trusting.boris)

    releases.install(believed(third), trusting.boris)

    with pytest.raises(BadInput, match="a release after 3; found release 2"):
        releases.install(believed(newer), trusting.boris)
    assert laws.pack_of("ru").release == 3


def test_another_vault_has_the_law_that_ships(trusting: Desk, newer: bytes) -> None:
    releases.install(believed(newer), trusting.boris)
    assert laws.pack_of("ru").release == 2
    key = opened.key()

    opened.forget()
    assert laws.pack_of("ru").release == 1  # locked: nothing of the vault is known
    opened.open_with(key)
    assert laws.pack_of("ru").release == 2


# --- in the terminal --------------------------------------------------------------------------------------


def test_a_group_signs_shows_and_takes_a_release(trusting: Desk, newer: bytes, tmp_path: Path) -> None:
    folder = trusting.vault.folder
    write_whole(trusting.vault.key, seal_lightly(opened.key(), PASSPHRASE))
    connections.close_all()
    ours, env = (
        pack(tmp_path / "pack", 2, FASTER),
        {"RAPORT_KEY_PASSPHRASE": "k", "RAPORT_PASSPHRASE": PASSPHRASE},
    )
    out = tmp_path / "a.pack"

    def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
        return raport("law", *words, env=env)

    for signer in (ONE, TWO):
        key = tmp_path / signer.name.replace("/", "-")
        key.write_bytes(seal_lightly(signer.secret().encode(), "k"))
        done = run("release", ours, "--out", out, "--key", key)
        assert done.returncode == 0, done.stderr
        if signer is ONE:
            (told,) = refused(run("update", out, "--vault", folder, "--yes"))
            assert "signatures of 2 holders of trusted keys" in told
    assert out.read_bytes() == newer
    shown = run("update", out, "--vault", folder, "--lang", "ru")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Ничего не изменено" in shown.stdout
    taken = run("update", out, "--vault", folder, "--lang", "ru", "--yes")
    assert taken.returncode == 0
    assert "Взято: право этого сейфа теперь ru" in taken.stdout
    (told,) = refused(run("update", out, "--vault", folder, "--yes"))
    assert "expected a release after 2; found release 2" in told
    (told,) = refused(run("release", ours, "--out", out, "--key", out))
    assert "the passphrase of this key" in told
