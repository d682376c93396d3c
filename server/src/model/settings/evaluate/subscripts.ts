import type { Subscript } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { constant, type DictValue, textValue, unknown, type Value, variablesOf } from '../values.ts';
import { readVariable } from '../variables/process-environment.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { type Internal, isInternalOnly } from './internal-values.ts';
import { joinPath, mapVariants } from './operators.ts';
import type { Scope } from './scope.ts';
import { sliceOf } from './slices.ts';

/** `base[key]` */
export function subscript(expr: Subscript, scope: Scope, at: Location): Internal {
  const { value, slice } = expr;
  // `.parents[1]` is the one attribute whose subscript says more than the attribute.
  if (value.kind === 'Attribute' && value.attr === 'parents') {
    const base = evaluate(value.value, scope);
    const index = valueFor(slice, scope);
    if (base.kind === 'path' && index.kind === 'constant' && typeof index.value === 'number' && index.value < 20)
      return joinPath(base.path, constant('../'.repeat(index.value + 1), at), at);
  }
  const base = evaluate(value, scope);
  if (isInternalOnly(base)) return unknown(at);
  if (slice.kind === 'Slice') return sliceOf(base, slice, scope, at);
  const key = valueFor(slice, scope);
  if (base.kind === 'symbol' && base.path === 'os.environ') {
    return readVariable(textValue(key), undefined, scope, at);
  }
  return mapVariants(base, at, (one) => itemOf(one, key, at));
}

/** `base[key]` of a dict or list. */
function itemOf(base: Value, key: Value, at: Location): Value {
  if (key.kind === 'environment' && base.kind === 'dict') return chosen(base, key, at);
  if (base.kind === 'environment') return itemOfRead(base, key, at);
  if (key.kind !== 'constant') return unknown(at, [...variablesOf(base), ...variablesOf(key)]);
  if (base.kind === 'dict') {
    const entry = base.entries.find((one) => one.key === key.value);
    if (entry !== undefined && entry.guard === undefined) return entry.value;
  }
  if (base.kind === 'sequence' && typeof key.value === 'number') {
    const fixed = base.elements.every((element) => !element.many && element.guard === undefined);
    const element = fixed ? base.elements.at(key.value) : undefined;
    if (element !== undefined) return element.value;
  }
  return unknown(at, variablesOf(base));
}

/** `{'true': True, 'false': False}[os.environ['X']]` */
function chosen(base: DictValue, key: Extract<Value, { kind: 'environment' }>, at: Location): Value {
  const isFlag = base.entries.every(({ value }) => value.kind === 'constant' && typeof value.value === 'boolean');
  const fallback =
    key.fallback === undefined ? undefined : mapVariants(key.fallback, at, (one) => itemOf(base, one, at));
  return { ...key, cast: isFlag && !base.open ? 'boolean' : 'unknown', fallback, at };
}

/** `os.environ['HOSTS'].split(',')[0]` */
function itemOfRead(base: Extract<Value, { kind: 'environment' }>, key: Value, at: Location): Value {
  if (base.cast !== 'split' && base.cast !== 'list') return unknown(at, variablesOf(base));
  const fallback =
    base.fallback === undefined ? undefined : mapVariants(base.fallback, at, (one) => itemOf(one, key, at));
  return { ...base, cast: 'string', fallback, at };
}
