// What a setting can be: the abstract values that the evaluator computes and rules read.
// Holds no syntax node and no evaluation. Look next at join-values.ts (branches meet) and evaluate-expression.ts (who makes values).
import type { Location } from '../../text/location.ts';
import type { ProviderKey } from './topics/provider-keys.ts';

/** Under what a value holds: DEBUG as tested on the way, and the environment variables that decided a branch. */
export interface Guard {
  /** The truth of `DEBUG` on this path; undefined when the path did not test it. */
  readonly debug: boolean | undefined;
  /** A condition beside `DEBUG` that cannot be decided takes part. */
  readonly unseen: boolean;
  readonly variables: readonly string[];
}

/** How the text of a variable becomes a value. `truthiness` is `bool(text)`: true for `'False'`. `split` keeps empty parts, `list` drops them. */
export type Cast =
  | 'string'
  | 'boolean'
  | 'truthiness'
  | 'integer'
  | 'number'
  | 'split'
  | 'list'
  | 'json'
  | 'url'
  | 'unknown';

export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: string | number | boolean | null;
  readonly at: Location;
}

export interface BytesValue {
  readonly kind: 'bytes';
  readonly length: number;
  readonly at: Location;
}

/** A constant text that nobody may see: what is known of it without its characters. */
export interface SecretValue {
  readonly kind: 'secret';
  readonly length: number;
  readonly distinct: number;
  /** Begins with `django-insecure-`, as `startproject` writes it. */
  readonly insecurePrefix: boolean;
  /** Reads like a stand-in: `changeme`, `replace-this`, `secret`. */
  readonly placeholder: boolean;
  /** Opens nothing: a placeholder, or a word that is written for development and tests, as `postgres` and `test123`. */
  readonly isStandIn: boolean;
  /** No credential by its looks: a dotted path, a file, a header, a sentence. */
  readonly isOther: boolean;
  /** Letters alone, as of a word or a name. */
  readonly isWord: boolean;
  /** The service whose key it has the shape of. */
  readonly provider: ProviderKey | undefined;
  /** The user name beside it is the same text. */
  readonly sameAsUser: boolean;
  /** What is known of an address that holds a password. */
  readonly url:
    | {
        readonly scheme: string;
        /** Parts are filled in later. */
        readonly isTemplate: boolean;
        /** The password is the user name, or a stand-in. */
        readonly isStandIn: boolean;
        /** The host is this machine or a container. */
        readonly isLocal: boolean;
      }
    | undefined;
  readonly at: Location;
}

/** The call or subscript that reads a variable, before anything is made of its text. */
export interface EnvironmentRead {
  /** Who reads: Python itself, or a library. */
  readonly library: 'os' | 'environ' | 'environs' | 'decouple' | 'starlette';
  /** The default as it is written, `None` for a `.get()` without one; undefined when the variable must be, or certainly is, set. */
  readonly fallback: Value | undefined;
  readonly at: Location;
}

/** What was done to the text of a variable: a method, a builtin or an operator (`Eq`, `In`, `Or`, `Not`) with its other side. */
export interface ReadStep {
  readonly name: string;
  readonly operand?: Value | undefined;
}

export interface EnvironmentValue {
  readonly kind: 'environment';
  /** Undefined when the name is computed. */
  readonly variable: string | undefined;
  readonly cast: Cast;
  /** The value while the variable is unset; undefined when reading it then raises. */
  readonly fallback: Value | undefined;
  /** The whole expression. */
  readonly at: Location;
  /** Where the text comes from; undefined when that is not followed, as through a helper. */
  readonly read?: EnvironmentRead;
  /** What became of the text since, in order. */
  readonly steps?: readonly ReadStep[];
}

/** One element, or (with `many`) any number of unseen ones. */
export interface SequenceElement {
  readonly value: Value;
  readonly many: boolean;
  readonly guard: Guard | undefined;
  /** The element where it is written. */
  readonly at: Location;
}

export interface SequenceValue {
  readonly kind: 'sequence';
  readonly bracket: 'list' | 'tuple' | 'set';
  readonly elements: readonly SequenceElement[];
  readonly at: Location;
}

export interface DictEntry {
  readonly key: string | number | boolean | null;
  readonly keyAt: Location;
  readonly value: Value;
  readonly guard: Guard | undefined;
}

export interface DictValue {
  readonly kind: 'dict';
  readonly entries: readonly DictEntry[];
  /** Further entries may be there. */
  readonly open: boolean;
  readonly at: Location;
}

