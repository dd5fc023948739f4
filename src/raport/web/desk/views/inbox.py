"""The inbox: what came in, answered, joined, made a case, handed on, closed."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
