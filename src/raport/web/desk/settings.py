"""Django's settings for the desk. The vault's folder comes from `RAPORT_VAULT`, set by `raport desk`.

Nothing of a visit is written to disk in clear: sessions live in memory, uploads too, and end with the
process.
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path

from django.utils.csp import CSP

from raport.adapters.store import opened

HERE = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("RAPORT_VAULT") or "vault")
DEMO_TOKEN = ""  # `raport desk --demo` signs its visitor in by it

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(48)  # new with each start: a restart ends every session
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "raport.adapters.store",
    "raport.web.desk",
]
MIDDLEWARE = [
    "raport.web.desk.guard.Loopback",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "raport.web.desk.guard.Locked",
    "raport.web.desk.guard.NothingKept",
]
ROOT_URLCONF = "raport.web.desk.urls"
WSGI_APPLICATION = None
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "raport.web.desk.context.desk",
            ],
            "builtins": ["raport.web.desk.templatetags.desk"],
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "raport.adapters.store.sqlcipher",
        "NAME": FOLDER / "desk.db",
        "OPTIONS": {"key": opened.key, "timeout": 20, "transaction_mode": "IMMEDIATE"},
        # A connection ends with its request: what was open when the vault is locked closes
        "CONN_MAX_AGE": 0,
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_NAME = "raport"
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "raport.web.desk.guard.csrf_failed"
FILE_UPLOAD_HANDLERS = ["raport.web.desk.uploads.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Russian"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "raport-lang"
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True  # served from the package itself: nothing is collected or written
WHITENOISE_AUTOREFRESH = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # by "no-referrer" forms come with `Origin: null` and are refused
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# Loopback without TLS: these of `check --deploy` do not apply, and say so.
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W011", "security.W012", "security.W016"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"ids": {"()": "raport.web.desk.logs.OnlyIds"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "ids"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
