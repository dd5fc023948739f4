"""The model of this desk for recordings, as it was set up."""

from collections.abc import Mapping

from raport.adapters.store.models import Setting

_MODEL = "speech-model"


def model() -> dict[str, str]:
    """Its folder, hash and language; empty while there is none."""
    found = Setting.objects.filter(name=_MODEL).values_list("value", flat=True).first() or {}
    return {str(k): str(v) for k, v in found.items()}


def set_model(values: Mapping[str, str] | None) -> None:
    """Put this in the place of what was kept."""
    if values is None:
        Setting.objects.filter(name=_MODEL).delete()
    else:
        Setting.objects.update_or_create(name=_MODEL, defaults={"value": dict(values)})
