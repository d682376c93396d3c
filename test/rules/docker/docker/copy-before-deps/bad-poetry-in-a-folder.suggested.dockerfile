#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
RUN pip install --no-cache-dir poetry==2.2.1
WORKDIR /srv
ADD backend/poetry.lock backend/pyproject.toml /srv/
ENV POETRY_VIRTUALENVS_CREATE=false
RUN poetry config virtualenvs.create false && \
    poetry install --no-interaction
ADD backend /srv
USER app
CMD ["gunicorn", "config.wsgi:application"]
