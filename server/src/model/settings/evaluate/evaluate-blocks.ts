// Statements with blocks below them: both sides of a test that cannot be decided are run and what they leave is joined.
// Must not interpret single statements; evaluate-module.ts does. Look next at namespace.ts (where paths meet).

import type { ElifElse, ExceptHandler, Expr, If, ImportFrom, Stmt, Try } from '../../../syntax/python/nodes.ts';
import { dottedName, walkAll } from '../../../syntax/python/walk.ts';
import { lastPart } from '../../../text/dotted-name.ts';
import type { Span } from '../../../text/span.ts';
import { truth } from '../truth.ts';
import { type Guard, unknown, type Value, variablesOf } from '../values.ts';
import { valueFor, variablesSetBy } from './evaluate-expression.ts';
import { runStatements } from './evaluate-module.ts';
import { toValue } from './internal-values.ts';
import { dependsOnDebug, requiredIn } from './join-values.ts';
import { joinPaths, type Namespace } from './namespace.ts';
import { debugGuard } from './read-name.ts';
import { locate, maxDepth, type Scope } from './scope.ts';

/** The branch that is taken, or all of those that may be. */
export function ifStatement(statement: If, scope: Scope): void {
  branch(statement, statement.test, statement.body, statement.clauses, scope);
}

/** One `if` or `elif`: the branch that is taken, or both with what they leave joined. */
function branch(at: Span, test: Expr, body: readonly Stmt[], clauses: readonly ElifElse[], scope: Scope): void {
  const reads = scope.effort.debugReads;
  const value = valueFor(test, scope);
  const known = truth(value);
  const taken = (): void => {
    const rejects = ends(body);
    if (rejects) reject(test, scope);
    runStatements(body, scope);
  };
  if (known === true) {
    taken();
    return;
  }
  if (known === false) {
    if (ends(body)) reject(test, scope);
    otherwise(at, clauses, scope);
    return;
  }
  const usesDebug = scope.effort.debugReads > reads || dependsOnDebug(value);
  if (scope.names.debug === undefined && usesDebug) splitByDebug(at, test, body, clauses, scope);
  else splitByTest(at, test, value, body, clauses, scope);
}

function otherwise(at: Span, clauses: readonly ElifElse[], scope: Scope): void {
  const [next, ...rest] = clauses;
  if (next === undefined) return;
  if (next.test === null) runStatements(next.body, scope);
  else if (scope.effort.depth < maxDepth) {
    scope.effort.depth++;
    branch(at, next.test, next.body, rest, scope);
    scope.effort.depth--;
  } else scope.names.expose();
}

function splitByDebug(at: Span, test: Expr, body: readonly Stmt[], clauses: readonly ElifElse[], scope: Scope): void {
  const on = scope.names.copy();
  const off = scope.names.copy();
  for (const [names, debug] of [
    [on, true],
    [off, false],
  ] as const) {
    names.debug = debug;
    branch(at, test, body, clauses, { ...scope, names, isUncertain: true });
    // A production that can never start would say nothing; what guards it is judged as passed.
    if (names.dead && !debug && names.returns === scope.names.returns) names.dead = false;
  }
  const joined = joinPaths({ names: on, guard: debugGuard(true) }, { names: off, guard: debugGuard(false) }, undefined);
  scope.names.become(joined);
}

function splitByTest(
  at: Span,
  test: Expr,
  value: Value,
  body: readonly Stmt[],
  clauses: readonly ElifElse[],
  scope: Scope,
): void {
  const guard: Guard = { debug: undefined, unseen: true, variables: variablesOf(value) };
  const last = clauses.at(-1);
  if (ends(body) || (clauses.length === 1 && last?.test === null && ends(last.body))) reject(test, scope);
  const debug = scope.names.debug;
  const then = scope.names.copy();
  const onThen = then.know(variablesSetBy(test, true, scope));
  const other = scope.names.copy();
  const onOther = other.know(variablesSetBy(test, false, scope));
  const mayLack = scope.mayLack === true || asksForFile(test);
  runStatements(body, { ...scope, names: then, isUncertain: true, mayLack });
  otherwise(at, clauses, { ...scope, names: other, isUncertain: true });
  scope.names.become(joinPaths({ names: then, guard, found: onThen }, { names: other, guard, found: onOther }, debug));
}

/** `if os.path.exists(…):`, `if path.is_file():` around the import of local settings. */
function asksForFile(test: Expr): boolean {
  let asks = false;
  walkAll([test], (node) => {
    if (node.kind !== 'Call') return;
    const name = node.func.kind === 'Attribute' ? node.func.attr : node.func.kind === 'Name' ? node.func.id : '';
    if (['exists', 'isfile', 'is_file', 'find_spec', 'lexists'].includes(name)) asks = true;
  });
  return asks;
}

/** True when the last statement of a block leaves the program. */
function ends(body: readonly Stmt[]): boolean {
  const last = body.at(-1);
  if (last?.kind === 'Raise') return true;
  if (last?.kind !== 'ExprStmt' || last.value.kind !== 'Call') return false;
  const name = dottedName(last.value.func);
  return name === 'sys.exit' || name === 'exit' || name === 'quit' || name === 'os._exit';
}

