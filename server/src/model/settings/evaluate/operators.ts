import type { BinaryOperator, CompareOperator } from '../../../syntax/python/nodes.ts';
import { resolveIn } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import { equal, truth } from '../truth.ts';
import {
  type CallValue,
  constant,
  type DictEntry,
  type DictValue,
  type EnvironmentValue,
  maxVariants,
  type SequenceElement,
  type SequenceValue,
  textValue,
  unknown,
  type Value,
  type Variant,
  variablesOf,
  withStep,
} from '../values.ts';
import { formatPercent, joinedText, schemeOf } from './format-text.ts';
import { type Arm, bothGuards, joinValues } from './join-values.ts';
import { maxElements, maxText } from './scope.ts';

/** Applies `operation` to each variant of a value. */
export function mapVariants(value: Value, at: Location, operation: (value: Value) => Value): Value {
  if (value.kind !== 'union') return operation(value);
  return joinVariants(
    value.variants.map((variant) => ({ ...variant, value: operation(variant.value) })),
    at,
  );
}

function joinVariants(nested: readonly Variant[], at: Location): Value {
  const variants = nested.flatMap(flatten);
  const [first, ...rest] = variants;
  if (first === undefined) return unknown(at);
  let arm: Arm = first;
  for (const next of rest) {
    const value = joinValues(arm, next);
    // No common list or dict: each variant keeps its own guard.
    if (value.kind === 'union' || value.kind === 'unknown')
      return variants.length > maxVariants ? unknown(at) : { kind: 'union', variants, at };
    arm = { value, guard: next.guard };
  }
  return arm.value;
}

/** The variants below a variant; those whose DEBUG contradicts it cannot be. */
function flatten(variant: Variant): readonly Variant[] {
  const { value, guard } = variant;
  if (value.kind !== 'union') return [variant];
  return value.variants
    .filter(
      (inner) => inner.guard.debug === undefined || guard.debug === undefined || inner.guard.debug === guard.debug,
    )
    .map((inner) => ({ ...inner, guard: bothGuards(inner.guard, guard) }));
}

/** `left op right` of two values; unknown when it cannot be computed. */
export function binary(op: BinaryOperator, left: Value, right: Value, at: Location): Value {
  return mapVariants(left, at, (a) => mapVariants(right, at, (b) => binaryOne(op, a, b, at)));
}

function binaryOne(op: BinaryOperator, a: Value, b: Value, at: Location): Value {
  if (op === 'Add' && (a.kind === 'sequence' || b.kind === 'sequence')) return concatenate(a, b, at);
  if (op === 'BitOr' && a.kind === 'dict') return mergeDicts(a, b, at);
  if (op === 'Sub' && a.kind === 'sequence' && b.kind === 'sequence') return without(a, b, at);
  if (a.kind === 'path') return fromPath(op, a.path, b, at);
  if (a.kind === 'call' && a.seconds !== undefined) return duration(op, a, b, at);
  if (b.kind === 'call' && b.seconds !== undefined && op === 'Mult') return duration(op, b, a, at);
  if (a.kind === 'constant' && b.kind === 'constant') return constants(op, a.value, b.value, at);
  if (op === 'Mod' && textValue(a) !== undefined) return formatPercent(textValue(a) ?? '', b, at);
  if (op === 'Add' && (textValue(a) !== undefined || textValue(b) !== undefined)) return joinedText([a, b], at);
  return { ...unknown(at, [...variablesOf(a), ...variablesOf(b)]), ...(op === 'Add' ? schemeOf(a) : {}) };
}

/** `BASE / 'static'`, `BASE + '/static'` and, with django-environ's paths, `Path(__file__) - 2`. */
function fromPath(op: BinaryOperator, path: string, b: Value, at: Location): Value {
  if (op === 'Div') return joinPath(path, b, at);
  const text = textValue(b);
  if (op === 'Add' && text?.startsWith('/') === true) return joinPath(path, constant(text.slice(1), at), at);
  const isCount = b.kind === 'constant' && typeof b.value === 'number' && b.value >= 0 && b.value < 20;
  if (op === 'Sub' && isCount) return joinPath(path, constant('../'.repeat(Number(b.value)), at), at);
  return unknown(at, variablesOf(b));
}

function duration(op: BinaryOperator, a: CallValue, b: Value, at: Location): Value {
  const other =
    b.kind === 'call' ? b.seconds : b.kind === 'constant' && typeof b.value === 'number' ? b.value : undefined;
  const isSum = b.kind === 'call' && (op === 'Add' || op === 'Sub');
  const isScaled = b.kind === 'constant' && (op === 'Mult' || op === 'Div');
  const seconds = other === undefined || !(isSum || isScaled) ? undefined : arithmetic(op, a.seconds ?? 0, other);
  return seconds === undefined
    ? { kind: 'call', callee: a.callee, at }
    : { kind: 'call', callee: a.callee, seconds, at };
}

