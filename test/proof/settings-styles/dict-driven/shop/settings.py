SETTINGS = {
    "production": {"debug": False, "hosts": ["www.example.org"], "hsts": {"seconds": 31536000, "preload": False}},
    "development": {"debug": True, "hosts": [], "hsts": {"seconds": 0, "preload": False}},
}
chosen = SETTINGS["production"]
defaults = {"redirect": False, "frames": "DENY"}
security = {**defaults, "redirect": True}
security.update(cookies=True)
options = dict(security, frames="SAMEORIGIN")

DEBUG = chosen["debug"]
ALLOWED_HOSTS = chosen.get("hosts", [])
SECURE_HSTS_SECONDS = chosen["hsts"]["seconds"]
SECURE_HSTS_PRELOAD = chosen["hsts"].get("preload", True)
SECURE_SSL_REDIRECT = security["redirect"]
SESSION_COOKIE_SECURE = security["cookies"]
CSRF_COOKIE_SECURE = security.get("csrf", False)
X_FRAME_OPTIONS = options["frames"]
SECRET_KEY = "abc" * 20

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
