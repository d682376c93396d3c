#- base: none
#- manage.py
import os
os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_config.settings.dev')
#- Dockerfile
FROM python:3.13-slim-trixie
RUN useradd --system --uid 10001 app
USER app
ENV DJANGO_SETTINGS_MODULE=site_config.settings.server
CMD ["gunicorn", "site_config.wsgi"]
#- site_config/settings/__init__.py
#- site_config/settings/base.py
import environ

env = environ.Env()
DEBUG: bool = True
#             ^^^^ settings/debug-true: `DEBUG` is `True` in `site_config.settings.server`.
ALLOWED_HOSTS = ["www.example.org"]
SECRET_KEY = env("SECRET_KEY")
#- site_config/settings/dev.py
from .base import *
#- site_config/settings/server.py
from .base import *

STATIC_URL = "/static/"
