import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A folder of its own for one test (its real path), removed when the test ends. `files` are written into it; `copyOf` is copied first. */
export function tempProject(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
  copyOf?: string,
): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'djpreflight-')));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
