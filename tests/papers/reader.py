"""Whether this machine can read scans; where all is required, it must."""

import pytest

from raport.adapters.ocr.machine import NoReaderError, languages


def _can_read() -> bool:
    try:
        return "rus" in languages()
    except NoReaderError:
        return False


needs_reader = pytest.mark.skipif(not _can_read(), reason="no Tesseract with Russian")
