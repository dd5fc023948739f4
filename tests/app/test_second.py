"""Passkeys beside the password: what is taken, and everything that must not be."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from fido2 import cbor
from fido2.cose import CoseKey

from raport.adapters import logins
from raport.adapters.logins import passkeys
from raport.adapters.store import members as store
from raport.adapters.store.models import Passkey
from raport.app import members as use
from raport.app import second, tries
from raport.app.second import Answer, CopiedError
from raport.errors import BadInput
from tests.app.filled import joined
from tests.app.softkey import SoftKey
from tests.desk import NOW, Desk
from tests.passphrases import PASSWORDS

PASSWORD = "лошадь верно батарея"  # noqa: S105 - of a vault thrown away
HASHED = PASSWORDS.hash(PASSWORD)
WRONG = "другой пароль"
HERE = "http://localhost"
SOON = NOW + timedelta(seconds=30)


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    tries._tried.clear()


@pytest.fixture
def boris(desk: Desk) -> str:
    """Boris's id; he has a password."""
    store.change_member(desk.boris.member, password=HASHED)
    return desk.boris.member


def enrol(who: str, key: SoftKey, name: str = "связка") -> list[str]:
    """Make a passkey of his; the spare codes that came with it."""
    options, challenge = second.ask_new_passkey(who, name, PASSWORD, NOW)
    return second.keep_passkey(who, Answer(key.make(options), challenge, HERE), NOW)


def answered(who: str, key: SoftKey) -> Answer:
    """What a browser says that was asked for his passkey."""
    asked = second.ask_passkey(who, NOW)
    assert asked is not None
    return Answer(key.show(asked[0]), asked[1], HERE)


def comes_in(who: str, answer: Answer, *, password: str = PASSWORD) -> bool:
    try:
        return use.let_in(who, password, "", SOON, answer).id == who
    except use.NotLetInError:
        return False


# --- what is taken


def test_the_password_and_the_passkey_let_in(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)

    assert comes_in(boris, answered(boris, key))
    assert store.passkeys(boris)[0].used == SOON


def test_the_password_alone_does_not_any_more_nor_the_passkey_alone(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)

    assert not comes_in(boris, Answer("", None, HERE))
    assert not comes_in(boris, answered(boris, key), password=WRONG)


def test_a_device_that_counts_nothing_is_taken_again_and_again(boris: str) -> None:
    key = SoftKey(steps=0)
    enrol(boris, key)

    assert comes_in(boris, answered(boris, key))
    assert comes_in(boris, answered(boris, key))


def test_a_key_without_pin_is_taken_for_the_password_is_asked(boris: str) -> None:
    key = SoftKey(verifies=False)
    enrol(boris, key)

    assert comes_in(boris, answered(boris, key))


