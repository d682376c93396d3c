// Runs the statements of a settings module on abstract values: assignments, imports, branches, guards that raise.
// Must not throw, loop without bound or follow what cannot be seen: that makes the namespace open. Look next at mutate.ts and imports.ts.
import type {
  AugAssign,
  Call,
  Delete,
  ElifElse,
  Expr,
  ExprStmt,
  For,
  Match,
  Stmt,
  Try,
  With,
} from '../../syntax/python/nodes.ts';
import { dottedName, walkAll } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';
import { debugGuard, evaluate, force, valueFor, variablesSetBy } from './evaluate-expression.ts';
import { importFrom, importModules } from './imports.ts';
import { type Internal, toValue } from './internal-values.ts';
import { dependsOnDebug } from './join-values.ts';
import { isKnownSetting } from './known-settings.ts';
import { augmented, changePlace, mutateByMethod, placeOf } from './mutate.ts';
import { joinPaths, type Namespace } from './namespace.ts';
import { assignment, locate, maxDepth, maxSteps, type Scope } from './scope.ts';
import { truth } from './truth.ts';
import { type Guard, type SequenceElement, unknown, type Value, variablesOf } from './values.ts';

/** Most rounds for which a loop over a known list is unrolled. */
const maxRounds = 40;

/** Runs statements one after the other; stops where the path ends. */
export function runStatements(statements: readonly Stmt[], scope: Scope): void {
  if (scope.effort.depth > maxDepth) {
    scope.names.expose();
    return;
  }
  scope.effort.depth++;
  for (const statement of statements) {
    if (++scope.effort.steps > maxSteps) scope.names.expose();
    if (scope.names.dead || scope.effort.steps > maxSteps) break;
    run(statement, scope);
  }
  scope.effort.depth--;
}

function run(statement: Stmt, scope: Scope): void {
  switch (statement.kind) {
    case 'Assign': {
      const value = assignedValue(statement.value, scope);
      for (const target of statement.targets) assign(target, value, statement.value, statement, scope);
      return;
    }
    case 'AnnAssign':
      if (statement.value !== null)
        assign(statement.target, assignedValue(statement.value, scope), statement.value, statement, scope);
      return;
    case 'AugAssign':
      augmentedAssign(statement, scope);
      return;
    case 'ExprStmt':
      expression(statement, scope);
      return;
    case 'If':
      branch(statement, statement.test, statement.body, statement.clauses, scope);
      return;
    case 'Import':
      importModules(statement, scope);
      return;
    case 'ImportFrom':
      importFrom(statement, scope);
      return;
    case 'FunctionDef':
      define(statement.name, statement, scope);
      for (const name of globalsOf(statement.body)) scope.names.mark(name, { overridable: true });
      return;
    case 'ClassDef':
      define(statement.name, statement, scope);
      // Settings as class attributes (django-configurations) are not read yet: what the module lacks may be there.
      if (statement.body.some(assignsSetting)) scope.names.expose();
      return;
    default:
      runBlock(statement, scope);
  }
}

function runBlock(statement: Stmt, scope: Scope): void {
  switch (statement.kind) {
    case 'Try':
      tryStatement(statement, scope);
      return;
    case 'With':
      withStatement(statement, scope);
      return;
    case 'For':
      forStatement(statement, scope);
      return;
    case 'While':
      maybe(statement.body, scope, statement);
      return;
    case 'Match':
      match(statement, scope);
      return;
    case 'Raise':
      scope.names.dead = true;
      return;
    case 'Assert':
      reject(statement.test, scope);
      return;
    case 'Delete':
      remove(statement, scope);
      return;
    default:
  }
}

function define(name: string, at: Span, scope: Scope): void {
  scope.names.assign(name, { kind: 'definition', name, at: locate(scope, at) }, undefined);
}

function assignsSetting(statement: Stmt): boolean {
  if (statement.kind === 'AnnAssign') return statement.target.kind === 'Name' && isKnownSetting(statement.target.id);
  return statement.kind === 'Assign' && statement.targets.some((one) => one.kind === 'Name' && isKnownSetting(one.id));
}

/** Names that a function declares `global`: calling it changes the module. */
function globalsOf(body: readonly Stmt[]): readonly string[] {
  const names: string[] = [];
  walkAll(body, (node) => {
    if (node.kind === 'Global') for (const name of node.names) names.push(name.id);
  });
  return names;
}

