#- Dockerfile.dockerignore
.git
requirements/base.txt
#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements/ requirements/
RUN cd requirements && pip install --no-cache-dir -r production.txt
#                                                    ^^^^^^^^^^^^^^ docker/requirements-include-not-copied: `production.txt` includes `base.txt`, which the ignore file keeps out of the build.
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
