// Reads this repository for the tests that judge it: names and texts of its own files.
// Must not judge. Look next at layers.test.ts, rule-police.test.ts and bundle.test.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a separator of the platform at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is made, fetched or git's own (a folder, in a second work tree a file); never sources. */
const skipped = new Set(['node_modules', '.git', 'dist', '.cache', 'target', '__pycache__']);

/** Every file below a folder, relative to the root, `/`-separated, sorted. `''` is the root itself. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (skipped.has(entry.name)) continue;
      if (entry.isDirectory()) walk(child);
      else if (entry.isFile()) found.push(child);
    }
  };
  walk(folder);
  return found.sort();
}

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Our TypeScript, by path; fixtures and example projects hold none. */
export function typescriptSources(): ReadonlyMap<string, string> {
  const files = ['client', 'server', 'rules', 'test'].flatMap(filesBelow);
  return new Map(files.filter((file) => file.endsWith('.ts')).map((file) => [file, read(file)]));
}