/** A name copied as it is keeps what it was read from: `DEBUG = _debug` stays an environment read. */
function assignedValue(expr: Expr, scope: Scope): Internal {
  if (isNamespaceCall(expr)) scope.names.expose();
  if (expr.kind === 'Name' && scope.names.debug === undefined) {
    const slot = scope.names.slots.get(expr.id);
    if (slot !== undefined) return force(slot.value, scope);
  }
  if (expr.kind === 'Call') exposeByCall(expr, scope);
  return evaluate(expr, scope);
}

function assign(target: Expr, value: Internal, source: Expr, statement: Span, scope: Scope): void {
  switch (target.kind) {
    case 'Name':
      scope.names.assign(target.id, value, assignment(scope, target, source, statement));
      return;
    case 'Starred':
      assign(target.value, unknown(locate(scope, source)), source, statement, scope);
      return;
    case 'Tuple':
    case 'List':
      target.elts.forEach((one, i) => {
        assign(one, itemAt(value, i, target.elts.length), itemSource(source, i, target.elts.length), statement, scope);
      });
      return;
    case 'Subscript': {
      if (isNamespaceCall(target.value)) {
        scope.names.expose();
        return;
      }
      const place = placeOf(target, scope);
      if (place === undefined) return;
      const note = { method: '[]', argument: locate(scope, source), statement: locate(scope, statement) };
      changePlace(place, scope, () => toValue(value), note);
      return;
    }
    default:
  }
}

function itemAt(value: Internal, index: number, count: number): Internal {
  if (value.kind !== 'sequence' || value.elements.length !== count) return unknown(value.at);
  const element = value.elements[index];
  return element === undefined || element.many || element.guard !== undefined ? unknown(value.at) : element.value;
}

function itemSource(source: Expr, index: number, count: number): Expr {
  const items = source.kind === 'Tuple' || source.kind === 'List' ? source.elts : [];
  return items.length === count ? (items[index] ?? source) : source;
}

function augmentedAssign(statement: AugAssign, scope: Scope): void {
  const added = valueFor(statement.value, scope);
  const place = placeOf(statement.target, scope);
  if (place === undefined) return;
  const at = locate(scope, statement.value);
  const note = { method: '+=', argument: at, statement: locate(scope, statement) };
  changePlace(place, scope, (before) => augmented(before, added, statement.op, at), note);
}

const exits = new Set(['sys.exit', 'os._exit', 'builtins.exit', 'builtins.quit', 'builtins.SystemExit']);

function expression(statement: ExprStmt, scope: Scope): void {
  const { value } = statement;
  if (value.kind !== 'Call') {
    evaluate(value, scope);
    return;
  }
  exposeByCall(value, scope);
  if (mutateByMethod(value, statement, scope)) return;
  const callee =
    value.func.kind === 'Name' || value.func.kind === 'Attribute' ? evaluate(value.func, scope) : undefined;
  if (callee?.kind === 'symbol' && exits.has(callee.path)) scope.names.dead = true;
  else evaluate(value, scope);
}

const loaders = /(^|\.)(include|DjangoDynaconf|exec|execfile|load_settings|export_module|autoload)$/;

/** Calls that may write any name: `globals().update(…)`, `exec(…)`, `f(locals())`, loaders of settings packages. */
function exposeByCall(call: Call, scope: Scope): void {
  const name = dottedName(call.func);
  const writes =
    (name !== undefined && loaders.test(name)) ||
    (call.func.kind === 'Attribute' && call.func.attr !== 'get' && isNamespaceCall(call.func.value)) ||
    [...call.args, ...call.keywords.map((one) => one.value)].some((arg) => isNamespaceCall(arg) || isOwnModule(arg)) ||
    name === 'setattr';
  if (writes) scope.names.expose();
}

/** `globals()`, `locals()`, `vars()`: the module's own names as a dict. */
function isNamespaceCall(expr: Expr): boolean {
  return (
    expr.kind === 'Call' &&
    expr.args.length === 0 &&
    expr.func.kind === 'Name' &&
    (expr.func.id === 'globals' || expr.func.id === 'locals' || expr.func.id === 'vars')
  );
}

