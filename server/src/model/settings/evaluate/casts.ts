// What a function of one argument makes of an abstract value: Python's types, `strtobool`, `json.loads`, `ast.literal_eval`.
// Must not look at syntax or scopes. Look next at call-builtin.ts (who calls these) and environment-readers.ts (`cast=`).
import type { Location } from '../../../text/location.ts';
import { equal, truth } from '../truth.ts';
import {
  constant,
  type DictEntry,
  type EnvironmentValue,
  type SequenceElement,
  unknown,
  type Value,
  variablesOf,
  withStep,
} from '../values.ts';
import { asBoolean, mapVariants } from './operators.ts';

/** Python's own types and functions that turn one value into another; undefined for any other path. */
export function castBySymbol(path: string, value: Value, at: Location): Value | undefined {
  const name = path.startsWith('builtins.') ? path.slice('builtins.'.length) : path;
  switch (name) {
    case 'int':
    case 'float':
    case 'decimal.Decimal':
      return mapVariants(value, at, (one) => toNumber(one, name === 'int' ? 'integer' : 'number', at));
    case 'bool':
      return mapVariants(value, at, (one) => toBoolean(one, at));
    case 'str':
      return mapVariants(value, at, (one) => toText(one, at));
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'sorted':
    case 'reversed':
      return mapVariants(value, at, (one) => toSequence(name, one, at));
    case 'json.loads':
    case 'ast.literal_eval':
    case 'eval':
      return mapVariants(value, at, (one) => parsed(one, name === 'json.loads', at));
    default:
      return stringWords(name, value, at);
  }
}

function stringWords(name: string, value: Value, at: Location): Value | undefined {
  // The one of Python's standard library gives 1 and 0, which Django's `is True` does not take for True.
  if (/^(distutils|setuptools\._distutils)\.util\.strtobool$/.test(name))
    return mapVariants(strictBoolean(value, at), at, (one) => {
      if (one.kind === 'constant') return constant(Number(one.value), at);
      return one.kind === 'environment' ? toNumber({ ...one, cast: 'string' }, 'integer', at) : one;
    });
  return /(^|\.)(strtobool|str2bool|str_to_bool)$/.test(name) ? strictBoolean(value, at) : undefined;
}

/** The read under another cast, its fallback converted by `convert`; undefined for anything but a read. */
function recast(
  value: Value,
  to: Extract<Value, { kind: 'environment' }>['cast'],
  at: Location,
  convert: (fallback: Value) => Value,
): Value | undefined {
  if (value.kind !== 'environment') return undefined;
  const fallback = value.fallback === undefined ? undefined : mapVariants(value.fallback, at, convert);
  return { ...value, cast: to, fallback, at };
}

/** `int(…)` and `float(…)`. */
export function toNumber(value: Value, to: 'integer' | 'number', at: Location): Value {
  // `int(flag)` stays the flag: what matters of it is its truth.
  if (value.kind === 'environment' && value.cast === 'boolean') return value;
  if (value.kind === 'environment') {
    const read = withStep(value, to === 'integer' ? 'int' : 'float');
    // The number of nothing, or of an empty text, raises: without the variable there is no value.
    const number = recast(isNoNumber(value.fallback) ? { ...read, fallback: undefined } : read, to, at, (one) =>
      toNumber(one, to, at),
    );
    if (number !== undefined) return number;
  }
  if (value.kind !== 'constant' || value.value === null) return unknown(at, variablesOf(value));
  const text = typeof value.value === 'string' ? value.value.replaceAll('_', '').trim() : undefined;
  const number = Number(text === undefined ? value.value : text || 'x');
  // `int('1.5')` raises.
  const isWrong = to === 'integer' && text !== undefined && !Number.isInteger(number);
  if (!Number.isFinite(number) || isWrong) return unknown(at);
  return constant(to === 'integer' ? Math.trunc(number) : number, at);
}

function isNoNumber(value: Value | undefined): boolean {
  if (value?.kind !== 'constant') return false;
  return value.value === null || (typeof value.value === 'string' && value.value.trim() === '');
}

/** `bool(…)`. Of a text it is true for every word, `'False'` included. */
function toBoolean(value: Value, at: Location): Value {
  const known = truth(value);
  if (known !== undefined) return constant(known, at);
  if (value.kind !== 'environment') return unknown(at, variablesOf(value));
  const test = withStep(
    asBoolean(value, at, (fallback) => fallback),
    'bool',
  );
  return value.cast === 'string' ? { ...test, cast: 'truthiness' } : test;
}

/** `str(…)`: a number or flag as Python writes it. */
function toText(value: Value, at: Location): Value {
  if (value.kind === 'constant') return constant(pythonText(value.value), at);
  if (value.kind === 'environment' && value.cast === 'string')
    return recast(value, 'string', at, (one) => toText(one, at)) ?? value;
  return value.kind === 'path' ? value : unknown(at, variablesOf(value));
}

