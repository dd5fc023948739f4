"""A model of the operator's: only the one whose hash was written down; a child says why it heard nothing."""

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from raport.adapters.speech import FasterWhisper, NotHeardError, hash_of_model, whisper


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"weights" * 1000)
    (folder / "config.json").write_text("{}")
    return folder


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper, "version", lambda name: "1.2.1")


def why(transcriber: FasterWhisper, sound: bytes = b"OggS") -> str:
    with pytest.raises(NotHeardError) as refused:
        transcriber.hear(lambda into: into(sound))
    return refused.value.why


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this system")
def test_the_hash_is_the_one_that_a_shell_prints(model: Path) -> None:
    shell = subprocess.run(
        ["sh", "-c", "LC_ALL=C sha256sum * | sha256sum"],
        cwd=model,
        capture_output=True,
        text=True,
        check=True,
    )

    assert hash_of_model(model) == shell.stdout.split()[0]


def test_a_model_that_was_changed_or_renamed_is_another(model: Path) -> None:
    before = hash_of_model(model)
    (model / "model.bin").rename(model / "model2.bin")
    renamed = hash_of_model(model)
    (model / "model2.bin").write_bytes(b"weights" * 999 + b"weightS")

    assert len({before, renamed, hash_of_model(model)}) == 3


def test_another_model_is_refused_before_the_recording_is_asked_for(model: Path, engine: None) -> None:
    asked: list[bool] = []
    with pytest.raises(NotHeardError) as refused:
        FasterWhisper(model, "0" * 64).hear(lambda into: asked.append(True))

    assert refused.value.why == "other-model"
    assert not asked


def test_no_folder_is_no_model(tmp_path: Path, engine: None) -> None:
    assert why(FasterWhisper(tmp_path / "nothing", "0" * 64)) == "no-model"
    assert why(FasterWhisper(tmp_path, "0" * 64)) == "no-model"


def test_without_the_extra_nothing_is_heard(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(whisper, "version", missing)
    assert why(FasterWhisper(model, hash_of_model(model))) == "no-engine"


def test_what_is_no_model_for_the_engine_is_told_by_the_child(model: Path, engine: None) -> None:
    """With the hash right, the child itself cannot load these bytes (or has no engine to load them with)."""
    assert why(FasterWhisper(model, hash_of_model(model).upper())) == "no-model"
