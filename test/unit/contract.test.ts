import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageSchema, ruleMetaSchema } from '../../server/src/contract/meta.ts';
import { defineRule } from '../../server/src/contract/rule.ts';
import { ruleUrl } from '../../server/src/contract/rule-url.ts';
import {
  compareSeverity,
  environments,
  severityByEnvironmentSchema,
  severityFor,
} from '../../server/src/contract/severity.ts';

describe('severity', () => {
  test('one word holds for every environment', () => {
    for (const environment of [...environments, undefined])
      assert.equal(severityFor('warning', environment), 'warning');
  });

  test('a table speaks for each; tests follow development, and what has no environment follows production', () => {
    const declared = { production: 'error', unknown: 'warning', development: 'off' } as const;
    assert.equal(severityFor(declared, 'production'), 'error');
    assert.equal(severityFor(declared, 'unknown'), 'warning');
    assert.equal(severityFor(declared, 'development'), 'off');
    assert.equal(severityFor(declared, 'test'), 'off');
    assert.equal(severityFor(declared, undefined), 'error');
  });

  test('a table names all three environments', () => {
    assert.equal(severityByEnvironmentSchema.safeParse({ production: 'error', unknown: 'warning' }).success, false);
  });

  test('the worst sorts first', () => {
    const sorted = (['hint', 'error', 'info', 'warning'] as const).toSorted(compareSeverity);
    assert.deepEqual(sorted, ['error', 'warning', 'info', 'hint']);
  });
});

const meta = {
  id: 'https/hsts-missing',
  since: '0.1.0',
  status: 'stable',
  title: 'No HSTS in production',
  severity: 'warning',
  confidence: 'high',
  fix: 'suggestion',
  sources: [{ tool: 'django', rule: 'security.W004', relation: 'same' }],
  cwe: [319],
  references: ['https://docs.djangoproject.com/en/5.2/ref/middleware/'],
  messages: { absent: { what: 'A.', why: 'B.', help: 'C.' } },
} as const;

describe('metadata', () => {
  test('a complete set is accepted', () => {
    assert.equal(ruleMetaSchema.safeParse(meta).success, true);
    const rows = { 'whitenoise-late': { title: 'Late', severity: 'info', sources: [] } };
    assert.equal(ruleMetaSchema.safeParse({ ...meta, rows, yieldsTo: ['https/other'] }).success, true);
  });

  for (const [what, change] of [
    ['an id without group', { id: 'hsts-missing' }],
    ['an id in capitals', { id: 'https/HSTS' }],
    ['a version that is none', { since: '0.1' }],
    ['a status that is none', { status: 'nursery' }],
    ['a severity that is none', { severity: 'fatal' }],
    ['a fix that is none', { fix: true }],
    ['a CWE as text', { cwe: ['CWE-319'] }],
    ['no reference', { references: [] }],
    ['a reference that is no address', { references: ['docs'] }],
    ['a row in capitals', { rows: { Late: { title: 'Late' } } }],
    ['a key nobody reads', { tags: ['security'] }],
  ] as const) {
    test(`${what} is refused`, () => assert.equal(ruleMetaSchema.safeParse({ ...meta, ...change }).success, false));
  }

  test('each part of a message is a sentence', () => {
    assert.equal(messageSchema.safeParse({ what: 'A.', why: 'B.', help: 'C' }).success, false);
    assert.equal(messageSchema.safeParse({ what: ' A.', why: 'B.', help: 'C.' }).success, false);
    assert.equal(messageSchema.safeParse({ what: 'A.', why: 'B.' }).success, false);
  });
});

test('defineRule gives the rule as it was written', () => {
  const rule = { target: 'model', meta, check: () => undefined } as const;
  assert.equal(defineRule(rule), rule);
});

test('the page of a rule lies under its area', () => {
  assert.match(ruleUrl('settings', 'https/hsts-missing'), /\/rules\/settings\/https\/hsts-missing\.md$/);
});