/** A constant as `str` writes it. */
export function pythonText(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** `strtobool` and its likes, which know the usual words. */
export function strictBoolean(value: Value, at: Location): Value {
  return mapVariants(value, at, (one) => {
    if (one.kind === 'environment') return asBoolean(one, at, (fallback) => strictBoolean(fallback, at));
    if (one.kind !== 'constant') return unknown(at, variablesOf(one));
    if (typeof one.value !== 'string') return constant(truth(one) === true, at);
    const word = one.value.trim().toLowerCase();
    if (['y', 'yes', 't', 'true', 'on', '1'].includes(word)) return constant(true, at);
    return ['n', 'no', 'f', 'false', 'off', '0', ''].includes(word) ? constant(false, at) : unknown(at);
  });
}

/** `list(…)`, `tuple(…)`, `set(…)`, `sorted(…)`, `reversed(…)`. */
export function toSequence(name: string, value: Value, at: Location): Value {
  if (value.kind === 'environment')
    return name === 'sorted' || name === 'reversed' ? unordered(value, at) : partsAs(name, value, at);
  if (value.kind === 'dict' && !value.open && value.entries.every((entry) => entry.guard === undefined)) {
    const keys = value.entries.map((one) => ({
      value: constant(one.key, one.keyAt),
      many: false,
      guard: undefined,
      at: one.keyAt,
    }));
    return toSequence(name, { kind: 'sequence', bracket: 'list', elements: keys, at }, at);
  }
  if (value.kind !== 'sequence') return unknown(at, variablesOf(value));
  const { elements } = value;
  if (name === 'set' || name === 'frozenset')
    return { kind: 'sequence', bracket: 'set', elements: distinct(elements), at };
  const bracket = name === 'tuple' ? 'tuple' : 'list';
  if (name === 'sorted') {
    const sorted = inOrder(elements);
    return sorted === undefined ? unordered(value, at) : { kind: 'sequence', bracket, elements: sorted, at };
  }
  if (name === 'reversed') return { kind: 'sequence', bracket, elements: [...elements].reverse(), at };
  // The order that a set comes out in is nobody's to know.
  return value.bracket === 'set' && elements.length > 1 ? unordered(value, at) : { ...value, bracket, at };
}

/** `tuple(…)` of what a text was split into. */
function partsAs(name: string, value: EnvironmentValue, at: Location): Value {
  const { fallback } = value;
  return { ...value, fallback: fallback?.kind === 'sequence' ? toSequence(name, fallback, fallback.at) : fallback, at };
}

function unordered(value: Value, at: Location): Value {
  return unknown(at, variablesOf(value));
}

function distinct(elements: readonly SequenceElement[]): readonly SequenceElement[] {
  return elements.filter(({ value }, i) => {
    if (value.kind !== 'constant') return true;
    const first = elements.findIndex(
      (one) => one.value.kind === 'constant' && one.guard === undefined && equal(one.value.value, value.value),
    );
    return first < 0 || first >= i;
  });
}

/** The elements sorted as Python sorts texts or numbers; undefined when one is neither or of another type. */
function inOrder(elements: readonly SequenceElement[]): readonly SequenceElement[] | undefined {
  const keyed: { readonly key: string | number; readonly element: SequenceElement }[] = [];
  for (const element of elements) {
    const key = element.value.kind === 'constant' ? element.value.value : null;
    if (element.many || (typeof key !== 'string' && typeof key !== 'number')) return undefined;
    if (typeof key !== typeof (keyed[0]?.key ?? key)) return undefined;
    keyed.push({ key, element });
  }
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ element }) => element);
}

/** `json.loads(…)` or `ast.literal_eval(…)`, with what the text of a fallback means. */
function parsed(value: Value, isJson: boolean, at: Location): Value {
  const read = recast(value, 'json', at, (one) => parsed(one, isJson, at));
  if (read !== undefined) return read;
  if (value.kind !== 'constant' || typeof value.value !== 'string') return unknown(at, variablesOf(value));
  const text = isJson ? value.value : literalAsJson(value.value);
  try {
    return fromJson(JSON.parse(text), at);
  } catch {
    return unknown(at);
  }
}

/** Python's words and quotes as JSON has them; good for flags, numbers and lists of plain texts. */
function literalAsJson(text: string): string {
  const words: { readonly [word: string]: string } = { True: 'true', False: 'false', None: 'null' };
  const plain = text.trim();
  return words[plain] ?? (plain.includes('"') ? plain : plain.replaceAll("'", '"'));
}

function fromJson(json: unknown, at: Location): Value {
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return constant(json, at);
  if (Array.isArray(json)) {
    const elements = json.map((one) => ({ value: fromJson(one, at), many: false, guard: undefined, at }));
    return { kind: 'sequence', bracket: 'list', elements, at };
  }
  const entries: DictEntry[] = Object.entries(json ?? {}).map(([key, one]) => ({
    key,
    keyAt: at,
    value: fromJson(one, at),
    guard: undefined,
  }));
  return { kind: 'dict', entries, open: false, at };
}
