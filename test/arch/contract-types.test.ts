import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileErrors } from './compile-errors.ts';
import { root } from './repository.ts';

// Placeholders, message ids and rows live in types, so the compiler is what must complain: it is run on planted rules.

const right = `import { defineRule } from '../../server/src/contract/rule.ts';
export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'settings/planted', since: '0.1.0', status: 'stable', title: 'Planted', severity: 'warning', confidence: 'high',
    fix: 'none', sources: [], cwe: [], references: ['https://docs.djangoproject.com/'],
    messages: {
      set: { what: '\`{setting}\` is set in {modules}.', why: 'It costs {count} queries.', help: 'Remove \`{setting}\`.' },
      plain: { what: 'It is on.', why: 'It is slow.', help: 'Remove it.' },
    },
    rows: { late: { title: 'Too late' } },
  },
  check(leaf, ctx) {
    const at = { file: leaf.file, span: { start: 0, end: 0 } };
    ctx.report({ at, message: 'set', data: { setting: 'A', count: 2 }, row: 'late' });
    ctx.report({ at, message: 'plain', data: {} });
  },
});
`;

/** What is planted, and the line that the compiler must point at: the one that differs from the rule above. */
const planted: readonly (readonly [name: string, from: string, to: string])[] = [
  ['unknown-placeholder', "setting: 'A', count: 2 }", "settings: 'A', count: 2 }"],
  ['missing-placeholder', "setting: 'A', count: 2 }", "setting: 'A' }"],
  ['placeholder-too-many', "setting: 'A', count: 2 }", "setting: 'A', count: 2, more: 'B' }"],
  ['placeholder-renamed-in-the-message', "It costs {count} queries.'", "It costs {number} queries.'"],
  ['placeholder-of-another-type', "setting: 'A', count: 2 }", "setting: ['A'], count: 2 }"],
  ['unknown-message', "message: 'plain'", "message: 'bare'"],
  ['unknown-row', "row: 'late'", "row: 'early'"],
  ['unknown-target', "target: 'settingsLeaf'", "target: 'settingsFile'"],
  ['unknown-severity', "severity: 'warning'", "severity: 'fatal'"],
];

/** Where the error is reported, when that is not the changed line: at the call whose data no longer fit. */
const reportedAt: Readonly<Record<string, string>> = { 'placeholder-renamed-in-the-message': "message: 'set'" };

test('the compiler refuses a wrong placeholder, message, row, target and severity, and accepts a right rule and all of ours', () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'planted-'));
  try {
    const errors = compile(folder);
    // Of each rule the first complaint; others may follow from it.
    const own = errors
      .filter((error) => !error.startsWith('rules/'))
      .filter((error, i, all) => all.findIndex((one) => one.split(':')[0] === error.split(':')[0]) === i);
    const expected = planted.map(([name, , to]) => `${name}.ts:${lineOf(sourceOf(name), reportedAt[name] ?? to)}`);
    assert.deepEqual(own.sort(), expected.sort());
    assert.deepEqual(
      errors.filter((error) => error.startsWith('rules/')),
      [],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function sourceOf(name: string): string {
  const [, from = '', to = ''] = planted.find(([one]) => one === name) ?? [];
  assert.ok(right.includes(from), `${name}: \`${from}\` is not in the rule`);
  return right.replace(from, to);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

/** Compiles the planted rules together with the real ones; gives `file:line` of every error in either, in order of lines. */
function compile(folder: string): readonly string[] {
  writeFileSync(join(folder, 'right.ts'), right);
  for (const [name] of planted) writeFileSync(join(folder, `${name}.ts`), sourceOf(name));
  const config = { extends: '../../tsconfig.json', include: ['*.ts', '../../rules/**/*.ts'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return compileErrors(folder)
    .map((error) => error.replace(/^\.\.\/\.\.\//, ''))
    .filter((error) => !error.startsWith('server/'));
}
