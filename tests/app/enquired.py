"""Enquiries of the cast for tests."""

import io

from raport.adapters.store.rows import FileRow
from raport.app.enquiries import take_enquiry
from raport.app.intake import Came, read_drop
from tests.desk import Desk

MOTHER = "[10.10.2019 12:33] Мария: сына Алексея Зарубина забрали из госпиталя, телефон +7 912 345-67-89"


def wrote(desk: Desk, text: str = MOTHER, *, sender: str = "mother", about: str = "") -> FileRow:
    """An enquiry that somebody pasted."""
    (parcel,) = read_drop(text, "", [])
    return take_enquiry(parcel, "ru", desk.boris, sender=sender, about=about)


def came(name: str, data: bytes) -> Came:
    """A file that was dropped in."""
    return Came(name, io.BytesIO(data))
