"""The language switch: Django's own view, which works without the vault."""

from django.urls import path
from django.views.i18n import set_language

from raport.web.desk.guard import while_locked

urlpatterns = [path("setlang/", while_locked(set_language), name="set_language")]
