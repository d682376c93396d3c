#- compose.yaml
services:
  web:
    build: .
    command: sh -c "service cron start && gunicorn config.wsgi:application"
#- Dockerfile
FROM python:3.13-slim-trixie
#    ^^^^^^^^^^^^^^^^^^^^^^^ docker/run-as-root: The container runs as root: `compose.yaml` needs it for `service` and never gives it up.
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
