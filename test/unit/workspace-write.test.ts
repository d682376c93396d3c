import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FileId } from '../../server/src/text/file-id.ts';
import { writeChanges } from '../../server/src/workspace/write-changes.ts';
import { tempProject } from '../support/temp-project.ts';

function change(file: string, text: string, expectedBase: string | undefined) {
  return { file: file as FileId, text, expectedBase };
}

function messageOf(root: string, ...changes: ReturnType<typeof change>[]): string {
  const result = writeChanges(root, changes);
  return result.ok ? 'written' : result.message;
}

test('writes changed and new files and keeps the mode', (t) => {
  const root = tempProject(t, { 'a.sh': 'old\r\n' });
  chmodSync(join(root, 'a.sh'), 0o754);
  const result = writeChanges(root, [
    change('a.sh', '\uFEFFnew\r\n', 'old\r\n'),
    change('docker/app/.dockerignore', '.git\n', undefined),
  ]);
  assert.deepEqual(result, { ok: true });
  assert.equal(readFileSync(join(root, 'a.sh'), 'utf8'), '\uFEFFnew\r\n');
  assert.equal(readFileSync(join(root, 'docker/app/.dockerignore'), 'utf8'), '.git\n');
  if (process.platform !== 'win32') assert.equal(statSync(join(root, 'a.sh')).mode & 0o777, 0o754);
  assert.deepEqual(readdirSync(root).sort(), ['a.sh', 'docker']);
});

test('one stale text stops all changes', (t) => {
  const root = tempProject(t, { 'a.py': 'a', 'b.py': 'edited since' });
  assert.equal(
    messageOf(root, change('a.py', 'A', 'a'), change('b.py', 'B', 'b'), change('c.py', 'C', undefined)),
    '`b.py` is not written, nor is any other file. Its text has changed since it was analysed.',
  );
  assert.equal(readFileSync(join(root, 'a.py'), 'utf8'), 'a');
  assert.equal(existsSync(join(root, 'c.py')), false);
});

test('refuses targets that exist, are missing, or are named twice', (t) => {
  const root = tempProject(t, { 'a.py': 'a' });
  assert.match(messageOf(root, change('a.py', 'x', undefined)), /It exists already\.$/);
  assert.match(messageOf(root, change('b.py', 'x', '')), /It does not exist\.$/);
  assert.match(messageOf(root, change('a.py', 'x', 'a'), change('a.py', 'y', 'a')), /It is changed twice\.$/);
  assert.equal(readFileSync(join(root, 'a.py'), 'utf8'), 'a');
});

test('refuses paths out of the root, written or through a link', (t) => {
  const outside = tempProject(t, { 'victim.py': 'v', 'sub/victim.py': 'v' });
  const root = tempProject(t, { 'a.py': 'a' });
  symlinkSync(join(outside, 'sub'), join(root, 'linked'), 'dir');
  symlinkSync(join(outside, 'victim.py'), join(root, 'link.py'));
  symlinkSync(join(outside, 'absent.py'), join(root, 'dangling.py'));
  for (const file of ['../victim.py', join(outside, 'victim.py'), 'x/../../victim.py', '', 'C:/victim.py']) {
    assert.match(messageOf(root, change(file, 'x', 'v')), /It lies outside of the root\.$/);
  }
  assert.match(messageOf(root, change('linked/victim.py', 'x', 'v')), /leads through a symbolic link\.$/);
  assert.match(messageOf(root, change('linked/new/deep.py', 'x', undefined)), /leads through a symbolic link\.$/);
  assert.match(messageOf(root, change('link.py', 'x', 'v')), /It is a symbolic link\.$/);
  assert.match(messageOf(root, change('dangling.py', 'x', undefined)), /It exists already\.$/);
  assert.equal(readFileSync(join(outside, 'victim.py'), 'utf8'), 'v');
  assert.equal(readFileSync(join(outside, 'sub/victim.py'), 'utf8'), 'v');
  assert.deepEqual(readdirSync(outside).sort(), ['sub', 'victim.py']);
});

test('puts back what was written when a later file fails', (t) => {
  const root = tempProject(t, { 'a.py': 'a', 'b.py': 'b' });
  // The name beside the target is taken, so the second write fails after all checks have passed.
  mkdirSync(join(root, `.b.py.${process.pid}.djpreflight`));
  const result = writeChanges(root, [
    change('new.py', 'n', undefined),
    change('a.py', 'A', 'a'),
    change('b.py', 'B', 'b'),
  ]);
  assert.equal(result.ok, false);
  assert.equal(readFileSync(join(root, 'a.py'), 'utf8'), 'a');
  assert.equal(readFileSync(join(root, 'b.py'), 'utf8'), 'b');
  assert.equal(existsSync(join(root, 'new.py')), false);
});

test('a root that is reached through a link is written', (t) => {
  const real = tempProject(t, { 'a.py': 'a' });
  const around = tempProject(t, {});
  symlinkSync(real, join(around, 'project'), 'dir');
  assert.deepEqual(writeChanges(join(around, 'project'), [change('a.py', 'A', 'a')]), { ok: true });
  assert.equal(readFileSync(join(real, 'a.py'), 'utf8'), 'A');
});
