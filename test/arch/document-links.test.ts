import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { filesBelow, read, root } from './repository.ts';

/** Links of a Markdown text that stay in the repository, relative to its root; code is no link. */
function ownLinks(path: string, text: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(path), target));
}

test('documents link to files that exist', () => {
  const documents = filesBelow('').filter((path) => path.endsWith('.md'));
  const links = documents.flatMap((path) => ownLinks(path, read(path)).map((target) => ({ path, target })));
  assert.ok(links.some(({ path }) => path === 'CONTRIBUTING.md'));
  assert.deepEqual(
    links.filter(({ target }) => !existsSync(join(root, target))),
    [],
  );
});

test('links are read relative to their document; addresses, anchors and code are none', () => {
  const text = '[a](b.md) [c](../d/e.md#f) [g](#h) [i](https://j.example) `[k](l.md)`\n```md\n[m](n.md)\n```\n';
  assert.deepEqual(ownLinks('rules/x.md', text), ['rules/b.md', 'd/e.md']);
});
