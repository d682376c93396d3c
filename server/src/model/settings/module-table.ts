import type { FileId } from '../../text/file-id.ts';
import type { ModuleIndex } from '../python/module-index.ts';
import type { Sources } from '../sources.ts';
import { runStatements } from './evaluate-module.ts';
import { Namespace } from './namespace.ts';
import type { ModuleLoader, Scope } from './scope.ts';
import type { VariableRead } from './variable-reads.ts';

/** Most modules that are evaluated for one project, and how deep they may import each other. */
const maxModules = 600;
const maxImportDepth = 20;

/** Modules evaluated once each and kept, whoever imports them. */
export class ModuleTable implements ModuleLoader {
  readonly #sources: Sources;
  readonly #modules: ModuleIndex;
  readonly #loaded = new Map<FileId, Namespace>();
  readonly #imports = new Map<FileId, FileId[]>();
  readonly #stack: FileId[] = [];
  readonly #reads = new Map<FileId, VariableRead[]>();

  constructor(sources: Sources, modules: ModuleIndex) {
    this.#sources = sources;
    this.#modules = modules;
  }

  resolve(from: FileId, level: number, module: string): FileId | undefined {
    return this.#modules.resolve(from, level, module);
  }

  submodule(packageFile: FileId, name: string): FileId | undefined {
    return this.#modules.submodule(packageFile, name);
  }

  load(file: FileId): Namespace | undefined {
    const importer = this.#stack.at(-1);
    if (importer !== undefined) this.#note(importer, file);
    const loaded = this.#loaded.get(file);
    // In an import cycle this is what the module has assigned so far, as in Python.
    if (loaded !== undefined) return loaded;
    if (this.#loaded.size >= maxModules || this.#stack.length >= maxImportDepth) return undefined;
    const tree = this.#sources.python(file);
    if (tree === undefined) return undefined;
    const names = new Namespace();
    this.#loaded.set(file, names);
    this.#stack.push(file);
    const scope: Scope = {
      file,
      names,
      locals: new Map(),
      loader: this,
      effort: { steps: 0, depth: 0, debugReads: 0 },
    };
    runStatements(tree.body, scope);
    this.#stack.pop();
    if (names.dead || tree.tooDeep) {
      names.dead = false;
      names.expose();
    }
    // Names of a text that could not be parsed to its end may be missing.
    if (tree.errors.length > 0) names.open = true;
    return names;
  }

  reads(file: FileId | undefined = this.#stack.at(-1)): VariableRead[] {
    if (file === undefined) return [];
    const kept = this.#reads.get(file) ?? [];
    this.#reads.set(file, kept);
    return kept;
  }

  /** The modules that gave names to `file`, itself first, each once, in the order they were imported. */
  chain(file: FileId): readonly FileId[] {
    const chain = new Set<FileId>();
    const visit = (one: FileId): void => {
      if (chain.has(one)) return;
      chain.add(one);
      for (const imported of this.#imports.get(one) ?? []) visit(imported);
    };
    visit(file);
    return [...chain];
  }

  #note(importer: FileId, file: FileId): void {
    const imported = this.#imports.get(importer);
    if (imported === undefined) this.#imports.set(importer, [file]);
    else if (!imported.includes(file)) imported.push(file);
  }
}
