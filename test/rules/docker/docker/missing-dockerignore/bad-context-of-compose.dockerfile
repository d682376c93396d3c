#- base: none
#- manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line(sys.argv)
#- requirements.txt
Django==5.2.8
gunicorn==23.0.0
#- media/__init__.py
#- compose.yaml
services:
  web:
    build:
      context: .   # the root
      dockerfile: docker/web/Dockerfile
    restart: unless-stopped
#- docker/web/Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY --chown=app ./ /srv/
#                ^^ docker/missing-dockerignore
COPY .env.production /srv/.env
USER app
HEALTHCHECK CMD ["python", "-c", "import socket; socket.create_connection((\"127.0.0.1\", 8000), 3)"]
CMD ["gunicorn", "config.wsgi:application"]
