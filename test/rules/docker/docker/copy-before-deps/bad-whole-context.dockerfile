#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
# The project itself.
COPY --chown=app . .
#<^^^^^^^^^^^^^^^^^^ docker/copy-before-deps: `COPY . .` copies the source before `pip install` installs the dependencies.
RUN pip install --no-cache-dir -r requirements/production.txt
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
