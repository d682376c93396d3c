#- Dockerfile
FROM python:3.13-slim-trixie

WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .

HEALTHCHECK CMD ["python", "healthcheck.py"]

RUN useradd --system --no-log-init --uid 10001 app
USER app
# Starts the server.
CMD ["gunicorn", "config.wsgi:application"]
