"""Passwords of members: what one costs whoever guesses it."""

from raport.adapters import logins


def test_a_password_costs_what_rfc_9106_asks_of_machines_with_little_memory() -> None:
    hashed = logins.hash_password("correct horse")

    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert logins.is_password(hashed, "correct horse")
    assert not logins.is_password(hashed, "correct house")
    assert not logins.is_password("", "correct horse")
