import type { Call, Expr, ExprStmt } from '../../syntax/python/nodes.ts';
import type { Location } from '../../text/location.ts';
import { argument, argumentExpr } from './evaluate-call.ts';
import { valueFor } from './evaluate-expression.ts';
import { toValue } from './internal-values.ts';
import { binary, elementsOf, mapVariants, mergeDicts, without } from './operators.ts';
import { force } from './read-name.ts';
import { locate, type Scope } from './scope.ts';
import {
  constant,
  type DictEntry,
  type DictValue,
  type SequenceElement,
  type SequenceValue,
  unknown,
  type Value,
  variablesOf,
} from './values.ts';

/** `DATABASES['default']['OPTIONS']`: a name and the keys below it. */
export interface Place {
  readonly name: string;
  readonly keys: readonly { readonly value: Value; readonly at: Location }[];
}

/** The place that an assignment target or a method's receiver means; undefined for anything but names and subscripts. */
export function placeOf(expr: Expr, scope: Scope): Place | undefined {
  const keys: Place['keys'][number][] = [];
  let current = expr;
  while (current.kind === 'Subscript') {
    keys.push({ value: valueFor(current.slice, scope), at: locate(scope, current.slice) });
    current = current.value;
  }
  return current.kind === 'Name' && keys.length < 20 ? { name: current.id, keys: keys.reverse() } : undefined;
}

/** Changes what stands at a place and notes the statement on the name. */
export function changePlace(
  place: Place,
  scope: Scope,
  change: (value: Value) => Value,
  note: { readonly method: string; readonly argument: Location | undefined; readonly statement: Location },
): void {
  const slot = scope.names.slots.get(place.name);
  if (slot === undefined) return;
  const before = toValue(force(slot.value, scope));
  scope.names.mutate(place.name, changeBelow(before, place.keys, change), note);
}

function changeBelow(value: Value, keys: Place['keys'], change: (value: Value) => Value): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return mapVariants(value, value.at, change);
  return mapVariants(value, value.at, (one) => changeItem(one, key, (item) => changeBelow(item, rest, change)));
}

function changeItem(value: Value, key: Place['keys'][number], change: (value: Value) => Value): Value {
  if (value.kind === 'dict') {
    const known = key.value;
    // Any entry may be meant.
    if (known.kind !== 'constant')
      return {
        ...value,
        entries: value.entries.map((entry) => ({ ...entry, value: unknown(entry.value.at, variablesOf(entry.value)) })),
        open: true,
      };
    const before = value.entries.find((entry) => entry.key === known.value);
    const current = before?.value ?? ({ kind: 'absent', at: key.at } as const);
    const entry: DictEntry = { key: known.value, keyAt: key.at, value: change(current), guard: undefined };
    const entries =
      before === undefined ? [...value.entries, entry] : value.entries.map((one) => (one === before ? entry : one));
    return { ...value, entries };
  }
  if (value.kind === 'sequence' && key.value.kind === 'constant' && typeof key.value.value === 'number') {
    const index = key.value.value < 0 ? value.elements.length + key.value.value : key.value.value;
    const isFixed = value.elements.every((element) => !element.many && element.guard === undefined);
    if (isFixed && index in value.elements)
      return {
        ...value,
        elements: value.elements.map((element, i) =>
          i === index ? { ...element, value: change(element.value) } : element,
        ),
      };
  }
  return unknown(value.at, variablesOf(value));
}

const listMethods = new Set([
  'append',
  'extend',
  'insert',
  'remove',
  'pop',
  'clear',
  'sort',
  'reverse',
  'add',
  'discard',
]);
const dictMethods = new Set(['update', 'setdefault', 'pop', 'clear', 'popitem']);

/** `X.append(…)` and the like as a statement. True when it was one. */
export function mutateByMethod(call: Call, statement: ExprStmt, scope: Scope): boolean {
  if (call.func.kind !== 'Attribute') return false;
  const method = call.func.attr;
  if (!listMethods.has(method) && !dictMethods.has(method)) return false;
  const place = placeOf(call.func.value, scope);
  if (place === undefined || !scope.names.slots.has(place.name)) return false;
  const first = method === 'insert' ? argumentExpr(call, 1, 'object') : argumentExpr(call, 0, '');
  const note = {
    method,
    argument: first === undefined ? undefined : locate(scope, first),
    statement: locate(scope, statement),
  };
  changePlace(place, scope, (value) => changedByMethod(value, method, call, scope), note);
  return true;
}

function changedByMethod(value: Value, method: string, call: Call, scope: Scope): Value {
  if (value.kind === 'sequence') return changedList(value, method, call, scope);
  if (value.kind === 'dict') return changedDict(value, method, call, scope);
  if (value.kind === 'environment' && method === 'append') return unknown(value.at, variablesOf(value));
  return unknown(value.at, variablesOf(value));
}

