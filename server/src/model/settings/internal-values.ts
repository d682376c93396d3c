import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import { unknown, type Value } from './values.ts';

export type ReaderLibrary = 'environ' | 'environs' | 'decouple';

/** A thing that reads variables: `env = environ.Env(DEBUG=(bool, False))`. */
export interface ReaderValue {
  readonly kind: 'reader';
  readonly library: ReaderLibrary;
  /** Casts and defaults declared at construction. */
  readonly schema: ReadonlyMap<string, { readonly cast: string; readonly fallback: Value | undefined }>;
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

/** A function or class of the project. */
export interface DefinitionValue {
  readonly kind: 'definition';
  readonly name: string;
  readonly at: Location;
}

/** What a name can hold while a module is evaluated; only `Value` leaves the evaluator. */
export type Internal = Value | ReaderValue | ModuleValue | LazyValue | DefinitionValue;

/** The part of a value that rules may see. */
export function toValue(value: Internal): Value {
  switch (value.kind) {
    case 'reader':
    case 'module':
    case 'lazy':
    case 'definition':
      return unknown(value.at);
    default:
      return value;
  }
}
