"""A case: opened, added to, corrected, read."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
