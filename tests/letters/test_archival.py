"""Every PDF that is given out is PDF/A-1b, by a validator that is not ours: Apache PDFBox Preflight."""

import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from raport.adapters.letters import write_letter_pdf
from raport.adapters.letters.glyphs import INSTEAD, shown
from raport.adapters.letters.pdf import _compiler
from raport.app.drafts import make
from raport.drafting import Paragraph, Run
from raport.drafting.sheet import MOST_BY_HAND, lines_by_hand
from raport.law.letters import As, Form
from tests.letters.cases import PACK
from tests.letters.test_files import one_of_each

JARS = Path("/usr/share/java")
NEEDED = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
"""Debian's libpdfbox2-java and libjaxb-api-java with what they bring."""


def validated(folder: Path, files: dict[str, bytes]) -> dict[str, list[str]]:
    """What the validator has against each of the files; all of them in one run."""
    java, jars = shutil.which("java"), [JARS / f"{name}.jar" for name in NEEDED]
    if java is None or not all(jar.exists() for jar in jars):
        pytest.skip("no PDFBox Preflight on this machine")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    listed = folder / "list.txt"
    listed.write_text("\n".join(str(folder / name) for name in files), encoding="utf-8")
    program = ("-cp", os.pathsep.join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b")
    subprocess.run([java, *program, "xml", "group", listed], check=True, capture_output=True, timeout=300)
    told = ET.parse(f"{listed}.preflight.xml").getroot()  # noqa: S314 - written by the validator, just now
    found = {}
    for one in told.iter("preflight"):
        valid = one.find("isValid")
        assert valid is not None
        errors = [f"{e.findtext('code')} {e.findtext('details')}" for e in one.iter("error")]
        assert (valid.text == "true") == (not errors)
        found[one.attrib["name"]] = errors
    return found


def some_of_each() -> dict[str, bytes]:
    """A letter of each kind, and of every third what is copied by hand."""
    found: dict[str, bytes] = {}
    for number, (kind, drafted) in enumerate({key[0]: one for key, one in one_of_each().items()}.items()):
        found[f"{kind}.pdf"] = make(drafted, Form.PDF)
        letter = drafted.letter
        by_hand = Form.HAND in letter.skeleton.forms and lines_by_hand(letter.hand) <= MOST_BY_HAND
        if number % 3 == 0 and by_hand:
            found[f"{kind}-hand.pdf"] = make(drafted, Form.HAND)
    return found


@pytest.mark.slow
def test_every_pdf_is_archival_by_another_program(tmp_path: Path) -> None:
    files = some_of_each()
    odd = "Ёж — №\u00a05 ₽ «да» \u200b\u00ad\U0001f600 漢 \x07 \ud800 ﬁ e\u0301"
    files["odd.pdf"] = write_letter_pdf(
        [Paragraph(As.TEXT, (Run(odd), Run("кто", blank=True)))], date(2025, 1, 1), odd
    )
    wrong = re.sub(rb"pdfaid:part>1<", b"pdfaid:part>2<", files["odd.pdf"])

    found = validated(tmp_path, {**files, "wrong.pdf": wrong})

    assert len(files) > len(PACK.letters.skeletons)
    assert found.pop("wrong.pdf") != []  # the validator looks
    assert found == {name: [] for name in files}


def test_what_the_fonts_lack_is_replaced_and_all_that_is_let_through_can_be_shown() -> None:
    every = "".join(map(chr, range(0x20, 0x30000)))
    let_through = shown(every)
    assert len(let_through) == len(every)
    kept = [c for c, told in zip(every, let_through, strict=True) if c == told]
    assert 500 < len(kept) < 2500
    assert set("Ёёқҷ№₽«»—éß") <= set(kept)

    # the stricter standard, by which typst refuses what has no shape
    strict = partial(_compiler("letter.typ").compile, format="pdf", pdf_standards=["a-2b"])
    told = {"title": "", "on": {"year": 2025, "month": 1, "day": 1}}
    part = {"part": "title", "number": "", "runs": [{"text": " ".join(kept), "blank": False}]}
    for paragraphs in ([part], [{**part, "part": "text"}]):
        assert strict(sys_inputs={"letter": json.dumps({**told, "paragraphs": paragraphs})})
    assert shown("Ё \U0001f600\ud800漢\x07\u202e") == "Ё " + INSTEAD * 5
