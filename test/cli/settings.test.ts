import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { runCli } from '../support/run-cli.ts';
import { tempProject } from '../support/temp-project.ts';

const place = z.strictObject({ file: z.string(), line: z.int().positive() });

/** Version 1 of `settings --format json`, written from its contract and not from our output. */
const reportSchema = z.strictObject({
  version: z.literal(1),
  root: z.string(),
  modules: z.array(
    z.strictObject({
      module: z.string(),
      file: z.string(),
      environment: z.enum(['production', 'unknown', 'development', 'test']),
      django: z.string().nullable(),
      complete: z.boolean(),
      settings: z.array(
        z.strictObject({
          name: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
          class: z.enum(['constant', 'environment', 'mixed', 'default', 'unknown']),
          value: z.json(),
          text: z.string().min(1),
          secret: z.boolean(),
          file: z.string().nullable(),
          line: z.int().positive().nullable(),
          variables: z.array(z.string()),
          overridable: z.boolean(),
        }),
      ),
      variables: z.array(
        z.strictObject({
          name: z.string(),
          required: z.boolean(),
          conditional: z.boolean(),
          default: z.string().nullable(),
          secret: z.boolean(),
          reads: z.array(place).min(1),
          settings: z.array(z.string()),
        }),
      ),
    }),
  ),
});

const base = `import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DEBUG = os.environ.get("APP_DEBUG", "0") == "1"
SECRET_KEY = os.environ["APP_KEY"]
ALLOWED_HOSTS = ["www.example.org"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["django.contrib.auth"]
INSTALLED_APPS += ["shop"]
EMAIL_PORT = int(os.environ.get("MAIL_PORT", "25"))
CACHES = {"default": {"BACKEND": "x.Cache", "PASSWORD": os.environ.get("CACHE_CODE", "hunter2-horse")}}
if DEBUG:
    INTERNAL_IPS = ["127.0.0.1"]
if "MAIL_HOST" in os.environ:
    EMAIL_HOST = os.environ["MAIL_HOST"]
`;
const files = {
  'manage.py': '',
  'requirements.txt': 'django==5.2.1\n',
  'config/__init__.py': '',
  'config/settings/__init__.py': '',
  'config/settings/base.py': base,
  'config/settings/production.py': 'from .base import *\nSECURE_SSL_REDIRECT = True\n',
  'config/settings/dev.py': 'from .base import *\nALLOWED_HOSTS = []\n',
};

function report(folder: string, ...options: readonly string[]): z.infer<typeof reportSchema> {
  const run = runCli(['settings', folder, '--format', 'json', ...options]);
  assert.equal(run.status, 0, run.stderr);
  return reportSchema.parse(JSON.parse(run.stdout));
}

test('settings as JSON: values, places, classes and variables', (context) => {
  const { modules } = report(tempProject(context, files));
  assert.deepEqual(
    modules.map(({ module, environment }) => [module, environment]),
    [
      ['config.settings.production', 'production'],
      ['config.settings.dev', 'development'],
    ],
  );
  const [production, development] = modules;
  assert.ok(production !== undefined && development !== undefined);
  const { django, complete } = production;
  assert.deepEqual({ django, complete }, { django: '5.2', complete: true });
  const found = (name: string) => {
    const one = production.settings.find((setting) => setting.name === name);
    return one === undefined ? undefined : [one.class, one.value, one.text, one.file, one.line];
  };
  const at = 'config/settings/base.py';
  assert.deepEqual(found('DEBUG'), ['environment', null, '<APP_DEBUG: boolean, default False>', at, 5]);
  assert.deepEqual(found('SECRET_KEY'), ['environment', null, '<APP_KEY, required>', at, 6]);
  const apps = ['django.contrib.auth', 'shop'];
  assert.deepEqual(found('INSTALLED_APPS'), ['constant', apps, "['django.contrib.auth', 'shop']", at, 9]);
  assert.deepEqual(found('SECURE_SSL_REDIRECT'), ['constant', true, 'True', 'config/settings/production.py', 2]);
  assert.deepEqual(found('BASE_DIR'), ['constant', null, '<path .>', at, 4]);
  assert.deepEqual(found('EMAIL_PORT'), ['environment', null, '<MAIL_PORT: integer, default 25>', at, 11]);
  assert.equal(found('INTERNAL_IPS')?.[2], "['127.0.0.1'] (DEBUG) | <not set> (not DEBUG)");
  assert.equal(found('TIME_ZONE'), undefined);
  const hosts = development.settings.find(({ name }) => name === 'ALLOWED_HOSTS');
  assert.deepEqual([hosts?.value, hosts?.file, hosts?.line], [[], 'config/settings/dev.py', 2]);
});

