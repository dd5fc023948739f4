"""Passkeys (WebAuthn): a key pair whose secret half never leaves a device, which signs for one name only.

The library (fido2, by Yubico) reads and verifies. What it leaves to its caller is looked at here: the origin
to the letter, that no other page framed ours, that a device which asked for PIN or finger asked again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from fido2 import cbor
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.webauthn import (
    Aaguid,
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    CollectedClientData,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from raport.adapters.logins import NAME
from raport.errors import RaportError

_LONGEST_ANSWER = 20_000
_LONGEST_ID = 1023  # WebAuthn: a credential's id
_PATIENCE = 120_000  # milliseconds, for the browser


class RefusedError(RaportError):
    """The answer does not prove what it should. Why is told to tests, to nobody else."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """What is known of a passkey. Nothing of it is secret."""

    credential: bytes
    public: bytes  # as COSE
    counter: int  # of its signatures; 0 where the device counts none
    verified: bool  # by PIN or finger


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser is asked, in the form it takes, and the challenge in it."""

    options: dict[str, Any]
    challenge: str


def ask_to_make(holder: str, known: Iterable[bytes]) -> Asked:
    """Ask for a new passkey of the holder (his opaque id), on a device that has none of those known.

    His name does not go to the device, and the device need not list the passkey (it is not discoverable): who
    finds it learns nothing of a desk.
    """
    options, state = _server().register_begin(
        PublicKeyCredentialUserEntity(id=bytes.fromhex(holder), name="desk", display_name="desk"),
        [_descriptor(c) for c in known],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return _asked(options, state)


def ask_to_show(known: Iterable[bytes]) -> Asked:
    """Ask for a signature by one of the passkeys known."""
    options, state = _server().authenticate_begin(
        [_descriptor(c) for c in known], user_verification=UserVerificationRequirement.PREFERRED
    )
    return _asked(options, state)


def made(answer: str, challenge: str, origin: str) -> Passkey:
    """The passkey that a device has made. Who made the device is neither asked nor kept. Raises
    `RefusedError`.
    """
    with _refusing():
        read = RegistrationResponse.from_dict(_json(answer))
        _check_page(read.response.client_data, origin)
        data = _server().register_complete(_state(challenge), read)
        found = data.credential_data
        if found is None or len(found.credential_id) > _LONGEST_ID:
            raise RefusedError("an id that is too long")
        if found.public_key.ALGORITHM not in CoseKey.supported_algorithms():
            raise RefusedError("an algorithm that nobody here can verify")
        public = cbor.encode(dict(found.public_key))
        return Passkey(found.credential_id, public, data.counter, data.is_user_verified())


def shown(answer: str, challenge: str, origin: str, known: Iterable[Passkey]) -> Passkey:
    """The one of the passkeys known that signed, with its counter as it is now. Raises `RefusedError`.

    Whether the counter has grown is for the caller to look at, who keeps it.
    """
    by_id = {k.credential: k for k in known}
    with _refusing():
        read = AuthenticationResponse.from_dict(_json(answer))
        _check_page(read.response.client_data, origin)
        attested = [_attested(k) for k in by_id.values()]
        found = _server().authenticate_complete(_state(challenge), attested, read)
        passkey, data = by_id[found.credential_id], read.response.authenticator_data
        if passkey.verified and not data.is_user_verified():
            raise RefusedError("neither the PIN nor the finger that it was made by")
        return replace(passkey, counter=data.counter)


def _server() -> Fido2Server:
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=NAME, name="desk"),
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=lambda _origin: True,  # `_check_page` is stricter: the port too
    )


def _asked(options: Mapping[str, Any], state: Mapping[str, str]) -> Asked:
    return Asked({**dict(options)["publicKey"], "timeout": _PATIENCE}, state["challenge"])


def _state(challenge: str) -> dict[str, str | None]:
    return {"challenge": challenge, "user_verification": None}  # `verified` is looked at for each passkey


def _descriptor(credential: bytes) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(type=PublicKeyCredentialType.PUBLIC_KEY, id=credential)


def _attested(passkey: Passkey) -> AttestedCredentialData:
    public = cbor.decode(passkey.public)
    assert isinstance(public, Mapping)
    return AttestedCredentialData.create(Aaguid.NONE, passkey.credential, CoseKey.parse(public))


def _check_page(client: CollectedClientData, origin: str) -> None:
    if client.origin != origin:
        raise RefusedError("another origin")
    if client.cross_origin:
        raise RefusedError("inside another page")


def _json(answer: str) -> dict[str, Any]:
    found = json.loads(answer) if len(answer) <= _LONGEST_ANSWER else None
    if not isinstance(found, dict):
        raise RefusedError("no answer of a browser")
    return found


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except RefusedError:
        raise
    except Exception as error:  # a stranger's bytes: whatever they break on is a refusal
        raise RefusedError(str(error)) from error
