"""A passkey device in software: it signs what a page asks, and can be told to cheat."""

import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import CoseKey
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

NAME = "localhost"
FLAG = AuthenticatorData.FLAG


@dataclass
class SoftKey:
    """One device with one passkey, in a browser at `origin`."""

    origin: str = "http://localhost"
    name: str = NAME  # whose passkey: the RP ID that is signed
    verifies: bool = True  # by PIN or finger
    present: bool = True  # somebody touched it
    counter: int = 0
    steps: int = 1  # by how much the counter grows; 0 for devices that count nothing
    framed: bool = False  # inside a page of another origin
    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def make(self, options: dict[str, Any], public: CoseKey | None = None) -> str:
        """What `navigator.credentials.create` gives."""
        public = public or _public_of(self.secret)
        attested = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        data = self._data(attested)
        client = self._client("webauthn.create", options)
        return self._told(clientDataJSON=client, attestationObject=AttestationObject.create("none", data, {}))

    def show(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.get` gives."""
        self.counter += self.steps
        data, client = self._data(), self._client("webauthn.get", options)
        signature = self.secret.sign(data + client.hash, ec.ECDSA(SHA256()))
        return self._told(clientDataJSON=client, authenticatorData=data, signature=signature)

    def knows(self, options: dict[str, Any]) -> bool:
        """Whether the page asked for this passkey, or asked to make none beside it."""
        listed = options.get("allowCredentials", options.get("excludeCredentials")) or []
        return self.id in {websafe_decode(c["id"]) for c in listed}

    def _data(self, attested: bytes = b"") -> AuthenticatorData:
        flags = FLAG(0)
        flags |= FLAG.UP if self.present else FLAG(0)
        flags |= FLAG.UV if self.verifies else FLAG(0)
        flags |= FLAG.AT if attested else FLAG(0)
        about = hashlib.sha256(self.name.encode()).digest()
        return AuthenticatorData(about + struct.pack(">BI", flags, self.counter) + attested)

    def _client(self, kind: str, options: dict[str, Any]) -> CollectedClientData:
        return CollectedClientData.create(kind, options["challenge"], self.origin, self.framed)

    def _told(self, **response: bytes) -> str:
        id_ = websafe_encode(self.id)
        return json.dumps(
            {
                "id": id_,
                "rawId": id_,
                "type": "public-key",
                "clientExtensionResults": {},
                "response": {name: websafe_encode(value) for name, value in response.items()},
            }
        )


def _public_of(secret: ec.EllipticCurvePrivateKey) -> CoseKey:
    at = secret.public_key().public_numbers()
    return CoseKey.parse({1: 2, 3: -7, -1: 1, -2: at.x.to_bytes(32), -3: at.y.to_bytes(32)})
