import { baseName, type FileId, folderOf } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import type { DependencyFile } from './declaration.ts';
import { readLock, readPipfileLock } from './read-lock.ts';
import { readPipfile, readPyproject } from './read-pyproject.ts';
import { readRequirements } from './read-requirements.ts';
import { readSetupCfg, readSetupPy } from './read-setup.ts';

const requirementsFolder = /^(?:requirements?|reqs?|dependencies|deps|pip|constraints?)$/i;
const requirementsName = /(?:requirement|constraint)[^/]*\.(?:txt|in|pip)$|^reqs?(?:[-_.][^/]*)?\.(?:txt|in|pip)$/i;

/** Parses each dependency file of the root once. */
export class DependencyFiles {
  readonly #sources: Sources;
  readonly #read = new Map<FileId, DependencyFile | undefined>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The files that are dependency files by their name, by the folder whose code they serve. */
  byFolder(): ReadonlyMap<string, readonly DependencyFile[]> {
    const folders = new Map<string, DependencyFile[]>();
    for (const file of [...this.#sources.files].filter(isDependencyName).sort()) {
      const read = this.get(file);
      if (read === undefined || this.#isCompiled(file) || isMostlyText(read)) continue;
      const folder = servedFolder(file);
      const list = folders.get(folder);
      if (list === undefined) folders.set(folder, [read]);
      else list.push(read);
    }
    return folders;
  }

  /** One file, also one that only an include names: then it is a requirements file. Undefined when it was not read or declares nothing. */
  get(file: FileId): DependencyFile | undefined {
    if (!this.#read.has(file)) this.#read.set(file, this.#parse(file));
    return this.#read.get(file);
  }

  /** `base.in` says less than the `base.txt` that was compiled from it. */
  #isCompiled(file: FileId): boolean {
    return file.endsWith('.in') && this.#sources.text(`${file.slice(0, -3)}.txt` as FileId) !== undefined;
  }

  #parse(file: FileId): DependencyFile | undefined {
    const text = this.#sources.text(file);
    if (text === undefined) return undefined;
    switch (baseName(file)) {
      case 'pyproject.toml':
        return readPyproject(file, text);
      case 'Pipfile':
        return readPipfile(file, text);
      case 'Pipfile.lock':
        return readPipfileLock(file, text);
      case 'uv.lock':
      case 'poetry.lock':
      case 'pdm.lock':
        return readLock(file, text);
      case 'setup.cfg':
        return readSetupCfg(file, text);
      case 'setup.py': {
        // Most setup.py files only call `setup()`; the word saves their parse.
        const tree = text.includes('setup(') ? this.#sources.python(file) : undefined;
        return tree && readSetupPy(file, tree);
      }
      default:
        return readRequirements(file, text);
    }
  }
}

function isDependencyName(file: FileId): boolean {
  const name = baseName(file);
  if (/^(?:pyproject\.toml|Pipfile(?:\.lock)?|(?:uv|poetry|pdm)\.lock|setup\.(?:cfg|py))$/.test(name)) return true;
  if (requirementsName.test(name)) return true;
  return (
    /\.(?:txt|in|pip)$/i.test(name) &&
    folderOf(file)
      .split('/')
      .some((part) => requirementsFolder.test(part))
  );
}

/** The folder whose code a dependency file serves: `requirements/base.txt` serves the folder above `requirements`. */
function servedFolder(file: FileId): string {
  const parts = folderOf(file).split('/');
  const at = parts.findIndex((part) => requirementsFolder.test(part));
  return (at < 0 ? parts : parts.slice(0, at)).join('/');
}

/** A text that only lies in a folder called `requirements`, as a README. */
function isMostlyText(read: DependencyFile): boolean {
  return read.kind === 'requirements' && !read.isComplete && read.declarations.length + read.includes.length === 0;
}
