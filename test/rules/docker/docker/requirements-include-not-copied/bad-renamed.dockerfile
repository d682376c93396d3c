#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
COPY --chown=app requirements/production.txt /tmp/requirements.txt
RUN pip install --no-cache-dir -r/tmp/requirements.txt
#                                ^^^^^^^^^^^^^^^^^^^^^ docker/requirements-include-not-copied
WORKDIR /app
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
