import type { Stmt } from '../../../syntax/python/nodes.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import type { ModuleIndex } from '../../python/module-index.ts';
import type { Sources } from '../../sources.ts';
import { ancestorsOf } from '../classes/class-members.ts';
import { configuredNames } from '../classes/class-settings.ts';
import { filesMatching } from '../leaves/file-patterns.ts';
import type { VariableRead } from '../variables/variable-reads.ts';
import { runStatements } from './evaluate-module.ts';
import { Namespace } from './namespace.ts';
import { type ModuleLoader, noEffort, type Scope } from './scope.ts';

/** Most modules that are evaluated for one project, and how deep they may import each other. */
const maxModules = 600;
const maxImportDepth = 20;

/** What a module has once a class of it is set up. */
export interface ClassNames {
  readonly names: Namespace;
  /** What setting it up reads. */
  readonly reads: readonly VariableRead[];
  /** The class and those that it builds on. */
  readonly classes: readonly Location[];
}

/** Modules evaluated once each and kept, whoever imports them. */
export class ModuleTable implements ModuleLoader {
  readonly #sources: Sources;
  readonly #modules: ModuleIndex;
  readonly #loaded = new Map<FileId, Namespace>();
  readonly #imports = new Map<FileId, FileId[]>();
  readonly #classes = new Map<string, ClassNames>();
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

  matching(from: FileId, pattern: string): readonly FileId[] {
    return filesMatching(this.#sources.listing, from, pattern);
  }

  include(file: FileId, run: (body: readonly Stmt[]) => void): boolean {
    const tree =
      this.#stack.includes(file) || this.#stack.length >= maxImportDepth ? undefined : this.#sources.python(file);
    const includer = this.#stack.at(-1);
    if (tree === undefined || includer === undefined) return false;
    this.#note(includer, file);
    this.#stack.push(file);
    run(tree.body);
    this.#stack.pop();
    return tree.errors.length === 0 && !tree.tooDeep;
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
    const scope = this.#scope(file, names);
    runStatements(tree.body, scope);
    this.#stack.pop();
    if (names.dead || tree.tooDeep) {
      names.dead = false;
      names.expose();
    }
    // Names of a text that could not be parsed to its end may be missing, and settings in a class may be meant for the module.
    if (tree.errors.length > 0 || scope.effort.unused.size > 0) names.open = true;
    return names;
  }

  /** The names of a module after django-configurations has set up a class of it; undefined when there is no such class. */
  loadClass(file: FileId, className: string): ClassNames | undefined {
    const key = `${file}:${className}`;
    const kept = this.#classes.get(key);
    if (kept !== undefined) return kept;
    const module = this.load(file);
    const one = module?.slots.get(className)?.value;
    if (module === undefined || one?.kind !== 'class') return undefined;
    const reads: VariableRead[] = [];
    const loader: ModuleLoader = {
      resolve: (from, level, name) => this.resolve(from, level, name),
      submodule: (from, name) => this.submodule(from, name),
      matching: (from, pattern) => this.matching(from, pattern),
      include: (from, run) => this.include(from, run),
      load: (from) => this.load(from),
      reads: () => reads,
    };
    const names = configuredNames(one, module, { ...this.#scope(file, new Namespace()), loader });
    const classes = ancestorsOf(one).flatMap((ancestor) => (ancestor === undefined ? [] : [ancestor.at]));
    const loaded = { names, reads, classes };
    this.#classes.set(key, loaded);
    return loaded;
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

  #scope(file: FileId, names: Namespace): Scope {
    return { file, names, locals: new Map(), within: undefined, loader: this, effort: noEffort() };
  }

  #note(importer: FileId, file: FileId): void {
    const imported = this.#imports.get(importer);
    if (imported === undefined) this.#imports.set(importer, [file]);
    else if (!imported.includes(file)) imported.push(file);
  }
}
