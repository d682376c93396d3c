// Places below a name, `DATABASES['default']['OPTIONS']`, and changes of what stands there.
// Must not know methods; mutate.ts does. Look next at namespace.ts (what a change leaves).
import type { Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { constant, type DictEntry, unknown, type Value, variablesOf } from '../values.ts';
import { argument } from './evaluate-call.ts';
import { valueFor } from './evaluate-expression.ts';
import { toValue } from './internal-values.ts';
import { mapVariants } from './operators.ts';
import { force } from './read-name.ts';
import { locate, type Scope } from './scope.ts';

/** A name and the keys below it. */
export interface Place {
  readonly name: string;
  readonly keys: readonly Key[];
}

export interface Key {
  readonly value: Value;
  readonly at: Location;
}

/** How a change is noted on its name. */
export interface ChangeNote {
  readonly method: string;
  readonly argument: Location | undefined;
  readonly statement: Location;
}

const maxKeys = 20;

/**
 * The place that an assignment target or a method's receiver means; undefined for anything but names, subscripts and
 * `X.setdefault(key, {})`, which puts its default there on the way.
 */
export function placeOf(expr: Expr, scope: Scope): Place | undefined {
  if (expr.kind === 'Name') return { name: expr.id, keys: [] };
  if (expr.kind === 'Subscript' && expr.slice.kind !== 'Slice') {
    const key = { value: valueFor(expr.slice, scope), at: locate(scope, expr.slice) };
    return below(placeOf(expr.value, scope), key);
  }
  if (expr.kind !== 'Call' || expr.func.kind !== 'Attribute' || expr.func.attr !== 'setdefault') return undefined;
  const [first] = expr.args;
  const base = first === undefined ? undefined : placeOf(expr.func.value, scope);
  if (first === undefined || base === undefined) return undefined;
  const key = { value: valueFor(first, scope), at: locate(scope, first) };
  const place = below(base, key);
  const byDefault = argument(expr, 1, 'default', scope) ?? constant(null, key.at);
  const note = { method: 'setdefault', argument: key.at, statement: locate(scope, expr) };
  if (place !== undefined) changePlace(place, scope, (value) => (value.kind === 'absent' ? byDefault : value), note);
  return place;
}

/** The place one key further down. */
export function below(place: Place | undefined, key: Key): Place | undefined {
  return place === undefined || place.keys.length >= maxKeys
    ? undefined
    : { name: place.name, keys: [...place.keys, key] };
}

/** Changes what stands at a place and notes the statement on the name. */
export function changePlace(place: Place, scope: Scope, change: (value: Value) => Value, note: ChangeNote): void {
  const slot = scope.names.slots.get(place.name);
  if (slot === undefined) return;
  const before = toValue(force(slot.value, scope));
  scope.names.mutate(place.name, changeBelow(before, place.keys, change), note);
}

function changeBelow(value: Value, keys: readonly Key[], change: (value: Value) => Value): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return mapVariants(value, value.at, change);
  return mapVariants(value, value.at, (one) => changeItem(one, key, (item) => changeBelow(item, rest, change)));
}

function changeItem(value: Value, key: Key, change: (value: Value) => Value): Value {
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
    const changed = change(current);
    if (changed.kind === 'absent') return { ...value, entries: value.entries.filter((entry) => entry !== before) };
    const entry: DictEntry = { key: known.value, keyAt: key.at, value: changed, guard: undefined };
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
