import os

ENVIRONMENT = os.environ.get("ENVIRONMENT", "production")
SECRET_KEY = os.environ["SECRET_KEY"]

match ENVIRONMENT:
    case "production" | "staging":
        DEBUG = False
        ALLOWED_HOSTS = ["www.example.org"]
        SECURE_HSTS_SECONDS = 31536000
    case "development":
        DEBUG = True
        ALLOWED_HOSTS = ["localhost"]
        SECURE_HSTS_SECONDS = 0
    case other:
        raise ValueError(f"{other!r} is no environment")

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = ENVIRONMENT != "development"

match os.cpu_count():
    case None:
        WORKERS = 1
    case _:
        WORKERS = 2

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "urls"
STATIC_URL = "/static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