/** A path below the analysed root, `/`-separated, `''` for the root itself. */
export interface PathValue {
  readonly kind: 'path';
  readonly path: string;
  readonly at: Location;
}

export interface Variant {
  readonly guard: Guard;
  readonly value: Value;
  readonly assigned: Assignment | undefined;
}

export interface UnionValue {
  readonly kind: 'union';
  readonly variants: readonly Variant[];
  readonly at: Location;
}

/** The result of something that was called and is not known further. */
export interface CallValue {
  readonly kind: 'call';
  /** `a.b.c` as resolved through imports; undefined when it has no name. */
  readonly callee: string | undefined;
  /** Texts among its arguments that hold a password, as in `dj_database_url.parse('postgres://u:p@h/d')`. */
  readonly given?: readonly Value[];
  /** The argument, where the call but marks it: `optional('local.py')`. */
  readonly marked?: Value;
  /** How long a `timedelta` of constants is. */
  readonly seconds?: number;
  readonly at: Location;
}

/** A name of a library: `rest_framework.permissions.AllowAny`. */
export interface SymbolValue {
  readonly kind: 'symbol';
  readonly path: string;
  readonly at: Location;
}

/** Not assigned on this path. */
export interface AbsentValue {
  readonly kind: 'absent';
  readonly at: Location;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  /** Environment variables that take part. */
  readonly variables: readonly string[];
  /** The scheme of a URL of which no more is known: `sqlite` of `f'sqlite:///{path}'`. */
  readonly scheme?: string;
  readonly at: Location;
}

export type Value =
  | ConstantValue
  | BytesValue
  | SecretValue
  | EnvironmentValue
  | SequenceValue
  | DictValue
  | PathValue
  | UnionValue
  | CallValue
  | SymbolValue
  | AbsentValue
  | UnknownValue;

/** The statement that gave a name its value. */
export interface Assignment {
  readonly name: Location;
  readonly value: Location;
  readonly statement: Location;
}

/** A statement that changed a value in place: `X.append(…)`, `X += …`, `X['a'] = …`. */
export interface Mutation {
  readonly method: string;
  /** What was added or set, as written. */
  readonly argument: Location | undefined;
  readonly statement: Location;
}

/** Variants of one value beyond this number become unknown. */
export const maxVariants = 8;

export function constant(value: string | number | boolean | null, at: Location): ConstantValue {
  return { kind: 'constant', value, at };
}

export function unknown(at: Location, variables: readonly string[] = []): UnknownValue {
  return { kind: 'unknown', variables, at };
}

/** The read with one thing more done to it. */
export function withStep(read: EnvironmentValue, name: string, operand?: Value): EnvironmentValue {
  return { ...read, steps: [...(read.steps ?? []), { name, operand }] };
}

/** The read where its variable is known to be set. */
export function certainlySet(read: EnvironmentValue): EnvironmentValue {
  return { ...read, fallback: undefined, ...(read.read && { read: { ...read.read, fallback: undefined } }) };
}

/** A value that something unseen may replace, as a file of configuration does with the default given for it. */
export function orUnknown(value: Value, at: Location): UnionValue {
  const guard: Guard = { debug: undefined, unseen: true, variables: [] };
  const variants = [value, unknown(at)].map((one) => ({ guard, value: one, assigned: undefined }));
  return { kind: 'union', variants, at };
}

/** The constant text of a value. */
export function textValue(value: { readonly kind: string }): string | undefined {
  const known = value as Value;
  return known.kind === 'constant' && typeof known.value === 'string' ? known.value : undefined;
}

/** Names of the environment variables that a value depends on, sorted. */
export function variablesOf(value: Value): readonly string[] {
  const names = new Set<string>();
  collectVariables(value, names);
  return [...names].sort();
}

function collectVariables(value: Value, names: Set<string>): void {
  switch (value.kind) {
    case 'environment':
      if (value.variable !== undefined) names.add(value.variable);
      if (value.fallback !== undefined) collectVariables(value.fallback, names);
      return;
    case 'unknown':
      for (const name of value.variables) names.add(name);
      return;
    case 'union':
      for (const { guard, value: inner } of value.variants) {
        for (const name of guard.variables) names.add(name);
        collectVariables(inner, names);
      }
      return;
    case 'sequence':
      for (const element of value.elements) collectVariables(element.value, names);
      return;
    case 'dict':
      for (const entry of value.entries) collectVariables(entry.value, names);
      return;
    default:
  }
}
