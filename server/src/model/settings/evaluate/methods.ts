import type { Call } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import {
  type CallValue,
  constant,
  orUnknown,
  type SequenceElement,
  textValue,
  unknown,
  type Value,
  variablesOf,
  withStep,
} from '../values.ts';
import { argument, keywordArgument } from './evaluate-call.ts';
import { formatText } from './format-text.ts';
import { joinedWith } from './path-values.ts';
import type { Scope } from './scope.ts';

/** What a method of a known value gives; changes in place are statements, see mutate.ts. */
export function callMethod(base: Value, method: string, call: Call, scope: Scope, at: Location): Value {
  switch (base.kind) {
    case 'constant':
      return typeof base.value === 'string' ? textMethod(base.value, method, call, scope, at) : unknown(at);
    case 'environment':
      return environmentMethod(base, method, call, scope, at);
    case 'dict': {
      if (method === 'copy') return base;
      if (method === 'keys' || method === 'values' || method === 'items') return viewOf(base, method, at);
      if (method !== 'get') return unknown(at, variablesOf(base));
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
      return method === 'joinpath' || method === 'path' ? joinedWith(base, call.args, scope, at) : unknown(at);
    case 'call':
      return methodOfMade(base, method, call, scope, at);
    default:
      return { kind: 'call', callee: undefined, at };
  }
}

/** Methods of what a library made: `timedelta(…).total_seconds()`, `ConfigParser().get(…, fallback=…)`. */
function methodOfMade(base: CallValue, method: string, call: Call, scope: Scope, at: Location): Value {
  if (base.seconds !== undefined && method === 'total_seconds') return constant(base.seconds, at);
  const fallback = /^configparser\./.test(base.callee ?? '') ? keywordArgument(call, 'fallback', scope) : undefined;
  return fallback === undefined ? { kind: 'call', callee: undefined, at } : orUnknown(fallback, at);
}

/** `.keys()`, `.values()`, `.items()` in the order of the entries. */
function viewOf(base: Extract<Value, { kind: 'dict' }>, method: 'keys' | 'values' | 'items', at: Location): Value {
  const elements = base.entries.map(({ key, keyAt, value, guard }): SequenceElement => {
    const name = constant(key, keyAt);
    const pair = [name, value].map((one) => ({ value: one, many: false, guard: undefined, at: keyAt }));
    const item: Value = { kind: 'sequence', bracket: 'tuple', elements: pair, at: keyAt };
    return { value: method === 'keys' ? name : method === 'values' ? value : item, many: false, guard, at: keyAt };
  });
  const more: readonly SequenceElement[] = base.open ? [{ value: unknown(at), many: true, guard: undefined, at }] : [];
  return { kind: 'sequence', bracket: 'list', elements: [...elements, ...more], at };
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
    case 'title':
    case 'capitalize':
      return /^[a-z]+$/i.test(text)
        ? constant(text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(), at)
        : unknown(at);
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return stripped(text, method, first, at);
    case 'isdigit':
      return constant(/^[0-9]+$/.test(text), at);
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

function stripped(text: string, method: string, given: Value | undefined, at: Location): Value {
  const drop = given === undefined ? ' \t\n\r\v\f' : textValue(given);
  if (drop === undefined) return unknown(at);
  let [start, end] = [0, text.length];
  while (method !== 'rstrip' && start < end && drop.includes(text.charAt(start))) start++;
  while (method !== 'lstrip' && end > start && drop.includes(text.charAt(end - 1))) end--;
  return constant(text.slice(start, end), at);
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

type Read = Extract<Value, { kind: 'environment' }>;

function environmentMethod(base: Read, method: string, call: Call, scope: Scope, at: Location): Value {
  // `None` has no such method: reading the variable while it is unset raises.
  const isMissing = base.fallback?.kind === 'constant' && base.fallback.value === null;
  const onFallback = (): Value | undefined =>
    base.fallback === undefined || isMissing ? undefined : callMethod(base.fallback, method, call, scope, at);
  if (base.cast === 'list' || base.cast === 'split' || base.cast === 'json') {
    return method === 'copy' ? base : unknown(at, variablesOf(base));
  }
  switch (method) {
    case 'split': {
      const parts = onFallback();
      // Without a separator, text is split at blanks and an empty text gives an empty list.
      const by = argument(call, 0, 'sep', scope);
      return { ...withStep(base, method, by), cast: call.args.length === 0 ? 'list' : 'split', fallback: parts, at };
    }
    case 'lower':
    case 'upper':
    case 'casefold':
    case 'strip':
    case 'lstrip':
    case 'rstrip':
    case 'replace':
      return { ...withStep(base, method), fallback: onFallback(), at };
    // A `SecretStr` of pydantic.
    case 'get_secret_value':
      return { ...base, at };
    case 'startswith':
    case 'endswith':
    case 'isdigit':
      return { ...withStep(base, method), cast: 'boolean', fallback: onFallback(), at };
    default:
      return unknown(at, variablesOf(base));
  }
}
