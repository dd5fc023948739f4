"""The docket: which case to look at, and why."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
