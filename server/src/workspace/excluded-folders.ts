import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Folders of tools and installed packages, never the user's own code. */
const toolFolders = new Set([
  ...['.git', '.hg', '.svn', 'node_modules', 'bower_components', 'site-packages', 'dist-packages'],
  ...['__pycache__', '__pypackages__', '.tox', '.nox', '.eggs', '.mypy_cache', '.ruff_cache', '.pytest_cache'],
  ...['.ipynb_checkpoints', '.hypothesis', '.terraform', '.idea', '.direnv'],
]);

/** Names that people give to virtual environments, and also to folders of their own. */
const environmentNames = new Set(['.venv', 'venv', '.env', 'env', '.virtualenv', 'virtualenv']);

/** True for a folder that a walk does not enter: tools, caches, installed packages, virtual environments, build results. */
export function excludedFolder(path: string, entries: readonly Dirent[]): boolean {
  const name = basename(path);
  if (toolFolders.has(name) || name.endsWith('.egg-info') || name.endsWith('.dist-info')) return true;
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('pyvenv.cfg')) return true;
  if (environmentNames.has(name))
    return hasPython(join(path, 'lib')) || names.has('Scripts') || names.has('conda-meta');
  // What setuptools leaves behind: copies of the project's own files.
  return name === 'build' && [...names].some((inside) => inside === 'lib' || inside.startsWith('bdist.'));
}

function hasPython(lib: string): boolean {
  try {
    return readdirSync(lib).some((name) => /^python\d/.test(name));
  } catch {
    return false;
  }
}
