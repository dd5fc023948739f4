"""The desk's addresses. None holds a name: files stand in them by opaque ids. Each part lists its own."""

from django.urls import include, path

from raport.web.desk.views import home, vault

handler400 = "raport.web.desk.views.wrong.bad"
handler403 = "raport.web.desk.views.wrong.bad"
handler404 = "raport.web.desk.views.wrong.missing"
handler500 = "raport.web.desk.views.wrong.failed"

urlpatterns = [
    path("", home.home, name="home"),
    path("first/", vault.first, name="first"),
    path("unlock/", vault.unlock, name="unlock"),
    path("login/", vault.login, name="login"),
    path("login/passkey/", vault.login_passkey, name="login-passkey"),
    path("join/", vault.join, name="join"),
    path("strength/", vault.strength, name="strength"),
    path("demo/", vault.demo, name="demo"),
    path("lock/", vault.lock, name="lock"),
    path("i18n/", include("raport.web.desk.language")),
    path("inbox/", include("raport.web.desk.views.inbox")),
    path("advice/", include("raport.web.desk.views.advice")),
    path("docket/", include("raport.web.desk.views.docket")),
    path("case/", include("raport.web.desk.views.case")),
    path("case/", include("raport.web.desk.views.case_add")),
    path("case/", include("raport.web.desk.views.case_about")),
    path("case/<str:id_>/letters/", include("raport.web.desk.views.letters")),
    path("paper/", include("raport.web.desk.views.paper")),
    path("speech/", include("raport.web.desk.views.speech")),
    path("exhibit/", include("raport.web.desk.views.exhibit")),
    path("search/", include("raport.web.desk.views.search")),
    path("sheets/", include("raport.web.desk.views.sheets")),
    path("house/templates/", include("raport.web.desk.views.templates")),
    path("house/", include("raport.web.desk.views.house")),
]
