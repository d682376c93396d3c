// Statements with blocks below them: both sides of a test that cannot be decided are run and what they leave is joined.
// Must not interpret single statements; evaluate-module.ts does. Look next at namespace.ts (where paths meet).
import type {
  ElifElse,
  ExceptHandler,
  Expr,
  For,
  If,
  ImportFrom,
  Match,
  Stmt,
  Try,
  While,
} from '../../syntax/python/nodes.ts';
import { dottedName, walkAll } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';
import { valueFor, variablesSetBy } from './evaluate-expression.ts';
import { assign, runStatements } from './evaluate-module.ts';
import { dependsOnDebug } from './join-values.ts';
import { changePlace, placeOf } from './mutate.ts';
import { joinPaths, type Namespace } from './namespace.ts';
import { debugGuard } from './read-name.ts';
import { locate, maxDepth, type Scope } from './scope.ts';
import { truth } from './truth.ts';
import { type Guard, type SequenceElement, unknown, type Value, variablesOf } from './values.ts';

/** Most rounds for which a loop over a known list is unrolled. */
const maxRounds = 40;

/** The branch that is taken, or all of those that may be. */
export function ifStatement(statement: If, scope: Scope): void {
  branch(statement, statement.test, statement.body, statement.clauses, scope);
}

/** A loop whose body may run or not. */
export function whileStatement(statement: While, scope: Scope): void {
  maybe(statement.body, scope, statement);
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
  if (ends(body)) reject(test, scope);
  const debug = scope.names.debug;
  const then = scope.names.copy();
  then.known = new Set([...then.known, ...variablesSetBy(test, value, scope)]);
  const other = scope.names.copy();
  if (test.kind === 'UnaryOp' && test.op === 'Not')
    other.known = new Set([...other.known, ...variablesSetBy(test.operand, valueFor(test.operand, scope), scope)]);
  runStatements(body, { ...scope, names: then, isUncertain: true });
  otherwise(at, clauses, { ...scope, names: other, isUncertain: true });
  scope.names.become(joinPaths({ names: then, guard }, { names: other, guard }, debug));
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
  walkAll([test], (node) => {
    if (node.kind === 'Compare' || (node.kind === 'Call' && node.func.kind === 'Attribute'))
      walkAll([node], (inner) => {
        if (inner.kind === 'Name') scope.names.mark(inner.id, { rejected: true });
      });
  });
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
    if (handler.name !== null) names.assign(handler.name, unknown(locate(scope, handler)), undefined);
    runStatements(handler.body, { ...scope, names, isUncertain: true });
    joined = joinPaths({ names: joined, guard }, { names, guard }, before.debug);
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

function resolves(statement: Extract<Stmt, { kind: 'ImportFrom' }>, scope: Scope): boolean {
  return scope.loader.resolve(scope.file, statement.level, statement.module ?? '') !== undefined;
}

/** A loop over a known list is unrolled; any other may run its body or not. */
export function forStatement(statement: For, scope: Scope): void {
  runLoop(statement, scope);
  const { iter } = statement;
  const isView = iter.kind === 'Call' && iter.func.kind === 'Attribute' && /^(values|items)$/.test(iter.func.attr);
  const source = isView && iter.func.kind === 'Attribute' ? iter.func.value : iter;
  const place = changesItems(statement) ? placeOf(source, scope) : undefined;
  if (place === undefined) return;
  const note = { method: 'for', argument: undefined, statement: locate(scope, statement) };
  changePlace(place, scope, (value) => unknown(value.at, variablesOf(value)), note);
}

/** `for one in CACHES.values(): one['TIMEOUT'] = 1` changes what is looped over. */
function changesItems({ target, body }: For): boolean {
  const names = (target.kind === 'Tuple' ? target.elts : [target]).flatMap((one) =>
    one.kind === 'Name' ? [one.id] : [],
  );
  const isItem = (expr: Expr): boolean =>
    expr.kind === 'Subscript' ? isItem(expr.value) : expr.kind === 'Name' && names.includes(expr.id);
  let found = false;
  walkAll(body, (node) => {
    const targets = node.kind === 'Assign' ? node.targets : node.kind === 'AugAssign' ? [node.target] : [];
    if (targets.some((one) => one.kind === 'Subscript' && isItem(one))) found = true;
    if (node.kind === 'ExprStmt' && node.value.kind === 'Call' && node.value.func.kind === 'Attribute')
      found ||= isItem(node.value.func.value);
  });
  return found;
}

function runLoop(statement: For, scope: Scope): void {
  const source = valueFor(statement.iter, scope);
  const isKnown =
    source.kind === 'sequence' &&
    source.elements.length <= maxRounds &&
    source.elements.every((element) => !element.many && element.guard === undefined);
  if (isKnown && !leavesLoop(statement.body)) {
    for (const element of source.elements) {
      assign(statement.target, element.value, statement.iter, statement, scope);
      runStatements(statement.body, scope);
    }
    runStatements(statement.orelse, scope);
    return;
  }
  assign(statement.target, unknown(source.at, variablesOf(source)), statement.iter, statement, scope);
  maybe(statement.body, scope, statement);
}

function leavesLoop(body: readonly Stmt[]): boolean {
  let found = false;
  walkAll(body, (node) => {
    if (node.kind === 'Break' || node.kind === 'Continue') found = true;
    return !found;
  });
  return found;
}

/** A block that may run any number of times: lists it changes may have grown by more than one round. */
function maybe(body: readonly Stmt[], scope: Scope, at: Span): void {
  const before = scope.names.copy();
  const inside: Scope = { ...scope, isUncertain: true };
  runStatements(body, inside);
  const guard: Guard = { debug: undefined, unseen: true, variables: [] };
  if (scope.names.dead) {
    const { returns } = scope.names;
    scope.names.become(before.copy());
    scope.names.returns = returns;
  }
  for (const [name, slot] of scope.names.slots) {
    if (before.slots.get(name) === slot || slot.value.kind !== 'sequence') continue;
    const place = locate(scope, at);
    const more: SequenceElement = { value: unknown(place), many: true, guard: undefined, at: place };
    const value: Value = { ...slot.value, elements: [...slot.value.elements, more] };
    scope.names.slots.set(name, { ...slot, value });
  }
  scope.names.become(joinPaths({ names: before, guard }, { names: scope.names, guard }, before.debug));
}

/** All cases, and none of them unless the last takes everything. */
export function matchStatement(statement: Match, scope: Scope): void {
  const subject = valueFor(statement.subject, scope);
  const guard: Guard = { debug: undefined, unseen: true, variables: variablesOf(subject) };
  const before = scope.names.copy();
  let joined: Namespace | undefined;
  for (const one of statement.cases) {
    const names = before.copy();
    runStatements(one.body, { ...scope, names, isUncertain: true });
    joined = joined === undefined ? names : joinPaths({ names: joined, guard }, { names, guard }, before.debug);
  }
  const last = statement.cases.at(-1);
  const isTotal =
    last !== undefined && last.guard === null && last.pattern.kind === 'MatchAs' && last.pattern.pattern === null;
  if (joined === undefined) return;
  scope.names.become(isTotal ? joined : joinPaths({ names: joined, guard }, { names: before, guard }, before.debug));
}
