#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY ./requirements-prod.txt ./constraints.txt ./requirements-web.txt ./requirements-core.txt ./
RUN set -e; \
    python -m pip install --no-cache-dir --requirement=requirements-prod.txt
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