function newElement(expr: Expr, scope: Scope): SequenceElement {
  return { value: valueFor(expr, scope), many: false, guard: undefined, at: locate(scope, expr) };
}

function changedList(list: SequenceValue, method: string, call: Call, scope: Scope): Value {
  const first = argumentExpr(call, 0, '');
  switch (method) {
    case 'append':
    case 'add':
      return first === undefined ? list : { ...list, elements: [...list.elements, newElement(first, scope)] };
    case 'extend': {
      if (first === undefined) return list;
      const added = valueFor(first, scope);
      return mapVariants(added, list.at, (one) => ({
        ...list,
        elements: [...list.elements, ...elementsOf(one, one.at)],
      }));
    }
    case 'insert': {
      const inserted = argumentExpr(call, 1, 'object');
      const index = argument(call, 0, 'index', scope);
      if (inserted === undefined) return list;
      return insertAt(list, index, newElement(inserted, scope));
    }
    case 'remove':
    case 'discard': {
      const removed = first === undefined ? unknown(list.at) : valueFor(first, scope);
      const one: SequenceElement = { value: removed, many: false, guard: undefined, at: list.at };
      return removed.kind === 'constant' ? without(list, { ...list, elements: [one] }, list.at) : opened(list);
    }
    case 'clear':
      return { ...list, elements: [] };
    case 'reverse':
      return { ...list, elements: [...list.elements].reverse() };
    case 'pop': {
      const index = first === undefined ? constant(-1, list.at) : valueFor(first, scope);
      const isFixed = list.elements.every((element) => !element.many && element.guard === undefined);
      if (!isFixed || index.kind !== 'constant' || typeof index.value !== 'number') return opened(list);
      const at = index.value < 0 ? list.elements.length + index.value : index.value;
      return { ...list, elements: list.elements.filter((_, i) => i !== at) };
    }
    default:
      return unknown(list.at);
  }
}

/** The order is still known, but further elements may be there or some may be gone. */
function opened(list: SequenceValue): Value {
  return unknown(list.at, variablesOf(list));
}

function insertAt(list: SequenceValue, index: Value | undefined, element: SequenceElement): Value {
  const { elements } = list;
  if (index?.kind !== 'constant' || typeof index.value !== 'number') return unknown(list.at, variablesOf(list));
  const at = index.value < 0 ? Math.max(0, elements.length + index.value) : Math.min(index.value, elements.length);
  const before = elements.slice(0, at);
  const uncertain = before.some((one) => one.many || one.guard !== undefined);
  if (uncertain && at < elements.length) return unknown(list.at, variablesOf(list));
  return { ...list, elements: [...before, element, ...elements.slice(at)] };
}

function changedDict(value: DictValue, method: string, call: Call, scope: Scope): Value {
  const first = argumentExpr(call, 0, '');
  const key = first === undefined ? undefined : valueFor(first, scope);
  switch (method) {
    case 'update': {
      let result = key === undefined ? value : mergeDicts(value, key, value.at);
      const entries: DictEntry[] = [];
      for (const { arg, value: given, argStart } of call.keywords) {
        if (arg === null) result = mergeDicts(result, valueFor(given, scope), value.at);
        else {
          const keyAt = { file: scope.file, span: { start: argStart, end: argStart + arg.length } };
          entries.push({ key: arg, keyAt, value: valueFor(given, scope), guard: undefined });
        }
      }
      return mergeDicts(result, { kind: 'dict', entries, open: false, at: value.at }, value.at);
    }
    case 'setdefault': {
      const name = key?.kind === 'constant' ? key.value : undefined;
      if (name === undefined || first === undefined) return { ...value, open: true };
      if (value.entries.some((entry) => entry.key === name)) return value;
      const added = argument(call, 1, 'default', scope) ?? constant(null, value.at);
      const entry = { key: name, keyAt: locate(scope, first), value: added, guard: undefined };
      return { ...value, entries: [...value.entries, entry] };
    }
    case 'pop': {
      const name = key?.kind === 'constant' ? key.value : undefined;
      return name === undefined
        ? unknown(value.at)
        : { ...value, entries: value.entries.filter((entry) => entry.key !== name) };
    }
    case 'clear':
      return { ...value, entries: [], open: false };
    default:
      return unknown(value.at);
  }
}

/** `X += …` of a list, dict, text or number. */
export function augmented(before: Value, added: Value, op: Parameters<typeof binary>[0], at: Location): Value {
  // The list keeps its own place: `+=` changes it rather than making another.
  const result = binary(op, before, added, at);
  return result.kind === 'sequence' && before.kind === 'sequence'
    ? { ...result, bracket: before.bracket, at: before.at }
    : result;
}