type Constant = string | number | boolean | null;

function constants(op: BinaryOperator, a: Constant, b: Constant, at: Location): Value {
  if (typeof a === 'string' && typeof b === 'string' && op === 'Add')
    return a.length + b.length > maxText ? unknown(at) : constant(a + b, at);
  if (typeof a === 'string' && op === 'Mod') return formatPercent(a, constant(b, at), at);
  if (typeof a === 'string' && typeof b === 'number' && op === 'Mult')
    return a.length * b > maxText || !Number.isInteger(b) ? unknown(at) : constant(a.repeat(Math.max(0, b)), at);
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return unknown(at);
  const result = arithmetic(op, Number(a), Number(b));
  return result === undefined || !Number.isFinite(result) ? unknown(at) : constant(result, at);
}

function arithmetic(op: BinaryOperator, a: number, b: number): number | undefined {
  switch (op) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mult':
      return a * b;
    case 'Div':
      return b === 0 ? undefined : a / b;
    case 'FloorDiv':
      return b === 0 ? undefined : Math.floor(a / b);
    case 'Mod':
      return b === 0 ? undefined : a - b * Math.floor(a / b);
    case 'Pow':
      return a ** b;
    case 'LShift':
      return a * 2 ** b;
    case 'RShift':
      return Math.floor(a / 2 ** b);
    default:
      return undefined;
  }
}

/** The elements that a value adds to a list: its own, or a mark that any number of unseen ones follow. */
export function elementsOf(value: Value, at: Location): readonly SequenceElement[] {
  if (value.kind === 'sequence') return value.elements;
  return [{ value, many: true, guard: undefined, at }];
}

function concatenate(a: Value, b: Value, at: Location): Value {
  const elements = [...elementsOf(a, a.at), ...elementsOf(b, b.at)];
  if (elements.length > maxElements) return unknown(at);
  const bracket = a.kind === 'sequence' ? a.bracket : b.kind === 'sequence' ? b.bracket : 'list';
  return { kind: 'sequence', bracket, elements, at };
}

/** The list without the elements that equal a constant of `removed`. */
export function without(list: SequenceValue, removed: SequenceValue, at: Location): SequenceValue {
  const gone = new Set<unknown>();
  for (const { value } of removed.elements) if (value.kind === 'constant') gone.add(value.value);
  const elements = list.elements.filter(({ value }) => value.kind !== 'constant' || !gone.has(value.value));
  return { ...list, elements, at };
}

/** `{**a, **b}`, `a | b`, `a.update(b)`. */
export function mergeDicts(a: DictValue, b: Value, at: Location): DictValue {
  if (b.kind !== 'dict') return { ...a, open: true, at };
  const entries = new Map<unknown, DictEntry>(a.entries.map((entry) => [entry.key, entry]));
  for (const entry of b.entries) {
    const before = entries.get(entry.key);
    if (entry.guard === undefined || before === undefined) entries.set(entry.key, entry);
    else {
      const guard = entry.guard;
      const value = joinValues({ value: before.value, guard: noGuard }, { value: entry.value, guard });
      entries.set(entry.key, { ...entry, value, guard: before.guard });
    }
  }
  return { kind: 'dict', entries: [...entries.values()], open: a.open || b.open, at };
}

const noGuard = { debug: undefined, unseen: true, variables: [] };

/** A path below the root joined with a constant text; unknown when it leaves the root. */
export function joinPath(path: string, part: Value, at: Location): Value {
  const text = textValue(part);
  if (text === undefined) return unknown(at, variablesOf(part));
  const joined = resolveIn(path, text);
  return joined === undefined ? unknown(at) : { kind: 'path', path: joined, at };
}

/** `left op right` of a comparison. */
export function compare(op: CompareOperator, left: Value, right: Value, at: Location): Value {
  return mapVariants(left, at, (a) => mapVariants(right, at, (b) => compareOne(op, a, b, at)));
}

