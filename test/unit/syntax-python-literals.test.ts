import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expr } from '../../server/src/syntax/python/nodes.ts';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { loadParsers } from '../support/load-parsers.ts';

await loadParsers();

function expressionOf(source: string): Expr {
  const { body, errors } = parsePython(source);
  assert.deepEqual(errors, [], source);
  const [statement] = body;
  assert.equal(statement?.kind, 'ExprStmt', source);
  return statement.value;
}

function numberOf(source: string): number | null {
  const expr = expressionOf(source);
  assert.equal(expr.kind, 'Num');
  return expr.value;
}

function stringOf(source: string): string {
  const expr = expressionOf(source);
  assert.ok(expr.kind === 'Str' || expr.kind === 'Bytes', source);
  return expr.value;
}

test('integers in every notation', () => {
  assert.equal(numberOf('0'), 0);
  assert.equal(numberOf('31536000'), 31_536_000);
  assert.equal(numberOf('31_536_000'), 31_536_000);
  assert.equal(numberOf('000'), 0);
  assert.equal(numberOf('0xFF'), 255);
  assert.equal(numberOf('0X_f_f'), 255);
  assert.equal(numberOf('0o17'), 15);
  assert.equal(numberOf('0b1010'), 10);
});

test('an integer that a JavaScript number cannot hold exactly has no value', () => {
  assert.equal(numberOf('9007199254740991'), 9_007_199_254_740_991);
  assert.equal(numberOf('9007199254740992'), null);
  assert.equal(numberOf('0x20_0000_0000_0000'), null);
  assert.equal(numberOf('123456789012345678901234567890'), null);
});

test('floats, and those that are infinite', () => {
  assert.equal(numberOf('1.5'), 1.5);
  assert.equal(numberOf('.5'), 0.5);
  assert.equal(numberOf('5.'), 5);
  assert.equal(numberOf('1_0.0_1e-1_0'), 10.01e-10);
  assert.equal(numberOf('1E3'), 1000);
  assert.equal(numberOf('1e999'), null);
});

test('a complex number has no value', () => {
  assert.equal(numberOf('3j'), null);
  assert.equal(numberOf('1.5J'), null);
});

test('the form tells 1 from 1.0', () => {
  const forms = ['1', '1.0', '1j'].map(expressionOf).map((expr) => (expr.kind === 'Num' ? expr.form : undefined));
  assert.deepEqual(forms, ['int', 'float', 'complex']);
});

test('strings are unescaped as Python does it', () => {
  assert.equal(stringOf(String.raw`'a\tb\\\'\x41\101\u00e9\U0001F600\N{EM DASH}'`), "a\tb\\'AAé😀—");
  assert.equal(stringOf(String.raw`r'a\tb\''`), String.raw`a\tb\'`);
  assert.equal(stringOf("'a\\\nb'"), 'ab');
  assert.equal(stringOf('"""a\n"b\'"""'), 'a\n"b\'');
  assert.equal(stringOf("u'x'"), 'x');
  assert.equal(stringOf(String.raw`'\q'`), String.raw`\q`);
  assert.equal(stringOf("''"), '');
});

test('bytes become one character for each byte', () => {
  assert.equal(stringOf(String.raw`b'a\xff\0'`), 'a\u00ff\u0000');
  assert.equal(stringOf(String.raw`rb'\x' b'y'`), String.raw`\xy`);
});

test('strings side by side join, and each part knows its quotes and content', () => {
  const source = `x = ("é" r'b\\c'  """d""")`;
  const [statement] = parsePython(source).body;
  assert.equal(statement?.kind, 'Assign');
  const string = statement.value;
  assert.equal(string.kind, 'Str');
  assert.equal(string.value, 'éb\\cd');
  assert.equal(source.slice(string.start, string.end), `"é" r'b\\c'  """d"""`);
  assert.deepEqual(
    string.parts.map((part) => [
      source.slice(part.start, part.end),
      source.slice(part.contentStart, part.contentEnd),
      part.value,
    ]),
    [
      ['"é"', 'é', 'é'],
      [`r'b\\c'`, 'b\\c', 'b\\c'],
      ['"""d"""', 'd', 'd'],
    ],
  );
});

test('a single string also has one part, with the same value', () => {
  const string = expressionOf(`'a\\n'`);
  assert.equal(string.kind, 'Str');
  assert.equal(string.value, 'a\n');
  assert.deepEqual(string.parts, [{ kind: 'StrPart', start: 0, end: 5, value: 'a\n', contentStart: 1, contentEnd: 4 }]);
});

test('texts of f-strings are unescaped, and doubled braces single', () => {
  const string = expressionOf(String.raw`f'a\n{{{x}}}'`);
  assert.equal(string.kind, 'FString');
  assert.deepEqual(
    string.parts.map((part) => (part.kind === 'Interp' ? part.value.kind : part.value)),
    ['a\n{', 'Name', '}'],
  );
});

test('f-strings nest with the same quotes, as Python 3.12 allows', () => {
  const source = `f"{f"{'a' "b"}"}"`;
  const outer = expressionOf(source);
  assert.equal(outer.kind, 'FString');
  const [hole] = outer.parts;
  assert.equal(hole?.kind, 'Interp');
  assert.equal(hole.value.kind, 'FString');
  assert.equal(source.slice(hole.value.start, hole.value.end), `f"{'a' "b"}"`);
});

test('identifiers are normalised as Python compares them', () => {
  const name = expressionOf('ﬁeld');
  assert.equal(name.kind, 'Name');
  assert.equal(name.id, 'field');
  assert.deepEqual([name.start, name.end], [0, 4]);
});
