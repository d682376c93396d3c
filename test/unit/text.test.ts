import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { baseName, fileId, folderOf, isInFolder, resolveIn } from '../../server/src/text/file-id.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { contains, textOf } from '../../server/src/text/span.ts';
import { applyEdits, conflicts, mergeEdits, type TextEdit } from '../../server/src/text/text-edit.ts';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

describe('spans are half-open', () => {
  test('contains', () => {
    assert.equal(contains({ start: 2, end: 5 }, { start: 2, end: 5 }), true);
    assert.equal(contains({ start: 2, end: 5 }, { start: 5, end: 5 }), true);
    assert.equal(contains({ start: 2, end: 5 }, { start: 4, end: 6 }), false);
    assert.equal(contains({ start: 2, end: 5 }, { start: 1, end: 3 }), false);
  });

  test('textOf counts UTF-16 units', () => {
    assert.equal(textOf('a🎉b', { start: 1, end: 3 }), '🎉');
  });
});

describe('file names', () => {
  for (const [path, expected] of [
    ['config/settings/base.py', 'config/settings/base.py'],
    ['./config//settings/../urls.py', 'config/urls.py'],
    ['config\\settings\\base.py', 'config/settings/base.py'],
    ['a/..', ''],
    ['../secrets.py', undefined],
    ['config/../../secrets.py', undefined],
    ['/etc/passwd', undefined],
    ['\\\\server\\share', undefined],
    ['C:\\settings.py', undefined],
    ['c:/settings.py', undefined],
  ] as const) {
    test(`${path} is ${expected ?? 'no file of the project'}`, () => assert.equal(fileId(path), expected));
  }

  test('folder and base name', () => {
    assert.equal(folderOf('a/b/c.py'), 'a/b');
    assert.equal(folderOf('manage.py'), '');
    assert.equal(baseName('a/b/c.py'), 'c.py');
    assert.equal(baseName('manage.py'), 'manage.py');
  });

  test('paths resolve inside the root or not at all', () => {
    assert.equal(resolveIn('requirements', 'base.txt'), 'requirements/base.txt');
    assert.equal(resolveIn('requirements', '../base.txt'), 'base.txt');
    assert.equal(resolveIn('', 'base.txt'), 'base.txt');
    assert.equal(resolveIn('requirements', '../../base.txt'), undefined);
    assert.equal(resolveIn('requirements', '/base.txt'), undefined);
  });

  test('a folder holds its own files, not those of a longer name', () => {
    assert.equal(isInFolder('shop/models.py', 'shop'), true);
    assert.equal(isInFolder('shop', 'shop'), true);
    assert.equal(isInFolder('shopping/models.py', 'shop'), false);
    assert.equal(isInFolder('anything.py', ''), true);
  });
});

describe('lines', () => {
  test('LF, CRLF and a lone CR end a line', () => {
    const lines = new LineIndex('a\nbb\r\nccc\rd');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.lineText(line)),
      ['a', 'bb', 'ccc', 'd'],
    );
    assert.deepEqual(lines.position(3), { line: 1, column: 1 });
    assert.deepEqual(lines.position(6), { line: 2, column: 0 });
    assert.deepEqual(lines.position(10), { line: 3, column: 0 });
  });

  test('an empty text has one line, and a last line end opens another', () => {
    assert.equal(new LineIndex('').lineCount, 1);
    assert.equal(new LineIndex('a\n').lineCount, 2);
    assert.deepEqual(new LineIndex('a\n').position(2), { line: 1, column: 0 });
  });

  test('columns are UTF-16 units, and a byte order mark is one', () => {
    assert.deepEqual(new LineIndex('🎉x').position(2), { line: 0, column: 2 });
    assert.deepEqual(new LineIndex('\ufeffx').position(1), { line: 0, column: 1 });
  });

  test('positions outside are clamped', () => {
    const lines = new LineIndex('ab\ncd');
    assert.deepEqual(lines.position(99), { line: 1, column: 2 });
    assert.deepEqual(lines.position(-1), { line: 0, column: 0 });
    assert.equal(lines.offset({ line: 0, column: 99 }), 2);
    assert.equal(lines.offset({ line: 9, column: 0 }), 3);
    assert.equal(lines.offset({ line: -1, column: -1 }), 0);
  });

  test('offset undoes position', () => {
    const text = 'a\r\n🎉b\n\nlast';
    const lines = new LineIndex(text);
    // Between CR and LF there is no position of its own.
    for (let at = 0; at <= text.length; at++) if (at !== 2) assert.equal(lines.offset(lines.position(at)), at);
  });
});

describe('edits', () => {
  test('replace, insert and delete refer to the text before', () => {
    assert.equal(applyEdits('hello world', [edit(6, 11, 'you'), edit(0, 5, 'bye')]), 'bye you');
    assert.equal(applyEdits('ac', [edit(1, 1, 'b')]), 'abc');
    assert.equal(applyEdits('abc', [edit(1, 2, '')]), 'ac');
    assert.equal(applyEdits('abc', []), 'abc');
  });

  test('equal edits are made once', () => {
    assert.equal(applyEdits('ac', [edit(1, 1, 'b'), edit(1, 1, 'b')]), 'abc');
    assert.deepEqual(mergeEdits([edit(3, 4, 'x'), edit(1, 2, 'y'), edit(3, 4, 'x')]), [
      edit(1, 2, 'y'),
      edit(3, 4, 'x'),
    ]);
  });

  test('edits that touch get along; overlapping ones and two texts at one place do not', () => {
    assert.equal(applyEdits('abcd', [edit(0, 2, 'x'), edit(2, 4, 'y')]), 'xy');
    assert.equal(conflicts(edit(0, 3, 'x'), edit(2, 4, 'y')), true);
    assert.equal(conflicts(edit(2, 4, 'y'), edit(0, 3, 'x')), true);
    assert.equal(conflicts(edit(1, 1, 'x'), edit(1, 1, 'y')), true);
    assert.equal(conflicts(edit(1, 1, 'x'), edit(1, 1, 'x')), false);
    assert.equal(conflicts(edit(0, 2, 'x'), edit(2, 4, 'y')), false);
    assert.equal(mergeEdits([edit(0, 3, 'x'), edit(2, 4, 'y')]), undefined);
    assert.throws(() => applyEdits('abcd', [edit(0, 3, 'x'), edit(2, 4, 'y')]), RangeError);
  });

  test('an insertion inside a replaced span clashes with it', () => {
    assert.equal(mergeEdits([edit(0, 4, 'x'), edit(2, 2, 'y')]), undefined);
  });

  test('edits outside the text are refused', () => {
    assert.throws(() => applyEdits('abc', [edit(2, 9, '')]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(-1, 1, '')]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 1, '')]), RangeError);
  });
});
