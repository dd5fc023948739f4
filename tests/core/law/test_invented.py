"""The invented country shows everything a pack may say."""

from collections.abc import Sequence

import pytest

from raport.documents import Document
from tests.core.law.asked import listen


def test_every_key_the_reader_knows_is_shown(
    documents: Sequence[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = listen(documents, monkeypatch)

    assert len(asked.keys) > 200  # it was heard at all
    assert asked.keys - asked.present == set()
