// Whether a dotted path in the settings names something that the project has.
// Must not guess about installed packages. Look next at class-ancestry.ts (classes that settings name).
import type { FileId } from '../../../text/file-id.ts';
import type { PythonFacts } from '../../python/facts.ts';
import type { ModuleIndex } from '../../python/module-index.ts';
import type { Sources } from '../../sources.ts';

/** What is needed to look a path up. */
export interface PathSearch {
  readonly sources: Sources;
  readonly modules: ModuleIndex;
  readonly python: ReadonlyMap<FileId, PythonFacts>;
}

/** What is wrong with a path; `meant` is the path that it stands for as far as that can be told. */
export interface BrokenPath {
  readonly fault: 'no-path' | 'no-module' | 'no-name' | 'module-for-name';
  readonly meant: string | undefined;
}

const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Judges the path of a module as seen from a settings module; undefined while it may be right. */
export function brokenModulePath(path: string, from: FileId, search: PathSearch): BrokenPath | undefined {
  if (!dotted.test(path)) return notDotted(path, from, search);
  if (search.modules.fileOf(path, from) !== undefined || !isOwn(path, from, search)) return undefined;
  return { fault: 'no-module', meant: undefined };
}

/** Judges the path of a name in a module: `config.wsgi.application`. */
export function brokenNamePath(path: string, from: FileId, search: PathSearch): BrokenPath | undefined {
  if (!dotted.test(path)) return undefined;
  const { modules, python } = search;
  const dot = path.lastIndexOf('.');
  const asModule = modules.fileOf(path, from);
  if (dot > 0 && asModule !== undefined) {
    const hasApplication = defines(python.get(asModule), 'application') === true;
    return { fault: 'module-for-name', meant: hasApplication ? `${path}.application` : undefined };
  }
  if (dot < 0) return undefined;
  const module = path.slice(0, dot);
  const file = modules.fileOf(module, from);
  if (file === undefined) return brokenModulePath(module, from, search);
  return defines(python.get(file), path.slice(dot + 1)) === false ? { fault: 'no-name', meant: undefined } : undefined;
}

/** A path of the file system in place of a dotted one. */
function notDotted(path: string, from: FileId, { modules }: PathSearch): BrokenPath | undefined {
  if (!/^[\w./-]+$/.test(path) || !(path.includes('/') || path.endsWith('.py'))) return undefined;
  const meant = path
    .replace(/\.py$/, '')
    .replace(/^\.?\//, '')
    .replaceAll('/', '.');
  return { fault: 'no-path', meant: modules.fileOf(meant, from) === undefined ? undefined : meant };
}

/** True when the first part is a package of the project, and nothing adds modules to it from elsewhere. */
function isOwn(path: string, from: FileId, { modules, sources }: PathSearch): boolean {
  const [first = ''] = path.split('.');
  const file = modules.fileOf(first, from);
  if (file?.endsWith('__init__.py') !== true) return false;
  return !/extend_path|declare_namespace|__path__/.test(sources.text(file) ?? '__path__');
}

/** Whether a module binds a name; undefined when that cannot be told. */
function defines(facts: PythonFacts | undefined, name: string): boolean | undefined {
  if (facts === undefined || facts.hasErrors) return undefined;
  const isBound =
    facts.assignments.some((one) => one.name === name) ||
    [...facts.functions, ...facts.classes].some((one) => one.name === name) ||
    facts.imports.some((one) => one.binds === name);
  if (isBound) return true;
  const mayBe =
    facts.imports.some((one) => one.name === '*') || facts.functions.some((one) => one.name === '__getattr__');
  return mayBe ? undefined : false;
}
