import { type FileId, folderOf, resolveIn } from '../../text/file-id.ts';
import type { Declaration, DependencyFile } from './declaration.ts';
import type { DependencyFiles } from './dependency-files.ts';
import { exactVersion } from './version-specifier.ts';

/** Deepest chain of `-r` that is followed. */
const deepestInclude = 20;

/** What one folder's dependency files say about one package, the words that count first. */
export interface NamedPackage {
  /** Declarations that hold side by side; constraints are joined into their specifiers. Empty when only a lock names it. */
  readonly declared: readonly Declaration[];
  readonly locked: readonly Declaration[];
}

/** The dependency files that serve one folder, with everything they include. */
export class DependencyScope {
  readonly folder: string;
  /** False when some file could not be read wholly: a missing name proves nothing. */
  isComplete = true;
  readonly #declared: Declaration[] = [];
  readonly #constraints: Declaration[] = [];
  readonly #locked: Declaration[] = [];
  readonly #visited = new Set<string>();
  readonly #files: DependencyFiles;

  constructor(folder: string, entries: readonly DependencyFile[], files: DependencyFiles) {
    this.folder = folder;
    this.#files = files;
    for (const entry of entries) this.#visit(entry, entry.kind === 'constraints', 0);
  }

  /** Every file that was read for it. */
  get files(): readonly FileId[] {
    return [...this.#visited].map((key) => key.slice(2) as FileId);
  }

  /** What holds for a package by its normalised name; undefined when nothing names it. */
  named(name: string): NamedPackage | undefined {
    const locked = productionFirst(this.#locked.filter((one) => one.name === name));
    const declared = productionFirst(this.#declared.filter((one) => one.name === name));
    if (declared.length === 0 && locked.length === 0) return undefined;
    const constraints = this.#constraints.filter((one) => one.name === name && !one.conditional);
    const joined = joinPlain(declared).map((one) => joinAll([one, ...constraints]));
    const exact = joined.filter((one) => exactVersion(one.specifier) !== undefined);
    return { declared: exact.length > 0 ? exact : joined, locked };
  }

  #visit(read: DependencyFile, asConstraint: boolean, depth: number): void {
    const key = `${asConstraint ? 'c' : 'r'}:${read.file}`;
    if (this.#visited.has(key)) return;
    this.#visited.add(key);
    if (!read.isComplete) this.isComplete = false;
    const list = read.kind === 'lock' ? this.#locked : asConstraint ? this.#constraints : this.#declared;
    list.push(...read.declarations);
    for (const include of read.includes) {
      const target = resolveIn(folderOf(read.file), include.path);
      const next = target === undefined || depth >= deepestInclude ? undefined : this.#files.get(target);
      if (next === undefined) this.isComplete = false;
      else this.#visit(next, asConstraint || include.isConstraint, depth + 1);
    }
  }
}

function productionFirst(list: readonly Declaration[]): readonly Declaration[] {
  const production = list.filter((one) => !one.development);
  return production.length > 0 ? production : list;
}

/** Declarations of one file without markers hold together; all others stand alone. */
function joinPlain(list: readonly Declaration[]): readonly Declaration[] {
  const plain = new Map<FileId, Declaration[]>();
  for (const one of list.filter((each) => !each.conditional)) {
    const same = plain.get(one.from.file);
    if (same === undefined) plain.set(one.from.file, [one]);
    else same.push(one);
  }
  return [...[...plain.values()].map(joinAll), ...list.filter((one) => one.conditional)];
}

/** One declaration with the specifiers of all; the first gives its place. */
function joinAll(list: readonly Declaration[]): Declaration {
  const [first] = list;
  if (first === undefined) throw new RangeError('nothing to join');
  const specifiers = new Set(list.map((one) => one.specifier).filter((text) => text !== ''));
  if (specifiers.size < 2 && first.specifier !== '') return first;
  const written = new Set(list.map((one) => one.written).filter((text) => text !== ''));
  return { ...first, specifier: [...specifiers].join(','), written: [...written].join(',') };
}
