// Expression -> abstract value, for the constants, lists, environment reads and tests that settings are written with.
// Must not throw, loop or guess: what it does not know is `unknown`. Look next at evaluate-call.ts and operators.ts.
import type { Attribute, BoolOp, Dict, Expr, FString, IfExp, Subscript } from '../../syntax/python/nodes.ts';
import type { Location } from '../../text/location.ts';
import { classAttribute } from './class-values.ts';
import { evaluateCall } from './evaluate-call.ts';
import { evaluateComprehension } from './evaluate-comprehension.ts';
import { type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { joinValues } from './join-values.ts';
import { binary, compare, elementsOf, joinPath, mapVariants, mergeDicts } from './operators.ts';
import { debugGuard, force, readName } from './read-name.ts';
import { assignment, locate, maxDepth, maxElements, maxSteps, maxText, type Scope } from './scope.ts';
import { sliceOf } from './slices.ts';
import { truth } from './truth.ts';
import {
  constant,
  type DictEntry,
  type DictValue,
  type Guard,
  type SequenceElement,
  type SequenceValue,
  unknown,
  type Value,
  variablesOf,
} from './values.ts';
import { noteRead } from './variable-reads.ts';

/** What an expression gives, as rules may see it. */
export function valueFor(expr: Expr, scope: Scope): Value {
  return toValue(evaluate(expr, scope));
}

/** What an expression gives. */
export function evaluate(expr: Expr, scope: Scope): Internal {
  const at = locate(scope, expr);
  if (++scope.effort.steps > maxSteps || scope.effort.depth > maxDepth) return unknown(at);
  scope.effort.depth++;
  const before = scope.loader.reads().length;
  try {
    const value = evaluateKind(expr, scope, at);
    noteRead(expr, value, before, scope, at);
    return value;
  } finally {
    scope.effort.depth--;
  }
}

function evaluateKind(expr: Expr, scope: Scope, at: Location): Internal {
  switch (expr.kind) {
    case 'Str':
      return expr.value.length > maxText ? unknown(at) : constant(expr.value, at);
    case 'Num':
      return expr.value === null ? unknown(at) : constant(expr.value, at);
    case 'Bool':
      return constant(expr.value, at);
    case 'NoneLit':
      return constant(null, at);
    case 'Bytes':
      return { kind: 'bytes', length: expr.value.length, at };
    case 'FString':
      return formatted(expr, scope, at);
    case 'Name':
      return readName(expr, scope, at);
    case 'Attribute':
      return attribute(expr, scope, at);
    case 'Subscript':
      return subscript(expr, scope, at);
    case 'Call':
      return evaluateCall(expr, scope, at);
    case 'List':
    case 'Tuple':
    case 'Set':
      return sequence(expr.kind, expr.elts, scope, at);
    case 'Dict':
      return dict(expr, scope, at);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return evaluateComprehension(expr, scope, at);
    case 'DictComp':
      return { kind: 'dict', entries: [], open: true, at };
    default:
      return computed(expr, scope, at);
  }
}

function computed(expr: Expr, scope: Scope, at: Location): Internal {
  switch (expr.kind) {
    case 'BinOp':
      return binary(expr.op, valueFor(expr.left, scope), valueFor(expr.right, scope), at);
    case 'UnaryOp':
      return unary(expr.op, valueFor(expr.operand, scope), at);
    case 'BoolOp':
      return splitByDebug(scope, () => booleans(expr, scope, at));
    case 'Compare':
      return comparison(expr, scope, at);
    case 'IfExp':
      return splitByDebug(scope, () => either(expr, scope, at));
    case 'NamedExpr': {
      const value = evaluate(expr.value, scope);
      if (expr.target.kind === 'Name')
        scope.names.assign(expr.target.id, value, assignment(scope, expr.target, expr.value, expr));
      return value;
    }
    default:
      return unknown(at);
  }
}

/** Evaluates once with `DEBUG` true and once with it false when the outcome depends on it. */
function splitByDebug(scope: Scope, evaluateOnce: () => Value): Value {
  if (scope.names.debug !== undefined) return evaluateOnce();
  const reads = scope.effort.debugReads;
  const whole = evaluateOnce();
  if (scope.effort.debugReads === reads) return whole;
  const before = scope.names.debug;
  scope.names.debug = true;
  const on = evaluateOnce();
  scope.names.debug = false;
  const off = evaluateOnce();
  scope.names.debug = before;
  if (on.kind === 'unknown' && off.kind === 'unknown') return whole;
  return joinValues({ value: on, guard: debugGuard(true) }, { value: off, guard: debugGuard(false) });
}

function formatted(expr: FString, scope: Scope, at: Location): Value {
  let text = '';
  const variables: string[] = [];
  let known = true;
  for (const part of expr.parts) {
    if (part.kind !== 'Interp') {
      text += part.value;
      continue;
    }
    const value = valueFor(part.value, scope);
    if (value.kind === 'constant' && part.spec.length === 0 && part.conversion === null && !part.debug)
      text += value.value === null ? 'None' : typeof value.value === 'boolean' ? capitalised(value.value) : value.value;
    else known = false;
    variables.push(...variablesOf(value));
  }
  return known && text.length <= maxText ? constant(text, at) : unknown(at, variables);
}

function capitalised(value: boolean): string {
  return value ? 'True' : 'False';
}

function attribute(expr: Attribute, scope: Scope, at: Location): Internal {
  const base = evaluate(expr.value, scope);
  if (base.kind === 'symbol') return { kind: 'symbol', path: `${base.path}.${expr.attr}`, at };
  if (base.kind === 'module') return force({ kind: 'lazy', file: base.file, name: expr.attr, at }, scope);
  if (base.kind === 'class' || base.kind === 'instance' || base.kind === 'super')
    return classAttribute(base, expr.attr, scope, at);
  if (base.kind === 'path') {
    if (expr.attr === 'parent') return joinPath(base.path, constant('..', at), at);
    if (expr.attr === 'name') return constant(base.path.slice(base.path.lastIndexOf('/') + 1), at);
  }
  return isInternalOnly(base) ? unknown(at) : unknown(at, variablesOf(base));
}

function subscript(expr: Subscript, scope: Scope, at: Location): Internal {
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
    const variable = key.kind === 'constant' && typeof key.value === 'string' ? key.value : undefined;
    return { kind: 'environment', variable, cast: 'string', fallback: undefined, at };
  }
  return mapVariants(base, at, (one) => itemOf(one, key, at));
}

