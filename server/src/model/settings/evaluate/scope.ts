import type { Stmt } from '../../../syntax/python/nodes.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import type { Span } from '../../../text/span.ts';
import type { Assignment } from '../values.ts';
import type { VariableRead } from '../variables/variable-reads.ts';
import type { ClassValue, InstanceValue, Internal } from './internal-values.ts';
import type { Namespace } from './namespace.ts';

/** How deep expressions and blocks may nest before they count as unknown. */
export const maxDepth = 150;
/** How many expressions and statements one module may cost, loops unrolled. */
export const maxSteps = 60_000;
/** Longest constant text and list that is computed. */
export const maxText = 20_000;
export const maxElements = 2_000;

/** What evaluation asks of the project around a module. */
export interface ModuleLoader {
  /** The file of an import; undefined when the project has none. */
  resolve(from: FileId, level: number, module: string): FileId | undefined;
  /** The file of `name` as a submodule of a package. */
  submodule(packageFile: FileId, name: string): FileId | undefined;
  /** The files that a pattern such as `components/*.py`, relative to the folder of `from`, matches, sorted. */
  matching(from: FileId, pattern: string): readonly FileId[];
  /** Runs the statements of a file in the namespace of another, as `include` does. False when there is none or it is being run. */
  include(file: FileId, run: (body: readonly Stmt[]) => void): boolean;
  /** The names of a module as far as they are known: all of them, or (in an import cycle) those assigned so far. Undefined beyond the bounds. */
  load(file: FileId): Namespace | undefined;
  /** The environment variables that the module under evaluation has read so far. */
  reads(): VariableRead[];
}

/** What a module has cost so far, and how often a value that depends on `DEBUG` was read. */
export interface Effort {
  steps: number;
  depth: number;
  debugReads: number;
  /** Classes with settings that no module has taken over yet. */
  readonly unused: Set<ClassValue>;
}

/** A new account. */
export function noEffort(): Effort {
  return { steps: 0, depth: 0, debugReads: 0, unused: new Set() };
}

/** The body of a class or function that is evaluated, and the module around it. */
export interface Within {
  readonly module: Namespace;
  /** The class that holds a body or method. */
  readonly owner: ClassValue | undefined;
  /** The first argument of a method; undefined in a class body. */
  readonly receiver: ClassValue | InstanceValue | undefined;
  readonly isFunction: boolean;
}

/** Where an expression or statement is evaluated. */
export interface Scope {
  readonly file: FileId;
  names: Namespace;
  /** Undefined for the module itself. */
  readonly within: Within | undefined;
  /** Names bound by comprehensions around the expression. */
  readonly locals: ReadonlyMap<string, Internal>;
  /** The call of a function of the project that is under way: how deep, and until which step it may go on. */
  readonly calls?: { readonly depth: number; readonly until: number } | undefined;
  readonly loader: ModuleLoader;
  readonly effort: Effort;
  /** The block goes on without a module that is not there: `try: … except ImportError: pass`. */
  readonly mayLack?: boolean;
  /** The block stands in a branch that may not be taken. */
  readonly isUncertain?: boolean;
}

export function locate(scope: Scope, span: Span): Location {
  return { file: scope.file, span: { start: span.start, end: span.end } };
}

/** The statement that assigns: places of name, value and the whole. */
export function assignment(scope: Scope, name: Span, value: Span, statement: Span): Assignment {
  return { name: locate(scope, name), value: locate(scope, value), statement: locate(scope, statement) };
}
