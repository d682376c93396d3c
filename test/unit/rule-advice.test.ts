// What rules say beyond the place and the fact: severity, reason and advice where they depend on the project.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../server/src/contract/finding.ts';
import { analyze } from '../../server/src/engine/analyze.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { fixtureInput } from '../support/run-fixture.ts';

await loadParsers();

/** The only finding of the clean project with these files over it. */
function finding(files: Readonly<Record<string, string>>): Finding {
  const { findings } = analyze(
    fixtureInput({ files: new Map(Object.entries(files) as [FileId, string][]), onCleanBase: true }),
  );
  assert.equal(findings.length, 1, findings.map((one) => `${one.rule} ${one.what}`).join('\n'));
  const [only] = findings;
  assert.ok(only);
  return only;
}

const production = 'config/settings/production.py';
const settings = 'from .base import *\n\nDEBUG = False\nSECURE_HSTS_SECONDS = 31536000\n';

test('counting names the relation as queries do', () => {
  const models = (relatedName: string): string =>
    [
      'from django.db import models\n\n\nclass Author(models.Model):\n    name = models.CharField(max_length=9)\n\n',
      `\nclass Book(models.Model):\n    author = models.ForeignKey(Author, models.CASCADE${relatedName})\n`,
    ].join('');
  const report = (accessor: string): string =>
    `from shop.models import Author\n\nfor author in Author.objects.all():\n    print(author.${accessor}.count())\n`;
  const views = { 'shop/views.py': '', 'shop/admin.py': '' };
  assert.match(
    finding({ ...views, 'shop/models.py': models(''), 'shop/report.py': report('book_set') }).help,
    /`Count\('book'\)`.*`\.prefetch_related\('book_set'\)`/,
  );
  assert.match(
    finding({ ...views, 'shop/models.py': models(', related_name="works"'), 'shop/report.py': report('works') }).help,
    /`Count\('works'\)`.*`\.prefetch_related\('works'\)`/,
  );
});

test('a join needs its key in only()', () => {
  const loop = (queryset: string): string =>
    `from shop.models import Book\n\nfor book in ${queryset}:\n    print(book.author.name)\n`;
  assert.equal(
    finding({ 'shop/report.py': loop('Book.objects.only("title")') }).help,
    "Add `.select_related('author')` to the queryset, and `'author'` to its `only()`.",
  );
  assert.equal(
    finding({ 'shop/report.py': loop('Book.objects.only("title", "author")') }).help,
    "Add `.select_related('author')` to the queryset.",
  );
  assert.equal(
    finding({ 'shop/report.py': loop('Book.objects.all()') }).help,
    "Add `.select_related('author')` to the queryset.",
  );
});

test('WhiteNoise before SecurityMiddleware counts most where Django redirects, and little behind a proxy that sends the files', () => {
  const list = [
    ...['whitenoise.middleware.WhiteNoiseMiddleware', 'django.middleware.security.SecurityMiddleware'],
    'corsheaders.middleware.CorsMiddleware',
    ...['django.contrib.sessions.middleware.SessionMiddleware', 'django.middleware.common.CommonMiddleware'],
    ...['django.middleware.csrf.CsrfViewMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware'],
    'django.contrib.messages.middleware.MessageMiddleware',
    ...['django.middleware.clickjacking.XFrameOptionsMiddleware', 'csp.middleware.CSPMiddleware'],
  ];
  const middleware = `${settings}MIDDLEWARE = [\n${list.map((one) => `    "${one}",\n`).join('')}]\n`;
  const silenced = 'SILENCED_SYSTEM_CHECKS = ["security.W008"]  # the balancer redirects people\n';
  const plain = finding({ [production]: `${middleware}SECURE_SSL_REDIRECT = False\n${silenced}` });
  assert.deepEqual([plain.severity, plain.why], ['warning', 'Static files are sent without the security headers.']);
  const redirecting = finding({ [production]: `${middleware}SECURE_SSL_REDIRECT = True\n` });
  assert.equal(redirecting.severity, 'error');
  assert.match(redirecting.why, /and without the redirect to HTTPS\.$/);
  const nginx = 'server {\n  location /static/ {\n    alias /srv/static/;\n  }\n}\n';
  const behind = finding({ [production]: `${middleware}SECURE_SSL_REDIRECT = True\n`, 'deploy/nginx.conf': nginx });
  assert.deepEqual([behind.severity, behind.confidence], ['info', 'medium']);
});