/** Marks the names that a guard compares or looks into; asking only whether one is empty rejects no literal. */
export function reject(test: Expr, scope: Scope): void {
  refuseEmpty(test, scope);
  const variables = new Set([...scope.names.guarded, ...variablesOf(valueFor(test, scope))]);
  walkAll([test], (node) => {
    if (node.kind === 'Compare' || (node.kind === 'Call' && node.func.kind === 'Attribute'))
      walkAll([node], (inner) => {
        if (inner.kind === 'Name') scope.names.mark(inner.id, { rejected: true });
      });
    if (node.kind === 'Name') for (const one of variablesOf(valueFor(node, scope))) variables.add(one);
  });
  scope.names.guarded = variables;
}

/** Where `if not X:` leaves the program, or `assert X` does, a variable that X is read from has to be set. */
function refuseEmpty(test: Expr, scope: Scope): void {
  const tested = test.kind === 'BoolOp' ? test.values : [test];
  for (const one of tested) {
    const name = one.kind === 'UnaryOp' && one.op === 'Not' ? one.operand : one;
    const slot = name.kind === 'Name' ? scope.names.slots.get(name.id) : undefined;
    if (name.kind !== 'Name' || slot?.value.kind !== 'environment') continue;
    const { fallback } = slot.value;
    if (fallback === undefined || truth(fallback) !== false) continue;
    scope.names.slots.set(name.id, { ...slot, value: { ...slot.value, fallback: undefined } });
  }
}

/** The body, and every handler in its place where the body can fail. */
export function tryStatement(statement: Try, scope: Scope): void {
  const before = scope.names.copy();
  const guard: Guard = { debug: undefined, unseen: true, variables: [] };
  const fallback = statement.handlers.find(goesOnWithoutImport);
  const [first] = statement.body;
  if (fallback !== undefined && first?.kind === 'ImportFrom' && isMissing(first, scope)) {
    withoutModule(first, fallback, statement.finalbody, scope);
    return;
  }
  const mayLack = fallback !== undefined;
  runStatements(statement.body, { ...scope, mayLack });
  runStatements(statement.orelse, scope);
  let joined: Namespace = scope.names;
  // Imports of modules that the project has do not fail.
  const canFail = !statement.body.every((one) => one.kind === 'ImportFrom' && resolves(one, scope));
  for (const handler of canFail ? statement.handlers : []) {
    const names = before.copy();
    const found = catchesMissing(handler) ? joined.know(readsSince(before, joined)) : undefined;
    if (handler.name !== null) names.assign(handler.name, unknown(locate(scope, handler)), undefined);
    runStatements(handler.body, { ...scope, names, isUncertain: true });
    joined = joinPaths({ names: joined, guard, found }, { names, guard }, before.debug);
  }
  scope.names.become(joined);
  runStatements(statement.finalbody, scope);
}

/** A handler of missing modules that does not end the program. */
function goesOnWithoutImport(handler: ExceptHandler): boolean {
  const { type } = handler;
  const caught = type?.kind === 'Tuple' ? type.elts : [type];
  const isCaught = caught.some(
    (one) =>
      one === null ||
      (one?.kind === 'Name' && ['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException'].includes(one.id)),
  );
  return isCaught && !ends(handler.body);
}

/** An import of local settings that the repository does not hold; an unknown library's name is no such thing. */
function isMissing({ module, level, names }: ImportFrom, scope: Scope): boolean {
  const path = module ?? '';
  if (scope.loader.resolve(scope.file, level, path) !== undefined) return false;
  if (level > 0)
    return names.every(({ name }) => path !== '' || scope.loader.resolve(scope.file, level, name) === undefined);
  const [top = ''] = path.split('.');
  return (
    names.some(({ name }) => name === '*') || (top !== path && scope.loader.resolve(scope.file, 0, top) !== undefined)
  );
}

/** What holds while the module is not there; where it is, it may give every name, or those it is asked for, another value. */
function withoutModule(missing: ImportFrom, handler: ExceptHandler, last: readonly Stmt[], scope: Scope): void {
  if (handler.name !== null) scope.names.assign(handler.name, unknown(locate(scope, handler)), undefined);
  runStatements(handler.body, scope);
  if (missing.names.some(({ name }) => name === '*')) scope.names.exposeLocally();
  else
    for (const { name, asname } of missing.names) {
      const binds = asname ?? name;
      if (!scope.names.slots.has(binds)) scope.names.assign(binds, unknown(locate(scope, missing)), undefined);
      scope.names.mark(binds, { overridableLocally: true });
    }
  runStatements(last, scope);
}

/** Variables without which a name that the body has assigned could not have been read. */
function readsSince(before: Namespace, after: Namespace): readonly string[] {
  return [...after.slots].flatMap(([name, { value }]) =>
    before.slots.get(name)?.value === value ? [] : requiredIn(toValue(value)),
  );
}

const missing = new Set(
  'KeyError LookupError Exception BaseException ImproperlyConfigured UndefinedValueError EnvError EnvNotSetError'.split(
    ' ',
  ),
);

/** True for a handler of what reading a variable raises when there is none. */
export function catchesMissing({ type }: ExceptHandler): boolean {
  if (type === null) return true;
  return (type.kind === 'Tuple' ? type.elts : [type]).some((one) => {
    const name = dottedName(one);
    return name !== undefined && missing.has(lastPart(name));
  });
}

function resolves(statement: Extract<Stmt, { kind: 'ImportFrom' }>, scope: Scope): boolean {
  return scope.loader.resolve(scope.file, statement.level, statement.module ?? '') !== undefined;
}
