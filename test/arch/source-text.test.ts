import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesBelow, read, root, typescriptSources } from './repository.ts';
import { hiddenCharacters, isText, machinePaths, reachingCalls } from './source-text.ts';

const texts = filesBelow('')
  .filter(isText)
  .map((path) => [path, read(path)] as const);

test('no file hides characters', () => {
  assert.deepEqual(
    texts.flatMap(([path, text]) => hiddenCharacters(path, text)),
    [],
  );
});

test('no file names a folder of a machine', () => {
  const own = texts.filter(([path]) => path !== 'test/arch/source-text.test.ts');
  assert.deepEqual(
    own.flatMap(([path, text]) => machinePaths(path, text, root)),
    [],
  );
});

test('nothing that is shipped reaches the network or makes code from text', () => {
  const shipped = [...typescriptSources()].filter(([path]) => /^(server|client|rules)\//.test(path));
  assert.deepEqual(
    shipped.flatMap(([path, text]) => reachingCalls(path, text)),
    [],
  );
});

test('planted characters are seen', () => {
  const codes = [0x200b, 0x202e, 0x2066, 0xfeff, 0xad, 0x3164, 0xfe0f, 0xe0041, 0xe0100, 0x1b, 0xe000];
  for (const code of codes) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    assert.deepEqual(hiddenCharacters('a.ts', `ok\nlet a${String.fromCodePoint(code)} = 1;\n`), [`a.ts:2: ${name}`]);
  }
  assert.deepEqual(hiddenCharacters('a.ts', 'a\tb — “c” × é 漢字 🎉\r\n'), []);
});

test('planted paths are seen', () => {
  for (const path of [
    '/Users/anna/code',
    '/home/runner/x',
    'C:\\\\Users\\\\anna',
    'file:///opt/x',
    '/opt/checkout/a.ts',
  ]) {
    assert.deepEqual(machinePaths('a.ts', `const a = '${path}';`, '/opt/checkout/'), ['a.ts:1'], path);
  }
  assert.deepEqual(machinePaths('a.ts', "const a = '/home/app/.cache /root/.cache/pip /tmp/x';", '/opt/checkout/'), []);
});

test('planted calls are seen', () => {
  for (const call of [
    'await fetch(url)',
    'new WebSocket(url)',
    'eval(text)',
    'new Function(text)',
    'new Worker(url)',
  ]) {
    assert.deepEqual(reachingCalls('a.ts', `const a = 1;\n${call};`), ['a.ts:2'], call);
  }
  assert.deepEqual(reachingCalls('a.ts', 'prefetch(a); evaluate(b); new FunctionTable(c);'), []);
});
