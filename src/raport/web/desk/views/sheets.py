"""In and out: spreadsheets, case files, hand-over, calendar."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
