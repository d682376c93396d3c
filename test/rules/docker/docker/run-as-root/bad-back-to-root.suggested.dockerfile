#- Dockerfile
FROM python:3.13-alpine3.22 AS base
ARG RUN_AS=root
ENV PYTHONUNBUFFERED=1
WORKDIR /app
COPY requirements/ requirements/
RUN pip install --no-cache-dir -r requirements/production.txt

FROM base
RUN addgroup -S web && adduser -S -G web web
USER web
COPY . .
USER ${RUN_AS}:${RUN_AS}
HEALTHCHECK CMD ["python", "healthcheck.py"]
USER web
ENTRYPOINT ["python", "-m"]
CMD ["gunicorn", "config.wsgi:application"]
