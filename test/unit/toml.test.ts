import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockedPackages } from '../../server/src/syntax/toml/lock-packages.ts';
import { parseToml } from '../../server/src/syntax/toml/parse-toml.ts';
import { tomlEntry, tomlGet, tomlString, tomlStrings, tomlTables } from '../../server/src/syntax/toml/toml-get.ts';
import type { TomlValue } from '../../server/src/syntax/toml/toml-tree.ts';
import { textOf } from '../../server/src/text/span.ts';

/** Values without places. */
function plain(value: TomlValue | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === 'array') return value.items.map(plain);
  if (value.kind !== 'table') return value.value;
  return Object.fromEntries([...value.entries.values()].map((entry) => [entry.key, plain(entry.value)]));
}

test('tables, dotted keys, inline tables and arrays of tables are one tree', () => {
  const { root, errors } = parseToml(`
title = "x"
a.b.c = 1
[tool.poetry]
name = 'n'
[tool.poetry.dependencies]
django = { version = "^4.2", extras = ["argon2"] }
[[package]]
name = "one"
[package.source]
url = "u"
[[package]]
name = "two"
when = 2024-01-02
on = true
`);
  assert.deepEqual(errors, []);
  assert.deepEqual(plain(root), {
    title: 'x',
    a: { b: { c: 1 } },
    tool: { poetry: { name: 'n', dependencies: { django: { version: '^4.2', extras: ['argon2'] } } } },
    package: [
      { name: 'one', source: { url: 'u' } },
      { name: 'two', when: '2024-01-02', on: true },
    ],
  });
});

test('places count UTF-16 units, a byte order mark and carriage returns included', () => {
  const text = '\uFEFFemoji = "😀"\r\n[tool."my.key"]\r\nlist = ["é", "b"]\r\n';
  const { root, errors } = parseToml(text);
  assert.deepEqual(errors, []);
  const entry = tomlEntry(root, ['tool', 'my.key']);
  assert.equal(textOf(text, entry!.keySpan), '"my.key"');
  assert.equal(textOf(text, entry!.value.span), '[tool."my.key"]\r\nlist = ["é", "b"]');
  const [first] = tomlStrings(tomlGet(root, ['tool', 'my.key', 'list']));
  assert.equal(textOf(text, first!.span), '"é"');
  assert.equal(textOf(text, first!.contentSpan), 'é');
  assert.equal(textOf(text, tomlGet(root, ['emoji'])!.span), '"😀"');
});

test('a string of several lines begins behind its first newline', () => {
  const text = 'a = """\nx\ny"""\n';
  const value = tomlGet(parseToml(text).root, ['a']);
  assert.equal(value?.kind === 'string' && textOf(text, value.contentSpan), 'x\ny');
});

test('accessors give undefined where the path ends early', () => {
  const { root } = parseToml('a = 1\nb = ["x", 2]\n');
  assert.equal(tomlGet(root, ['a', 'b']), undefined);
  assert.equal(tomlString(root, ['a']), undefined);
  assert.deepEqual(tomlTables(tomlGet(root, ['b'])), []);
  assert.deepEqual(
    tomlStrings(tomlGet(root, ['b'])).map((one) => one.value),
    ['x'],
  );
  assert.equal(tomlGet(root, []), root);
});

test('the first of two definitions wins and the second is an error', () => {
  const text = '[a]\nx = 1\nx = 2\ny = 3\n[a]\nz = 4\n[a.x]\nq = 1\n[b]\n';
  const { root, errors } = parseToml(text);
  assert.deepEqual(plain(root), { a: { x: 1, y: 3, z: 4 }, b: {} });
  assert.deepEqual(
    errors.map((one) => [one.message, one.span.start]),
    [
      ['`x` is defined twice', 10],
      ['`a` is defined twice', 23],
      ['`x` is defined twice', 35],
    ],
  );
});

test('an unfinished statement costs itself and not its neighbours', () => {
  const text =
    '[project]\nname = "shop"\ndependencies = [\n  "django>=4.2",\n\n[tool.black]\nline-length = 100\n[broken\nlost = 1\n[tool.x]\nkept = true\n';
  const { root, errors } = parseToml(text);
  assert.deepEqual(plain(root), {
    project: { name: 'shop' },
    tool: { black: { 'line-length': 100 }, x: { kept: true } },
  });
  assert.equal(errors.length, 2);
});

test('half-typed lines', () => {
  assert.deepEqual(plain(parseToml('a = 1\nb =\nc = 3\n').root), { a: 1, c: 3 });
  assert.deepEqual(plain(parseToml('a = "x\nb = 2\n').root), { b: 2 });
  assert.deepEqual(plain(parseToml('= 1\nb = 2\n').root), { b: 2 });
  assert.equal(parseToml('a = "x\nb = 2\n').errors.length, 1);
});

test('names of JavaScript are plain keys', () => {
  const { root, errors } = parseToml('__proto__ = 1\nconstructor.x = 2\n[toString]\n');
  assert.deepEqual(errors, []);
  assert.deepEqual([...root.entries.keys()], ['__proto__', 'constructor', 'toString']);
  assert.equal(tomlGet(root, ['hasOwnProperty']), undefined);
});

test('deep nesting and huge values are errors that leave the rest', () => {
  const deep = `a = ${'['.repeat(60_000)}${']'.repeat(60_000)}\nb = 1\n`;
  const inline = `a = ${'{b = '.repeat(5000)}1${'}'.repeat(5000)}\nb = 1\n`;
  const dotted = `${'a.'.repeat(5000)}b = 1\nb = 1\n`;
  const long = `a = "${'x'.repeat(600_000)}"\nb = 1\n`;
  for (const text of [deep, inline, dotted, long]) {
    const { root, errors } = parseToml(text);
    assert.ok(errors.length > 0);
    assert.equal(plain(tomlGet(root, ['b'])), 1);
  }
  const huge = parseToml('#'.repeat(1_000_001));
  assert.equal(huge.errors.length, 1);
  assert.equal(huge.root.entries.size, 0);
});

test('names and versions of a lock file', () => {
  const text = [
    'version = 1',
    '[[package]]',
    'name = "Django"',
    'version = "5.2.1"',
    'dependencies = [',
    '    { name = "asgiref" },',
    ']',
    '[package.metadata]',
    'name = "not-this"',
    '[[package]]',
    'name = "shop"',
    'source = { virtual = "." }',
    '',
  ].join('\r\n');
  assert.deepEqual(
    lockedPackages(text).map((one) => [one.name, one.version, textOf(text, one.span)]),
    [
      ['Django', '5.2.1', '5.2.1'],
      ['shop', undefined, 'shop'],
    ],
  );
});
