// Texts put together from values: f-strings, `%`, `.format`. What they give is a constant, a path, a read of one variable, or unknown.
// Look next at operators.ts (`+`) and methods.ts (other methods of texts).
import type { Call, FString } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { constant, type DictEntry, textValue, unknown, type Value, variablesOf } from '../values.ts';
import { pythonText } from './casts.ts';
import { valueFor } from './evaluate-expression.ts';
import { joinPath } from './operators.ts';
import { maxText, type Scope } from './scope.ts';

/** What an f-string gives. */
export function formatted(expr: FString, scope: Scope, at: Location): Value {
  const path = formattedPath(expr, scope, at);
  if (path !== undefined) return path;
  const parts = expr.parts.map((part): Value => {
    if (part.kind !== 'Interp') return constant(part.value, at);
    const value = valueFor(part.value, scope);
    const isPlain = part.spec.length === 0 && part.conversion === null && !part.debug;
    return isPlain ? value : unknown(at, variablesOf(value));
  });
  return joinedText(parts, at);
}

/** Texts one after the other: a constant, or a read of one variable with text around it. */
export function joinedText(parts: readonly Value[], at: Location): Value {
  let text = '';
  let prefix: string | undefined;
  const open: Value[] = [];
  for (const part of parts) {
    if (part.kind === 'constant') text += pythonText(part.value);
    else {
      open.push(part);
      prefix ??= text;
    }
  }
  const [only, ...more] = open;
  if (only === undefined) return text.length <= maxText ? constant(text, at) : unknown(at);
  if (only.kind === 'environment' && more.length === 0 && isText.has(only.cast)) return aroundRead(only, parts, at);
  return { ...unknown(at, open.flatMap(variablesOf)), ...schemeOf(constant(prefix ?? '', at)) };
}

const isText: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'unknown']);

function aroundRead(read: Extract<Value, { kind: 'environment' }>, parts: readonly Value[], at: Location): Value {
  const { fallback } = read;
  const known =
    fallback?.kind === 'constant'
      ? joinedText(
          parts.map((part) => (part === read ? fallback : part)),
          fallback.at,
        )
      : undefined;
  return { ...read, cast: 'unknown', fallback: fallback === undefined ? undefined : (known ?? unknown(at)), at };
}

/** `f'{BASE_DIR}/static'` */
function formattedPath(expr: FString, scope: Scope, at: Location): Value | undefined {
  const [first, second, ...more] = expr.parts;
  if (first?.kind !== 'Interp' || first.spec.length > 0 || first.conversion !== null || more.length > 0)
    return undefined;
  const base = valueFor(first.value, scope);
  if (base.kind !== 'path' || second === undefined) return base.kind === 'path' ? { ...base, at } : undefined;
  return second.kind === 'Interp' || !second.value.startsWith('/')
    ? undefined
    : joinPath(base.path, constant(second.value.slice(1), at), at);
}

const marks = /%(?:\((\w+)\))?[sd]|%%/g;

/** `'…%s…' % value` for plain `%s` and `%d`. */
export function formatPercent(text: string, value: Value, at: Location): Value {
  const values = value.kind === 'sequence' ? value.elements.map((element) => element.value) : [value];
  const named = value.kind === 'dict' ? value.entries : undefined;
  let next = 0;
  const parts = partsOf(text, marks, at, ([mark, name]) => {
    if (mark === '%%') return constant('%', at);
    const entry = named?.find((one) => one.key === name && one.guard === undefined);
    return named === undefined && name === undefined ? values[next++] : entry?.value;
  });
  const leftOver = text.replace(marks, '').includes('%') || (named === undefined && next !== values.length);
  return leftOver ? { ...unknown(at, variablesOf(value)), ...schemeOf(constant(text, at)) } : joinedText(parts, at);
}

/** `'{}.{name}'.format(…)` without format specifications. */
export function formatText(text: string, call: Call, scope: Scope, at: Location): Value {
  const named = new Map<string, Value>();
  call.args.forEach((arg, i) => {
    named.set(String(i), valueFor(arg, scope));
  });
  for (const { arg, value } of call.keywords) {
    const one = valueFor(value, scope);
    if (arg !== null) named.set(arg, one);
    else
      for (const entry of one.kind === 'dict' ? one.entries : ([] as readonly DictEntry[]))
        named.set(String(entry.key), entry.value);
  }
  let next = 0;
  const parts = partsOf(text, fields, at, ([, name = '']) => named.get(name === '' ? String(next++) : name));
  // Doubled braces and format specifications are left alone.
  if (!/[{}]/.test(text.replace(fields, ''))) return joinedText(parts, at);
  return { ...unknown(at, [...named.values()].flatMap(variablesOf)), ...schemeOf(constant(text, at)) };
}

const fields = /\{([A-Za-z0-9_]*)\}/g;

/** A text as the values that it is put together from; a mark that nothing stands for is unknown. */
function partsOf(
  text: string,
  mark: RegExp,
  at: Location,
  standsFor: (match: RegExpExecArray) => Value | undefined,
): readonly Value[] {
  const parts: Value[] = [];
  let from = 0;
  for (const match of text.matchAll(mark)) {
    parts.push(constant(text.slice(from, match.index), at), standsFor(match) ?? unknown(at));
    from = match.index + match[0].length;
  }
  return [...parts, constant(text.slice(from), at)];
}

/** The scheme that a text certainly begins with, and nothing else of it: the rest may be a secret. */
export function schemeOf(value: Value): { readonly scheme?: string } {
  if (value.kind === 'unknown') return value.scheme === undefined ? {} : { scheme: value.scheme };
  const scheme = /^[a-z][a-z0-9+.-]*(?=:\/\/)/i.exec(textValue(value) ?? '')?.[0];
  return scheme === undefined ? {} : { scheme };
}
