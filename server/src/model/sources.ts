import type { PythonFile } from '../syntax/python/parse-python.ts';
import { parsePython } from '../syntax/python/parse-python.ts';
import type { FileId } from '../text/file-id.ts';
import { LineIndex } from '../text/line-index.ts';

/** How many parsed files are kept: trees are large and cheap to make again. */
const keptTrees = 64;

/**
 * The texts of a project and what is cheap to derive from one of them.
 * Trees are parsed on demand and soon dropped; facts are what stays.
 */
export class Sources {
  readonly #texts: ReadonlyMap<FileId, string>;
  readonly #listing: ReadonlySet<FileId>;
  readonly #folders = new Set<string>();
  readonly #trees = new Map<FileId, PythonFile>();
  readonly #lines = new Map<FileId, LineIndex>();

  /** @param listing every file of the root, also those whose text was not read. */
  constructor(texts: ReadonlyMap<FileId, string>, listing: Iterable<FileId>) {
    this.#texts = texts;
    const all = new Set<FileId>(listing);
    for (const file of texts.keys()) all.add(file);
    this.#listing = all;
    for (const file of all) {
      for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
        const folder = file.slice(0, slash);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }

  /** The files whose text was read, in the order they were given. */
  get files(): Iterable<FileId> {
    return this.#texts.keys();
  }

  /** Every file of the root, read or not. */
  get listing(): ReadonlySet<FileId> {
    return this.#listing;
  }

  /** True when a file of that name is there, read or not. */
  has(file: string): boolean {
    return this.#listing.has(file as FileId);
  }

  /** True when a file lies in or below the folder; the root `''` always is one. */
  hasFolder(folder: string): boolean {
    return folder === '' || this.#folders.has(folder);
  }

  /** The text of a file; undefined when it was not read. */
  text(file: FileId): string | undefined {
    return this.#texts.get(file);
  }

  /** Lines of a file; undefined when it was not read. */
  lines(file: FileId): LineIndex | undefined {
    const kept = this.#lines.get(file);
    if (kept !== undefined) return kept;
    const text = this.#texts.get(file);
    if (text === undefined) return undefined;
    const index = new LineIndex(text);
    this.#lines.set(file, index);
    return index;
  }

  /** The tree of a Python file; undefined when it was not read. Do not keep it. */
  python(file: FileId): PythonFile | undefined {
    const kept = this.#trees.get(file);
    if (kept !== undefined) {
      this.#trees.delete(file);
      this.#trees.set(file, kept);
      return kept;
    }
    const text = this.#texts.get(file);
    if (text === undefined) return undefined;
    const tree = parsePython(text);
    this.#trees.set(file, tree);
    if (this.#trees.size > keptTrees) {
      const oldest = this.#trees.keys().next().value;
      if (oldest !== undefined) this.#trees.delete(oldest);
    }
    return tree;
  }
}
