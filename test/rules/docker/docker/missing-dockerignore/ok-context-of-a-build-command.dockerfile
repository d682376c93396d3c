#- base: none
#- backend/manage.py
from django.core.management import execute_from_command_line

execute_from_command_line()
#- backend/requirements.txt
Django==5.2.8
gunicorn==23.0.0
#- backend/.dockerignore
.git
.env*
#- scripts/release.sh
#!/bin/sh
set -e
docker build --pull -t shop:"$1" \
    -f deploy/Dockerfile backend
docker push shop:"$1"
#- deploy/Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
