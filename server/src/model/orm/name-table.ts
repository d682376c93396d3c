// What a dotted name of a file means: a class, function or value of the project, a module, or something outside it.
// Must not interpret what it finds; an import cycle or a missing file gives undefined. class-graph.ts builds on it.
import type { FileId } from '../../text/file-id.ts';
import type { AssignmentFact, ClassFact, FunctionFact, ImportFact, PythonFacts } from '../python/facts.ts';
import type { ModuleIndex } from '../python/module-index.ts';

/** What a name stands for. `external` carries the full dotted name, as `django.db.models.ForeignKey`. */
export type Meaning =
  | { readonly kind: 'class'; readonly file: FileId; readonly fact: ClassFact }
  | { readonly kind: 'function'; readonly file: FileId; readonly fact: FunctionFact }
  | { readonly kind: 'value'; readonly file: FileId; readonly fact: AssignmentFact }
  | { readonly kind: 'module'; readonly file: FileId }
  | { readonly kind: 'external'; readonly name: string };

type Binding =
  | Exclude<Meaning, { kind: 'module' | 'external' }>
  | { readonly kind: 'import'; readonly fact: ImportFact };

/** The names that a module's own statements bind. */
interface ModuleNames {
  readonly names: ReadonlyMap<string, Binding>;
  /** `from x import *`, last first. */
  readonly stars: readonly ImportFact[];
}

/** Longer chains of re-exports are cycles. */
const deepest = 12;

/** Resolves names across files by their facts. Answers are kept, so one table serves one state of the project. */
export class NameTable {
  readonly #facts: ReadonlyMap<FileId, PythonFacts>;
  readonly #modules: ModuleIndex;
  readonly #tables = new Map<FileId, ModuleNames>();
  readonly #known = new Map<FileId, Map<string, Meaning | undefined>>();

  constructor(facts: ReadonlyMap<FileId, PythonFacts>, modules: ModuleIndex) {
    this.#facts = facts;
    this.#modules = modules;
  }

  /** What `a.b.c` means at the top level of a file; undefined when no statement there binds it (builtins included). */
  resolve(file: FileId, dotted: string): Meaning | undefined {
    let known = this.#known.get(file);
    if (known === undefined) {
      known = new Map();
      this.#known.set(file, known);
    }
    if (known.has(dotted)) return known.get(dotted);
    const found = this.#dotted(file, dotted, 0);
    known.set(dotted, found);
    return found;
  }

  /** What an import statement binds, wherever it stands in the file. `import a.b` binds `a`. */
  imported(file: FileId, fact: ImportFact, depth = 0): Meaning | undefined {
    if (fact.name === null) {
      const whole = fact.binds === fact.module.split('.')[0] ? fact.binds : fact.module;
      const target = this.#modules.resolve(file, 0, whole);
      return target === undefined ? { kind: 'external', name: whole } : { kind: 'module', file: target };
    }
    const source = this.#modules.resolve(file, fact.level, fact.module);
    if (source === undefined) {
      const folder = fact.level > 0 ? this.#folderModule(file, fact) : undefined;
      if (folder !== undefined) return { kind: 'module', file: folder };
      return fact.level > 0 ? undefined : this.#outside(file, fact.module, fact.name);
    }
    if (source === file && fact.module === '') return this.#submodule(source, fact.name);
    return this.#member(source, fact.name, depth + 1);
  }

  /** `from . import x` or `from pkg import x` where the folder has no `__init__.py`. */
  #folderModule(file: FileId, fact: ImportFact): FileId | undefined {
    const module = fact.module === '' ? (fact.name ?? '') : `${fact.module}.${fact.name ?? ''}`;
    return this.#modules.resolve(file, fact.level, module);
  }

  #outside(file: FileId, module: string, name: string): Meaning {
    const asModule = this.#modules.resolve(file, 0, `${module}.${name}`);
    return asModule === undefined
      ? { kind: 'external', name: `${module}.${name}` }
      : { kind: 'module', file: asModule };
  }

  /** An attribute of something: a name of a module, a class inside a class, a part of something external. */
  attribute(owner: Meaning, name: string, depth = 0): Meaning | undefined {
    switch (owner.kind) {
      case 'module':
        return this.#member(owner.file, name, depth + 1);
      case 'external':
        return { kind: 'external', name: `${owner.name}.${name}` };
      case 'class': {
        const inner = owner.fact.classes.find((one) => one.name === name);
        return inner === undefined ? undefined : { kind: 'class', file: owner.file, fact: inner };
      }
      default:
        return undefined;
    }
  }

  #dotted(file: FileId, dotted: string, depth: number): Meaning | undefined {
    const parts = dotted.split('.');
    let found = this.#name(file, parts[0] ?? '', depth);
    for (let i = 1; i < parts.length && found !== undefined; i++) found = this.attribute(found, parts[i] ?? '', depth);
    return found;
  }

  #member(file: FileId, name: string, depth: number): Meaning | undefined {
    return this.#name(file, name, depth) ?? this.#submodule(file, name);
  }

  #submodule(file: FileId, name: string): Meaning | undefined {
    const module = this.#modules.submodule(file, name);
    return module === undefined ? undefined : { kind: 'module', file: module };
  }

  #name(file: FileId, name: string, depth: number): Meaning | undefined {
    if (depth > deepest) return undefined;
    const table = this.#table(file);
    const binding = table?.names.get(name);
    if (binding !== undefined) return this.#bound(file, binding, depth);
    for (const star of table?.stars ?? []) {
      const source = this.#modules.resolve(file, star.level, star.module);
      if (source === undefined || source === file) continue;
      const found = this.#name(source, name, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #bound(file: FileId, binding: Binding, depth: number): Meaning | undefined {
    if (binding.kind === 'import') return this.imported(file, binding.fact, depth);
    // `Alias = module.Thing` and `User = get_user_model` are followed; any other value is itself.
    if (
      binding.kind === 'value' &&
      binding.fact.value.kind === 'name' &&
      binding.fact.value.name !== binding.fact.name
    ) {
      return this.#dotted(file, binding.fact.value.name, depth + 1) ?? binding;
    }
    return binding;
  }

  #table(file: FileId): ModuleNames | undefined {
    const kept = this.#tables.get(file);
    if (kept !== undefined) return kept;
    const facts = this.#facts.get(file);
    if (facts === undefined) return undefined;
    const names = new Map<string, Binding>();
    const stars: ImportFact[] = [];
    for (const fact of facts.imports) {
      if (fact.scope === 'function') continue;
      if (fact.name === '*') stars.unshift(fact);
      else if (!names.has(fact.binds)) names.set(fact.binds, { kind: 'import', fact });
    }
    // A definition beats an import of the same name: the import is a fallback or only for types.
    for (const fact of facts.assignments) names.set(fact.name, { kind: 'value', file, fact });
    for (const fact of facts.functions) names.set(fact.name, { kind: 'function', file, fact });
    for (const fact of facts.classes) names.set(fact.name, { kind: 'class', file, fact });
    const table = { names, stars };
    this.#tables.set(file, table);
    return table;
  }
}
