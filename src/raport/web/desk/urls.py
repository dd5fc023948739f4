"""The desk's addresses. None holds a name: files stand in them by opaque ids."""

from django.urls import include, path

from raport.web.desk.views import home, vault

urlpatterns = [
    path("", home.home, name="home"),
    path("first/", vault.first, name="first"),
    path("unlock/", vault.unlock, name="unlock"),
    path("demo/", vault.demo, name="demo"),
    path("lock/", vault.lock, name="lock"),
    path("i18n/", include("raport.web.desk.language")),
]
