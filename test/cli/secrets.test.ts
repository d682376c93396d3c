// No character of a secret of the analysed project is in anything that we write: reports, facts, settings, diffs, diagnostics, errors.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp-client.ts';
import { runCli } from '../support/run-cli.ts';
import { readProject } from '../support/run-fixture.ts';
import { tempProject } from '../support/temp-project.ts';

/** Each is somewhere in the project below, in a way of its own; none is a word that our output could have by itself. */
const secrets = {
  key: 'django-insecure-q8w@7e#zr5t^6yu',
  database: 'tr0ub4dor-and-3',
  url: 'correcthorse7',
  mail: 'm41l-pa55phrase',
  aws: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLE',
  stripe: 'sk_live_51Hzq9KJ2eZvKYlo2C0aBcDeF',
  sentry: '9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  jwt: 'jw7-s1gning-c0de',
  oauth: 'oauth-sh4red-w0rd',
  redis: 'red1spa55',
  partial: 'hunter2-part',
  pin: '48151623',
  old: 'old-k3y-of-last-year',
  headers: 'Tok3nInTheHeaders',
  image: 'baked-1nto-the-image',
  argument: 'g1ven-at-build-time',
  compose: 'p0stgres-of-compose',
  dotenv: 'k3pt-in-dotenv',
  view: 'v1ew-api-t0ken',
  package: 'ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8',
  broken: 'br0ken-file-secret',
} as const;

const settings = `import os
import sys

import dj_database_url

DEBUG = True
SECRET_KEY = "${secrets.key}"
ALLOWED_HOSTS = os.environ.get("HOSTS", "").split(",")
SECRET_KEY_FALLBACKS = ["${secrets.old}"]
ROOT_URLCONF = "urls"
STATICFILES_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
INSTALLED_APPS = ["django.contrib.sessions", "shop"]
MIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware", "django.middleware.security.SecurityMiddleware"]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "HOST": "db.example.org", "PASSWORD": "${secrets.database}"},
    "other": dj_database_url.config(default="postgres://shop:${secrets.url}@db.example.org/shop"),
}
EMAIL_HOST_PASSWORD = os.environ.get("MAIL_CODE", "${secrets.mail}")
AWS_SECRET_ACCESS_KEY = "${secrets.aws}"
PAYMENTS = {"backend": "stripe", "account": "${secrets.stripe}"}
SENTRY_DSN = "https://${secrets.sentry}@sentry.example.org/1"
SIMPLE_JWT = {"ALGORITHM": "HS256", "SIGNING_KEY": "${secrets.jwt}"}
SOCIALACCOUNT_PROVIDERS = {"github": {"APP": {"client_id": "abc", "secret": "${secrets.oauth}"}}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://:${secrets.redis}@cache:6379/0"}}
QUEUE_URL = f"amqp://shop:{os.environ.get('QUEUE_WORD', '${secrets.partial}')}@queue/"
DOOR_PIN = ${secrets.pin}
HEADERS = {"Authorization": "Token ${secrets.headers}"}
`;

const files = {
  'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
  'settings.py': settings,
  'wsgi.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
  'urls.py': 'urlpatterns = []\n',
  'shop/__init__.py': '',
  'shop/models.py':
    'from django.db import models\n\nclass Shop(models.Model):\n    name = models.CharField(max_length=9)\n',
  'shop/views.py': `import requests\nfrom .models import Shop\n\nAPI_TOKEN = "${secrets.view}"\n\ndef send():\n    for shop in Shop.objects.all():\n        requests.get(shop.name, headers={"X": API_TOKEN})\n`,
  'shop/broken.py': `from django.conf import settings\nPASSWORD = "${secrets.broken}" (\n`,
  Dockerfile: `FROM python:3.12\nARG TOKEN=${secrets.argument}\nENV SECRET_KEY=${secrets.image}\nCOPY . .\nRUN pip install -r requirements.txt\nCMD gunicorn wsgi\n`,
  'docker-compose.yml': `services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: ${secrets.compose}\n`,
  '.env': `SECRET_KEY=${secrets.dotenv}\n`,
  'requirements.txt': `django==5.2\nwhitenoise\ngit+https://user:${secrets.package}@github.com/example/shop.git\n`,
};

/** Names of the secrets that a text holds. */
function leaks(text: string): readonly string[] {
  return Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));
}

/** All formats of a command, as it names them itself. */
function formatsOf(command: string, folder: string): readonly string[] {
  const { stderr } = runCli([command, folder, '--format', 'no-such-format']);
  const formats = /Allowed: (.*)\./.exec(stderr)?.[1]?.split(', ') ?? [];
  assert.ok(formats.includes('json'), stderr);
  return formats;
}

test('every command in every format', async (t) => {
  const folder = tempProject(t, files);
  const runs: string[][] = [];
  for (const format of formatsOf('check', folder)) {
    runs.push(['check', folder, '--preset', 'strict', '--format', format]);
    runs.push(['check', folder, '--preset', 'strict', '--format', format, '--diff', '--fix-suggestions']);
  }
  for (const format of formatsOf('facts', folder)) runs.push(['facts', folder, '--format', format]);
  for (const format of formatsOf('settings', folder)) {
    runs.push(['settings', folder, '--format', format]);
    runs.push(['settings', folder, '--format', format, '--all']);
  }
  const before = readProject(folder);
  for (const run of runs) {
    await t.test(run.filter((word) => word !== folder).join(' '), () => {
      const { status, stdout, stderr } = runCli(run);
      assert.ok(status === 0 || status === 1, stderr);
      assert.ok(stdout.length > 200, 'there is something to search');
      assert.deepEqual(leaks(stdout + stderr), []);
    });
  }
  await t.test('and no file is written, a cache neither', () => assert.deepEqual(readProject(folder), before));
});

test('what fixing says', (t) => {
  const { stdout, stderr } = runCli([
    'check',
    tempProject(t, files),
    '--preset',
    'strict',
    '--fix',
    '--fix-suggestions',
  ]);
  assert.deepEqual(leaks(stdout + stderr), []);
});

test('diagnostics and code actions of the language server', async (t) => {
  const folder = tempProject(t, files);
  const client = await LspClient.start(t, [folder]);
  const published = JSON.stringify([...client.published]);
  assert.ok(published.includes('settings/debug-true'));
  assert.deepEqual(leaks(published), []);
  await client.open('settings.py');
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri('settings.py') },
    range,
    context: { diagnostics: [...(client.published.get(client.uri('settings.py'))?.diagnostics ?? [])] },
  });
  assert.deepEqual(leaks(JSON.stringify(actions)), []);
});
