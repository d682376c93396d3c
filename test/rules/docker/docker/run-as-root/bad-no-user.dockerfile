#- Dockerfile
FROM python:3.13-slim-trixie
#    ^^^^^^^^^^^^^^^^^^^^^^^ docker/run-as-root: The image sets no `USER`, so it runs as root like its base image `python`.

WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .

HEALTHCHECK CMD ["python", "healthcheck.py"]

# Starts the server.
CMD ["gunicorn", "config.wsgi:application"]
