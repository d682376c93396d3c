#- scripts/packages.sh
#!/bin/sh
apt-get update && apt-get install -y libpq-dev
#- Dockerfile
FROM python:3.13-slim-trixie
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY . .
RUN bash scripts/packages.sh
RUN pip install --no-cache-dir -r requirements/production.txt
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
