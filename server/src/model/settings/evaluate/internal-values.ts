import type { ClassDef, FunctionDef, Lambda } from '../../../syntax/python/nodes.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import { unknown, type Value } from '../values.ts';
import type { Namespace } from './namespace.ts';
import type { Scope } from './scope.ts';

export type ReaderLibrary = 'environ' | 'environs' | 'decouple' | 'starlette';

/** A thing that reads variables: `env = environ.Env(DEBUG=(bool, False))`. */
export interface ReaderValue {
  readonly kind: 'reader';
  readonly library: ReaderLibrary;
  /** Casts and defaults declared at construction. */
  readonly schema: ReadonlyMap<string, { readonly cast: string; readonly fallback: Value | undefined }>;
  /** What stands before the name of every variable; undefined when it is computed. */
  readonly prefix: string | undefined;
  readonly at: Location;
}

/** A module of the project. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly file: FileId;
  readonly at: Location;
}

/** A name imported from a module of the project, looked up only when read: most such modules are no settings. */
export interface LazyValue {
  readonly kind: 'lazy';
  readonly file: FileId;
  readonly name: string;
  readonly at: Location;
}

/** A class of the project, its body evaluated. */
export interface ClassValue {
  readonly kind: 'class';
  readonly node: ClassDef;
  readonly file: FileId;
  /** What each base is: a class, a library's name, or something else that is not known. */
  readonly bases: readonly Internal[];
  /** What the body binds. */
  readonly own: Namespace;
  readonly at: Location;
}

/** A function in the body of a class. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly node: FunctionDef;
  readonly owner: ClassValue;
  readonly at: Location;
}

/** An object made of a class, with what its call was given by name. */
export interface InstanceValue {
  readonly kind: 'instance';
  readonly of: ClassValue;
  readonly given: ReadonlyMap<string, Internal>;
  readonly at: Location;
}

/** `super()`: what an object or class finds behind one of its classes. */
export interface SuperValue {
  readonly kind: 'super';
  readonly receiver: ClassValue | InstanceValue;
  readonly after: ClassValue;
  readonly at: Location;
}

/** A function with the object or class that it was read from. */
export interface MethodValue {
  readonly kind: 'method';
  readonly function: FunctionValue;
  readonly receiver: ClassValue | InstanceValue | undefined;
  readonly at: Location;
}

/** A `Value` of django-configurations: it reads the variable of the name that it is assigned to once the class is set up. */
export interface DeferredValue {
  readonly kind: 'deferred';
  readonly read: (name: string) => Value;
  /** What it counts as before that. */
  readonly plain: Value;
  /** Sets several settings at once, as an email URL does. */
  readonly others: readonly string[];
  readonly at: Location;
}

/** What never leaves the evaluator as it is. */
export type InternalOnly =
  | ReaderValue
  | ModuleValue
  | LazyValue
  | DefinitionValue
  | ClassValue
  | FunctionValue
  | InstanceValue
  | SuperValue
  | MethodValue
  | DeferredValue;

/** A function or lambda of the project, or a class that is not followed. */
export interface DefinitionValue {
  readonly kind: 'definition';
  readonly name: string;
  /** What a call runs; undefined for a class. A few subtrees of settings modules stay in memory this way. */
  readonly code: FunctionDef | Lambda | undefined;
  /** Where it is defined. */
  readonly home: Scope;
  readonly at: Location;
}

/** What a name can hold while a module is evaluated; only `Value` leaves the evaluator. */
export type Internal = Value | InternalOnly;

const internalKinds: ReadonlySet<string> = new Set<InternalOnly['kind']>([
  'reader',
  'module',
  'lazy',
  'definition',
  'class',
  'function',
  'instance',
  'super',
  'method',
  'deferred',
]);

/** True for what never leaves the evaluator. */
export function isInternalOnly(value: Internal): value is InternalOnly {
  return internalKinds.has(value.kind);
}

/** The part of a value that rules may see. */
export function toValue(value: Internal): Value {
  if (value.kind === 'deferred') return value.plain;
  return isInternalOnly(value) ? unknown(value.at) : value;
}