/** `base[key]` of a dict or list. */
function itemOf(base: Value, key: Value, at: Location): Value {
  if (key.kind !== 'constant') return unknown(at, variablesOf(base));
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

function sequence(kind: 'List' | 'Tuple' | 'Set', items: readonly Expr[], scope: Scope, at: Location): Value {
  const bracket = kind === 'List' ? 'list' : kind === 'Tuple' ? 'tuple' : 'set';
  if (items.length > maxElements) return unknown(at);
  let lists: Value = { kind: 'sequence', bracket, elements: [], at };
  for (const item of items) {
    if (item.kind === 'Starred') {
      const added = valueFor(item.value, scope);
      lists = mapVariants(added, at, (one) =>
        mapVariants(lists, at, (list) => extended(list, elementsOf(one, one.at))),
      );
    } else {
      const itemAt = locate(scope, item);
      const element = { value: valueFor(item, scope), many: false, guard: undefined, at: itemAt };
      lists = mapVariants(lists, at, (list) => extended(list, [element]));
    }
  }
  return lists;
}

function extended(list: Value, elements: readonly SequenceElement[]): Value {
  if (list.kind !== 'sequence') return list;
  const grown: SequenceValue = { ...list, elements: [...list.elements, ...elements] };
  return grown.elements.length > maxElements ? unknown(list.at) : grown;
}

function dict(expr: Dict, scope: Scope, at: Location): Value {
  let result: DictValue = { kind: 'dict', entries: [], open: false, at };
  let pending: DictEntry[] = [];
  const flush = (): void => {
    if (pending.length > 0) result = mergeDicts(result, { kind: 'dict', entries: pending, open: false, at }, at);
    pending = [];
  };
  for (let i = 0; i < expr.values.length; i++) {
    const key = expr.keys[i];
    const value = expr.values[i];
    if (value === undefined) continue;
    if (key === null || key === undefined) {
      flush();
      result = mergeDicts(result, valueFor(value, scope), at);
      continue;
    }
    const known = valueFor(key, scope);
    if (known.kind === 'constant')
      pending.push({ key: known.value, keyAt: locate(scope, key), value: valueFor(value, scope), guard: undefined });
    else {
      flush();
      result = { ...result, open: true };
    }
  }
  flush();
  return result;
}

function unary(op: 'Invert' | 'Not' | 'UAdd' | 'USub', operand: Value, at: Location): Value {
  return mapVariants(operand, at, (one) => {
    if (op === 'Not') return negated(one, at);
    if (one.kind !== 'constant' || typeof one.value !== 'number') return unknown(at, variablesOf(one));
    if (op === 'USub') return constant(-one.value, at);
    return op === 'UAdd' ? constant(one.value, at) : unknown(at);
  });
}

function negated(value: Value, at: Location): Value {
  const known = truth(value);
  if (known !== undefined) return constant(!known, at);
  if (value.kind !== 'environment') return unknown(at, variablesOf(value));
  const fallback = value.fallback === undefined ? undefined : negated(value.fallback, at);
  return { kind: 'environment', variable: value.variable, cast: 'boolean', fallback, at };
}

function booleans(expr: BoolOp, scope: Scope, at: Location): Value {
  const stops = expr.op === 'Or';
  let pending: Value | undefined;
  for (const operand of expr.values) {
    const value = valueFor(operand, scope);
    const known = truth(value);
    const last = operand === expr.values.at(-1);
    if (pending === undefined) {
      if (known === stops || last) return value;
      if (known === undefined) pending = value;
      continue;
    }
    pending = combined(pending, value, stops, at);
    // What follows a certain stop is never read.
    if (known === stops && pending.kind === 'constant') return pending;
  }
  return pending ?? unknown(at);
}

/** `a or b`, `a and b` for an `a` that is not decided. */
function combined(a: Value, b: Value, isOr: boolean, at: Location): Value {
  if (a.kind === 'environment' && isOr && (a.fallback === undefined || truth(a.fallback) === false))
    return { ...a, fallback: b, at };
  const known = truth(b);
  const both = [...variablesOf(a), ...variablesOf(b)];
  const isTest = a.kind === 'environment' && a.cast === 'boolean';
  if (known === isOr && (isTest || !isOr)) return constant(isOr, at);
  return unknown(at, both);
}

function comparison(expr: Extract<Expr, { kind: 'Compare' }>, scope: Scope, at: Location): Value {
  let left = valueFor(expr.left, scope);
  let result: Value | undefined;
  for (let i = 0; i < expr.ops.length; i++) {
    const op = expr.ops[i];
    const next = expr.comparators[i];
    if (op === undefined || next === undefined) break;
    const right = valueFor(next, scope);
    const one = compare(op, left, right, at);
    if (truth(one) === false) return one;
    result =
      result === undefined || truth(result) === true ? one : unknown(at, [...variablesOf(result), ...variablesOf(one)]);
    left = right;
  }
  return result ?? unknown(at);
}

function either(expr: IfExp, scope: Scope, at: Location): Value {
  const test = valueFor(expr.test, scope);
  const known = truth(test);
  if (known !== undefined) return valueFor(known ? expr.body : expr.orelse, scope);
  const variables = variablesOf(test);
  const before = scope.names.known;
  scope.names.known = new Set([...before, ...variablesSetBy(expr.test, test, scope)]);
  const yes = valueFor(expr.body, scope);
  scope.names.known = before;
  const no = valueFor(expr.orelse, scope);
  const guard: Guard = { debug: undefined, unseen: true, variables };
  const joined = joinValues({ value: yes, guard }, { value: no, guard });
  return joined.kind === 'unknown' ? unknown(at, variables) : joined;
}

/** Variables that are set and not empty where the test holds: `os.environ.get('X')`, `'X' in os.environ`, and both sides of `and`. */
export function variablesSetBy(test: Expr, value: Value, scope: Scope): readonly string[] {
  if (test.kind === 'BoolOp' && test.op === 'And')
    return test.values.flatMap((one) => variablesSetBy(one, valueFor(one, scope), scope));
  if (value.kind !== 'environment' || value.variable === undefined) return [];
  const isPlain = test.kind !== 'UnaryOp' && (value.fallback === undefined || truth(value.fallback) === false);
  return isPlain ? [value.variable] : [];
}
