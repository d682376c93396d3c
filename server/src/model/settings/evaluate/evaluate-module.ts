// Runs the statements of a settings module on abstract values: assignments, imports, branches, guards that raise.
// Must not throw, loop without bound or follow what cannot be seen: that makes the namespace open. Look next at mutate.ts and imports.ts.
import type {
  AugAssign,
  Delete,
  ExceptHandler,
  Expr,
  ExprStmt,
  FunctionDef,
  Stmt,
  Try,
  With,
} from '../../../syntax/python/nodes.ts';
import { walkAll } from '../../../syntax/python/walk.ts';
import type { Span } from '../../../text/span.ts';
import { loadsClass } from '../classes/class-settings.ts';
import { defineClass, defineMethod, spoil } from '../classes/class-values.ts';
import { truth } from '../truth.ts';
import { unknown } from '../values.ts';
import { setVariable } from '../variables/process-environment.ts';
import { enterPrefix, setPrefix } from '../variables/reader-prefixes.ts';
import { returnFrom } from './call-function.ts';
import { ifStatement, reject, tryStatement } from './evaluate-blocks.ts';
import { evaluate, valueFor, variablesSetBy } from './evaluate-expression.ts';
import { forStatement, whileStatement } from './evaluate-loops.ts';
import { matchStatement } from './evaluate-match.ts';
import { importFrom, importModules } from './imports.ts';
import { type Internal, toValue } from './internal-values.ts';
import { augmented, changeSlice, mutateByMethod, removeItem } from './mutate.ts';
import type { Slot } from './namespace.ts';
import { isNamespaceCall, namesOwnModule, writeByCall, writeName } from './namespace-writes.ts';
import { changePlace, placeOf } from './places.ts';
import { force } from './read-name.ts';
import { assignment, locate, maxDepth, maxSteps, type Scope } from './scope.ts';
import { markHandedOver } from './side-effects.ts';

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
      ifStatement(statement, scope);
      return;
    case 'Import':
      importModules(statement, scope);
      return;
    case 'ImportFrom':
      importFrom(statement, scope);
      return;
    case 'FunctionDef':
      define(statement, scope);
      return;
    case 'ClassDef':
      defineClass(statement, scope);
      return;
    case 'Return':
      returnFrom(statement, scope);
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
      whileStatement(statement, scope);
      return;
    case 'Match':
      matchStatement(statement, scope);
      return;
    case 'Raise':
      scope.names.dead = true;
      return;
    case 'Assert':
      reject(statement.test, scope);
      if (truth(valueFor(statement.test, scope)) === false) scope.names.dead = true;
      else scope.names.know(variablesSetBy(statement.test, true, scope));
      return;
    case 'Delete':
      remove(statement, scope);
      return;
    default:
  }
}

function define(node: FunctionDef, scope: Scope): void {
  const { within } = scope;
  const { name } = node;
  if (within?.owner !== undefined && !within.isFunction) defineMethod(node, within.owner, scope);
  else
    scope.names.assign(name, { kind: 'definition', name, code: node, home: scope, at: locate(scope, node) }, undefined);
  const names = within?.module ?? scope.names;
  for (const one of globalsOf(node.body)) names.mark(one, { overridable: true });
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
export function assignedValue(expr: Expr, scope: Scope): Internal {
  if (isNamespaceCall(expr)) scope.names.expose();
  if (expr.kind === 'Name' && scope.names.debug === undefined) {
    const slot = scope.names.slots.get(expr.id);
    if (slot !== undefined) return force(slot.value, scope);
  }
  if (expr.kind === 'Call') writeByCall(expr, scope);
  return evaluate(expr, scope);
}

/** Gives the value to a name, to the names of a tuple, or to a place below a name. */
export function assign(target: Expr, value: Internal, source: Expr, statement: Span, scope: Scope): void {
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
        writeName(target.slice, toValue(value), source, statement, scope);
        return;
      }
      if (isEnvironment(target.value, scope)) {
        setVariable(valueFor(target.slice, scope), toValue(value), scope);
        return;
      }
      if (target.slice.kind === 'Slice') {
        changeSlice(target, toValue(value), locate(scope, statement), scope);
        return;
      }
      const place = placeOf(target, scope);
      if (place === undefined) {
        spoil(target, scope);
        return;
      }
      const note = { method: '[]', argument: locate(scope, source), statement: locate(scope, statement) };
      changePlace(place, scope, () => toValue(value), note);
      return;
    }
    case 'Attribute':
      setPrefix(target, toValue(value), scope);
      spoil(target, scope);
      return;
    default:
  }
}

/** True for `os.environ` itself. */
function isEnvironment(expr: Expr, scope: Scope): boolean {
  if (expr.kind !== 'Name' && expr.kind !== 'Attribute') return false;
  const value = evaluate(expr, scope);
  return value.kind === 'symbol' && value.path === 'os.environ';
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
  if (place === undefined) {
    spoil(statement.target, scope);
    return;
  }
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
  if (loadsClass(value, scope)) return;
  if (namesOwnModule(value)) scope.names.expose();
  writeByCall(value, scope);
  if (mutateByMethod(value, statement, scope)) return;
  // `Base.APPS.append(…)`
  if (value.func.kind === 'Attribute') spoil(value.func.value, scope);
  const callee =
    value.func.kind === 'Name' || value.func.kind === 'Attribute' ? evaluate(value.func, scope) : undefined;
  if (callee?.kind === 'symbol' && exits.has(callee.path)) {
    scope.names.dead = true;
    return;
  }
  const result = evaluate(value, scope);
  if (result.kind === 'call' && callee?.kind !== 'definition') markHandedOver(value, scope);
}

function withStatement(statement: With, scope: Scope): void {
  const suppressed = suppressedBy(statement, scope);
  if (suppressed !== undefined) {
    tryStatement(suppressed, scope);
    return;
  }
  const readers = new Map<string, Slot>();
  for (const { context, vars } of statement.items) {
    if (!enterPrefix(context, readers, scope)) evaluate(context, scope);
    if (vars !== null) assign(vars, unknown(locate(scope, context)), context, statement, scope);
  }
  runStatements(statement.body, scope);
  for (const [name, slot] of readers) scope.names.slots.set(name, slot);
}

/** `with contextlib.suppress(ImportError):` as the `try` with an empty handler that it is. */
function suppressedBy({ items, body, start, end }: With, scope: Scope): Try | undefined {
  const [item] = items;
  if (item === undefined || items.length > 1 || item.context.kind !== 'Call') return undefined;
  const { func, args } = item.context;
  const callee = func.kind === 'Name' || func.kind === 'Attribute' ? evaluate(func, scope) : undefined;
  if (callee?.kind !== 'symbol' || callee.path !== 'contextlib.suppress') return undefined;
  const handlers = args.map((type): ExceptHandler => {
    return { kind: 'ExceptHandler', type, name: null, nameStart: start, body: [], start, end };
  });
  return { kind: 'Try', body, handlers, orelse: [], finalbody: [], isStar: false, start, end };
}

function remove(statement: Delete, scope: Scope): void {
  for (const target of statement.targets) {
    if (target.kind === 'Name') scope.names.slots.delete(target.id);
    else if (target.kind === 'Subscript') removeItem(target, locate(scope, statement), scope);
  }
}
