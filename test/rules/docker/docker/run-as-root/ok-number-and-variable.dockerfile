#- Dockerfile
ARG APP_UID=10001
FROM python:3.13-slim-trixie
ARG APP_UID
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt
COPY . .
USER root
RUN mkdir /data && chown ${APP_UID} /data
USER ${APP_UID}:0
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
