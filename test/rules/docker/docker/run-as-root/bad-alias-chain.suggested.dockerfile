#- Dockerfile
from python:3.13-alpine as runtime
workdir /app
copy requirements/ requirements/
run pip install --no-cache-dir -r requirements/production.txt

from runtime as web
copy . .
healthcheck CMD ["python", "healthcheck.py"]
run adduser -S -u 10001 app
user app
cmd ["gunicorn", "config.wsgi:application"]
