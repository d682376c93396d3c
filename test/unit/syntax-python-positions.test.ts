import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PythonFile, parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { walkAll } from '../../server/src/syntax/python/walk.ts';
import type { Span } from '../../server/src/text/span.ts';
import { loadParsers } from '../support/load-parsers.ts';

await loadParsers();

function slices(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** The source texts of all names, in the order of a walk. */
function names(text: string, file: PythonFile): string[] {
  const found: string[] = [];
  walkAll(file.body, (node) => {
    if (node.kind === 'Name') found.push(text.slice(node.start, node.end));
  });
  return found;
}

test('comments are listed in order, without their line ends', () => {
  const text = '#!/usr/bin/env python\nx = [  # one\r\n  1,\n  # "two" é\n]\ns = "# no"\n# last';
  const { comments, errors } = parsePython(text);
  assert.deepEqual(errors, []);
  assert.deepEqual(slices(text, comments), ['#!/usr/bin/env python', '# one', '# "two" é', '# last']);
});

test('an empty text and a text of comments have empty bodies', () => {
  assert.deepEqual(parsePython(''), { body: [], comments: [], errors: [], tooDeep: false });
  assert.deepEqual(parsePython('# a\n').body, []);
});

test('characters outside ASCII and outside the basic plane count in UTF-16 units', () => {
  const text = 'é = "日本😀" + ñ # 😀\nf(ü, "😀😀", 𝒳)\n';
  const file = parsePython(text);
  assert.deepEqual(file.errors, []);
  assert.deepEqual(names(text, file), ['é', 'ñ', 'f', 'ü', '𝒳']);
  assert.deepEqual(slices(text, file.comments), ['# 😀']);
});

test('a byte order mark counts as one unit', () => {
  const text = '\ufeffx = y # é\n';
  const file = parsePython(text);
  assert.deepEqual(file.errors, []);
  assert.deepEqual(names(text, file), ['x', 'y']);
  assert.deepEqual(file.body[0]?.start, 1);
  assert.deepEqual(slices(text, file.comments), ['# é']);
});

test('every line end of Python keeps positions right', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `if a:${end}    b  # c${end}${end}d = """e${end}f"""; g${end}`;
    const file = parsePython(text);
    assert.deepEqual(file.errors, [], JSON.stringify(end));
    assert.deepEqual(names(text, file), ['a', 'b', 'd', 'g']);
    assert.deepEqual(slices(text, file.comments), ['# c']);
    assert.deepEqual(slices(text, file.body), [`if a:${end}    b`, `d = """e${end}f"""`, 'g']);
  }
});

test('form feeds and line continuations are white space', () => {
  const text = '\fa = 1\n\f\nb = \\\n  c\n';
  const file = parsePython(text);
  assert.deepEqual(file.errors, []);
  assert.deepEqual(names(text, file), ['a', 'b', 'c']);
});

test('a lone surrogate takes one unit and stays in values', () => {
  const text = 'a = "\ud800é\udc00" # \udfff!\nb';
  const file = parsePython(text);
  assert.deepEqual(file.errors, []);
  assert.deepEqual(names(text, file), ['a', 'b']);
  const [statement] = file.body;
  assert.equal(statement?.kind, 'Assign');
  assert.equal(statement.value.kind === 'Str' && statement.value.value, '\ud800é\udc00');
  assert.deepEqual(slices(text, file.comments), ['# \udfff!']);
});

test('a null character is an error, not the end', () => {
  const text = 'a\0 = 1\nb';
  const file = parsePython(text);
  assert.equal(file.errors.length > 0, true);
  assert.deepEqual(names(text, file).at(-1), 'b');
});
