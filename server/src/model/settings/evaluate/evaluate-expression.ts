// Expression -> abstract value, for the constants, lists, environment reads and tests that settings are written with.
// Must not throw, loop or guess: what it does not know is `unknown`. Look next at evaluate-call.ts and operators.ts.
import type { Attribute, BoolOp, Expr, IfExp } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { classAttribute } from '../classes/class-values.ts';
import { truth } from '../truth.ts';
import { constant, type Guard, unknown, type Value, variablesOf, withStep } from '../values.ts';
import { noteRead } from '../variables/variable-reads.ts';
import { dict, sequence } from './displays.ts';
import { evaluateCall } from './evaluate-call.ts';
import { evaluateComprehension, evaluateDictComprehension } from './evaluate-comprehension.ts';
import { formatted } from './format-text.ts';
import { type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { chosenFlag, joinReads, joinValues, type ReadArm } from './join-values.ts';
import { libraryValue } from './library-values.ts';
import { binary, compare, joinPath, mapVariants } from './operators.ts';
import { debugGuard, force, readName } from './read-name.ts';
import { assignment, locate, maxDepth, maxSteps, maxText, type Scope } from './scope.ts';
import { subscript } from './subscripts.ts';

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
      return evaluateDictComprehension(expr, scope, at);
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
    case 'Lambda':
      return { kind: 'definition', name: 'lambda', code: expr, home: scope, at };
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

function attribute(expr: Attribute, scope: Scope, at: Location): Internal {
  const base = evaluate(expr.value, scope);
  if (base.kind === 'symbol') return symbol(`${base.path}.${expr.attr}`, at);
  if (base.kind === 'reader') return { kind: 'symbol', path: `${base.library}.Env.${expr.attr}`, at };
  if (base.kind === 'module') return force({ kind: 'lazy', file: base.file, name: expr.attr, at }, scope);
  if (base.kind === 'class' || base.kind === 'instance' || base.kind === 'super')
    return classAttribute(base, expr.attr, scope, at);
  if (base.kind === 'path') {
    if (expr.attr === 'parent') return joinPath(base.path, constant('..', at), at);
    if (expr.attr === 'name') return constant(base.path.slice(base.path.lastIndexOf('/') + 1), at);
  }
  return isInternalOnly(base) ? unknown(at) : unknown(at, variablesOf(base));
}

/** A name of a library, or its value where that is known. */
export function symbol(path: string, at: Location): Value {
  return libraryValue(path, at) ?? { kind: 'symbol', path, at };
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
  return { ...withStep(value, 'Not'), cast: 'boolean', fallback, at };
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
  if (a.kind === 'environment' && isOr && a.fallback?.kind === 'environment' && a.cast !== 'boolean')
    return { ...a, fallback: combined(a.fallback, b, isOr, at), at };
  if (a.kind === 'environment' && isOr && (a.fallback === undefined || truth(a.fallback) === false))
    return { ...withStep(a, 'Or', b), fallback: b, at };
  const known = truth(b);
  const both = [...variablesOf(a), ...variablesOf(b)];
  const isTest = a.kind === 'environment' && a.cast === 'boolean';
  // `flag or False`, `flag and True` are the flag.
  if (isTest && known === !isOr && b.kind === 'constant' && typeof b.value === 'boolean') return { ...a, at };
  if (a.kind === 'union')
    return mapVariants(a, at, (one) => {
      const first = truth(one);
      return first === undefined ? combined(one, b, isOr, at) : first === isOr ? one : b;
    });
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
  const guard: Guard = { debug: undefined, unseen: true, variables };
  const [yes, no] = [
    armOf(expr.test, true, expr.body, guard, scope),
    armOf(expr.test, false, expr.orelse, guard, scope),
  ];
  const joined = chosenFlag(test, yes.value, no.value) ?? joinReads(yes, no);
  return joined.kind === 'unknown' ? unknown(at, variables) : joined;
}

/** What an expression gives where a test came out that way. */
function armOf(test: Expr, came: boolean, expr: Expr, guard: Guard, scope: Scope): ReadArm {
  const before = scope.names.known;
  const found = scope.names.know(variablesSetBy(test, came, scope));
  const arm = { value: valueFor(expr, scope), guard, found };
  scope.names.known = before;
  return arm;
}

/** Variables that must be set for the test to come out that way: those whose fallback makes it come out the other way. */
export function variablesSetBy(test: Expr, came: boolean, scope: Scope): readonly string[] {
  if (test.kind === 'UnaryOp' && test.op === 'Not') return variablesSetBy(test.operand, !came, scope);
  if (test.kind === 'BoolOp') {
    if ((test.op === 'And') === came) return test.values.flatMap((one) => variablesSetBy(one, came, scope));
    // One operand decides where all others are settled.
    const open = test.values.filter((one) => truth(valueFor(one, scope)) === undefined);
    const [only, ...more] = open;
    return only === undefined || more.length > 0 ? [] : variablesSetBy(only, came, scope);
  }
  const value = valueFor(test, scope);
  if (value.kind !== 'environment' || value.variable === undefined) return [];
  return value.fallback === undefined || truth(value.fallback) === !came ? [value.variable] : [];
}
