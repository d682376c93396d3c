import { normalizedName } from '../../syntax/requirements/parse-requirements.ts';
import { lockedPackages } from '../../syntax/toml/lock-packages.ts';
import type { FileId } from '../../text/file-id.ts';
import { Declarations, type DependencyFile } from './declaration.ts';

/** Reads uv.lock, poetry.lock or pdm.lock. */
export function readLock(file: FileId, text: string): DependencyFile {
  const found = new Declarations(file);
  for (const { name, version, span } of lockedPackages(text)) {
    const specifier = version === undefined ? '' : `==${version}`;
    const plain = { name: normalizedName(name), specifier, written: specifier };
    found.add({ ...plain, conditional: true, development: false }, span.start, span.end);
  }
  return found.as('lock');
}

/** Reads Pipfile.lock, a JSON object with the sections `default` and `develop`. */
export function readPipfileLock(file: FileId, text: string): DependencyFile {
  const found = new Declarations(file);
  let root: unknown;
  try {
    root = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    found.isComplete = false;
    return found.as('lock');
  }
  for (const section of ['default', 'develop']) {
    let at = Math.max(0, text.indexOf(`"${section}"`));
    for (const [name, entry] of Object.entries(objectOf(objectOf(root)[section]))) {
      const written = objectOf(entry)['version'];
      const specifier = typeof written === 'string' ? written : '';
      const quoted = JSON.stringify(name);
      const start = text.indexOf(quoted, at);
      if (start >= 0) at = start + quoted.length;
      const plain = { name: normalizedName(name), specifier, written: specifier };
      found.add({ ...plain, conditional: false, development: section === 'develop' }, Math.max(0, start), at);
    }
  }
  return found.as('lock');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
