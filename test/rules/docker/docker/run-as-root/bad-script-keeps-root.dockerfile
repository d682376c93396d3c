#- docker/start.sh
#!/bin/sh
set -e
chown -R app /data
exec gunicorn config.wsgi:application
#- Dockerfile
FROM python:3.13-slim-trixie
#    ^^^^^^^^^^^^^^^^^^^^^^^ docker/run-as-root: The container runs as root: `docker/start.sh` needs it for `chown` and never gives it up.
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .
COPY --chmod=755 docker/start.sh /usr/local/bin/
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["start.sh"]
