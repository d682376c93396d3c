import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Node } from '../../server/src/syntax/python/nodes.ts';
import { type PythonFile, parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { forEachChild } from '../../server/src/syntax/python/walk.ts';
import { contains, type Span } from '../../server/src/text/span.ts';
import { loadParsers } from '../support/load-parsers.ts';

await loadParsers();

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);
const allSyntax = readFileSync(new URL('../unit/syntax-python/all_syntax.py', import.meta.url), 'utf8');
const lines = allSyntax.split('\n');

function checkSpan(span: Span, inside: Span, what: string): void {
  assert.ok(Number.isInteger(span.start) && Number.isInteger(span.end) && span.start <= span.end, `${what}: no span`);
  assert.ok(contains(inside, span), `${what} [${span.start}, ${span.end}) leaves [${inside.start}, ${inside.end})`);
}

function checkNode(node: Node, inside: Span): void {
  checkSpan(node, inside, node.kind);
  if (node.kind === 'StrPart') checkSpan({ start: node.contentStart, end: node.contentEnd }, node, 'content');
  if ('nameStart' in node && node.nameStart !== -1)
    checkSpan({ start: node.nameStart, end: node.nameStart }, node, `name of ${node.kind}`);
  forEachChild(node, (child) => checkNode(child, node));
}

/** What must hold for every text: spans in bounds, children inside parents, comments in order and beginning with `#`. */
function check(text: string): PythonFile {
  const file = parsePython(text);
  const whole = { start: 0, end: text.length };
  let last = 0;
  for (const statement of file.body) checkNode(statement, whole);
  for (const comment of file.comments) {
    checkSpan(comment, { start: last, end: text.length }, 'comment');
    assert.equal(text[comment.start], '#');
    last = comment.end;
  }
  for (const error of file.errors) {
    checkSpan(error.span, whole, 'error');
    assert.notEqual(error.message, '');
  }
  return file;
}

const token = fc.constantFrom(
  ...'( ) [ ] { } : ; , . = == := -> * ** @ + - not if else elif for in while try except finally with as def class'.split(
    ' ',
  ),
  ...'lambda async await yield match case type import from return del f" """ \' " \\ # é 😀 \ud800 \ufeff \0 \f'.split(
    ' ',
  ),
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
    '{x!r:',
    't"',
    "rb'",
    '1_0',
    '0x',
    '1j',
    '\u00a0',
    '\u2028',
    'ﬁ',
    '`',
    '$',
    '?',
  ],
);

test('any characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void check(text)),
    { numRuns: RUNS },
  );
});

test('any UTF-16 units, lone surrogates among them', () => {
  const units = fc.array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.nat(0x7f)), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(units, (codes) => void check(`x = "${String.fromCharCode(...codes)}`)),
    { numRuns: RUNS },
  );
});

test('any tokens in any order', () => {
  fc.assert(
    fc.property(
      fc.array(token, { maxLength: 60 }),
      fc.constantFrom('', ' '),
      (tokens, gap) => void check(tokens.join(gap)),
    ),
    {
      numRuns: RUNS * 2,
    },
  );
});

test('a literal that the parser makes up keeps its content inside itself', () => {
  // Found by the property above.
  check("rb''t\"\ufeff");
});

test('valid code cut at any place, as while typing', () => {
  const cut = fc.tuple(fc.nat(allSyntax.length), fc.nat(400));
  fc.assert(
    fc.property(cut, ([end, length]) => void check(allSyntax.slice(Math.max(0, end - length), end))),
    { numRuns: RUNS },
  );
});

test('valid lines shuffled and damaged', () => {
  const line = fc.tuple(fc.constantFrom(...lines), fc.nat(80), token, fc.boolean());
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (damaged) => {
      check(
        damaged
          .map(([text, at, junk, hurt]) => (hurt ? text.slice(0, at) + junk + text.slice(at + 1) : text))
          .join('\n'),
      );
    }),
    { numRuns: RUNS },
  );
});

test('the same text always gives the same tree, whatever came before', () => {
  const before = check(allSyntax);
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (tokens) => void check(tokens.join(' '))),
    { numRuns: 50 },
  );
  assert.deepEqual(check(allSyntax), before);
});
