import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsEdits } from '../../server/src/edit/settings/settings-edits.ts';
import {
  certainReads,
  isNumberOfNothing,
  misspelledSetting,
  readsAs,
} from '../../server/src/model/settings/questions.ts';
import type { SettingsLeaf } from '../../server/src/model/settings/settings-model.ts';
import type { EnvironmentValue, Value } from '../../server/src/model/settings/values.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { applyEdits } from '../../server/src/text/text-edit.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf } from './settings-project.ts';

await loadParsers();

const file = 'settings.py' as FileId;

function leafOf(source: string): SettingsLeaf {
  const [leaf] = buildSettingsOf({ [file]: `import os\nDEBUG = False\nALLOWED_HOSTS = []\n${source}\n` }).leaves;
  assert.ok(leaf);
  return leaf;
}

function readOf(source: string): EnvironmentValue {
  const value = leafOf(source).get('X')?.value;
  assert.ok(value?.kind === 'environment', source);
  return value;
}

const operand = (value: Value | undefined): string => (value?.kind === 'constant' ? JSON.stringify(value.value) : '');

const steps: readonly (readonly [source: string, steps: string, written: string])[] = [
  ["X = os.environ.get('A')", '', 'null'],
  ["X = os.environ['A']", '', ''],
  ["X = os.getenv('A', 'True') == 'True'", 'Eq"True"', '"True"'],
  ["X = 'True' == os.getenv('A', 'b').lower()", 'lower Eq"True"', '"b"'],
  ["X = not os.environ.get('A')", 'Not', 'null'],
  ["X = os.environ.get('A') or 5", 'Or5', 'null'],
  ["X = int(os.environ.get('A', 5))", 'int', '5'],
  ["X = bool(os.environ.get('A', ''))", 'bool', '""'],
  ["X = [a.strip() for a in os.environ.get('A', 'b').split(',') if a]", 'split"," strip filter', '"b"'],
  ["X = list(map(str.strip, os.environ.get('A', 'b').split(',')))", 'split"," strip', '"b"'],
  ["if not os.environ.get('A'):\n    raise ValueError\nX = os.environ.get('A')", '', ''],
];

for (const [source, expected, written] of steps) {
  test(`what becomes of a text is kept: ${source}`, () => {
    const read = readOf(source);
    const found = (read.steps ?? []).map((step) => `${step.name}${operand(step.operand)}`).join(' ');
    assert.equal(found, expected);
    assert.equal(operand(read.read?.fallback), written);
  });
}

test('the default of a secret is masked where it is written too', () => {
  const value = leafOf("API_TOKEN = os.environ.get('A', 'hunter2-hunter2')").get('API_TOKEN')?.value;
  assert.ok(value?.kind === 'environment');
  assert.equal(value.read?.fallback?.kind, 'secret');
  assert.doesNotMatch(JSON.stringify(value), /hunter2/);
});

test('django-environ casts to the type of the default, environs does not', () => {
  const reader = (module: string): string => `import ${module}\nenv = ${module}.Env()\nX = env('A', default=False)`;
  assert.equal(readOf(reader('environ')).cast, 'boolean');
  assert.equal(readOf(reader('environs')).cast, 'string');
});

test('a variable that a guard looks at is known, whoever asks', () => {
  const source = [
    "x = os.environ.get('A')",
    'if x is None:\n    raise ValueError',
    "assert os.environ.get('B')",
    "for name in ('C', 'D'):\n    if not os.environ.get(name):\n        raise ValueError(name)",
    "if os.environ.get('E'):\n    print('e')",
  ].join('\n');
  assert.deepEqual([...leafOf(source).guarded].sort(), ['A', 'B', 'C', 'D']);
});

test('a number of nothing is seen where it certainly is one', () => {
  const source = [
    "A = int(os.environ.get('A'))",
    "B = {'b': float(os.getenv('B', ''))}",
    "C = int(os.environ.get('C') or later())",
    "try:\n    D = int(os.environ.get('D'))\nexcept TypeError:\n    D = 1",
    "if later():\n    E = int(os.environ.get('E'))",
    "F = int(os.environ['F'])",
  ].join('\n');
  const found = certainReads(leafOf(source)).filter(({ read }) => isNumberOfNothing(read));
  assert.deepEqual(
    found.map(({ setting }) => setting),
    ['A', 'B'],
  );
});

test('a branch that the variable itself decides is no read of it', () => {
  const source = "X = os.environ.get('A', 'no')\nif os.environ.get('A') == 'yes':\n    X = True";
  const value = leafOf(source).get('X')?.value;
  assert.ok(value);
  assert.deepEqual(readsAs(value), []);
});

test('only near names that no family of the module shares are misspelled', () => {
  const misspelled = (source: string, name: string) => misspelledSetting(leafOf(source), name);
  assert.equal(misspelled('CASHES = {}', 'CASHES'), 'CACHES');
  assert.equal(misspelled('SESSION_SECURE_COOKIE = True', 'SESSION_SECURE_COOKIE'), 'SESSION_COOKIE_SECURE');
  assert.equal(misspelled('CSRF_COKIE_SECRE = True', 'CSRF_COKIE_SECRE'), 'CSRF_COOKIE_SECURE');
  assert.equal(misspelled('MEDIA_URL = ""', 'MEDIA_URL'), undefined);
  assert.equal(misspelled('MEDIA_URL2 = ""', 'MEDIA_URL2'), undefined);
  assert.equal(misspelled('ADMIN = ""', 'ADMIN'), undefined);
  assert.equal(misspelled('LANGUAGE = 1\nLANGUAGE_MAP = 2', 'LANGUAGE'), undefined);
  assert.equal(misspelled('ALLOWED_HOST = "a"', 'ALLOWED_HOST'), undefined);
});

const casts: readonly (readonly [to: 'flag' | 'integer' | 'list', source: string, after: string | undefined])[] = [
  ['flag', "X = os.environ.get('A', False)", "X = os.environ.get('A', 'False').lower() in ('1', 'true', 'yes', 'on')"],
  ['flag', "X = os.environ.get('A', default=1)", "X = os.environ.get('A', '1').lower() in ('1', 'true', 'yes', 'on')"],
  ['flag', "X = os.environ.get('A', later())", undefined],
  ['flag', "X = os.environ.get(\n    'A'\n)", undefined],
  ['integer', "X = os.environ.get('A', 0o644)", undefined],
  ['integer', "X = os.environ.get('A', '6 min')", undefined],
  ['integer', "X = os.environ.pop('A')", "X = int(os.environ.pop('A'))"],
  ['list', "X = os.environ.get('A', [])", "X = [h.strip() for h in os.environ.get('A', '').split(',') if h.strip()]"],
  ['list', "X = os.environ.get('A', ['a b'])", undefined],
];

for (const [to, source, after] of casts) {
  test(`a cast keeps the default or is not made: ${source} to ${to}`, () => {
    const [leaf] = buildSettingsOf({ [file]: `import os\nDEBUG = False\nALLOWED_HOSTS = []\n${source}\n` }).leaves;
    const value = leaf?.get('X')?.value;
    assert.ok(value?.kind === 'environment' && value.read !== undefined);
    const text = `import os\nDEBUG = False\nALLOWED_HOSTS = []\n${source}\n`;
    const edits = settingsEdits(new Sources(new Map([[file, text]]), [file])).castRead({
      at: value.at,
      read: value.read,
      to,
      item: 'h',
    });
    const changed =
      edits &&
      applyEdits(
        text,
        edits.map((one) => one.edit),
      );
    assert.equal(changed, after && text.replace(source, after));
  });
}
