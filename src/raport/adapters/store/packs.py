"""Packs that were brought into the vault, as they came, and the keys by which releases are believed."""

from collections.abc import Iterable
from datetime import datetime

from raport.adapters.store.models import PackInstalled, Setting

_KEYS = "pack-keys"


def installed() -> dict[str, tuple[int, str]]:
    """The last release of each pack that was brought in: its number and its hash."""
    rows = PackInstalled.objects.order_by("release").values_list("jurisdiction", "release", "sha256")
    return {jurisdiction: (release, digest) for jurisdiction, release, digest in rows}


def data_of(sha256: str) -> bytes:
    """The bytes of a release."""
    return bytes(PackInstalled.objects.get(sha256=sha256).data)


def install(jurisdiction: str, release: int, sha256: str, data: bytes, at: datetime) -> None:
    """Keep a release; it is the law from now on."""
    PackInstalled.objects.create(jurisdiction=jurisdiction, release=release, sha256=sha256, data=data, at=at)


def trusted_keys() -> list[str]:
    """The public keys that this vault trusts, each as a line."""
    found = Setting.objects.filter(name=_KEYS).values_list("value", flat=True).first() or []
    return [str(line) for line in found]


def trust_keys(lines: Iterable[str]) -> None:
    """Trust these keys and no others."""
    Setting.objects.update_or_create(name=_KEYS, defaults={"value": list(lines)})
