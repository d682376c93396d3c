#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY . /app/
#<^^^^^^^^^^ docker/copy-before-deps
RUN pip install --no-cache-dir -r requirements/production.txt && python manage.py collectstatic --noinput
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
