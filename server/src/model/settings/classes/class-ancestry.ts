import type { FileId } from '../../../text/file-id.ts';
import type { ClassFact, PythonFacts, ValueFact } from '../../python/facts.ts';
import type { ModuleIndex } from '../../python/module-index.ts';

/** How many classes and re-exports are followed. */
const maxSteps = 40;

/** What is known of a class that a setting names. */
export interface ClassAncestry {
  /** Defined in the project; a library's class is taken by its name. */
  readonly isProject: boolean;
  /** Dotted names of the class and of all its bases that could be followed. */
  readonly names: readonly string[];
  /** False when a base, or the class itself, could not be found. */
  readonly complete: boolean;
}

/** Follows a dotted class name through the project's modules to the library classes it builds on. */
export function classAncestry(
  path: string,
  from: FileId,
  modules: ModuleIndex,
  facts: ReadonlyMap<FileId, PythonFacts>,
): ClassAncestry {
  const { isProject, names, complete } = followClass(path, from, modules, facts);
  return { isProject, names, complete };
}

/** The same with the classes of the project that were passed, itself first. */
export function followClass(
  path: string,
  from: FileId,
  modules: ModuleIndex,
  facts: ReadonlyMap<FileId, PythonFacts>,
): ClassAncestry & { readonly classes: readonly ClassFact[] } {
  const names = new Set<string>();
  const classes: ClassFact[] = [];
  let complete = true;
  let steps = 0;
  const follow = (name: string, at: FileId): boolean => {
    if (names.has(name)) return true;
    names.add(name);
    const dot = name.lastIndexOf('.');
    const file = dot < 0 ? undefined : modules.fileOf(name.slice(0, dot), at);
    if (file === undefined) return false;
    const known = facts.get(file);
    const last = name.slice(dot + 1);
    if (known === undefined || ++steps > maxSteps) {
      complete = false;
      return true;
    }
    const found = known.classes.find((one) => one.name === last);
    if (found !== undefined) followBases(found, file, known);
    else if (!known.functions.some((one) => one.name === last)) followImport(last, file, known);
    return true;
  };
  const followBases = (found: ClassFact, file: FileId, known: PythonFacts): void => {
    classes.push(found);
    for (const base of found.bases) {
      const name = dotted(base, file, known, modules);
      if (name === undefined) complete = false;
      else if (name !== 'object') follow(name, file);
    }
  };
  const followImport = (name: string, file: FileId, known: PythonFacts): void => {
    const target = importedName(name, file, known, modules);
    if (target === undefined) complete = false;
    else follow(target, file);
  };
  const isProject = follow(path, from);
  return { isProject, names: [...names], classes, complete };
}

function dotted(base: ValueFact, file: FileId, facts: PythonFacts, modules: ModuleIndex): string | undefined {
  if (base.kind !== 'name') return undefined;
  const [first = '', ...rest] = base.name.split('.');
  if (rest.length === 0 && facts.classes.some((one) => one.name === first)) return `${modules.moduleOf(file)}.${first}`;
  const imported = importedName(first, file, facts, modules);
  if (imported === undefined) return base.name === 'object' ? 'object' : undefined;
  return [imported, ...rest].join('.');
}

function importedName(name: string, file: FileId, facts: PythonFacts, modules: ModuleIndex): string | undefined {
  const found = facts.imports.find((one) => one.binds === name);
  if (found === undefined) return undefined;
  let module = found.module;
  if (found.level > 0) {
    const target = modules.resolve(file, found.level, found.module);
    if (target === undefined) return undefined;
    module = modules.moduleOf(target);
  }
  if (found.name === null) return found.binds === found.module.split('.')[0] ? found.binds : module;
  return `${module}.${found.name}`;
}

/**
 * What a dotted class name lacks in the project: the module, or the class in it. Undefined when it is there, belongs to a library, or cannot
 * be told.
 */
export function lackingPart(
  path: string,
  from: FileId,
  modules: ModuleIndex,
  facts: ReadonlyMap<FileId, PythonFacts>,
): 'module' | 'class' | undefined {
  const dot = path.lastIndexOf('.');
  if (dot < 0) return undefined;
  const module = path.slice(0, dot);
  const file = modules.fileOf(module, from);
  if (file !== undefined) return isDefinedIn(path.slice(dot + 1), facts.get(file)) ? undefined : 'class';
  // Only a package whose own file is there is surely the project's; what lies below it may be made by a build where it is not Python's.
  const above = module.slice(0, Math.max(0, module.lastIndexOf('.')));
  const parent = above === '' ? undefined : modules.fileOf(above, from);
  return parent?.endsWith('/__init__.py') === true && facts.get(parent) !== undefined ? 'module' : undefined;
}

function isDefinedIn(name: string, known: PythonFacts | undefined): boolean {
  if (known === undefined || known.hasErrors) return true;
  const names = [...known.classes, ...known.functions, ...known.assignments].map((one) => one.name);
  return (
    names.includes(name) ||
    names.includes('__getattr__') ||
    known.imports.some((one) => one.binds === name || one.name === '*')
  );
}

/**
 * True for a class or function of the project that only answers synchronously, and builds on nothing that may do more. False when it
 * answers both ways; undefined when that cannot be told.
 */
export function isSyncOnly(
  path: string,
  from: FileId,
  modules: ModuleIndex,
  facts: ReadonlyMap<FileId, PythonFacts>,
): boolean | undefined {
  const dot = path.lastIndexOf('.');
  const file = dot < 0 ? undefined : modules.fileOf(path.slice(0, dot), from);
  const known = file === undefined ? undefined : facts.get(file);
  const name = path.slice(dot + 1);
  const factory = known?.functions.find((one) => one.name === name);
  // https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support
  if (factory !== undefined)
    return !factory.isAsync && factory.decorators.every((one) => one !== null && !/async/.test(one));
  const found = known?.classes.find((one) => one.name === name);
  if (found === undefined || found.bases.length > 0 || found.decorators.length > 0) return undefined;
  const saysSo = found.assignments.some((one) => one.name === 'async_capable');
  const isCalled = found.methods.find((one) => one.name === '__call__');
  return isCalled === undefined ? undefined : !saysSo && !isCalled.isAsync;
}
