#- backend/pyproject.toml
[tool.poetry]
name = "shop"
package-mode = false
[tool.poetry.dependencies]
python = "^3.13"
Django = "^5.2"
#- backend/poetry.lock
#- backend/manage.py
import django
#- Dockerfile
FROM python:3.13-slim-trixie
ENV PYTHONUNBUFFERED=1
RUN useradd --system --no-log-init --uid 10001 app
RUN pip install --no-cache-dir poetry==2.2.1
WORKDIR /srv
ADD backend /srv
#<^^^^^^^^^^^^^^ docker/copy-before-deps
ENV POETRY_VIRTUALENVS_CREATE=false
RUN poetry config virtualenvs.create false && \
    poetry install --no-interaction
USER app
CMD ["gunicorn", "config.wsgi:application"]
