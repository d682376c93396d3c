import type { Slice } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { type SequenceValue, unknown, type Value, variablesOf } from '../values.ts';
import { valueFor } from './evaluate-expression.ts';
import { mapVariants } from './operators.ts';
import type { Scope } from './scope.ts';

/** `base[lower:upper]` of a list or text with constant bounds. */
export function sliceOf(base: Value, slice: Slice, scope: Scope, at: Location): Value {
  const lower = boundOf(slice.lower, scope);
  const upper = boundOf(slice.upper, scope);
  return mapVariants(base, at, (one) => {
    if (slice.step !== null || lower === 'unknown' || upper === 'unknown') return unknown(at, variablesOf(one));
    if (one.kind === 'constant' && typeof one.value === 'string')
      return { kind: 'constant', value: one.value.slice(lower, upper), at };
    return one.kind === 'sequence' ? partOf(one, lower, upper, at) : unknown(at, variablesOf(one));
  });
}

function boundOf(expr: Slice['lower'], scope: Scope): number | undefined | 'unknown' {
  if (expr === null) return undefined;
  const value = valueFor(expr, scope);
  if (value.kind !== 'constant') return 'unknown';
  if (value.value === null) return undefined;
  return typeof value.value === 'number' && Number.isInteger(value.value) ? value.value : 'unknown';
}

/** The elements between two positions; those before the first uncertain one are the only ones whose position is known. */
function partOf(list: SequenceValue, lower: number | undefined, upper: number | undefined, at: Location): Value {
  const uncertain = list.elements.findIndex((element) => element.many || element.guard !== undefined);
  const isCertain = (bound: number | undefined): boolean =>
    bound === undefined || uncertain < 0 || (bound >= 0 && bound <= uncertain);
  if (!isCertain(lower) || !isCertain(upper)) return unknown(at, variablesOf(list));
  return { ...list, elements: list.elements.slice(lower, upper), at };
}
