import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../rules/registry.ts';
import { ruleFiles } from '../../rules/tools/rule-files.ts';
import type { RuleMeta } from '../../server/src/contract/meta.ts';
import { areaOf } from '../../server/src/engine/run-rules.ts';
import { read } from './repository.ts';
import { ruleMetaFaults } from './rule-meta.ts';
import { ruleSourceFaults } from './rule-source.ts';

test('rule files have one rule, no state, and their id as path', () => {
  const faults = ruleFiles().flatMap(({ relativePath }) =>
    ruleSourceFaults(`rules/${relativePath}`, read(`rules/${relativePath}`)),
  );
  assert.deepEqual(faults, []);
});

test('metadata is complete and messages say what DESIGN wants to read', () => {
  const ids = new Set(rules.map(({ meta }) => meta.id));
  assert.deepEqual(
    rules.flatMap(({ meta }) => ruleMetaFaults(meta, ids)),
    [],
  );
});

test('a rule lies in the folder of the area that it looks at', () => {
  const folders = new Map(ruleFiles().map(({ id, area }) => [id, area]));
  assert.deepEqual(
    rules.map((rule) => `${areaOf(rule)} ${rule.meta.id}`),
    rules.map((rule) => `${folders.get(rule.meta.id)} ${rule.meta.id}`),
  );
});

const good = `import { defineRule } from '../../../server/src/contract/rule.ts';
const names = ['a', 'b'] as const;
const byName: ReadonlyMap<string, number> = new Map();
const pattern = /a+/;
interface Place { readonly at: number }
export default defineRule({
  target: 'model',
  meta: { id: 'index/bad', messages: { first: { what: 'a.', why: 'b.', help: 'c.' } } },
  check(model, ctx) { ctx.report({ at: find(model), message: 'first', data: {} }); },
});
function find(model: unknown): unknown { return names.includes('a') && pattern.test('a') ? byName : model; }
`;

test('the police has nothing against a good rule', () => {
  assert.deepEqual(ruleSourceFaults('rules/orm/index/bad.ts', good), []);
});

const broken: readonly (readonly [what: string, text: string, fault: RegExp])[] = [
  ['a second export', `${good}export const more = 1;\n`, /exports more than the rule/],
  ['no rule', 'export const rule = 1;\n', /has no `export default/],
  [
    'another default',
    good.replace('export default defineRule', 'export default makeRule'),
    /something else than a rule/,
  ],
  ['let', `let seen = 0;\n${good}`, /keep state/],
  ['a table that can change', `const seen = ['a'];\n${good}`, /`seen` can be changed/],
  ['a set', `const seen = new Set<string>();\n${good}`, /`seen` can be changed/],
  ['a pattern with memory', `const seen = /a/g;\n${good}`, /`seen` can be changed/],
  ['a call', `const all: readonly string[] = load();\n${good}`, /`load` is called/],
  ['a statement', `for (const name of names) name.trim();\n${good}`, /runs when the rule is loaded/],
  ['another id', good.replace('index/bad', 'index/worse'), /its id is `index\/worse`/],
  ['a silent message', good.replace("message: 'first'", "message: 'second'"), /`first` is never sent/],
  ['length', good + '\n'.repeat(150), /has \d+ lines/],
];

for (const [what, text, fault] of broken) {
  test(`a planted rule is seen: ${what}`, () => {
    assert.match(ruleSourceFaults('rules/orm/index/bad.ts', text).join('\n'), fault);
  });
}

const meta: RuleMeta = {
  id: 'index/redundant-prefix',
  since: '0.1.0',
  status: 'stable',
  title: 'Index that another one covers',
  severity: 'warning',
  confidence: 'high',
  fix: 'safe',
  sources: [],
  cwe: [],
  references: ['https://docs.djangoproject.com/'],
  messages: { twice: { what: '`{name}` is covered.', why: 'Each write costs two updates.', help: 'Remove `{name}`.' } },
};
const { twice } = meta.messages;

const brokenMeta: readonly (readonly [what: string, meta: RuleMeta, fault: RegExp])[] = [
  ['title too long', { ...meta, title: 'x'.repeat(71) }, /meta\.title/],
  ['title with a stop', { ...meta, title: 'Index.' }, /title/],
  ['no reference', { ...meta, references: [] }, /meta\.references/],
  ['id as a remedy', { ...meta, id: 'index/avoid-prefix' }, /remedy/],
  ['unknown rule', { ...meta, yieldsTo: ['index/none'] }, /index\/none/],
  ['itself', { ...meta, yieldsTo: [meta.id] }, /no other rule/],
  ['unknown next step', { ...meta, leadsTo: ['index/none'] }, /index\/none/],
  ['no message', { ...meta, messages: {} }, /no messages/],
  ['no full stop', { ...meta, messages: { twice: { ...twice!, help: 'Remove it' } } }, /full stop/],
  ['vague word', { ...meta, messages: { twice: { ...twice!, why: 'This should be fast.' } } }, /"should"/],
  ['future', { ...meta, messages: { twice: { ...twice!, why: 'This will be slow.' } } }, /"will"/],
  ['open backtick', { ...meta, messages: { twice: { ...twice!, what: '`{name} is on.' } } }, /odd number/],
  ['empty brace', { ...meta, messages: { twice: { ...twice!, what: 'Is {} on.' } } }, /no placeholder/],
];

test('the police has nothing against good metadata', () => {
  assert.deepEqual(ruleMetaFaults(meta, new Set([meta.id])), []);
});

for (const [what, one, fault] of brokenMeta) {
  test(`planted metadata are seen: ${what}`, () => {
    assert.match(ruleMetaFaults(one, new Set([meta.id])).join('\n'), fault);
  });
}
