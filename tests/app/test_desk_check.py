"""`raport desk check`: every row that is kept is compared with a fresh assessment, from the terminal."""

from datetime import date

import pytest

from raport.adapters.store import opened
from raport.adapters.store.models import Docket, File
from raport.app.docket import recompute
from raport.cli import main
from tests.app.filled import sample_case
from tests.desk import PASSPHRASE, Desk


@pytest.fixture(autouse=True)
def for_scripts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase is in the environment, and nothing of this run stays in it."""
    monkeypatch.setenv("RAPORT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("RAPORT_VAULT", str(desk.vault.folder))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "raport.web.desk.settings")


def check(desk: Desk) -> int:
    return main(["desk", "check", str(desk.vault.folder)])


def filled(desk: Desk) -> list[str]:
    """Two cases, their rows computed for the day on which the check is run."""
    ids = [sample_case(desk, name).id for name in ("s3", "s4")]
    list(recompute(ids, desk.boris.member, date.today()))
    return ids


def test_rows_that_are_equal_are_counted_and_the_vault_is_locked_again(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    filled(desk)

    assert check(desk) == 0

    assert capsys.readouterr().out == "2 of 2 open cases: 2 equal to a fresh assessment\n"
    assert not opened.is_open()


def test_a_row_that_differs_is_named_by_number_and_id_alone(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = filled(desk)
    File.objects.filter(id=ids[1]).update(rank=0)

    assert check(desk) == 2

    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"k2 {ids[1]}: its row differs from a fresh assessment",
        "2 of 2 open cases: 1 equal to a fresh assessment, 1 differs",
    ]


def test_a_row_whose_day_has_passed_is_told_and_is_no_fault(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = filled(desk)
    Docket.objects.filter(file_id=ids[0]).update(on=date(2020, 1, 1), valid_until=date(2020, 1, 2))

    assert check(desk) == 0

    assert "1 stale" in capsys.readouterr().out


def test_another_passphrase_opens_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened.forget()
    monkeypatch.setenv("RAPORT_PASSPHRASE", PASSPHRASE + "?")

    assert check(desk) == 2

    assert "the passphrase of this vault" in capsys.readouterr().err
    assert not opened.is_open()


def test_a_folder_that_is_no_vault_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desk", "check", str(desk.vault.folder / "nowhere")]) == 2

    assert "the folder of a vault" in capsys.readouterr().err
