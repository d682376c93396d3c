import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A configuration file that applies, as it stands on disk. */
export interface FoundConfig {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  /** True for a pyproject.toml, whose settings stand in `[tool.djpreflight]`. */
  readonly isPyproject: boolean;
}

/** The nearest configuration of a file or folder, going up: `.djpreflight.toml` before a pyproject.toml that has our table. */
export function findConfig(path: string): FoundConfig | undefined {
  let folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) folder = dirname(folder);
  for (;;) {
    const own = readConfigText(join(folder, '.djpreflight.toml'));
    if (own !== undefined) return own;
    const shared = readConfigText(join(folder, 'pyproject.toml'));
    if (shared?.text.includes('tool.djpreflight') === true) return shared;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** Reads one named configuration file; undefined when it cannot be read. */
export function readConfigText(path: string): FoundConfig | undefined {
  try {
    return { path, text: readFileSync(path, 'utf8'), isPyproject: path.endsWith('pyproject.toml') };
  } catch {
    return undefined;
  }
}
