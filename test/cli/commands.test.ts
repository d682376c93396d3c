import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../../rules/registry.ts';
import { parseJsonReport } from '../support/json-report.ts';
import { repository, runCli } from '../support/run-cli.ts';
import { tempProject } from '../support/temp-project.ts';

const clean = join(repository, 'test/support/clean');
const debugOn = { 'config/settings/production.py': 'from .base import *\nDEBUG = True\n' };

test('rules lists every rule, for people and as JSON', () => {
  const words = runCli(['rules']);
  assert.equal(words.status, 0);
  const json = JSON.parse(runCli(['rules', '--format', 'json']).stdout) as { id: string; url: string }[];
  assert.deepEqual(json.map(({ id }) => id).sort(), rules.map(({ meta }) => meta.id).sort());
  for (const { id } of json) assert.ok(words.stdout.includes(id), id);
});

test('explain prints the page of a rule', () => {
  const run = runCli(['explain', 'https/hsts-missing']);
  assert.equal(run.status, 0);
  assert.match(run.stdout, /^## Why it matters in production$/m);
  assert.doesNotMatch(run.stdout, /<!--/);
});

test('--version prints the version of the manifest', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
  assert.equal(runCli(['--version']).stdout.trim(), version);
});

test('exit codes follow --fail-on and --exit-zero', (context) => {
  const folder = tempProject(context, debugOn, clean);
  assert.equal(runCli(['check', folder]).status, 1);
  assert.equal(runCli(['check', folder, '--exit-zero']).status, 0);
  assert.equal(runCli(['check', folder, '--ignore', 'settings/debug-true']).status, 0);
  assert.equal(runCli(['check', folder, '--select', 'https']).status, 0);
});

test('configuration: ignore, severity and the nearest file', (context) => {
  const ignored = tempProject(
    context,
    { ...debugOn, 'pyproject.toml': '[tool.djpreflight]\nignore = ["settings/debug-true"]\n' },
    clean,
  );
  assert.equal(runCli(['check', ignored]).status, 0);
  const hint = tempProject(
    context,
    { ...debugOn, '.djpreflight.toml': 'preset = "strict"\n[severity]\n"settings/debug-true" = "hint"\n' },
    clean,
  );
  const report = parseJsonReport(runCli(['check', hint, '--format', 'json']).stdout);
  assert.equal(report.findings.find(({ rule }) => rule === 'settings/debug-true')?.severity, 'hint');
  const development = tempProject(
    context,
    { ...debugOn, '.djpreflight.toml': '[environments]\n"config.settings.production" = "development"\n' },
    clean,
  );
  assert.equal(runCli(['check', development]).status, 0);
});

test('an ignore comment silences one rule on one line and keeps its reason', (context) => {
  const folder = tempProject(
    context,
    {
      'config/settings/production.py':
        'from .base import *\nDEBUG = True  # djpreflight: ignore[settings/debug-true] a demo server\n',
    },
    clean,
  );
  const report = parseJsonReport(runCli(['check', folder, '--format', 'json']).stdout);
  assert.deepEqual(report.findings, []);
  assert.deepEqual(
    report.suppressed.map(({ rule, reason }) => [rule, reason]),
    [['settings/debug-true', 'a demo server']],
  );
});

test('an ignore comment that ignores nothing is reported, and --fix removes it', (context) => {
  const line = 'USE_TZ = True  # djpreflight: ignore[settings/debug-true] long gone';
  const folder = tempProject(context, { 'config/settings/extra.py': `${line}\n` }, clean);
  const report = parseJsonReport(
    runCli(['check', folder, '--format', 'json', '--select', 'suppression,settings']).stdout,
  );
  assert.deepEqual(
    report.findings.map(({ rule, file, start }) => `${rule} ${file}:${start.line}`),
    ['suppression/unused-ignore config/settings/extra.py:1'],
  );
  runCli(['check', folder, '--fix', '--select', 'suppression,settings']);
  assert.equal(readFileSync(join(folder, 'config/settings/extra.py'), 'utf8'), 'USE_TZ = True\n');
});

test('output is the same every time', () => {
  const args = ['check', 'test/projects/storefront', '--format', 'json'];
  assert.equal(runCli(args).stdout, runCli(args).stdout);
});

test('--stats prints sizes and stages to stderr, and times nowhere else', () => {
  const run = runCli(['check', 'test/projects/storefront', '--stats', '--format', 'json']);
  assert.match(run.stderr, /^\d+ files, [\d.]+ MB$/m);
  assert.match(run.stderr, /^facts +\d+ ms$/m);
  assert.doesNotMatch(run.stdout, /\d ms/);
});

test('several projects in one repository are judged each by its own requirements and settings', (context) => {
  const project = (name: string, django: string): Record<string, string> => ({
    [`${name}/manage.py`]: `import os\n\nimport django\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${name}_site.settings')\n`,
    [`${name}/requirements.txt`]: `Django==${django}\n`,
    [`${name}/${name}_site/__init__.py`]: '',
    [`${name}/${name}_site/settings.py`]: [
      'import os',
      "SECRET_KEY = os.environ['SECRET_KEY']",
      "ALLOWED_HOSTS = ['www.example.org']",
      "STATICFILES_STORAGE = 'django.contrib.staticfiles.storage.ManifestStaticFilesStorage'",
      '',
    ].join('\n'),
  });
  const folder = tempProject(context, { ...project('old', '4.2.16'), ...project('new', '5.2.1') });
  const report = parseJsonReport(runCli(['check', folder, '--format', 'json']).stdout);
  assert.deepEqual(report.projects, [
    { root: 'new', django: { value: '5.2', from: 'new/requirements.txt:1' } },
    { root: 'old', django: { value: '4.2', from: 'old/requirements.txt:1' } },
  ]);
  assert.deepEqual(
    report.findings.map(({ rule, file, severity, modules }) => [rule, file, severity, modules]),
    [
      ['static/old-storage-setting', 'new/new_site/settings.py', 'error', ['new_site.settings']],
      ['static/old-storage-setting', 'old/old_site/settings.py', 'warning', ['old_site.settings']],
    ],
  );
});
