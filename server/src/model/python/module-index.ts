import { baseName, type FileId, folderOf } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';

/**
 * Which file a dotted module name means. Works on names of files alone, so that it stays the same while bodies are edited.
 *
 * An absolute import is looked up from the folders that Python would have on its path: those of `manage.py`, then the folders above
 * the importing file that are no packages, nearest first, then `src`. Namespace packages (no `__init__.py`) count as packages of their parent.
 */
export class ModuleIndex {
  readonly #sources: Sources;
  readonly #manageFolders: readonly string[];
  readonly #names = new Map<FileId, string>();

  constructor(sources: Sources) {
    this.#sources = sources;
    const folders: string[] = [];
    for (const file of sources.listing) if (baseName(file) === 'manage.py') folders.push(folderOf(file));
    this.#manageFolders = folders.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  }

  /** Folders that hold a `manage.py`, deepest first. */
  get manageFolders(): readonly string[] {
    return this.#manageFolders;
  }

  /** The dotted name under which the project imports a file: `config.settings.base`, a package's name for its `__init__.py`. */
  moduleOf(file: FileId): string {
    const kept = this.#names.get(file);
    if (kept !== undefined) return kept;
    const root = this.#rootOf(file);
    const relative = root === '' ? file : file.slice(root.length + 1);
    const name = relative
      .replace(/\.pyi?$/, '')
      .replace(/(^|\/)__init__$/, '')
      .replaceAll('/', '.');
    this.#names.set(file, name);
    return name;
  }

  /** The file of an absolute module name as seen from `from`; undefined when the project has none. */
  fileOf(module: string, from: FileId): FileId | undefined {
    for (const root of this.#searchPath(from)) {
      const found = this.#fileUnder(root, module);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * The file that `from <dots><module> import …` or `import <module>` means.
   * @param level number of leading dots, 0 for an absolute import.
   */
  resolve(from: FileId, level: number, module: string): FileId | undefined {
    if (level === 0) return module === '' ? undefined : this.fileOf(module, from);
    let folder = folderOf(from);
    for (let i = 1; i < level; i++) {
      if (folder === '') return undefined;
      folder = folderOf(folder);
    }
    return module === '' ? this.#package(folder) : this.#fileUnder(folder, module);
  }

  /** The file of `name` when it is a submodule of the package whose `__init__.py` (or namespace folder's file) is `packageFile`. */
  submodule(packageFile: FileId, name: string): FileId | undefined {
    return baseName(packageFile) === '__init__.py' ? this.#fileUnder(folderOf(packageFile), name) : undefined;
  }

  #searchPath(from: FileId): readonly string[] {
    const roots: string[] = [];
    const own = this.#manageFolders.find((folder) => folder === '' || from.startsWith(`${folder}/`));
    if (own !== undefined) roots.push(own);
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      if (!this.#isPackage(folder) && !roots.includes(folder)) roots.push(folder);
      if (folder === '') break;
    }
    for (const folder of this.#manageFolders) if (!roots.includes(folder)) roots.push(folder);
    // The package of the repository, installed in place, as a library's own example project imports it.
    if (!roots.includes('src') && !this.#isPackage('src')) roots.push('src');
    return roots;
  }

  /** The folder that a file's module name counts from. */
  #rootOf(file: FileId): string {
    const own = this.#manageFolders.find((folder) => folder === '' || file.startsWith(`${folder}/`));
    let folder = folderOf(file);
    while (folder !== '' && folder !== own && this.#isPackage(folder)) folder = folderOf(folder);
    // Below manage.py a folder without __init__.py is still a namespace package of the project.
    return own !== undefined && (folder === own || own === '' || folder.startsWith(`${own}/`)) ? own : folder;
  }

  #isPackage(folder: string): boolean {
    return folder !== '' && this.#sources.has(`${folder}/__init__.py`);
  }

  #package(folder: string): FileId | undefined {
    const init = `${folder === '' ? '' : `${folder}/`}__init__.py` as FileId;
    return this.#sources.has(init) ? init : undefined;
  }

  #fileUnder(root: string, module: string): FileId | undefined {
    const path = `${root === '' ? '' : `${root}/`}${module.replaceAll('.', '/')}`;
    const asModule = `${path}.py` as FileId;
    const asPackage = `${path}/__init__.py` as FileId;
    // Python prefers the package when both are there.
    if (this.#sources.has(asPackage)) return asPackage;
    return this.#sources.has(asModule) ? asModule : undefined;
  }
}
