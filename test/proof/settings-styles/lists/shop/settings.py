import os
from datetime import timedelta

SECRET_KEY = "x" * 60
DEBUG = False
ALLOWED_HOSTS = ["www.example.org", f".{'example'}.org"]

BASE_APPS = ("django.contrib.auth", "django.contrib.contenttypes")
INSTALLED_APPS = list(BASE_APPS) + ["django.contrib.sessions"]
INSTALLED_APPS.extend(("django.contrib.messages", "django.contrib.admin"))
INSTALLED_APPS.remove("django.contrib.admin")
INSTALLED_APPS += [f"django.contrib.{name}" for name in ("staticfiles", "humanize")]

MIDDLEWARE = [
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
MIDDLEWARE.insert(0, "django.middleware.security.SecurityMiddleware")
MIDDLEWARE = MIDDLEWARE[:2] + ["django.contrib.sessions.middleware.SessionMiddleware"] + MIDDLEWARE[2:]
MIDDLEWARE[3:3] = ["django.middleware.locale.LocaleMiddleware"]
MIDDLEWARE.append("django.contrib.messages.middleware.MessageMiddleware")
for name in ("Frame",):
    MIDDLEWARE.append(f"django.middleware.clickjacking.X{name}OptionsMiddleware")
if os.environ.get("NO_CSRF") == "1":
    MIDDLEWARE = [one for one in MIDDLEWARE if "csrf" not in one]

SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_SECONDS > 60 * 60
SECURE_HSTS_PRELOAD = SECURE_HSTS_INCLUDE_SUBDOMAINS and not DEBUG
SECURE_SSL_REDIRECT = DEBUG is False
SESSION_COOKIE_AGE = 2 << 10
SESSION_COOKIE_SECURE = "prod" in "production"
CSRF_COOKIE_SECURE = 1
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2
ROOT_URLCONF = "urls"
STATIC_URL = "/static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
