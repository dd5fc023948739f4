"""The one Django app that has tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """All tables of a vault."""

    name = "raport.adapters.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
