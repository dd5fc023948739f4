"""A desk on which something of every kind lies, so that every page and every form of it can be met."""

import io
from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

from PIL import Image

from raport.adapters.store.members import members
from raport.adapters.store.rows import FileRow
from raport.adapters.store.speech import set_model as set_speech_model
from raport.app import consents, duties, importing, papers, reading
from raport.app import letters_out as letters
from raport.app import members as house
from raport.app.advice import advise
from raport.app.answers import save_answer
from raport.app.docket import recompute, stale_files
from raport.app.enquiries import make_case, take_enquiry
from raport.app.exhibits import stop, take_in, tell
from raport.app.files import Author
from raport.app.intake import read_drop
from raport.app.laws import pack_of
from raport.app.origins import supply_key
from raport.app.promises import promise
from raport.app.reading import Scan, ScannedPage
from raport.app.statuses import CLOSED, NO_CONTACT, set_status
from raport.app.templates import bring, map_field
from raport.app.vault import now, today
from raport.drafting import Wish
from raport.reading.papers import PaperPage
from tests.app.enquired import MOTHER
from tests.app.filled import author, joined, sample_case
from tests.desk import PASSPHRASE, Desk
from tests.letters.own import of_lines

TABLE = "№;ФИО;Рапорт подан\n1;Зарубин Олег;10.10.2019\n2;Тихонов;не помню".encode()
FILTER = {"rank": "4"}
LETTER = (
    b"DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s1; h=from; bh=AAAA; b=AAAA\r\n"
    b"From: <x@a.example>\r\n\r\nwords\r\n"
)


def furnish(desk: Desk) -> list[str]:
    """Addresses to begin from: what no link of another page leads to."""
    me = Author(members()[0].id, now(), today())
    eve = joined(desk, "Ева", role="coordinator")
    cases = [sample_case(desk, name).id for name in ("s3", "x5")]
    set_status(cases[1], NO_CONTACT, me)
    promise(cases[0], me.member, me.on + timedelta(days=2), "позвонить", me)
    exhibit = take_in(cases[0], "справка.txt", io.BytesIO(b"text"), me, note="печать")
    stopped = take_in(cases[0], "тайна.txt", io.BytesIO(b"text"), me)
    house.set_password(me.member, "", PASSPHRASE, PASSPHRASE, me.at)
    house.invite("caseworker", "none", me)
    duties.add_duty(eve.id, me.on, me.on + timedelta(days=1))
    promise(cases[1], eve.id, me.on, "написать", me)
    duties.hand_over(eve.id, me.member, me)
    duties.keep_filter(me.member, "мой отбор", FILTER)
    save_answer("Первый ответ", "Здравствуйте. Мы напишем вам.", "ru", me, provisions=["ru.59.12.1"])
    then = replace(me, on=date(2022, 8, 15))  # a text, and advice, that the law has left
    save_answer("По желанию", "Просите по собственному желанию.", "ru", then, provisions=["ru.53.51.6"])
    advise(cases[0], "Просите по собственному желанию.", me, provisions=["ru.53.51.6"], told_on=then.on)
    enquiries = [_enquiry(me).id for _ in range(2)]
    beside = [f"/{name}/{id_}/" for name, id_ in _machines(cases[0], me)]
    began = make_case(_enquiry(me).id, me).id
    table = importing.bring("t.csv", TABLE, me, "ru")
    stop(stopped.id, me, eve.id)
    own = bring("Наша жалоба.docx", of_lines("{{кому}} {{адресс}} {{нечто}}"), me)
    map_field(own, "нечто", "фио", pack_of("ru"))
    _letter(cases[0], me, desk)
    for one in consents.asked(cases[1], me):
        consents.give(cases[1], one.use, one.audience.id, "applicant", one.words, me)
    closed = sample_case(desk, "s4").id
    set_status(closed, CLOSED, me, reason="unknown")
    for _ in recompute(stale_files(me.on), me.member, me.on):
        pass
    return [
        "/",
        f"/case/{began}/paper/",
        *(f"/case/{id_}/" for id_ in (*cases, closed)),
        *(f"/docket/{id_}/" for id_ in cases),
        *(f"/exhibit/{id_}/" for id_ in (exhibit.id, stopped.id)),
        *(f"/inbox/{id_}/" for id_ in enquiries),
        *beside,
        f"/exhibit/of/{cases[0]}/",
        f"/sheets/table/{table}/",
        *(f"/sheets/case/{id_}/" for id_ in cases),
        f"/case/{cases[0]}/first/",
        f"/house/remove/{eve.id}/",
        f"/house/opens/{cases[0]}/",
    ]


def _letter(file_id: str, me: Author, desk: Desk) -> None:
    """A draft in which a lawyer let words through, of a man who agreed that it is given out."""
    lawyer = author(joined(desk, "Вера", standing="advocate"), desk)
    draft = letters.begin(file_id, Wish("reminder", me.on, "f1"), me)
    places = letters.made(file_id, draft, me.member).places
    free = next(p.id for p in places if p.id.startswith("?"))
    draft = letters.fill(file_id, draft, {free: "отказываюсь служить"}, me)
    for stop_ in letters.made(file_id, draft, me.member).letter.stops:
        draft = letters.clear(file_id, draft, stop_.wording, stop_.words, lawyer)
    words = consents.ask(file_id, "letters", "group", me).words
    consents.give(file_id, "letters", "group", "applicant", words, me)


def _machines(case: str, me: Author) -> list[tuple[str, str]]:
    """What machines read, hear and reckon: a paper read, one that waits, recordings, letters."""
    picture = io.BytesIO()
    Image.new("L", (60, 80), 255).save(picture, "JPEG")
    names = ("бумага.jpg", "вторая.jpg", "голос.ogg", "слова.ogg", "письмо.eml", "с ключом.eml")
    bytes_ = {"jpg": picture.getvalue(), "ogg": b"OggS" + bytes(99), "eml": LETTER}
    papers_, second, voice, words, letter, checked = (
        take_in(case, name, io.BytesIO(bytes_[name[-3:]]), me).id for name in names
    )
    page = ScannedPage(0, 0, picture.getvalue(), PaperPage(60, 80, ()), 0.0, 0)
    with patch.object(reading, "scan", lambda files, step: Scan((page,), (), b"")):
        papers.read_in([papers_], me)
    set_speech_model({"folder": "models", "sha256": "0" * 64, "language": "ru"})
    tell(words, me, **{"heard": "слова", "heard-by": "fake", "heard-at": "24.11.2026"})
    supply_key(checked, "s1._domainkey.a.example", "v=DKIM1; p=AAAA", "из сети", me)
    shown = [("exhibit", id_) for id_ in (voice, words, letter, checked)]
    return [("paper", papers_), ("paper", second), *shown]


def _enquiry(me: Author) -> FileRow:
    (parcel,) = read_drop(MOTHER, "", [])
    return take_enquiry(parcel, "ru", me, sender="mother", about="")
