import type { Call } from '../../syntax/python/nodes.ts';
import type { Location } from '../../text/location.ts';
import { argument } from './evaluate-call.ts';
import { valueFor } from './evaluate-expression.ts';
import { joinPath } from './operators.ts';
import type { Scope } from './scope.ts';
import { constant, type SequenceElement, textValue, unknown, type Value, variablesOf } from './values.ts';

/** What a method of a known value gives; changes in place are statements, see mutate.ts. */
export function callMethod(base: Value, method: string, call: Call, scope: Scope, at: Location): Value {
  switch (base.kind) {
    case 'constant':
      return typeof base.value === 'string' ? textMethod(base.value, method, call, scope, at) : unknown(at);
    case 'environment':
      return environmentMethod(base, method, call, scope, at);
    case 'dict': {
      if (method !== 'get' && method !== 'copy') return unknown(at, variablesOf(base));
      if (method === 'copy') return base;
      const key = argument(call, 0, 'key', scope);
      const entry = base.entries.find((one) => key?.kind === 'constant' && one.key === key.value);
      if (entry !== undefined && entry.guard === undefined) return entry.value;
      const isSurelyMissing = entry === undefined && !base.open && key?.kind === 'constant';
      return isSurelyMissing ? (argument(call, 1, 'default', scope) ?? constant(null, at)) : unknown(at);
    }
    case 'sequence':
      if (method === 'copy') return base;
      return method === 'index' ? indexOf(base.elements, argument(call, 0, 'value', scope), at) : unknown(at);
    case 'path':
      if (['resolve', 'absolute', 'expanduser', '__str__'].includes(method)) return base;
      return method === 'joinpath' ? joined(base, call, scope, at) : unknown(at);
    default:
      return { kind: 'call', callee: undefined, at };
  }
}

function joined(base: Value, call: Call, scope: Scope, at: Location): Value {
  let path = base;
  for (const part of call.args) if (path.kind === 'path') path = joinPath(path.path, valueFor(part, scope), at);
  return path;
}

function indexOf(elements: readonly SequenceElement[], wanted: Value | undefined, at: Location): Value {
  const at0 = elements.findIndex(
    ({ value }) => value.kind === 'constant' && wanted?.kind === 'constant' && value.value === wanted.value,
  );
  const before = elements.slice(0, at0);
  const fixed = at0 >= 0 && before.every((element) => !element.many && element.guard === undefined);
  return fixed ? constant(at0, at) : unknown(at);
}

function textMethod(text: string, method: string, call: Call, scope: Scope, at: Location): Value {
  const first = argument(call, 0, 'sep', scope);
  switch (method) {
    case 'lower':
    case 'casefold':
      return constant(text.toLowerCase(), at);
    case 'upper':
      return constant(text.toUpperCase(), at);
    case 'strip':
      return first === undefined ? constant(text.trim(), at) : unknown(at);
    case 'rstrip':
      return first === undefined ? constant(text.trimEnd(), at) : unknown(at);
    case 'encode':
      return { kind: 'bytes', length: text.length, at };
    case 'startswith':
      return first !== undefined && textValue(first) !== undefined
        ? constant(text.startsWith(textValue(first) ?? ''), at)
        : unknown(at);
    case 'endswith':
      return first !== undefined && textValue(first) !== undefined
        ? constant(text.endsWith(textValue(first) ?? ''), at)
        : unknown(at);
    case 'replace': {
      const from = first === undefined ? undefined : textValue(first);
      const second = argument(call, 1, 'new', scope);
      const to = second === undefined ? undefined : textValue(second);
      return from === undefined || to === undefined || from === ''
        ? unknown(at)
        : constant(text.replaceAll(from, to), at);
    }
    case 'split':
      return splitText(text, first, at);
    case 'join':
      return joinTexts(text, argument(call, 0, 'iterable', scope), at);
    case 'format':
      return formatText(text, call, scope, at);
    default:
      return unknown(at);
  }
}

function splitText(text: string, separator: Value | undefined, at: Location): Value {
  const by = separator === undefined ? undefined : textValue(separator);
  if (separator !== undefined && (by === undefined || by === '')) return unknown(at);
  const parts = by === undefined ? text.split(/\s+/).filter((part) => part !== '') : text.split(by);
  const elements = parts.map((part) => ({ value: constant(part, at), many: false, guard: undefined, at }));
  return { kind: 'sequence', bracket: 'list', elements, at };
}

function joinTexts(by: string, list: Value | undefined, at: Location): Value {
  if (list?.kind !== 'sequence') return unknown(at, list === undefined ? [] : variablesOf(list));
  const texts: string[] = [];
  for (const { value, many, guard } of list.elements) {
    const text = textValue(value);
    if (text === undefined || many || guard !== undefined) return unknown(at, variablesOf(list));
    texts.push(text);
  }
  return constant(texts.join(by), at);
}

/** `'{}.{name}'.format(…)` for constants without format specifications. */
function formatText(text: string, call: Call, scope: Scope, at: Location): Value {
  const named = new Map<string, Value>();
  call.args.forEach((arg, i) => {
    named.set(String(i), valueFor(arg, scope));
  });
  for (const { arg, value } of call.keywords) if (arg !== null) named.set(arg, valueFor(value, scope));
  let next = 0;
  let known = !text.includes('{{') && !text.includes('}}');
  const result = text.replace(/\{([A-Za-z0-9_]*)\}/g, (_, name: string) => {
    const value = named.get(name === '' ? String(next++) : name);
    if (value?.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'number'))
      return String(value.value);
    known = false;
    return '';
  });
  if (/[{}]/.test(text.replace(/\{[A-Za-z0-9_]*\}/g, ''))) known = false;
  return known ? constant(result, at) : unknown(at, [...named.values()].flatMap(variablesOf));
}

type Read = Extract<Value, { kind: 'environment' }>;

function environmentMethod(base: Read, method: string, call: Call, scope: Scope, at: Location): Value {
  const onFallback = (): Value | undefined =>
    base.fallback === undefined ? undefined : callMethod(base.fallback, method, call, scope, at);
  if (base.cast === 'list' || base.cast === 'split' || base.cast === 'json') {
    return method === 'copy' ? base : unknown(at, variablesOf(base));
  }
  switch (method) {
    case 'split': {
      const parts = onFallback();
      // Without a separator, text is split at blanks and an empty text gives an empty list.
      return { ...base, cast: call.args.length === 0 ? 'list' : 'split', fallback: parts, at };
    }
    case 'lower':
    case 'upper':
    case 'casefold':
    case 'strip':
    case 'lstrip':
    case 'rstrip':
    case 'replace':
      return { ...base, fallback: onFallback(), at };
    // A `SecretStr` of pydantic.
    case 'get_secret_value':
      return { ...base, at };
    case 'startswith':
    case 'endswith':
    case 'isdigit':
      return { ...base, cast: 'boolean', fallback: onFallback(), at };
    default:
      return unknown(at, variablesOf(base));
  }
}