def test_it_is_the_same_passkey_when_the_desk_has_another_port(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    key.origin = "http://localhost:4711"
    answer = answered(boris, key)

    assert not comes_in(boris, answer)
    assert comes_in(boris, replace(answered(boris, key), origin="http://localhost:4711"))


def test_each_of_two_lets_in_and_a_device_gets_no_second_one(boris: str) -> None:
    one, other = SoftKey(), SoftKey()
    enrol(boris, one, "первый")
    enrol(boris, other, "второй")

    assert comes_in(boris, answered(boris, one))
    assert comes_in(boris, answered(boris, other))
    options, _challenge = second.ask_new_passkey(boris, "третий", PASSWORD, NOW)
    assert one.knows(options)
    assert other.knows(options)


def test_no_name_goes_to_the_device(boris: str) -> None:
    options, _challenge = second.ask_new_passkey(boris, "связка", PASSWORD, NOW)

    assert "Борис" not in json.dumps(options, ensure_ascii=False)
    assert options["rp"] == {"id": "localhost", "name": "desk"}
    assert options["authenticatorSelection"]["residentKey"] == "discouraged"
    assert options["attestation"] == "none"


# --- what is not taken

CHEATS: dict[str, Callable[[SoftKey], None]] = {
    "another origin": lambda key: setattr(key, "origin", "http://localhost:9999"),
    "the address without a name": lambda key: setattr(key, "origin", "http://127.0.0.1"),
    "another site": lambda key: setattr(key, "origin", "https://localhost.example"),
    "another name": lambda key: setattr(key, "name", "localhost.example"),
    "inside another page": lambda key: setattr(key, "framed", True),
    "nobody touched it": lambda key: setattr(key, "present", False),
    "without the PIN it had": lambda key: setattr(key, "verifies", False),
    "another secret": lambda key: setattr(key, "secret", SoftKey().secret),
    "another id": lambda key: setattr(key, "id", b"0" * 32),
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_signature_is_not_taken_from(boris: str, cheat: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    CHEATS[cheat](key)

    assert not comes_in(boris, answered(boris, key))
    assert store.passkeys(boris)[0].used is None


@pytest.mark.parametrize(
    "cheat", sorted(set(CHEATS) - {"without the PIN it had", "another secret", "another id"})
)
def test_no_passkey_is_kept_from(boris: str, cheat: str) -> None:
    key = SoftKey()
    CHEATS[cheat](key)

    with pytest.raises(BadInput):
        enrol(boris, key)
    assert not Passkey.objects.exists()


def test_a_challenge_ends_after_five_minutes(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    answer = answered(boris, key)
    late = NOW + second.CHALLENGE

    with pytest.raises(use.NotLetInError):
        use.let_in(boris, PASSWORD, "", late, answer)
    assert use.let_in(boris, PASSWORD, "", late - timedelta(seconds=1), answered(boris, key)).id == boris


def test_an_answer_without_a_challenge_or_to_another_one_is_none(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    first, other = answered(boris, key), answered(boris, key)

    assert not comes_in(boris, replace(first, challenge=None))
    assert not comes_in(boris, replace(first, challenge=other.challenge))


def test_the_challenge_of_making_is_none_of_showing_and_the_other_way_round(boris: str) -> None:
    key, new = SoftKey(), SoftKey()
    enrol(boris, key)
    options, making = second.ask_new_passkey(boris, "вторая", PASSWORD, NOW)

    assert not comes_in(boris, Answer(key.show(options), making, HERE))
    asked = second.ask_passkey(boris, NOW)
    assert asked is not None
    with pytest.raises(BadInput):
        second.keep_passkey(boris, Answer(new.make(asked[0]), asked[1], HERE), NOW)


def test_a_signature_is_no_new_passkey_and_a_new_passkey_no_signature(boris: str) -> None:
    key, new = SoftKey(), SoftKey()
    enrol(boris, key)
    options, making = second.ask_new_passkey(boris, "вторая", PASSWORD, NOW)

    with pytest.raises(BadInput):
        second.keep_passkey(boris, Answer(key.show(options), making, HERE), NOW)
    asked = second.ask_passkey(boris, NOW)
    assert asked is not None
    assert not comes_in(boris, Answer(new.make(asked[0]), asked[1], HERE))


def test_the_passkey_of_another_member_lets_nobody_in_as_boris(desk: Desk, boris: str) -> None:
    clara = joined(desk, "Клара").id
    store.change_member(clara, password=HASHED)
    his, hers = SoftKey(), SoftKey()
    enrol(boris, his)
    enrol(clara, hers)
    asked, other = second.ask_passkey(boris, NOW), second.ask_passkey(clara, NOW)
    assert asked is not None
    assert other is not None

    assert not comes_in(boris, Answer(hers.show(asked[0]), asked[1], HERE))
    assert not comes_in(boris, Answer(hers.show(other[0]), other[1], HERE))
    assert not hers.knows(asked[0])
    with pytest.raises(BadInput):
        enrol(clara, his, "его")


def test_a_counter_that_does_not_grow_ends_the_passkey(boris: str) -> None:
    key = SoftKey(counter=7)
    enrol(boris, key)
    assert comes_in(boris, answered(boris, key))
    copy = replace(key)
    assert comes_in(boris, answered(boris, key))

    with pytest.raises(CopiedError):
        comes_in(boris, answered(boris, copy))
    assert not comes_in(boris, answered(boris, key))
    assert store.passkeys(boris)[0].went_back == SOON


def test_a_counter_that_falls_to_nothing_does_not_grow(boris: str) -> None:
    key = SoftKey(counter=7)
    enrol(boris, key)
    key.counter, key.steps = 0, 0

    with pytest.raises(CopiedError):
        comes_in(boris, answered(boris, key))


def test_a_wrong_password_says_nothing_of_the_counter(boris: str) -> None:
    key = SoftKey(counter=7)
    enrol(boris, key)
    key.counter = 1

    assert not comes_in(boris, answered(boris, key), password=WRONG)
    assert store.passkeys(boris)[0].went_back is None


JUNK = [
    "null",
    "[]",
    "{}",
    "{",
    '{"id": 1}',
    "[" * 10_000,
    '{"id": "AA", "rawId": "AA", "response": {}}',
    '{"id": "AA", "rawId": "AA", "response": {"clientDataJSON": "AA", "attestationObject": "AA"}}',
    "x" * 100_000,
]


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_is_refused(boris: str, junk: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    _options, making = second.ask_new_passkey(boris, "вторая", PASSWORD, NOW)

    assert not comes_in(boris, replace(answered(boris, key), text=junk))
    with pytest.raises(BadInput):
        second.keep_passkey(boris, Answer(junk, making, HERE), NOW)


def test_a_key_whose_signatures_nobody_can_verify_is_not_kept(boris: str) -> None:
    key = SoftKey()
    options, challenge = second.ask_new_passkey(boris, "связка", PASSWORD, NOW)
    unknown = key.make(options, CoseKey.parse({1: 2, 3: -65000, -1: 1}))

    with pytest.raises(BadInput):
        second.keep_passkey(boris, Answer(unknown, challenge, HERE), NOW)


def test_why_an_answer_is_refused_is_known_to_tests(boris: str) -> None:
    key = SoftKey(origin="http://localhost:9999")
    asked = passkeys.ask_to_make(boris, [])

    with pytest.raises(passkeys.RefusedError, match="another origin"):
        passkeys.made(key.make(asked.options), asked.challenge, HERE)
    with pytest.raises(passkeys.RefusedError, match="challenge"):
        passkeys.made(SoftKey().make(asked.options), passkeys.ask_to_make(boris, []).challenge, HERE)
    with pytest.raises(passkeys.RefusedError, match="RP ID"):
        passkeys.made(SoftKey(name="example").make(asked.options), asked.challenge, HERE)


# --- made, named, removed, lost


def test_a_passkey_is_made_by_who_knows_the_password(desk: Desk, boris: str) -> None:
    with pytest.raises(BadInput):
        second.ask_new_passkey(boris, "связка", WRONG, NOW)
    with pytest.raises(BadInput):
        second.ask_new_passkey(joined(desk, "Клара").id, "связка", "", NOW)


@pytest.mark.parametrize("name", ["", "   ", "Связка", "с" * (second.LONGEST_NAME + 1)])
def test_a_passkey_has_a_name_of_its_own(boris: str, name: str) -> None:
    enrol(boris, SoftKey(), "связка")

    with pytest.raises(BadInput):
        second.ask_new_passkey(boris, name, PASSWORD, NOW)


def test_five_at_most(boris: str) -> None:
    for n in range(second.MOST_PASSKEYS):
        enrol(boris, SoftKey(), f"ключ {n}")

    with pytest.raises(BadInput):
        second.ask_new_passkey(boris, "ещё один", PASSWORD, NOW)


def test_spare_codes_come_with_the_first_and_stand_in_for_it(boris: str) -> None:
    codes = enrol(boris, SoftKey(), "первый")

    assert len(codes) == second.SPARE_CODES
    assert enrol(boris, SoftKey(), "второй") == []
    assert use.let_in(boris, PASSWORD, codes[0], NOW).id == boris
    with pytest.raises(use.NotLetInError):
        use.let_in(boris, PASSWORD, codes[0], NOW)


def test_removing_asks_the_password_and_leaves_the_name_and_the_days(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    answer, (row,) = answered(boris, key), store.passkeys(boris)

    with pytest.raises(BadInput):
        second.drop_passkey(boris, row.id, WRONG, SOON)
    second.drop_passkey(boris, row.id, PASSWORD, SOON)

    (gone,) = store.passkeys(boris)
    assert (gone.name, gone.made, gone.removed) == ("связка", NOW, SOON)
    assert (gone.credential, gone.public) == (b"", b"")
    assert second.ask_passkey(boris, NOW) is None
    assert not second.is_shown(boris, "", answer, SOON)
    assert store.login_of(boris).spare == ()
    assert use.let_in(boris, PASSWORD, "", SOON).id == boris


def test_nobody_removes_the_passkey_of_another(desk: Desk, boris: str) -> None:
    clara = joined(desk, "Клара").id
    store.change_member(clara, password=HASHED)
    enrol(boris, SoftKey())

    with pytest.raises(BadInput):
        second.drop_passkey(clara, store.passkeys(boris)[0].id, PASSWORD, NOW)
    assert store.count_passkeys(boris) == 1


def test_digits_stay_when_the_last_passkey_goes(boris: str) -> None:
    import pyotp

    enrol(boris, SoftKey())
    secret = logins.new_totp()
    assert second.keep_device(boris, secret, pyotp.TOTP(secret).at(NOW), NOW) == []
    second.drop_passkey(boris, store.passkeys(boris)[0].id, PASSWORD, NOW)

    assert len(store.login_of(boris).spare) == second.SPARE_CODES
    with pytest.raises(use.NotLetInError):
        use.let_in(boris, PASSWORD, "", SOON)


def test_the_way_back_forgets_the_passkeys(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    answer, new = answered(boris, key), "совсем другая лошадь"
    code = use.give_way_back(boris, None, NOW)
    use.join(code, "", new, new, SOON)

    assert store.count_passkeys(boris) == 0
    assert use.let_in(boris, new, "", SOON).id == boris
    assert not second.is_shown(boris, "", answer, SOON)


def test_who_is_removed_takes_his_passkeys_with_him(desk: Desk, boris: str) -> None:
    foma = joined(desk, "Фома").id
    store.change_member(foma, password=HASHED)
    enrol(foma, SoftKey())

    use.remove(foma, desk.boris)

    assert second.ask_passkey(foma, NOW) is None
    assert not Passkey.objects.exclude(credential=None).exists()


def test_five_wrong_answers_and_one_waits(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    for _try in range(tries.FREE_TRIES):
        assert not comes_in(boris, Answer(SoftKey().show({"challenge": "AAAA"}), None, HERE))

    with pytest.raises(tries.WaitError):
        use.let_in(boris, PASSWORD, "", SOON, answered(boris, key))


def test_what_is_kept_is_the_public_half_and_no_maker(boris: str) -> None:
    key = SoftKey()
    enrol(boris, key)
    (row,) = store.passkeys(boris)

    public = cbor.decode(row.public)
    assert isinstance(public, dict)
    assert set(public) == {1, 3, -1, -2, -3}  # COSE: kind, algorithm, curve, x, y
    assert row.credential == key.id
