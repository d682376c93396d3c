from configurations import Configuration, values


class Base(Configuration):
    SECRET_KEY = values.Value("not-for-production", environ_name="SECRET_KEY", environ_prefix=None)
    DEBUG = False
    ALLOWED_HOSTS = values.ListValue([], environ_name="ALLOWED_HOSTS", environ_prefix=None)
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

    @property
    def SESSION_COOKIE_SECURE(self):
        return not self.DEBUG


class Development(Base):
    DEBUG = True
    ALLOWED_HOSTS = ["localhost"]


class Production(Base):
    SECRET_KEY = values.SecretValue(environ_prefix=None)
    SECURE_HSTS_SECONDS = 60
    SECURE_HSTS_PRELOAD = True
    SECURE_HSTS_INCLUDE_SUBDOMAINS = values.BooleanValue(True, environ_name="HSTS_SUBDOMAINS", environ_prefix=None)
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
