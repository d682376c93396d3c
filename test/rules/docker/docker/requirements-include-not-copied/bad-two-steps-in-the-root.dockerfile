#- requirements-prod.txt
-r requirements-web.txt
-c constraints.txt
#- requirements-web.txt
-r requirements-core.txt
gunicorn==27.0.1
#- requirements-core.txt
Django==5.2.8
#- constraints.txt
asgiref==3.9.1
#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY ./requirements-prod.txt ./constraints.txt ./
RUN set -e; \
    python -m pip install --no-cache-dir --requirement=requirements-prod.txt
#                                                      ^^^^^^^^^^^^^^^^^^^^^ docker/requirements-include-not-copied: `requirements-prod.txt` includes `requirements-web.txt`, which is not copied before `pip install`.
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
