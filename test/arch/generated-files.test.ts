import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { generatedFiles, withHeader } from '../../rules/tools/generated-files.ts';
import type { AnyRule } from '../../server/src/contract/rule.ts';
import { root } from './repository.ts';

test('generated files are fresh (npm run generate)', async () => {
  const files = await generatedFiles();
  const stale = files.filter(({ path, text }) => readFileSync(path, 'utf8') !== text);
  assert.deepEqual(
    stale.map(({ path }) => relative(root, path)),
    [],
  );
  const names = files.map(({ path }) => relative(root, path).replaceAll('\\', '/'));
  for (const name of ['rules/registry.ts', 'rules/README.md', 'rules/config.schema.json', 'package.json']) {
    assert.ok(names.includes(name), name);
  }
});

test('a header that somebody changed by hand is stale', () => {
  const rule = {
    target: 'model',
    meta: {
      id: 'index/a',
      since: '0.1.0',
      status: 'stable',
      title: 'A',
      severity: 'warning',
      confidence: 'high',
      fix: 'safe',
      sources: [],
      cwe: [],
      references: [],
      messages: {},
    },
    check: () => undefined,
  } as AnyRule;
  const page = '# A\n\n<!-- generated -->\n<!-- /generated -->\n\n## What it reports\n';
  const fresh = withHeader(page, rule);
  assert.match(fresh, /\| Severity \| warning \|/);
  assert.equal(withHeader(fresh.replace('| warning |', '| error |'), rule), fresh);
});
