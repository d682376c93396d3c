#- Dockerfile
from python:3.13-alpine as runtime
workdir /app
copy requirements/ requirements/
run pip install --no-cache-dir -r requirements/production.txt

from runtime as web
#    ^^^^^^^ docker/run-as-root: The image sets no `USER`, so it runs as root like its base image `python`.
copy . .
healthcheck CMD ["python", "healthcheck.py"]
cmd ["gunicorn", "config.wsgi:application"]
