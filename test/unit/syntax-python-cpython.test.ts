import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { cpythonNodes, type Dump, dumpedNodes } from '../corpus/python-parser/cpython-nodes.ts';
import { findPython } from '../corpus/python-parser/find-python.ts';
import { loadParsers } from '../support/load-parsers.ts';

// all_syntax.cpython.txt is what CPython 3.13's own parser says of all_syntax.py; UPDATE_FIXTURES=1 writes it anew.
// Where a CPython is at hand, it is asked again, so that the file cannot drift from the truth.

const source = fileURLToPath(new URL('syntax-python/all_syntax.py', import.meta.url));
const expected = fileURLToPath(new URL('syntax-python/all_syntax.cpython.txt', import.meta.url));
const dumpScript = fileURLToPath(new URL('../corpus/python-parser/dump_ast.py', import.meta.url));

await loadParsers();
const text = readFileSync(source, 'utf8');
const python = findPython();

/** Sorted by place: start, end, kind. */
function sorted(lines: readonly string[]): string[] {
  const key = (line: string) =>
    line.replace(/\b\d+/g, (digits) => digits.padStart(6, '0')).replace(/^(\w+) (\d+ \d+)/, '$2 $1');
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function askCpython(command: string): string[] {
  const output = execFileSync(command, [dumpScript, '1'], { input: `${source}\n`, encoding: 'utf8' });
  const dump = JSON.parse(output) as Dump;
  assert.equal(dump.error, undefined);
  return dumpedNodes(dump);
}

if (process.env['UPDATE_FIXTURES'] === '1' && python !== undefined)
  writeFileSync(expected, `${sorted(askCpython(python.command)).join('\n')}\n`);

const truth = readFileSync(expected, 'utf8').trimEnd().split('\n');

test('kinds, spans, names and values of all syntax are those of CPython', () => {
  const file = parsePython(text);
  assert.deepEqual(file.errors, []);
  assert.deepEqual(sorted(cpythonNodes(file.body, text)), truth);
  assert.equal(truth.length > 900, true);
});

const whose =
  python === undefined ? 'no CPython 3.12 or newer is at hand: the committed answer stands' : python.version;

test(`the committed answer is CPython's (${whose})`, () => {
  const answer = python === undefined ? truth : sorted(askCpython(python.command));
  assert.deepEqual(answer, truth);
});
