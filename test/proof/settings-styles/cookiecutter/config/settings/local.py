from .base import *  # noqa: F403
from .base import INSTALLED_APPS, env

DEBUG = True
SECRET_KEY = env("DJANGO_SECRET_KEY", default="local-key-of-the-cookiecutter-project-that-nobody-uses-elsewhere")
ALLOWED_HOSTS = ["localhost", "0.0.0.0", "127.0.0.1"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": ""}}
INSTALLED_APPS = ["whitenoise.runserver_nostatic", *INSTALLED_APPS]
INTERNAL_IPS = ["127.0.0.1", "10.0.2.2"]
