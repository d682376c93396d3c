#- Dockerfile
FROM python:3.13-slim-trixie AS requirements
COPY requirements /in
RUN pip install --no-cache-dir -r /in/production.txt

FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
WORKDIR /app
COPY --from=requirements /in/production.txt /in/base.txt ./
RUN pip install --no-cache-dir -r production.txt
COPY . .
USER app
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
