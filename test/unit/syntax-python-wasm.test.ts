import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { currentFingerprint } from '../../server/src/syntax/python/parser/fingerprint.ts';
import { generatedFiles } from '../../server/src/syntax/python/parser/generate.ts';

const parser = new URL('../../server/src/syntax/python/parser/', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, parser), 'utf8');
}

test('the binary is the one that was built from these sources', () => {
  assert.deepEqual(
    currentFingerprint(),
    JSON.parse(read('python-parser.wasm.json')),
    'the Rust sources or the binary changed alone: run server/src/syntax/python/parser/build.sh',
  );
});

test('the generated files follow from the schema', () => {
  for (const [path, text] of generatedFiles()) assert.equal(read(path), text, `${path}: run parser/generate.ts`);
});

test('the binary holds no path of the machine that built it', () => {
  const bytes = readFileSync(new URL('python-parser.wasm', parser)).toString('latin1');
  assert.match(bytes, /\/crates\/ruff_python_parser/);
  assert.doesNotMatch(bytes, /\.cargo|\.rustup|\/registry\/|rustlib/);
});

test('parsing before the parser is loaded is a clear mistake of the entry point', () => {
  assert.throws(() => parsePython('x'), /before loadPythonParser/);
});

interface CrateList {
  readonly crates: readonly { name: string; version: string; license: string; licenseTexts: readonly string[] }[];
  readonly texts: Readonly<Record<string, string>>;
}

test('every locked Ruff crate is listed with the text of its licence, and no list entry lacks one', () => {
  const { crates, texts } = JSON.parse(read('crates.json')) as CrateList;
  const locked = [...read('Cargo.lock').matchAll(/name = "(ruff_\w+)"\nversion = "([^"]+)"/g)];
  assert.equal(locked.length >= 3, true);
  for (const [, name, version] of locked) {
    if (name === 'ruff_python_parser' || name === 'ruff_python_ast' || name === 'ruff_text_size')
      assert.equal(crates.find((crate) => crate.name === name)?.version, version);
  }
  for (const crate of crates)
    for (const key of crate.licenseTexts) assert.match(texts[key] ?? '', /permission|licen[sc]e/i, crate.name);
});
