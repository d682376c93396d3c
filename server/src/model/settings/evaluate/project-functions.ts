// Calls of functions that the project itself defines, `env_bool('X', False)`: their bodies are run on the arguments as they are known, each
// path to its return. Nothing is recognised by name. Must not cost more than `maxStepsPerCall`. Look next at evaluate-blocks.ts.
import type { Call, ElifElse, Expr, FunctionDef, Lambda, Param, Stmt, Try } from '../../../syntax/python/nodes.ts';
import { walk, walkAll } from '../../../syntax/python/walk.ts';
import type { Location } from '../../../text/location.ts';
import { truth } from '../truth.ts';
import { constant, type Guard, unknown, variablesOf } from '../values.ts';
import { catchesMissing } from './evaluate-blocks.ts';
import { evaluate, valueFor, variablesSetBy } from './evaluate-expression.ts';
import { runStatements } from './evaluate-module.ts';
import { type DefinitionValue, type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { chosenFlag, dependsOnDebug, joinReads, joinValues, requiredIn } from './join-values.ts';
import { Namespace } from './namespace.ts';
import { debugGuard } from './read-name.ts';
import { locate, type Scope } from './scope.ts';

/** How many expressions one call from a module may cost, calls inside it included, and how deep they may go. */
const maxStepsPerCall = 1_500;
const maxCalls = 8;

export interface Arguments {
  readonly positional: readonly Internal[];
  readonly named: ReadonlyMap<string, Internal>;
}

/** What the arguments of a call are; undefined when `*args` or `**kwargs` hide some. */
export function argumentsOf(call: Call, scope: Scope): Arguments | undefined {
  const positional: Internal[] = [];
  const named = new Map<string, Internal>();
  for (const arg of call.args) {
    if (arg.kind !== 'Starred') {
      positional.push(evaluate(arg, scope));
      continue;
    }
    const many = valueFor(arg.value, scope);
    if (many.kind !== 'sequence' || many.elements.some((one) => one.many || one.guard !== undefined)) return undefined;
    positional.push(...many.elements.map((one) => one.value));
  }
  for (const { arg, value } of call.keywords) {
    if (arg !== null) {
      named.set(arg, evaluate(value, scope));
      continue;
    }
    const many = valueFor(value, scope);
    if (many.kind !== 'dict' || many.open || many.entries.some((one) => one.guard !== undefined)) return undefined;
    for (const entry of many.entries) named.set(String(entry.key), entry.value);
  }
  return { positional, named };
}

/** The result of a call; undefined when it cannot be followed. A call that surely raises ends the path it stands on. */
export function callDefinition(
  callee: DefinitionValue,
  given: Arguments | undefined,
  scope: Scope,
  at: Location,
): Internal | undefined {
  const { code, home } = callee;
  if (code === undefined || given === undefined || !isPlain(code)) return undefined;
  const calls = scope.calls ?? { depth: 0, until: scope.effort.steps + maxStepsPerCall };
  if (calls.depth >= maxCalls || scope.effort.steps > calls.until) return undefined;
  const inner = scopeOf(callee, scope, { ...calls, depth: calls.depth + 1 });
  if (inner === undefined || !bind(code.params, given, home, inner)) return undefined;
  const result = code.kind === 'Lambda' ? evaluate(code.body, inner) : outcome(code.body, inner);
  if (inner.names.open) scope.names.expose();
  if (scope.effort.steps > calls.until) return undefined;
  if (result === undefined) {
    scope.names.dead = true;
    return unknown(at);
  }
  // A text that is nobody's to see keeps its own place; all else is where it was asked for.
  return isInternalOnly(result) ? result : { ...result, at };
}

/** A body that runs once, here and now, and that nothing wraps. */
function isPlain(code: FunctionDef | Lambda): boolean {
  const kept = plainness.get(code);
  if (kept !== undefined) return kept;
  let isPlain = true;
  if (code.kind === 'FunctionDef') {
    isPlain = !code.isAsync && code.decorators.every(isCache);
    walkAll(code.body, (node) => {
      if (node.kind === 'FunctionDef' || node.kind === 'Lambda') return false;
      if (node.kind === 'Yield' || node.kind === 'YieldFrom' || node.kind === 'Await') isPlain = false;
      return isPlain;
    });
  }
  plainness.set(code, isPlain);
  return isPlain;
}

const plainness = new WeakMap<FunctionDef | Lambda, boolean>();

function isCache(decorator: Expr): boolean {
  const called = decorator.kind === 'Call' ? decorator.func : decorator;
  const name = called.kind === 'Attribute' ? called.attr : called.kind === 'Name' ? called.id : '';
  return name === 'cache' || name === 'lru_cache';
}

/** Where a body runs: names of its own, and around them those of its module. */
function scopeOf(callee: DefinitionValue, scope: Scope, calls: Scope['calls']): Scope | undefined {
  const { home } = callee;
  const isHere = home.file === scope.file;
  const module = home.within?.module ?? (isHere ? (scope.within?.module ?? scope.names) : scope.loader.load(home.file));
  if (module === undefined) return undefined;
  // A lambda or function inside another one also sees the names around it.
  const names = home.within?.isFunction === true ? home.names.copy() : new Namespace();
  names.dead = false;
  names.debug = scope.names.debug;
  names.known = scope.names.known;
  names.environment = scope.names.environment;
  const within = { module, owner: undefined, receiver: undefined, isFunction: true };
  return { ...scope, file: home.file, names, within, locals: home.locals, calls };
}

/** Gives the parameters their values. False when one has none, which raises. */
function bind(params: readonly Param[], given: Arguments, home: Scope, inner: Scope): boolean {
  const left = [...given.positional];
  const named = new Map(given.named);
  for (const param of params) {
    const value = argumentFor(param, left, named, home, inner);
    if (value === undefined) return false;
    inner.names.assign(param.name, value, undefined);
  }
  return left.length === 0 && named.size === 0;
}

function argumentFor(
  param: Param,
  left: Internal[],
  named: Map<string, Internal>,
  home: Scope,
  inner: Scope,
): Internal | undefined {
  const at = { file: home.file, span: { start: param.start, end: param.end } };
  if (param.paramKind === 'vararg') {
    const elements = left.splice(0).map((one) => ({ value: toValue(one), many: false, guard: undefined, at: one.at }));
    return { kind: 'sequence', bracket: 'tuple', elements, at };
  }
  if (param.paramKind === 'kwarg') {
    const entries = [...named].map(([key, one]) => ({ key, keyAt: one.at, value: toValue(one), guard: undefined }));
    named.clear();
    return { kind: 'dict', entries, open: false, at };
  }
  const positional = param.paramKind === 'keyword-only' ? undefined : left.shift();
  if (positional !== undefined) return positional;
  const byName = named.get(param.name);
  named.delete(param.name);
  if (byName !== undefined) return byName;
  return param.default === null
    ? undefined
    : evaluate(param.default, { ...inner, names: inner.within?.module ?? home.names });
}

/** What statements return; undefined when every path raises. */
function outcome(statements: readonly Stmt[], scope: Scope): Internal | undefined {
  for (const [i, statement] of statements.entries()) {
    const rest = statements.slice(i + 1);
    if (scope.calls !== undefined && scope.effort.steps > scope.calls.until) return unknown(locate(scope, statement));
    if (statement.kind === 'Return')
      return statement.value === null ? constant(null, locate(scope, statement)) : evaluate(statement.value, scope);
    if (!returns(statement)) {
      runStatements([statement], scope);
      if (scope.names.dead) return undefined;
      continue;
    }
    switch (statement.kind) {
      case 'If':
        return afterBranch(statement.test, statement.body, statement.clauses, rest, scope);
      case 'Try':
        return afterTry(statement, rest, scope);
      case 'With':
        runStatements([{ ...statement, body: [] }], scope);
        return outcome([...statement.body, ...rest], scope);
      default:
        return unknown(locate(scope, statement));
    }
  }
  return constant(null, { file: scope.file, span: statements[0] ?? { start: 0, end: 0 } });
}

const returning = new WeakMap<Stmt, boolean>();

/** True when a `return` of the function itself stands in or below the statement. */
function returns(statement: Stmt): boolean {
  const kept = returning.get(statement);
  if (kept !== undefined) return kept;
  let found = false;
  walk(statement, (node) => {
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda') return false;
    if (node.kind === 'Return') found = true;
    return !found;
  });
  returning.set(statement, found);
  return found;
}

function afterBranch(
  test: Expr,
  body: readonly Stmt[],
  clauses: readonly ElifElse[],
  rest: readonly Stmt[],
  scope: Scope,
): Internal | undefined {
  const value = valueFor(test, scope);
  const otherwise = (inner: Scope): Internal | undefined => {
    const [next, ...more] = clauses;
    if (next === undefined) return outcome(rest, inner);
    return next.test === null
      ? outcome([...next.body, ...rest], inner)
      : afterBranch(next.test, next.body, more, rest, inner);
  };
  const known = truth(value);
  if (known !== undefined) return known ? outcome([...body, ...rest], scope) : otherwise(scope);
  const then = { ...scope, names: scope.names.copy(), isUncertain: true };
  const other = { ...scope, names: scope.names.copy(), isUncertain: true };
  if (dependsOnDebug(value) && scope.names.debug === undefined) {
    then.names.debug = true;
    other.names.debug = false;
    const [on, off] = [afterBranch(test, body, clauses, rest, then), afterBranch(test, body, clauses, rest, other)];
    if (on === undefined || off === undefined || isInternalOnly(on) || isInternalOnly(off)) return on ?? off;
    return joinValues({ value: on, guard: debugGuard(true) }, { value: off, guard: debugGuard(false) });
  }
  const onThen = then.names.know(variablesSetBy(test, true, scope));
  const onOther = other.names.know(variablesSetBy(test, false, scope));
  const guard: Guard = { debug: undefined, unseen: true, variables: variablesOf(value) };
  const [yes, no] = [outcome([...body, ...rest], then), otherwise(other)];
  const isValues = yes !== undefined && no !== undefined && !isInternalOnly(yes) && !isInternalOnly(no);
  return (isValues ? chosenFlag(value, yes, no) : undefined) ?? joined(yes, onThen, no, onOther, guard);
}

/** What one of two paths returns; one that raises does not count. */
function joined(
  a: Internal | undefined,
  onA: ReadonlySet<string> | undefined,
  b: Internal | undefined,
  onB: ReadonlySet<string> | undefined,
  guard: Guard,
): Internal | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a === b) return a;
  if (isInternalOnly(a) || isInternalOnly(b)) return unknown(b.at);
  return joinReads({ value: a, guard, found: onA }, { value: b, guard, found: onB });
}

/** `try: return os.environ[name]` with a handler that returns, or raises, where there is no such variable. */
function afterTry(statement: Try, rest: readonly Stmt[], scope: Scope): Internal | undefined {
  if (statement.finalbody.some(returns)) return unknown(locate(scope, statement));
  const before = scope.names.copy();
  const after = [...statement.finalbody, ...rest];
  let result = outcome([...statement.body, ...statement.orelse, ...after], scope);
  const guard: Guard = {
    debug: undefined,
    unseen: true,
    variables: result === undefined ? [] : variablesOf(toValue(result)),
  };
  for (const handler of statement.handlers) {
    const inner = { ...scope, names: before.copy(), isUncertain: true };
    if (handler.name !== null) inner.names.assign(handler.name, unknown(locate(scope, statement)), undefined);
    const missing = catchesMissing(handler) && result !== undefined ? requiredIn(toValue(result)) : [];
    const found = new Set(missing);
    result = joined(result, found, outcome([...handler.body, ...after], inner), undefined, guard);
  }
  return result;
}
