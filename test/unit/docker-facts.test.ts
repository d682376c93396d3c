import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  alpineEndOfLife,
  debianRelease,
  endOfLifeChecked,
  pythonEndOfLife,
  ubuntuEndOfLife,
} from '../../server/src/data/end-of-life.ts';
import { type DockerFacts, dockerFacts } from '../../server/src/model/docker/docker-facts.ts';
import { buildDocker } from '../../server/src/model/docker/docker-model.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

function facts(dockerfile: string, files: Readonly<Record<string, string>> = {}): DockerFacts {
  const all = { 'manage.py': 'import django', ...files, Dockerfile: dockerfile };
  const texts = new Map(Object.entries(all) as [FileId, string][]);
  const { images } = buildDocker({ sources: new Sources(texts, texts.keys()) });
  return dockerFacts(images[0]!, '2026-11-22');
}

test('all facts of an image', () => {
  const text = [
    'FROM python:3.9-slim',
    'ENV DJANGO_SETTINGS_MODULE=config.settings.production API_TOKEN=abc',
    'WORKDIR /app',
    'COPY requirements.txt ./',
    'RUN pip install -r requirements.txt',
    'COPY . .',
    'HEALTHCHECK CMD curl -f localhost',
    'ENTRYPOINT ["./start.sh"]',
    'CMD ["gunicorn", "config.wsgi:application", "-k", "uvicorn.workers.UvicornWorker", "-b", "0.0.0.0:8000"]',
  ].join('\n');
  const files = {
    'requirements.txt': 'django',
    '.dockerignore': '.git',
    'start.sh': '#!/bin/sh\nexec "$@"\n',
    'config/wsgi.py': '',
  };
  assert.deepEqual(facts(text, files), {
    file: 'Dockerfile',
    context: '.',
    finalUser: 'root',
    base: { image: 'python', tag: '3.9-slim', pin: 'minor' },
    python: '3.9',
    pythonEndOfLife: true,
    serverCommand: ['gunicorn'],
    runserver: false,
    shellForm: false,
    healthCheck: true,
    copyAllBeforeInstall: false,
    dockerignore: true,
    settingsModule: 'config.settings.production',
    application: { ref: 'config.wsgi', exists: true },
    secretInEnvOrArg: true,
    contextFiles: ['.dockerignore', 'requirements.txt', 'start.sh'],
  });
});

test('what is not known is null', () => {
  const one = facts('ARG BASE\nFROM $BASE\nRUN pip install django\nCOPY . /a\nENTRYPOINT /a/gone.sh');
  assert.deepEqual(
    [one.base, one.python, one.pythonEndOfLife, one.finalUser, one.runserver, one.settingsModule, one.application],
    [null, null, null, null, null, null, null],
  );
  assert.equal(one.shellForm, true);
});

test('servers, also behind scripts and wrappers', () => {
  const servers = (command: string, files: Readonly<Record<string, string>> = {}) =>
    facts(`FROM python:3.13\nWORKDIR /a\nCOPY . .\n${command}`, files);
  assert.equal(servers('CMD python manage.py runserver 0:80').runserver, true);
  assert.equal(servers('CMD ["runserver"]').runserver, false);
  assert.equal(
    servers('ENTRYPOINT ["sh", "-c", "python manage.py migrate && exec python manage.py runserver"]').runserver,
    true,
  );
  assert.equal(servers('CMD ["bash", "run.sh"]', { 'run.sh': 'uv run manage.py runserver_plus' }).runserver, true);
  assert.deepEqual(
    servers('CMD exec tini -- poetry run uvicorn --app-dir src a.asgi:application', { 'src/a/asgi.py': '' })
      .application,
    {
      ref: 'a.asgi',
      exists: true,
    },
  );
  assert.deepEqual(servers('CMD cd src && python -m daphne -p 80 -b 0.0.0.0 b.asgi:application').application, {
    ref: 'b.asgi',
    exists: false,
  });
  assert.deepEqual(servers('CMD gunicorn -c python:config.gunicorn').application, null);
});

test('pins of base images', () => {
  const pin = (image: string) => facts(`FROM ${image}\nCOPY . /a\nRUN pip install x`).base?.pin;
  assert.deepEqual(
    [
      'python',
      'python:latest',
      'python:slim',
      'python:3-slim',
      'python:3.13-slim',
      'python:3.13.1',
      'python:3.13@sha256:00',
    ].map(pin),
    ['none', 'none', 'none', 'major', 'minor', 'patch', 'digest'],
  );
  assert.equal(facts('FROM ghcr.io/astral-sh/uv:0.8-python3.12-trixie\nCOPY . /a').python, '3.12');
});

test('secrets in ENV and ARG', () => {
  const secret = (line: string) => facts(`FROM python:3.13\n${line}\nCOPY . /a`).secretInEnvOrArg;
  for (const line of [
    'ENV SECRET_KEY=x',
    'ARG DB_PASSWORD',
    'ENV DATABASE_URL=postgres://u:p@db/x',
    'ENV PASSWORD "x"',
  ])
    assert.equal(secret(line), true, line);
  for (const line of [
    'ENV SECRET_KEY=',
    'ENV PASSWORD_FILE=/run/x',
    'ENV TOKENIZERS=1',
    'ENV URL=postgres://db/x',
    'ARG DEBUG=false',
  ])
    assert.equal(secret(line), false, line);
});

test('dates of end of life', () => {
  assert.match(endOfLifeChecked, /^\d{4}-\d\d-\d\d$/);
  assert.equal(pythonEndOfLife('3.9'), '2025-10-31');
  assert.equal(pythonEndOfLife('2.7'), undefined);
  assert.equal(debianRelease('bookworm')?.security, '2026-06-10');
  assert.equal(debianRelease('12')?.name, 'bookworm');
  assert.equal(alpineEndOfLife('3.18'), '2025-05-09');
  assert.equal(ubuntuEndOfLife('20.04'), '2025-05-31');
});