test('an old storage setting says what happens without it, and hardly matters where it names the default', () => {
  const base = readFileSync(new URL('../support/clean/config/settings/base.py', import.meta.url), 'utf8');
  const withoutStorages = { 'config/settings/base.py': base.replace(/^STORAGES = \{\n[\s\S]*?^\}\n/m, '') };
  const stored = (line: string): Finding => finding({ ...withoutStorages, [production]: `${settings}${line}\n` });
  const uploads = stored('DEFAULT_FILE_STORAGE = "storages.backends.s3.S3Storage"');
  assert.equal(uploads.severity, 'error');
  assert.match(uploads.why, /uploads go to the local disk/);
  assert.match(uploads.help, /`default` and `staticfiles`/);
  const manifest = stored('STATICFILES_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"');
  assert.match(manifest.why, /static files are collected by Django's plain storage/);
  assert.equal(
    stored('STATICFILES_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"').severity,
    'hint',
  );
});

test('HSTS matters little to an API alone', () => {
  const hsts = (apps: readonly string[]): Finding =>
    finding({
      [production]: `${settings.replace('3600', '0')}INSTALLED_APPS = [${['corsheaders', ...apps].map((app) => `"${app}"`).join(', ')}]\n`,
    });
  assert.deepEqual([hsts(['rest_framework']).severity, hsts(['rest_framework']).confidence], ['info', 'medium']);
  assert.equal(hsts(['rest_framework', 'django.contrib.admin']).severity, 'warning');
  assert.equal(hsts(['shop']).severity, 'warning');
});

test('a late install names the files of every install beside it', () => {
  const image = [
    'FROM python:3.13-slim-trixie\nWORKDIR /app\nCOPY . .\nRUN useradd --system app',
    'RUN pip install -r requirements/production.txt && pip install -r requirements/extra.txt',
    'USER app\nCMD ["gunicorn", "config.wsgi"]\n',
  ].join('\n');
  assert.match(
    finding({ Dockerfile: image, 'requirements/extra.txt': 'django-ldapdb\n' }).help,
    /`requirements\/production\.txt`.*`requirements\/extra\.txt`/,
  );
});

test('a late install of an image that nothing shows to be deployed is an info', () => {
  const image =
    'FROM python:3.13-slim-trixie\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements/production.txt\n';
  const user = 'RUN useradd --system app\nUSER app\n';
  const deployed = finding({ Dockerfile: `${image}${user}CMD ["gunicorn", "config.wsgi"]\n` });
  assert.deepEqual([deployed.rule, deployed.severity], ['docker/copy-before-deps', 'warning']);
  const heroku = { Procfile: 'web: gunicorn config.wsgi\n', 'runtime.txt': 'python-3.13.1\n' };
  const started = { Dockerfile: `${image}${user}CMD ["gunicorn", "config.wsgi"]\n` };
  assert.equal(finding({ ...started, ...heroku }).severity, 'info', 'the platform builds from the Procfile');
  assert.equal(finding({ ...started, ...heroku, 'deploy.sh': 'docker build -t shop .\n' }).severity, 'warning');
  const workspace = finding({ Dockerfile: `${image}${user}` });
  assert.deepEqual(
    [workspace.rule, workspace.severity, workspace.confidence],
    ['docker/copy-before-deps', 'info', 'medium'],
  );
});

test('a middleware twice is worse where it does something once for each request', () => {
  const twice = (path: string): Finding =>
    finding({ [production]: `${settings}MIDDLEWARE.append("${path}")\nSECURE_SSL_REDIRECT = True\n` });
  assert.equal(twice('django.middleware.common.CommonMiddleware').severity, 'info');
  assert.equal(twice('django.contrib.messages.middleware.MessageMiddleware').severity, 'warning');
});

test('the order counts less where one of both is not there in every run', () => {
  const whitenoise = '"whitenoise.middleware.WhiteNoiseMiddleware"';
  const early = (condition: string): Finding =>
    finding({
      [production]: `${settings}MIDDLEWARE.remove(${whitenoise})\n${condition}MIDDLEWARE.insert(0, ${whitenoise})\n`,
    });
  assert.equal(early('').row, 'whitenoise-after-security');
  assert.ok(['error', 'warning'].includes(early('').severity));
  assert.equal(early('if os.environ.get("STATIC"):\n    ').severity, 'info');
});

test('no scheme stands before a wildcard for every origin', () => {
  const { help } = finding({ [production]: `${settings}CSRF_TRUSTED_ORIGINS = ["*"]\n` });
  assert.match(help, /^Name the origins/);
});
