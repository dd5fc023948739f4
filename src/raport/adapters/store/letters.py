"""What letters have in common, as it is kept: forms that people put right, sealed."""

from collections.abc import Sequence

from raport.adapters.store.models import Setting

_MENDED = "mended"


def mended() -> list[str]:
    """Sealed lists of forms, the oldest first."""
    found = Setting.objects.filter(name=_MENDED).values_list("value", flat=True).first() or []
    return [str(one) for one in found]


def keep_mended(sealed: Sequence[str]) -> None:
    """Put these in the place of those that were kept."""
    Setting.objects.update_or_create(name=_MENDED, defaults={"value": list(sealed)})
