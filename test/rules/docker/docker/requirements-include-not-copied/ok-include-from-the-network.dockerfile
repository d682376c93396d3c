#- requirements/production.txt
-r https://example.com/base.txt
-c ${CONSTRAINTS}
gunicorn==27.0.1
#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements/production.txt ./
RUN pip install --no-cache-dir -r production.txt
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
