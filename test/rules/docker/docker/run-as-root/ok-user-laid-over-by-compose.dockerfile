#- compose.yaml
x-shop: &shop
  build: {context: ., target: web}
services:
  web:
    <<: *shop
    ports: ["8000:8000"]
  worker:
    <<: *shop
    command: [celery, -A, config, worker]
#- compose.prod.yaml
services:
  web:
    user: "10001:10001"
  worker:
    user: "10001:10001"
#- Dockerfile
FROM python:3.13-slim-trixie AS web
ENV PYTHONUNBUFFERED=1
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