test('the environment variables of a module', (context) => {
  const [production] = report(tempProject(context, files), '--environment', 'production').modules;
  const shown = production?.variables.map((one) => [
    one.name,
    one.required,
    one.default,
    one.secret,
    one.settings.join(),
  ]);
  assert.deepEqual(shown, [
    ['APP_DEBUG', false, "'0'", false, 'DEBUG'],
    ['APP_KEY', true, null, false, 'SECRET_KEY'],
    ['CACHE_CODE', false, '********', true, 'CACHES'],
    ['MAIL_HOST', false, null, false, 'EMAIL_HOST'],
    ['MAIL_PORT', false, "'25'", false, 'EMAIL_PORT'],
  ]);
});

test('a variable that only one branch needs, and one that no setting keeps', (context) => {
  const settings = `import os
import sentry_sdk
ROOT_URLCONF = "urls"
ALLOWED_HOSTS = []
if os.environ.get("USE_S3") == "1":
    AWS_REGION = os.environ["REGION"]
sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release=os.environ.get("RELEASE"))
`;
  const [module] = report(tempProject(context, { 'settings.py': settings, 'manage.py': '' })).modules;
  const shown = module?.variables.map(({ name, required, conditional }) => [name, required, conditional]);
  assert.deepEqual(shown, [
    ['REGION', true, true],
    ['RELEASE', false, false],
    ['SENTRY_DSN', true, false],
    ['USE_S3', false, false],
  ]);
});

test("--all adds Django's defaults of the project's version", (context) => {
  const [module] = report(tempProject(context, files), '--all', '--settings', 'config.settings.production').modules;
  const shown = (name: string) => module?.settings.find((one) => one.name === name);
  assert.deepEqual(shown('SESSION_COOKIE_AGE')?.class, 'default');
  assert.deepEqual(shown('SESSION_COOKIE_AGE')?.value, 1209600);
  assert.equal(shown('SESSION_COOKIE_AGE')?.file, null);
  assert.equal(shown('USE_TZ')?.text, 'True');
  assert.equal(shown('SECURE_SSL_REDIRECT')?.class, 'constant');
});

test('settings for people: groups, places, and no colours away from a terminal', (context) => {
  const run = runCli(['settings', tempProject(context, files), '--settings', 'config.settings.production']);
  assert.equal(run.status, 0, run.stderr);
  assert.match(
    run.stdout,
    /^config\.settings\.production {2}production {2}config\/settings\/production\.py, Django 5\.2$/m,
  );
  assert.match(run.stdout, /^Core\n {2}ALLOWED_HOSTS +\['www\.example\.org'\] +config\/settings\/base\.py:7$/m);
  assert.match(run.stdout, /^ {2}SECURE_SSL_REDIRECT +True +config\/settings\/production\.py:2$/m);
  assert.match(run.stdout, /^Environment variables\n {2}APP_DEBUG +default '0' +config\/settings\/base\.py:5$/m);
  assert.ok(!run.stdout.includes('\u001b'));
});

test('local settings that may be there are said', (context) => {
  const local = 'from .base import *\ntry:\n    from .local import *\nexcept ImportError:\n    pass\n';
  const folder = tempProject(context, { ...files, 'config/settings/production.py': local });
  const [module] = report(folder, '--environment', 'production').modules;
  assert.equal(module?.complete, false);
  assert.match(runCli(['settings', folder]).stdout, /^Code that cannot be seen may change settings/m);
});

test('wrong use says what is allowed', (context) => {
  const folder = tempProject(context, files);
  const module = runCli(['settings', folder, '--settings', 'config.settings.prod']);
  assert.equal(module.status, 2);
  assert.match(module.stderr, /`config\.settings\.prod` is no settings module here\. Allowed: config\.settings\.dev, /);
  const environment = runCli(['settings', folder, '--environment', 'live']);
  assert.equal(environment.status, 2);
  assert.match(environment.stderr, /Allowed: production, unknown, development, test\./);
  const none = runCli(['settings', folder, '--environment', 'test']);
  assert.equal(none.status, 0);
  assert.match(none.stderr, /No settings module for test/);
});
