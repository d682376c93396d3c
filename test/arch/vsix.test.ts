import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packVsix } from '../../rules/tools/vsix.ts';

const largest = 3_000_000;

test('the .vsix holds what the extension needs and nothing else, in less than 3 MB', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'djpreflight-pack-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'djpreflight.vsix');
  await packVsix(path);
  assert.deepEqual(namesIn(readFileSync(path)), [
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/THIRD-PARTY-NOTICES.txt',
    'extension/changelog.md',
    'extension/dist/client.cjs',
    'extension/dist/pages.json',
    'extension/dist/python-parser.wasm',
    'extension/dist/server.cjs',
    'extension/package.json',
    'extension/readme.md',
    'extension/snippets/dockerfile.json',
    'extension/snippets/ignore.json',
    'extension/snippets/python.json',
  ]);
  assert.ok(statSync(path).size < largest, `${statSync(path).size} bytes`);
});

/** The names in a zip file's central directory, sorted: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12. */
function namesIn(zip: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
  }
  return names.sort();
}
