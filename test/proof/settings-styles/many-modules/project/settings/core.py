import os
from distutils_free import to_bool

DEBUG = to_bool(os.environ.get("DEBUG", "off"))
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = [host for host in os.environ.get("HOSTS", "").split(",") if host]
EXTRA_HEADERS = True
ROOT_URLCONF = "urls"
STATIC_URL = "/static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
