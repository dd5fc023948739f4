"""Search over what the desk holds."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
