import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSnippets, snippetText } from '../support/expand-snippet.ts';
import { declareMissingDjangos } from './not-proved.ts';
import { prepareDjangos, type ReadyDjango } from './prepare-djangos.ts';
import { checkDeploy, runManage } from './run-manage.ts';

const texts = new Map(readSnippets('python.json').map((snippet) => [snippet.prefix, snippetText(snippet)]));
const snippet = (prefix: string): string => texts.get(prefix) ?? assert.fail(`no snippet ${prefix}`);
const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');
/** A settings module that takes over another one and adds snippets. */
const settings = (from: string, ...prefixes: string[]): string =>
  [`from .${from} import *\n`, ...prefixes.map(snippet)].join('\n');

/** What `startproject` leaves, as far as the deployment checks look at it. */
const started = `
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "django-insecure-not-for-production"
DEBUG = True
ALLOWED_HOSTS = []
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.staticfiles", "orders"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "ATOMIC_REQUESTS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "static/"
USE_TZ = True
`;

const models = `
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=50)


class Tag(models.Model):
    label = models.CharField(max_length=50)


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)


class Order(models.Model):
    status = models.CharField(max_length=20)
    created_at = models.DateTimeField(auto_now_add=True)

${indented(snippet('prod-indexes'))}`;

const catalogue = `
from .models import Book


def catalogue():
${indented(snippet('prod-query'))}
    return [(book.author.name, [tag.label for tag in book.tags.all()]) for book in books]
`;

/** Run by Django's own test runner under the settings of all snippets together. */
const tests = `
from unittest.mock import patch

from django.db import OperationalError, connection
from django.test import TestCase
from django.urls import resolve

from .catalogue import catalogue
from .models import Author, Book, Tag


class SnippetTests(TestCase):
    def setUp(self):
        self.client.defaults["HTTP_HOST"] = "www.example.org"

    def test_health_answers_plain_http(self):
        for path in ["/health/", "/health/live/"]:
            response = self.client.get(path)
            self.assertEqual((response.status_code, response.json()), (200, {"status": "ok"}))
            self.assertIn("no-store", response["Cache-Control"])
            self.assertEqual(self.client.post(path, secure=True).status_code, 405)

    def test_health_tells_of_a_lost_database_and_live_does_not(self):
        with patch.object(connection, "cursor", side_effect=OperationalError("lost")):
            with self.assertLogs("config.health", "ERROR"):
                self.assertEqual(self.client.get("/health/").status_code, 503)
            self.assertEqual(self.client.get("/health/live/").status_code, 200)

    def test_health_is_outside_of_atomic_requests(self):
        for path in ["/health/", "/health/live/"]:
            self.assertEqual(resolve(path).func._non_atomic_requests, {"default"})

    def test_everything_else_goes_to_https_and_stays_there(self):
        self.assertEqual(self.client.get("/other/").status_code, 301)
        response = self.client.get("/other/", headers={"X-Forwarded-Proto": "https"})
        self.assertEqual(response.status_code, 404)
        self.assertEqual(response["Strict-Transport-Security"], "max-age=31536000; includeSubDomains; preload")

    def test_an_unknown_host_is_refused(self):
        response = self.client.get("/health/", headers={"host": "evil.example.net"})
        self.assertEqual(response.status_code, 400)

    def test_queries_do_not_grow_with_the_rows(self):
        for rows in [2, 20]:
            for number in range(rows):
                book = Book.objects.create(author=Author.objects.create(name=str(number)))
                book.tags.add(Tag.objects.create(label=str(number)))
            with self.assertNumQueries(2):
                catalogue()
`;

/** Stands in for the package, which would open connections; Django gives it what the settings say. */
const poolStandIn = `
class ConnectionPool:
    def __init__(self, **options):
        self.options = options

    def check_connection(self):
        raise NotImplementedError
`;

const files = {
  'manage.py': readFileSync(fileURLToPath(new URL('../support/clean/manage.py', import.meta.url)), 'utf8'),
  'psycopg_pool.py': poolStandIn,
  'config/__init__.py': '',
  'config/started.py': started,
  'config/secured.py': settings('started', 'prod-security'),
  'config/production.py': settings('secured', 'prod-hosts', 'prod-storages', 'prod-logging'),
  'config/logging_package.py': settings('started', 'prod-logging-package'),
  'config/postgres.py': settings('production', 'prod-postgres'),
  'config/postgres_persistent.py': settings('production', 'prod-postgres-persistent'),
  'config/health.py': snippet('prod-health'),
  'config/urls.py': 'from django.urls import include, path\n\nurlpatterns = [path("", include("config.health"))]\n',
  'orders/__init__.py': '',
  'orders/migrations/__init__.py': '',
  'orders/models.py': models,
  'orders/catalogue.py': catalogue,
  'orders/tests.py': tests,
  'orders/static/orders/site.css': 'body { color: black }\n',
};

const variables = {
  DJANGO_SECRET_KEY: 'Kq7-vT2_xB9+mN4=wR8~cJ5^zL3!hF6*yD1:gS0%pA;eU,iO.'.repeat(2),
  DJANGO_ALLOWED_HOSTS: ' www.example.org, ,example.org,',
  DATABASE_HOST: 'database.example.org',
  DATABASE_PASSWORD: 'not used',
};

/** What a management command writes; throws when it does not end well. */
function output(django: ReadyDjango, folder: string, module: string, command: readonly string[]): string {
  const done = runManage(django, folder, module, command, variables);
  assert.equal(done.status, 0, done.output);
  return done.output;
}