function compareOne(op: CompareOperator, a: Value, b: Value, at: Location): Value {
  const same = identical(a, b);
  if (same !== undefined && ['Is', 'IsNot', 'Eq', 'NotEq'].includes(op))
    return constant(same === (op === 'Is' || op === 'Eq'), at);
  if (op === 'In' || op === 'NotIn') return membership(op, a, b, at);
  if (a.kind === 'constant' && b.kind === 'constant') {
    const answer = compareConstants(op, a.value, b.value);
    return answer === undefined ? unknown(at) : constant(answer, at);
  }
  if (a.kind === 'environment')
    return asBoolean(
      withStep(a, op, b),
      at,
      a.fallback === undefined ? undefined : (one) => compareOne(op, one, b, at),
      (op === 'Is' || op === 'IsNot') && !(b.kind === 'constant' && b.value === null),
    );
  if (b.kind === 'environment') return compareOne(mirrored[op] ?? op, b, a, at);
  return unknown(at, [...variablesOf(a), ...variablesOf(b)]);
}

/** Whether two things are one, where that is certain: a mark made by `object()`, a type of Python's own. */
function identical(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'call' && a === b) return true;
  const isMark = (one: Value): boolean => one.kind === 'call' && one.callee === 'object';
  const isPlain = (one: Value): boolean => one.kind === 'constant' || one.kind === 'sequence' || one.kind === 'dict';
  if (isMark(a) || isMark(b)) return isPlain(a) || isPlain(b) || (isMark(a) && isMark(b)) ? false : undefined;
  if (a.kind !== 'symbol' || !a.path.startsWith('builtins.')) return undefined;
  if (b.kind === 'symbol' && b.path.startsWith('builtins.')) return a.path === b.path;
  return isPlain(b) ? false : undefined;
}

const mirrored: { readonly [Op in CompareOperator]?: CompareOperator } = { Lt: 'Gt', LtE: 'GtE', Gt: 'Lt', GtE: 'LtE' };

/** A test of a variable: a boolean that the variable decides, with the answer for its fallback. */
export function asBoolean(
  read: EnvironmentValue,
  at: Location,
  onFallback: ((fallback: Value) => Value) | undefined,
  unknownCast = false,
): EnvironmentValue {
  const answer = read.fallback === undefined || onFallback === undefined ? undefined : truth(onFallback(read.fallback));
  return {
    ...read,
    cast: unknownCast ? 'unknown' : 'boolean',
    fallback: answer === undefined ? (read.fallback === undefined ? undefined : unknown(at)) : constant(answer, at),
    at,
  };
}

function compareConstants(op: CompareOperator, a: Constant, b: Constant): boolean | undefined {
  if (op === 'Eq' || op === 'Is') return equal(a, b);
  if (op === 'NotEq' || op === 'IsNot') return !equal(a, b);
  if (a === null || b === null || (typeof a === 'string') !== (typeof b === 'string')) return undefined;
  if (op === 'Lt') return a < b;
  if (op === 'LtE') return a <= b;
  if (op === 'Gt') return a > b;
  return op === 'GtE' ? a >= b : undefined;
}

function membership(op: 'In' | 'NotIn', a: Value, b: Value, at: Location): Value {
  const settle = (found: boolean | undefined): Value =>
    found === undefined ? unknown(at, [...variablesOf(a), ...variablesOf(b)]) : constant(found === (op === 'In'), at);
  if (b.kind === 'symbol' && (b.path === 'sys.argv' || b.path === 'sys.modules')) return settle(false);
  if (b.kind === 'symbol' && b.path === 'os.environ' && a.kind === 'constant') {
    const variable = typeof a.value === 'string' ? a.value : undefined;
    const unset = constant(op === 'NotIn', at);
    return { kind: 'environment', variable, cast: 'boolean', fallback: unset, at };
  }
  if (a.kind === 'environment') return asBoolean(withStep(a, op, b), at, (one) => membership(op, one, b, at));
  if (a.kind !== 'constant') return settle(undefined);
  const wanted = a.value;
  if (b.kind === 'constant' && typeof b.value === 'string' && typeof wanted === 'string')
    return settle(b.value.includes(wanted));
  if (b.kind === 'sequence') {
    const matches = b.elements.filter(({ value }) => value.kind === 'constant' && equal(value.value, wanted));
    if (matches.some((element) => element.guard === undefined && !element.many)) return settle(true);
    return settle(
      matches.length === 0 && b.elements.every((element) => element.value.kind === 'constant') ? false : undefined,
    );
  }
  if (b.kind === 'dict') {
    const entry = b.entries.find(({ key }) => equal(key, wanted));
    if (entry !== undefined) return settle(entry.guard === undefined ? true : undefined);
    return settle(b.open ? undefined : false);
  }
  if (b.kind === 'environment')
    return { kind: 'environment', variable: b.variable, cast: 'boolean', fallback: unknown(at), at };
  return settle(undefined);
}
