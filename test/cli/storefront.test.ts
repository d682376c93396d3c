import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseJsonReport } from '../support/json-report.ts';
import { repository, runCli } from '../support/run-cli.ts';
import { readProject } from '../support/run-fixture.ts';
import { tempProject } from '../support/temp-project.ts';

const storefront = join(repository, 'test/projects/storefront');
const expected = JSON.parse(readFileSync(`${storefront}.expected.json`, 'utf8')) as {
  rule: string;
  file: string;
  line: number;
}[];

test('the example project has exactly the faults that were planted, each at its line', () => {
  const run = runCli(['check', 'test/projects/storefront', '--format', 'json']);
  assert.equal(run.status, 1, run.stderr);
  const report = parseJsonReport(run.stdout);
  const found = report.findings.map(({ rule, file, start }) => `${file}:${start.line} ${rule}`);
  assert.deepEqual(found.sort(), expected.map(({ rule, file, line }) => `${file}:${line} ${rule}`).sort());
  assert.ok(new Set(report.findings.map(({ rule }) => rule)).size >= 10);
  assert.deepEqual(report.projects, [{ root: '.', django: { value: '5.2', from: 'requirements/base.txt:1' } }]);
  assert.deepEqual([report.skipped, report.errors, report.suppressed], [[], [], []]);
});

test('strict adds the index that a foreign key brings along, and hints at what a proxy may do', () => {
  const run = runCli(['check', 'test/projects/storefront', '--format', 'json', '--preset', 'strict']);
  const extra = parseJsonReport(run.stdout)
    .findings.map(({ rule, row, file, start }) => `${file}:${start.line} ${rule}${row === null ? '' : `:${row}`}`)
    .filter((one) => !expected.some(({ rule, file, line }) => one.startsWith(`${file}:${line} ${rule}`)));
  assert.deepEqual(extra, [
    'apps/orders/models.py:41 index/redundant-prefix',
    'config/settings/production.py:26 proxy/ssl-header-trusted',
    'config/settings/staging.py:1 csp/missing',
    'config/settings/staging.py:1 https/ssl-redirect-off',
    'config/settings/staging.py:21 proxy/ssl-header-trusted',
  ]);
});

test('the report for people names every finding and says what to do next', () => {
  const run = runCli(['check', 'test/projects/storefront']);
  assert.equal(run.status, 1);
  for (const { rule } of expected) assert.ok(run.stdout.includes(rule), rule);
  assert.match(run.stdout, /18 findings \(.*\) in \d+ files\. `--fix` mends 5, `--fix-suggestions` mends 12 more\./);
  assert.ok(!run.stdout.includes('\u001b'), 'no colours when the output is no terminal');
  assert.equal(run.stderr, '', 'no progress when stderr is no terminal');
});

test('a file as path shows the findings of that file, judged with the whole project around it', () => {
  const run = runCli(['check', 'config/settings/staging.py', '--format', 'json'], { cwd: storefront });
  const found = parseJsonReport(run.stdout).findings;
  assert.deepEqual(
    found.map(({ rule, start }) => `${rule}:${start.line}`).sort(),
    expected
      .filter(({ file }) => file === 'config/settings/staging.py')
      .map(({ rule, line }) => `${rule}:${line}`)
      .sort(),
  );
});

test('--diff shows the safe fixes and writes nothing', (context) => {
  const folder = tempProject(context, {}, storefront);
  const before = readProject(folder);
  const run = runCli(['check', folder, '--diff']);
  assert.match(run.stdout, /^--- a\/apps\/orders\/services\.py$/m);
  assert.match(run.stdout, /^\+.*select_related/m);
  assert.deepEqual(readProject(folder), before);
});

test('--fix makes the safe fixes, and a second run has nothing left to make', (context) => {
  const folder = tempProject(context, {}, storefront);
  const before = parseJsonReport(runCli(['check', folder, '--format', 'json']).stdout);
  const first = runCli(['check', folder, '--fix', '--format', 'json']);
  const after = parseJsonReport(first.stdout);
  const isSafe = (one: (typeof after.findings)[number]): boolean => one.fixes[0]?.applicability === 'safe';
  assert.ok(before.findings.some(isSafe));
  assert.equal(after.findings.length, before.findings.filter((one) => !isSafe(one)).length);
  const fixed = readProject(folder);
  runCli(['check', folder, '--fix']);
  assert.deepEqual(readProject(folder), fixed);
});

test('a fix keeps line ends and everything around it', (context) => {
  const settings = readFileSync(join(storefront, 'config/settings/production.py'), 'utf8').replaceAll('\n', '\r\n');
  const folder = tempProject(context, { 'config/settings/production.py': settings }, storefront);
  runCli(['check', folder, '--fix', '--select', 'env/list-split-empty']);
  const after = readFileSync(join(folder, 'config/settings/production.py'), 'utf8');
  assert.notEqual(after, settings);
  assert.doesNotMatch(after, /[^\r]\n/);
  const lines = settings.split('\r\n');
  const changed = after.split('\r\n').filter((line, i) => line !== lines[i]);
  assert.equal(changed.length, 1, changed.join('\n'));
});
