#- docker/entrypoint.sh
#!/bin/sh
set -e
chown -R app /data
exec gosu app "$@"
#- Dockerfile
FROM python:3.13-slim-trixie
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .
COPY --chmod=755 docker/entrypoint.sh /usr/local/bin/
HEALTHCHECK CMD ["python", "healthcheck.py"]
ENTRYPOINT ["entrypoint.sh"]
CMD ["gunicorn", "config.wsgi:application"]
