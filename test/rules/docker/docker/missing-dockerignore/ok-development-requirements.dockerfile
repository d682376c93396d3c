#- base: none
#- manage.py
from django.core.management import execute_from_command_line

execute_from_command_line()
#- requirements/dev.txt
Django==5.2.8
ipython==9.7.0
#- compose.yaml
services:
  web: {build: {context: ., dockerfile: "./docker/Dockerfile"}, ports: ["8000:8000"]}
#- docker/Dockerfile
FROM python:3.13-slim-trixie
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY requirements/dev.txt requirements/
RUN pip install --no-cache-dir -r requirements/dev.txt
COPY . .
USER app
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
