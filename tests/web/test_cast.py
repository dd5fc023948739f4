"""The cast at each view: who may not sees the same 404 as for what is not there.

Alexei's case is on the desk. Boris and Eve (coordinators) work; Clara has no key of it; Dan is an editor;
Foma was removed. Alexei himself has no login: to the desk he is a stranger (see test_rules).
"""

import re
from datetime import date
from io import BytesIO

import pytest
from django.test import Client

from raport.access import Action, Actor, Role, Standing, may
from raport.adapters.store.models import Exhibit, Grant, Member, Piece, Promise
from raport.app import members as use
from raport.app.exhibits import take_in
from raport.app.promises import promise
from tests.app.filled import file_row, joined, sample_case
from tests.desk import Desk, client_of
from tests.web.test_rules import RULED, address_of

EDITOR = Actor("", Role.EDITOR, Standing.NONE)
GAP = re.compile(r"<(?:str|slug|uuid|path):(\w+)>|<(\w+)>")
WITH_ID = sorted(address for address in RULED if GAP.search(address))


def plain(answer: object) -> tuple[int, bytes]:
    """An answer without what differs by chance or repeats the address."""
    content: bytes = answer.content  # type: ignore[attr-defined] # the test client's answer has no name
    status: int = answer.status_code  # type: ignore[attr-defined] # nor has its status
    content = re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", content)
    return status, re.sub(rb"[0-9a-f]{32}", b"", content)


@pytest.fixture
def alexei(desk: Desk) -> dict[str, str]:
    """His case and an exhibit in it, by the first word of the addresses they stand in."""
    row = sample_case(desk, "s3")
    taken = take_in(row.id, "note.txt", BytesIO(b"ring two"), desk.boris)
    assert Exhibit.objects.filter(file_id=row.id).exists()
    return {"exhibit": taken.id, "": row.id}


def filled(address: str, ids: dict[str, str]) -> str:
    """The address with the id of the kind of thing that stands in it."""
    part = "" if address.startswith("exhibit/of/") else address.split("/", maxsplit=1)[0]
    return re.sub("0{32}", ids.get(part, ids[""]), address_of(address))


@pytest.mark.parametrize(
    "typed",
    [
        {"do": "status", "status": "we-write"},
        {"do": "member", "whose": ""},
        {"do": "promise", "words": "позвонить", "due": "24.11.2099"},
        {"do": "kept"},
        {"do": "dropped"},
        {"do": "try", "channel": "phone", "reached": "yes"},
    ],
    ids=lambda typed: typed["do"],
)
def test_what_clara_was_not_granted_is_not_changed_by_a_form_she_made_up(
    desk: Desk, alexei: dict[str, str], typed: dict[str, str]
) -> None:
    clara = joined(desk, "Клара")
    Grant.objects.filter(member_id=clara.id).delete()
    own = promise(alexei[""], desk.boris.member, date(2099, 1, 1), "написать", desk.boris)
    before = (file_row(alexei[""]), [*Promise.objects.values()], Piece.objects.count())

    answer = client_of(clara.id).post(f"/docket/{alexei['']}/change/", {**typed, "promise": str(own)})

    assert answer.status_code == 404
    assert (file_row(alexei[""]), [*Promise.objects.values()], Piece.objects.count()) == before


def test_what_clara_was_not_granted_is_not_there_for_her(desk: Desk, alexei: dict[str, str]) -> None:
    clara = joined(desk, "Клара")
    Grant.objects.filter(member_id=clara.id).delete()
    hers = client_of(clara.id)

    told = []
    for address in WITH_ID:
        for method in (hers.get, hers.post):
            there, nowhere = method(filled(address, alexei)), method(address_of(address))
            if plain(there) != plain(nowhere) or there.status_code not in (404, 405):
                told.append((address, there.status_code, nowhere.status_code))
    assert told == []


def test_dan_gets_a_404_where_his_role_ends(desk: Desk, alexei: dict[str, str]) -> None:
    dan = client_of(joined(desk, "Дан", role="editor").id)
    closed = [a for a, v in RULED.items() if not may(EDITOR, v.rule).allowed]

    told = []
    for address in closed:
        for method in (dan.get, dan.post):
            answer = method(filled(address, alexei))
            if answer.status_code not in (404, 405):
                told.append((address, answer.status_code))
    assert told == []
    assert {v.rule for a, v in RULED.items() if a not in closed} == {Action.SEE_LISTS}


def test_foma_is_asked_who_he_is(desk: Desk, alexei: dict[str, str]) -> None:
    foma = joined(desk, "Фома")
    his = client_of(foma.id)
    assert his.get(f"/case/{alexei['']}/").status_code == 200
    use.remove(foma.id, desk.boris)

    answers = {a: his.get(filled(a, alexei)) for a in RULED}

    assert {a: r.status_code for a, r in answers.items() if r.status_code != 302} == {}
    assert {r["Location"].split("?")[0] for r in answers.values()} == {"/login/"}


def test_a_caseworker_does_not_keep_the_house(desk: Desk) -> None:
    clara = client_of(joined(desk, "Клара").id)
    keeping = [address_of(a) for a, v in RULED.items() if v.rule is Action.KEEP_HOUSE]

    assert {clara.get(a).status_code for a in keeping} <= {404, 405}
    assert {clara.post(a).status_code for a in keeping} <= {404, 405}
    assert len(keeping) > 3


@pytest.mark.parametrize("address", ["/", "/docket/", "/docket/people/", "/house/", "/house/keys/"])
def test_eve_keeps_the_house(desk: Desk, alexei: dict[str, str], address: str) -> None:
    eve = client_of(joined(desk, "Ева", role="coordinator").id)

    assert eve.get(address).status_code == 200


def test_boris_works_on_the_case(desk: Desk, boris: Client, alexei: dict[str, str]) -> None:
    assert boris.get(f"/case/{alexei['']}/").status_code == 200
    assert boris.get(f"/exhibit/{alexei['exhibit']}/").status_code == 200
    assert Member.objects.count() == 1