/** `sys.modules[__name__]`, and `__name__` itself as an argument, which hands the module to a loader. */
function isOwnModule(expr: Expr): boolean {
  if (expr.kind === 'Subscript') return expr.slice.kind === 'Name' && expr.slice.id === '__name__';
  return false;
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
    branch(at, test, body, clauses, { ...scope, names });
    // A production that can never start would say nothing; what guards it is judged as passed.
    if (names.dead && !debug) names.dead = false;
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
  runStatements(body, { ...scope, names: then });
  otherwise(at, clauses, { ...scope, names: other });
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
function reject(test: Expr, scope: Scope): void {
  walkAll([test], (node) => {
    if (node.kind === 'Compare' || (node.kind === 'Call' && node.func.kind === 'Attribute'))
      walkAll([node], (inner) => {
        if (inner.kind === 'Name') scope.names.mark(inner.id, { rejected: true });
      });
  });
}

function tryStatement(statement: Try, scope: Scope): void {
  const before = scope.names.copy();
  const guard: Guard = { debug: undefined, unseen: true, variables: [] };
  runStatements(statement.body, scope);
  runStatements(statement.orelse, scope);
  let joined: Namespace = scope.names;
  // Imports of modules that the project has do not fail.
  const canFail = !statement.body.every((one) => one.kind === 'ImportFrom' && resolves(one, scope));
  for (const handler of canFail ? statement.handlers : []) {
    const names = before.copy();
    if (handler.name !== null) names.assign(handler.name, unknown(locate(scope, handler)), undefined);
    runStatements(handler.body, { ...scope, names });
    joined = joinPaths({ names: joined, guard }, { names, guard }, before.debug);
  }
  scope.names.become(joined);
  runStatements(statement.finalbody, scope);
}

function resolves(statement: Extract<Stmt, { kind: 'ImportFrom' }>, scope: Scope): boolean {
  return scope.loader.resolve(scope.file, statement.level, statement.module ?? '') !== undefined;
}

function withStatement(statement: With, scope: Scope): void {
  for (const { context, vars } of statement.items) {
    evaluate(context, scope);
    if (vars !== null) assign(vars, unknown(locate(scope, context)), context, statement, scope);
  }
  runStatements(statement.body, scope);
}

/** A loop over a known list is unrolled; any other may run its body or not. */
function forStatement(statement: For, scope: Scope): void {
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
  runStatements(body, scope);
  const guard: Guard = { debug: undefined, unseen: true, variables: [] };
  if (scope.names.dead) scope.names.become(before.copy());
  for (const [name, slot] of scope.names.slots) {
    if (before.slots.get(name) === slot || slot.value.kind !== 'sequence') continue;
    const place = locate(scope, at);
    const more: SequenceElement = { value: unknown(place), many: true, guard: undefined, at: place };
    const value: Value = { ...slot.value, elements: [...slot.value.elements, more] };
    scope.names.slots.set(name, { ...slot, value });
  }
  scope.names.become(joinPaths({ names: before, guard }, { names: scope.names, guard }, before.debug));
}

function match(statement: Match, scope: Scope): void {
  const subject = valueFor(statement.subject, scope);
  const guard: Guard = { debug: undefined, unseen: true, variables: variablesOf(subject) };
  const before = scope.names.copy();
  let joined: Namespace | undefined;
  for (const one of statement.cases) {
    const names = before.copy();
    runStatements(one.body, { ...scope, names });
    joined = joined === undefined ? names : joinPaths({ names: joined, guard }, { names, guard }, before.debug);
  }
  const last = statement.cases.at(-1);
  const isTotal =
    last !== undefined && last.guard === null && last.pattern.kind === 'MatchAs' && last.pattern.pattern === null;
  if (joined === undefined) return;
  scope.names.become(isTotal ? joined : joinPaths({ names: joined, guard }, { names: before, guard }, before.debug));
}

function remove(statement: Delete, scope: Scope): void {
  for (const target of statement.targets) {
    if (target.kind === 'Name') scope.names.slots.delete(target.id);
    else if (target.kind === 'Subscript') {
      const place = placeOf(target.value, scope);
      const note = { method: 'del', argument: undefined, statement: locate(scope, statement) };
      if (place !== undefined) changePlace(place, scope, (value) => unknown(value.at, variablesOf(value)), note);
    }
  }
}
