// Lists changed in place: `append`, `insert`, `remove`, a slice. What cannot be told makes the list unknown.
// Look next at mutate.ts (who calls this).
import type { Call, Expr, Slice } from '../../../syntax/python/nodes.ts';
import { constant, type SequenceElement, type SequenceValue, unknown, type Value, variablesOf } from '../values.ts';
import { toSequence } from './casts.ts';
import { argument, argumentExpr } from './evaluate-call.ts';
import { valueFor } from './evaluate-expression.ts';
import { elementsOf, mapVariants, without } from './operators.ts';
import { locate, type Scope } from './scope.ts';

/** The list after a method of it was called. */
export function changedList(list: SequenceValue, method: string, call: Call, scope: Scope): Value {
  const first = argumentExpr(call, 0, '');
  switch (method) {
    case 'append':
    case 'add':
      return first === undefined ? list : { ...list, elements: [...list.elements, newElement(first, scope)] };
    case 'extend':
    case 'update':
      return first === undefined ? list : extended(list, valueFor(first, scope));
    case 'insert': {
      const inserted = argumentExpr(call, 1, 'object');
      if (first === undefined || inserted === undefined) return list;
      return insertAt(list, placeToInsert(list, first, scope), newElement(inserted, scope));
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
    case 'sort':
      return call.keywords.length === 0 ? toSequence('sorted', list, list.at) : opened(list);
    case 'pop':
      return popped(list, first === undefined ? constant(-1, list.at) : valueFor(first, scope));
    default:
      return unknown(list.at);
  }
}

function extended(list: SequenceValue, added: Value): Value {
  return mapVariants(added, list.at, (one) => ({
    ...list,
    elements: [...list.elements, ...elementsOf(one, one.at)],
  }));
}

function newElement(expr: Expr, scope: Scope): SequenceElement {
  return { value: valueFor(expr, scope), many: false, guard: undefined, at: locate(scope, expr) };
}

function popped(list: SequenceValue, index: Value): Value {
  if (!isFixed(list.elements) || index.kind !== 'constant' || typeof index.value !== 'number') return opened(list);
  const at = index.value < 0 ? list.elements.length + index.value : index.value;
  return { ...list, elements: list.elements.filter((_, i) => i !== at) };
}

function isFixed(elements: readonly SequenceElement[]): boolean {
  return elements.every((element) => !element.many && element.guard === undefined);
}

/** The order is still known, but further elements may be there or some may be gone. */
function opened(list: SequenceValue): Value {
  return unknown(list.at, variablesOf(list));
}

/** How many elements stand before an index; undefined when that depends on what cannot be seen. */
function placeToInsert(list: SequenceValue, index: Expr, scope: Scope): number | undefined {
  const beside = besideElement(list, index, scope);
  if (beside !== undefined) return beside;
  const value = valueFor(index, scope);
  if (value.kind !== 'constant' || typeof value.value !== 'number') return undefined;
  const { elements } = list;
  const at = value.value < 0 ? Math.max(0, elements.length + value.value) : Math.min(value.value, elements.length);
  const counted = value.value < 0 ? elements.slice(at) : elements.slice(0, at);
  return isFixed(counted) || (value.value >= 0 && at === elements.length) ? at : undefined;
}

/** `X.index('a') + 1`: the place beside an element, also where guarded ones stand before it. */
function besideElement(list: SequenceValue, index: Expr, scope: Scope): number | undefined {
  if (index.kind === 'BinOp' && (index.op === 'Add' || index.op === 'Sub')) {
    const base = besideElement(list, index.left, scope);
    const step = base === undefined ? undefined : valueFor(index.right, scope);
    if (base === undefined || step?.kind !== 'constant' || typeof step.value !== 'number') return undefined;
    const at = index.op === 'Add' ? base + step.value : base - step.value;
    const between = list.elements.slice(Math.min(base, at), Math.max(base, at));
    return at >= 0 && at <= list.elements.length && isFixed(between) ? at : undefined;
  }
  if (index.kind !== 'Call' || index.func.kind !== 'Attribute' || index.func.attr !== 'index') return undefined;
  const owner = valueFor(index.func.value, scope);
  const wanted = argument(index, 0, 'value', scope);
  if (owner.kind !== 'sequence' || wanted?.kind !== 'constant' || owner.elements.length !== list.elements.length)
    return undefined;
  const at = list.elements.findIndex(({ value }) => value.kind === 'constant' && value.value === wanted.value);
  return at >= 0 && list.elements[at]?.guard === undefined ? at : undefined;
}

function insertAt(list: SequenceValue, at: number | undefined, element: SequenceElement): Value {
  if (at === undefined) return opened(list);
  return { ...list, elements: [...list.elements.slice(0, at), element, ...list.elements.slice(at)] };
}

/** `X[lower:upper] = added`, or `del X[lower:upper]` with nothing added. */
export function withSlice(value: Value, slice: Slice, added: Value | undefined, scope: Scope): Value {
  if (value.kind !== 'sequence' || slice.step !== null) return unknown(value.at, variablesOf(value));
  const { elements } = value;
  const start = slice.lower === null ? 0 : placeToInsert(value, slice.lower, scope);
  const end = slice.upper === null ? elements.length : placeToInsert(value, slice.upper, scope);
  if (start === undefined || end === undefined) return opened(value);
  const inserted = added === undefined ? [] : elementsOf(added, added.at);
  return { ...value, elements: [...elements.slice(0, start), ...inserted, ...elements.slice(Math.max(start, end))] };
}
