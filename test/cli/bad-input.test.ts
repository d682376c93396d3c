import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJsonReport } from '../support/json-report.ts';
import { repository, runCli } from '../support/run-cli.ts';
import { readProject } from '../support/run-fixture.ts';
import { tempProject } from '../support/temp-project.ts';

const clean = join(repository, 'test/support/clean');

test('the clean project is clean, with exit code 0', () => {
  const run = runCli(['check', 'test/support/clean']);
  assert.equal(run.status, 0, run.stdout);
  assert.match(run.stdout, /^Nothing found\.$/m);
});

test('a path that does not exist is wrong use', () => {
  const run = runCli(['check', 'no/such/folder']);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /no\/such\/folder/);
  assert.equal(run.stdout, '');
});

test('an empty folder is clean, and says that nothing was there', (context) => {
  const run = runCli(['check', tempProject(context, {})]);
  assert.equal(run.status, 0);
  assert.match(run.stderr, /No Django code/);
});

test('unknown options, formats, rules and severities are wrong use and say what is allowed', () => {
  const wrong: [string[], RegExp][] = [
    [['check', '--formt', 'json'], /unknown option '--formt'/],
    [['check', '--format', 'xml'], /--format: `xml` is not allowed\. Allowed: human, json\./],
    [['check', '--select', 'https/hsts-mising'], /Did you mean `https\/hsts-missing`\?/],
    [['check', '--fail-on', 'fatal'], /Allowed: error, warning, info, hint\./],
    [['check', '--django-version', 'new'], /--django-version: `new` is no version/],
    [['explain', 'settings/debug-tru'], /Did you mean `settings\/debug-true`\?/],
    [['lint'], /unknown command 'lint'/],
  ];
  for (const [args, message] of wrong) {
    const run = runCli(args);
    assert.equal(run.status, 2, args.join(' '));
    assert.match(run.stderr, message);
  }
});

test('a broken configuration names file, line, column and what is allowed', (context) => {
  const folder = tempProject(context, { '.djpreflight.toml': 'preset = "strict"\nselct = ["https"]\n' }, clean);
  const run = runCli(['check', folder]);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /\.djpreflight\.toml:2:1: Unknown key `selct`\. Did you mean `select`\? Allowed: /);
  const value = tempProject(
    context,
    { 'pyproject.toml': '[project]\nname = "x"\n\n[tool.djpreflight]\npreset = "all"\n' },
    clean,
  );
  const wrong = runCli(['check', value]);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /pyproject\.toml:5:10: `preset`: allowed are `recommended`, `strict`\./);
  const syntax = tempProject(context, { '.djpreflight.toml': 'preset = \n' }, clean);
  const broken = runCli(['check', syntax]);
  assert.equal(broken.status, 2);
  assert.match(broken.stderr, /\.djpreflight\.toml:1:\d+: /);
});

test('a file with syntax errors keeps the findings of its intact parts', (context) => {
  const settings = 'from .base import *\nDEBUG = True\n\ndef broken(:\n    pass\n';
  const folder = tempProject(context, { 'config/settings/production.py': settings }, clean);
  const run = runCli(['check', folder, '--format', 'json']);
  const report = parseJsonReport(run.stdout);
  assert.equal(run.status, 1);
  assert.ok(report.findings.some(({ rule, start }) => rule === 'settings/debug-true' && start.line === 2));
  assert.deepEqual(
    report.errors.map(({ file }) => file),
    ['config/settings/production.py'],
  );
  assert.match(report.errors[0]?.message ?? '', /^Syntax error at line 4, column \d+: /);
});

test('binary, huge and non-UTF-8 files are named, and the rest is analysed', (context) => {
  const folder = tempProject(
    context,
    {
      'shop/binary.py': new Uint8Array([0, 1, 2, 3, 0]),
      'shop/latin.py': new Uint8Array([0x23, 0x20, 0xe9, 0x0a]),
      'shop/huge.py': `x = "${'a'.repeat(2_200_000)}"\n`,
      'config/settings/production.py': 'from .base import *\nDEBUG = True\n',
    },
    clean,
  );
  const run = runCli(['check', folder, '--format', 'json']);
  const report = parseJsonReport(run.stdout);
  assert.equal(run.status, 1);
  assert.deepEqual(report.skipped.map(({ file }) => file).sort(), ['shop/binary.py', 'shop/huge.py', 'shop/latin.py']);
  for (const { reason } of report.skipped) assert.match(reason, /\.$/);
  assert.ok(report.findings.some(({ rule }) => rule === 'settings/debug-true'));
});

test('links that loop or lead out of the root are not followed', (context) => {
  const outside = tempProject(context, { 'secret.py': 'from django.conf import settings\nDEBUG = True\n' });
  const folder = tempProject(context, {}, clean);
  symlinkSync('..', join(folder, 'shop/up'), 'dir');
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  symlinkSync('../..', join(folder, 'a/b/c'), 'dir');
  symlinkSync('.', join(folder, 'a/self'), 'dir');
  symlinkSync(outside, join(folder, 'outside'), 'dir');
  const run = runCli(['check', folder]);
  assert.equal(run.status, 0, run.stdout);
});

test('nesting beyond any parser is a clear line, not a crash', (context) => {
  const deep = `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`;
  const run = runCli(['check', tempProject(context, { 'shop/deep.py': deep }, clean), '--format', 'json']);
  const report = parseJsonReport(run.stdout);
  assert.equal(run.status, 0);
  assert.match(report.errors[0]?.message ?? '', /nests too deeply/);
});

test('checking writes nothing', (context) => {
  const folder = tempProject(context, {}, clean);
  const before = readProject(folder);
  runCli(['check', folder]);
  runCli(['facts', folder]);
  assert.deepEqual(readProject(folder), before);
});

test('names and lines of a repository cannot steer the terminal', {
  skip: process.platform === 'win32' && 'Windows refuses such names',
}, (context) => {
  const folder = tempProject(
    context,
    {
      'sho\u001b]8;;x\u0007p/models.py': "from django.db import models\n\nx = '\u001b[31m'\nfor a in []: pass\ndef (\n",
    },
    clean,
  );
  const run = runCli(['check', folder]);
  for (const control of ['\u001b', '\u0007']) assert.ok(!(run.stdout + run.stderr).includes(control));
});
