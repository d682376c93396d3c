import type { Call, ExprStmt, Subscript } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { constant, type DictValue, unknown, type Value, variablesOf } from '../values.ts';
import { mergeKeywords } from './call-builtin.ts';
import { argument, argumentExpr } from './evaluate-call.ts';
import { valueFor } from './evaluate-expression.ts';
import { isInternalOnly } from './internal-values.ts';
import { changedList, withSlice } from './list-changes.ts';
import { callMethod } from './methods.ts';
import { binary, mergeDicts } from './operators.ts';
import { changePlace, type Place, placeOf } from './places.ts';
import { force } from './read-name.ts';
import { locate, type Scope } from './scope.ts';

const listMethods = ['append', 'extend', 'insert', 'remove', 'pop', 'clear', 'sort', 'reverse', 'add', 'discard'];
const dictMethods = ['update', 'setdefault', 'pop', 'clear', 'popitem'];
const methods = new Set([...listMethods, ...dictMethods]);

/** True for a method that changes its list or dict. */
export function isMutator(method: string): boolean {
  return methods.has(method);
}

/** `X.append(…)` and the like as a statement. True when it was one. */
export function mutateByMethod(call: Call, statement: ExprStmt, scope: Scope): boolean {
  if (call.func.kind !== 'Attribute' || !methods.has(call.func.attr)) return false;
  const place = placeOf(call.func.value, scope);
  if (place === undefined || !isOwn(place, scope)) return false;
  changeByMethod(place, call.func.attr, call, locate(scope, statement), scope);
  return true;
}

/** True for a place in a value of the module, not in a thing that it imported: `environ.setdefault(…)` is no change of a name. */
function isOwn(place: Place, scope: Scope): boolean {
  const slot = scope.names.slots.get(place.name);
  const value = slot === undefined ? undefined : force(slot.value, scope);
  return value !== undefined && value.kind !== 'symbol' && !isInternalOnly(value);
}

/** `X.pop('key')` and `X.setdefault('key', …)` inside an expression: what they give, the change made. Undefined for anything else. */
export function takeFromPlace(
  call: Call,
  base: { readonly kind: string },
  scope: Scope,
  at: Location,
): Value | undefined {
  if (call.func.kind !== 'Attribute' || (base.kind !== 'dict' && base.kind !== 'sequence')) return undefined;
  const method = call.func.attr;
  if (method !== 'pop' && method !== 'setdefault') return undefined;
  const place = placeOf(call.func.value, scope);
  if (place === undefined || !isOwn(place, scope)) return undefined;
  const value = valueFor(call.func.value, scope);
  const taken = value.kind === 'dict' ? callMethod(value, 'get', call, scope, at) : unknown(at);
  changeByMethod(place, method, call, at, scope);
  return taken;
}

function changeByMethod(place: Place, method: string, call: Call, statement: Location, scope: Scope): void {
  const first = method === 'insert' ? argumentExpr(call, 1, 'object') : argumentExpr(call, 0, '');
  const added = first === undefined ? undefined : locate(scope, first);
  changePlace(place, scope, (value) => changedByMethod(value, method, call, scope), {
    method,
    argument: added,
    statement,
  });
}

function changedByMethod(value: Value, method: string, call: Call, scope: Scope): Value {
  if (value.kind === 'sequence') return changedList(value, method, call, scope);
  if (value.kind === 'dict') return changedDict(value, method, call, scope);
  return unknown(value.at, variablesOf(value));
}

function changedDict(value: DictValue, method: string, call: Call, scope: Scope): Value {
  const first = argumentExpr(call, 0, '');
  const key = first === undefined ? undefined : valueFor(first, scope);
  switch (method) {
    case 'update':
      return mergeKeywords(key === undefined ? value : mergeDicts(value, key, value.at), call, scope, value.at);
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

/** `X[0:0] = added`, `del X[1:]` (nothing added). */
export function changeSlice(target: Subscript, added: Value | undefined, statement: Location, scope: Scope): void {
  const { slice, value } = target;
  const place = placeOf(value, scope);
  if (slice.kind !== 'Slice' || place === undefined) return;
  const note = { method: added === undefined ? 'del' : '[:]', argument: added?.at, statement };
  changePlace(place, scope, (one) => withSlice(one, slice, added, scope), note);
}

/** `del X['key']`, `del X[0]` */
export function removeItem(target: Subscript, statement: Location, scope: Scope): void {
  if (target.slice.kind === 'Slice') {
    changeSlice(target, undefined, statement, scope);
    return;
  }
  const place = placeOf(target.value, scope);
  const key = valueFor(target.slice, scope);
  if (place === undefined) return;
  changePlace(place, scope, (value) => withoutItem(value, key), { method: 'del', argument: undefined, statement });
}

function withoutItem(value: Value, key: Value): Value {
  if (key.kind === 'constant' && value.kind === 'dict')
    return { ...value, entries: value.entries.filter((entry) => entry.key !== key.value) };
  const isFixed = value.kind === 'sequence' && value.elements.every((one) => !one.many && one.guard === undefined);
  if (isFixed && key.kind === 'constant' && typeof key.value === 'number') {
    const at = key.value < 0 ? value.elements.length + key.value : key.value;
    return { ...value, elements: value.elements.filter((_, i) => i !== at) };
  }
  return unknown(value.at, variablesOf(value));
}

/** `X += …` of a list, dict, text or number. */
export function augmented(before: Value, added: Value, op: Parameters<typeof binary>[0], at: Location): Value {
  // The list keeps its own place: `+=` changes it rather than making another.
  const result = binary(op, before, added, at);
  return result.kind === 'sequence' && before.kind === 'sequence'
    ? { ...result, bracket: before.bracket, at: before.at }
    : result;
}
