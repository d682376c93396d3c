import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { globMatcher } from '../../server/src/workspace/glob.ts';
import { openWorkspace } from '../../server/src/workspace/node-workspace.ts';
import { failureReason, readText } from '../../server/src/workspace/read-text.ts';
import type { WorkspaceFiles } from '../../server/src/workspace/workspace.ts';
import { tempProject } from '../support/temp-project.ts';

function filesOf(root: string): WorkspaceFiles {
  const result = openWorkspace(root, { exclude: [] });
  assert.ok(result.ok, result.ok ? '' : result.message);
  return result.workspace.files();
}

test('binary, latin-1 and huge files are skipped with their reason, others are only listed', (t) => {
  const root = tempProject(t, {
    'binary.py': Uint8Array.of(120, 0, 61),
    'latin.py': Uint8Array.of(35, 32, 0xe9, 10),
    'huge.py': 'x'.repeat(2 * 1024 * 1024 + 1),
    'fits.py': 'x'.repeat(2 * 1024 * 1024),
    'requirements.txt': '#'.repeat(256 * 1024 + 1),
    'photo.jpg': Uint8Array.of(255, 0, 255),
    'good.py': 'x = 1\n',
  });
  const { texts, listing, skipped } = filesOf(root);
  assert.deepEqual([...texts.keys()], ['fits.py', 'good.py']);
  assert.deepEqual(skipped, [
    { file: 'binary.py', reason: 'It is a binary file.' },
    { file: 'huge.py', reason: 'It is larger than 2 MB.' },
    { file: 'latin.py', reason: 'It is not UTF-8 text.' },
    { file: 'requirements.txt', reason: 'It is larger than 256 kB.' },
  ]);
  assert.equal(listing.length, 7);
});

test('requirements in UTF-16, as PowerShell writes them, are read; nothing else in it is', (t) => {
  const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const root = tempProject(t, {
    'requirements.txt': utf16('Django==2.1.7\r\n'),
    'odd.txt': Uint8Array.of(0xff, 0xfe, 0x44),
    'settings.py': utf16('DEBUG = True\n'),
  });
  const { texts, skipped } = filesOf(root);
  assert.deepEqual([...texts], [['requirements.txt', '\uFEFFDjango==2.1.7\r\n']]);
  assert.deepEqual(
    skipped.map((one) => one.file),
    ['odd.txt', 'settings.py'],
  );
});

test('links that loop at three levels end, and each file is read once', (t) => {
  const root = tempProject(t, { 'a/b/c/x.py': '', 'top.py': '' });
  symlinkSync('.', join(root, 'self'), 'dir');
  symlinkSync('../..', join(root, 'a/b/up'), 'dir');
  symlinkSync('../../../a', join(root, 'a/b/c/round'), 'dir');
  symlinkSync('loop2.py', join(root, 'loop1.py'));
  symlinkSync('loop1.py', join(root, 'loop2.py'));
  const { listing, skipped } = filesOf(root);
  assert.deepEqual(listing, ['a/b/c/x.py', 'top.py']);
  assert.deepEqual(
    skipped.map((one) => one.file),
    ['loop1.py', 'loop2.py'],
  );
});

test('nothing is read through a link that leads out of the root; a link inside it is no second file', (t) => {
  const outside = tempProject(t, { 'secret.py': 'KEY = 1\n', 'sub/secret.py': 'KEY = 2\n' });
  const root = tempProject(t, { 'app/models.py': 'm' });
  symlinkSync(join(outside, 'secret.py'), join(root, 'stolen.py'));
  symlinkSync(join(outside, 'sub'), join(root, 'stolen'), 'dir');
  symlinkSync('app/models.py', join(root, 'again.py'));
  const { texts, listing, skipped } = filesOf(root);
  assert.deepEqual([...texts], [['app/models.py', 'm']]);
  assert.deepEqual(listing, ['again.py', 'app/models.py']);
  assert.deepEqual(skipped, [{ file: 'stolen.py', reason: 'It is a symbolic link that leads out of the root.' }]);
});

test('a root that is itself reached through a link is read', (t) => {
  const real = tempProject(t, { 'x.py': 'x' });
  const around = tempProject(t, { 'keep.txt': '' });
  symlinkSync(real, join(around, 'project'), 'dir');
  assert.deepEqual([...filesOf(join(around, 'project')).texts], [['x.py', 'x']]);
});

test('a file that may not be read says so', (t) => {
  const root = tempProject(t, { 'closed.py': 'x = 1\n' });
  chmodSync(join(root, 'closed.py'), 0);
  const { texts, skipped } = filesOf(root);
  // The superuser may read everything; what others are told is checked below.
  const mayReadAll = process.getuid?.() === 0 || process.platform === 'win32';
  assert.equal(texts.size, mayReadAll ? 1 : 0);
  const reason = 'It cannot be read: permission denied.';
  assert.deepEqual(skipped, mayReadAll ? [] : [{ file: 'closed.py', reason }]);
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  assert.equal(failureReason(denied), reason);
});

test('a file that turns into a link or vanishes after the listing is not followed', (t) => {
  const outside = tempProject(t, { 'secret.py': 'KEY = 1\n' });
  const root = tempProject(t, { 'x.py': 'x' });
  rmSync(join(root, 'x.py'));
  symlinkSync(join(outside, 'secret.py'), join(root, 'x.py'));
  assert.deepEqual(readText(join(root, 'x.py'), 100), { ok: false, reason: 'It is a symbolic link.' });
  renameSync(join(root, 'x.py'), join(root, 'y.py'));
  assert.deepEqual(readText(join(root, 'x.py'), 100), { ok: false, reason: 'It does not exist.' });
});

test('folders are entered to a bounded depth', (t) => {
  const root = tempProject(t, { 'x.py': '' });
  const deep = join(root, ...Array.from({ length: 70 }, () => 'd'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'deep.py'), '');
  writeFileSync(join(root, 'd/d/near.py'), '');
  assert.deepEqual(filesOf(root).listing, ['d/d/near.py', 'x.py']);
});

test('a name that would be another path is left out', (t) => {
  const root = tempProject(t, process.platform === 'win32' ? {} : { 'a\\b.py': '', 'C:x.py': '' });
  writeFileSync(join(root, 'x.py'), '');
  assert.deepEqual(filesOf(root).listing, ['x.py']);
});

const globCases: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ['*.py', 'a.py', true],
  ['*.py', 'a/b.py', false],
  ['**/b.py', 'b.py', true],
  ['**/b.py', 'a/c/b.py', true],
  ['**/b', 'ab', false],
  ['a/**/z', 'a/z', true],
  ['a/**/z', 'a/b/c/z', true],
  ['a/**', 'a', false],
  ['a/**', 'a/b/c', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[]x]y', ']y', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['[ab', '[ab', false],
  ['Readme', 'readme', false],
];

test('globs of ignore files', () => {
  for (const [pattern, path, matches] of globCases) {
    assert.equal(globMatcher(pattern)(path), matches, `${pattern} on ${path}`);
  }
});

test('a pattern made to run for ever takes a bounded number of steps', () => {
  // As a regular expression this is exponential in the number of `**`: the test would not end.
  const matches = globMatcher(`${'**/a/'.repeat(30)}b`);
  assert.equal(matches(`${'a/'.repeat(64)}c`), false);
  assert.equal(globMatcher(`${'*a'.repeat(30)}*b`)('a'.repeat(250)), false);
  assert.equal(globMatcher(`${'*a'.repeat(30)}*b`)(`${'a'.repeat(250)}b`), true);
});
