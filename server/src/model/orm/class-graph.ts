import type { FileId } from '../../text/file-id.ts';
import { classOrder } from '../python/class-order.ts';
import type { ClassFact, FunctionFact, PythonFacts, ValueFact } from '../python/facts.ts';
import type { Sources } from '../sources.ts';
import { libraryClass } from './library-classes.ts';
import type { Meaning, NameTable } from './name-table.ts';

/** A class with a body we know: of the project, or of a library whose models are in our data. */
export interface ClassInfo {
  /** `shop/models.py#Book`, or `django.contrib.auth.models.User` for a library's. */
  readonly id: string;
  /** Undefined for a library's class. */
  readonly file: FileId | undefined;
  /** Dotted module. */
  readonly module: string;
  readonly fact: ClassFact;
}

/** One ancestor: a known class, or the full name of one outside the project; undefined when its name leads nowhere. */
export type Ancestor = ClassInfo | string | undefined;

const deepest = 40;

/** Classes by name and their ancestors. */
export class ClassGraph {
  readonly names: NameTable;
  readonly #moduleOf: (file: FileId) => string;
  readonly #sources: Sources;
  readonly #classes = new Map<string, ClassInfo>();
  readonly #ancestors = new Map<string, readonly Ancestor[]>();

  constructor(names: NameTable, moduleOf: (file: FileId) => string, sources: Sources) {
    this.names = names;
    this.#moduleOf = moduleOf;
    this.#sources = sources;
  }

  /** The class for a fact of a file; the same object for the same class. */
  info(file: FileId, fact: ClassFact): ClassInfo {
    const id = `${file}#${fact.qualifiedName}`;
    const kept = this.#classes.get(id);
    if (kept !== undefined && kept.fact === fact) return kept;
    const made = { id: kept === undefined ? id : `${id}@${fact.span.start}`, file, module: this.#moduleOf(file), fact };
    const again = this.#classes.get(made.id);
    if (again !== undefined) return again;
    this.#classes.set(made.id, made);
    return made;
  }

  /** What a dotted name of a file means as a class: a known one, the name of an outside one, or undefined. */
  named(file: FileId | undefined, dotted: string): Ancestor {
    // Library data writes full names.
    if (file === undefined) return libraryClass(dotted) ?? dotted;
    if (dotted === 'object') return 'builtins.object';
    return this.asClass(this.names.resolve(file, dotted));
  }

  /** The class that a meaning is. */
  asClass(meaning: Meaning | undefined): Ancestor {
    if (meaning?.kind === 'class') return this.info(meaning.file, meaning.fact);
    if (meaning?.kind === 'external') return libraryClass(meaning.name) ?? meaning.name;
    return undefined;
  }

  /** The class itself and all its ancestors in the order in which Python looks for an attribute. */
  ancestors(info: ClassInfo): readonly Ancestor[] {
    const kept = this.#ancestors.get(info.id);
    if (kept !== undefined) return kept;
    const basesOf = (one: Ancestor): readonly Ancestor[] =>
      one === undefined || typeof one === 'string' ? [] : one.fact.bases.map((base) => this.#base(one, base));
    // Python refuses a class without such an order; what is found of one depth first is all that there is.
    const result = classOrder<Ancestor>(info, basesOf) ?? this.#depthFirst(info);
    this.#ancestors.set(info.id, result);
    return result;
  }

  /** True when all ancestors are known classes or one of `roots`. */
  isClosed(info: ClassInfo, isRoot: (name: string) => boolean): boolean {
    return this.ancestors(info).every((one) => one !== undefined && (typeof one !== 'string' || isRoot(one)));
  }

  /** The method of that name that an instance would use; undefined when none is known before the first unknown ancestor. */
  method(
    info: ClassInfo,
    name: string,
    after?: ClassInfo,
  ): { readonly owner: ClassInfo; readonly fact: FunctionFact } | undefined {
    let passed = after === undefined;
    for (const one of this.ancestors(info)) {
      if (!passed) {
        passed = one === after;
        continue;
      }
      if (one === undefined || typeof one === 'string') return undefined;
      const fact = one.fact.methods.find((method) => method.name === name);
      if (fact !== undefined) return { owner: one, fact };
    }
    return undefined;
  }

  #depthFirst(info: ClassInfo): readonly Ancestor[] {
    const order: Ancestor[] = [];
    this.#collect(info, order, new Set(), 0);
    return [...new Set(order)];
  }

  #collect(info: ClassInfo, order: Ancestor[], path: Set<string>, depth: number): void {
    order.push(info);
    if (depth > deepest || path.has(info.id)) return;
    path.add(info.id);
    for (const base of info.fact.bases) {
      const one = this.#base(info, base);
      if (one === undefined || typeof one === 'string') order.push(one);
      else this.#collect(one, order, path, depth + 1);
    }
    path.delete(info.id);
  }

  /** `Base`, `Generic[T]` and `Base[T]` give the class; `Manager.from_queryset(Q)` is left to managers.ts. */
  #base(info: ClassInfo, base: ValueFact): Ancestor {
    if (base.kind === 'name') return this.named(info.file, base.name);
    if (base.kind !== 'unknown' || info.file === undefined) return undefined;
    const generic = /^([\w.]+)\s*\[/.exec(this.#sources.text(info.file)?.slice(base.span.start, base.span.end) ?? '');
    return generic?.[1] === undefined ? undefined : this.named(info.file, generic[1]);
  }
}

/** All classes of a file, those inside classes too. */
export function* classesOf(facts: PythonFacts): Iterable<ClassFact> {
  for (const one of facts.classes) yield* nested(one);
}

function* nested(fact: ClassFact): Iterable<ClassFact> {
  yield fact;
  for (const inner of fact.classes) if (inner.name !== 'Meta') yield* nested(inner);
}
