"""Passphrase files that cost little: for tests of what lies behind a passphrase, not of what a guess costs.

They are age files (age-encryption.org/v1, scrypt) as the vault's own, opened by the program as any other; but
the work is 2 to the 10th instead of a second. A vault is made and opened for real in
`tests/app/test_vault.py`, `tests/cli/test_reindex.py` and `tests/browser/test_journeys.py`; what a member's
password costs is held in `tests/adapters/test_logins.py`.
"""

import secrets
from base64 import b64encode
from itertools import batched

import pytest
from argon2 import PasswordHasher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK = 10
PASSWORDS = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
CHUNK = 64 * 1024


def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the desk seals under a passphrase costs little to open, and a password to check, until the
    test ends.
    """
    monkeypatch.setattr("raport.adapters.logins._hasher", lambda: PASSWORDS)
    for user in ("raport.app.vault", "raport.app.handover"):
        monkeypatch.setattr(f"{user}.seal_with_passphrase", seal_lightly)


def seal_lightly(data: bytes, passphrase: str) -> bytes:
    """The bytes as an age file under a passphrase."""
    file_key, salt, nonce = secrets.token_bytes(16), secrets.token_bytes(16), secrets.token_bytes(16)
    wrapping = Scrypt(b"age-encryption.org/v1/scrypt" + salt, 32, 2**WORK, 8, 1).derive(passphrase.encode())
    body = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    head = f"age-encryption.org/v1\n-> scrypt {_base64(salt)} {WORK}\n{_base64(body)}\n---".encode()
    mac = HMAC(_derived(file_key, b"", b"header"), SHA256())
    mac.update(head)
    payload = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    chunks = [bytes(c) for c in batched(data, CHUNK)] or [b""]
    sealed = [
        payload.encrypt(n.to_bytes(11) + bytes([n == len(chunks) - 1]), chunk, None)
        for n, chunk in enumerate(chunks)
    ]
    return head + f" {_base64(mac.finalize())}\n".encode() + nonce + b"".join(sealed)


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(key)


def _base64(data: bytes) -> str:
    return b64encode(data).decode().rstrip("=")
