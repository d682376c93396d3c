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
#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
#    ^ docker/missing-dockerignore: `COPY .` takes everything in the project folder, and no `.dockerignore` leaves anything out.
USER app
HEALTHCHECK CMD ["python", "-c", "import socket; socket.create_connection((\"127.0.0.1\", 8000), 3)"]
CMD ["gunicorn", "config.wsgi:application"]