/** Evaluates Python with Django set up, and gives the JSON that each line of its output is. */
function ask(django: ReadyDjango, folder: string, module: string, code: string): readonly Record<string, unknown>[] {
  const lines = output(django, folder, module, ['shell', '--command', code]).split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
}

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'snippets');

for (const django of djangos.ready) {
  describe(`snippets under Django ${django.version}`, () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'djpreflight-proof-')));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    after(() => rmSync(folder, { recursive: true, force: true }));

    test('the security block silences check --deploy, but for the hosts', () => {
      const before = ['W004', 'W008', 'W009', 'W012', 'W016', 'W018', 'W020'].map((id) => `security.${id}`);
      assert.deepEqual(checkDeploy(django, folder, 'config.started', {}), before);
      assert.deepEqual(checkDeploy(django, folder, 'config.secured', variables), ['security.W020']);
      assert.deepEqual(checkDeploy(django, folder, 'config.production', variables), []);
    });

    test('lists from the environment have no empty parts', () => {
      const code =
        'import json; from django.conf import settings as s; ' +
        'print(json.dumps({"hosts": s.ALLOWED_HOSTS, "origins": s.CSRF_TRUSTED_ORIGINS, "keys": s.SECRET_KEY_FALLBACKS}))';
      assert.deepEqual(ask(django, folder, 'config.production', code), [
        { hosts: ['www.example.org', 'example.org'], origins: [], keys: [] },
      ]);
    });

    test('the model with its index makes one migration; health checks, HTTPS, hosts and the query do as they say', () => {
      output(django, folder, 'config.production', ['makemigrations', 'orders']);
      output(django, folder, 'config.production', ['makemigrations', '--check', '--dry-run']);
      assert.match(
        output(django, folder, 'config.production', ['sqlmigrate', 'orders', '0001']),
        /CREATE INDEX "order_status_created_at_idx" ON "orders_order" \("status", "created_at" DESC\)/,
      );
      assert.match(output(django, folder, 'config.production', ['test']), /Ran 6 tests/);
    });

    for (const module of ['config.production', 'config.logging_package']) {
      test(`a log record of ${module} is one line of JSON`, () => {
        const code =
          'import logging\n' +
          'logging.getLogger("orders").debug("too much")\n' +
          'try:\n    1 / 0\n' +
          'except ZeroDivisionError:\n' +
          '    logging.getLogger("orders").exception("two\\nlines of %s", "text", extra={"order": 7, "path": object})\n' +
          'logging.getLogger("django.request").warning("not found", extra={"status_code": 404})\n';
        const [failure, warning, ...more] = ask(django, folder, module, code);
        assert.deepEqual(more, []);
        const { time, level, logger, message, order } = failure ?? {};
        assert.deepEqual([level, logger, message, order], ['ERROR', 'orders', 'two\nlines of text', 7]);
        assert.match(String(time), /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/);
        assert.match(JSON.stringify(failure), /ZeroDivisionError: division by zero/);
        assert.deepEqual([warning?.['level'], warning?.['logger']], ['WARNING', 'django.request']);
        assert.equal(warning?.['status_code'], 404);
      });
    }

    test('collectstatic hashes and compresses', () => {
      output(django, folder, 'config.production', ['collectstatic', '--noinput']);
      assert.ok(existsSync(join(folder, 'staticfiles', 'staticfiles.json')));
      const names = readdirSync(join(folder, 'staticfiles', 'orders'));
      assert.ok(
        names.some((name) => /^site\.[0-9a-f]{12}\.css$/.test(name)),
        names.join(),
      );
    });

    test('Django takes the settings of PostgreSQL, without a server to connect to', () => {
      const code =
        'import json; from django.db import connection as c; ' +
        'p = c.get_connection_params(); d = c.settings_dict; ' +
        'print(json.dumps({"age": d["CONN_MAX_AGE"], "checks": d["CONN_HEALTH_CHECKS"]} | ' +
        '{k: p.get(k) for k in ["host", "dbname", "user", "port", "sslmode", "sslrootcert", "options", "pool"]}))';
      const [persistent] = ask(django, folder, 'config.postgres_persistent', code);
      const expected = {
        age: 60,
        checks: true,
        host: 'database.example.org',
        dbname: 'app',
        user: 'app',
        port: '5432',
        sslmode: 'verify-full',
        sslrootcert: 'system',
        options: '-c statement_timeout=30000',
        pool: null,
      };
      assert.deepEqual(persistent, expected);
      // Django 4.2 knows no pool and hands the option on.
      const pool = django.series === '4.2' ? { min_size: 1, max_size: 4, timeout: 10 } : null;
      assert.deepEqual(ask(django, folder, 'config.postgres', code), [{ ...expected, age: 0, pool }]);
    });

    if (django.series !== '4.2') {
      test('Django makes a pool of the sizes given, which checks its connections', () => {
        const code =
          'import json; from django.db import connection as c; o = c.pool.options; ' +
          'print(json.dumps({k: o[k] for k in ["min_size", "max_size", "timeout", "open"]} | {"check": o["check"].__name__}))';
        assert.deepEqual(ask(django, folder, 'config.postgres', code), [
          { min_size: 1, max_size: 4, timeout: 10, open: false, check: 'check_connection' },
        ]);
      });
    }
  });
}
