// Says when a read does not run for every row of its loop: conditions on the row, and loops that are left before it.
// Must not judge what a condition finds out about a relation (narrowing.ts does). Look next at statements.ts and recorder.ts.

import type { Compare, Expr, Node, Stmt } from '../../../syntax/python/nodes.ts';
import { dottedName, walkAll } from '../../../syntax/python/walk.ts';
import { branchStatements } from './branch-statements.ts';
import type { Guard, GuardedWay, Loop } from './recorder.ts';
import type { Walk } from './walk-context.ts';

/** Runs `body` where `condition` is true, or false. */
export function whereCondition<T>(walk: Walk, condition: Expr, isTrue: boolean, body: () => T): T {
  if (walk.loops.length === 0) return body();
  return underGuard(walk, guardOf(walk, condition, isTrue), body);
}

/** Runs `body` as something that an evaluation may skip, whatever the row: a generator that `any()` need not go through. */
export function whereSkipped<T>(walk: Walk, node: Node, body: () => T): T {
  return underGuard(walk, restGuard(walk, node, undefined), body);
}

/** Runs `body` where one of several alternatives that depend on `subject` is taken. */
export function whereMatched<T>(walk: Walk, subject: Expr, body: () => T): T {
  if (walk.loops.length === 0) return body();
  return underGuard(walk, restGuard(walk, subject, namesIn([subject])), body);
}

function underGuard<T>(walk: Walk, guard: Guard, body: () => T): T {
  const kept = walk.guards;
  walk.guards = [...kept, guard];
  const result = body();
  walk.guards = kept;
  return result;
}

/** What holds for the rest of a block after a statement that may have gone on to the next row, left the loop or returned. */
export function guardsAfter(walk: Walk, statement: Stmt): readonly Guard[] {
  if (walk.loops.length === 0 || !mayLeave(statement)) return [];
  if (statement.kind === 'If') {
    const [other, ...more] = statement.clauses;
    const otherwise = other?.body ?? [];
    if (more.length === 0 && (other === undefined || other.test === null)) {
      // Who gets past one branch went through the other.
      const isElse = endsLeft(statement.body);
      if (isElse !== endsLeft(otherwise)) {
        const passed = isElse ? otherwise : statement.body;
        return [guardOf(walk, statement.test, !isElse), ...passed.flatMap((one) => guardsAfter(walk, one))];
      }
    }
  }
  return [restGuard(walk, statement, namesIn([statement]))];
}

/** Runs `body` as the inside of a loop. One that is left early does not come to all of its rows. */
export function inLoopBody<T>(walk: Walk, loop: Node, block: readonly Stmt[], body: () => T): T {
  if (!block.some(mayStop)) return body();
  // Rows of a loop around this one have been read when it stops.
  return underGuard(walk, { ...restGuard(walk, loop, undefined), loops: walk.loops.slice(-1) }, body);
}

function endsLeft(block: readonly Stmt[]): boolean {
  const kind = block.at(-1)?.kind;
  return kind === 'Continue' || kind === 'Break' || kind === 'Return';
}

/** True when a statement can end the round of the loop around it. An exception ends the whole work, so it does not count. */
function mayLeave(statement: Stmt): boolean {
  return statement.kind === 'Continue' || statement.kind === 'Break' || leavesInside(statement, mayLeave);
}

/** True when a statement can end the loop around it. */
function mayStop(statement: Stmt): boolean {
  return statement.kind === 'Break' || leavesInside(statement, mayStop);
}

function leavesInside(statement: Stmt, leaves: (statement: Stmt) => boolean): boolean {
  switch (statement.kind) {
    case 'Return':
      return true;
    case 'For':
    case 'While':
      return returns(statement);
    default:
      return branchStatements(statement).some(leaves);
  }
}

function returns(loop: Stmt): boolean {
  let found = false;
  walkAll([loop], (node) => {
    if (node.kind === 'Return') found = true;
    return !found && node.kind !== 'FunctionDef' && node.kind !== 'Lambda';
  });
  return found;
}

function guardOf(walk: Walk, condition: Expr, isTrue: boolean): Guard {
  return {
    key: `${walk.file}:${condition.start}`,
    branch: isTrue ? 'true' : 'false',
    names: namesIn([condition]),
    nullTests: nullTests(walk, condition),
    choice: choiceOf(condition, isTrue),
    loops: walk.loops,
  };
}

function restGuard(walk: Walk, node: Node, names: ReadonlySet<string> | undefined): Guard {
  const key = `${walk.file}:${node.start}`;
  return { key, branch: 'rest', names, nullTests: undefined, choice: 'open', loops: walk.loops };
}

/**
 * The guards that keep a read from some rows of its loop, outermost first.
 * @param loop the loop whose rows the read goes through.
 * @param read the read as text: a test whether it is null does not count.
 */
export function guardsOf(walk: Walk, loop: Loop, read: string): readonly Guard[] {
  return walk.guards.filter((guard) => {
    if (!guard.loops.includes(loop)) return false;
    const isNullTest = guard.nullTests?.every(
      (text) => read === text || read.startsWith(`${text}.`) || text === `${read}_id`,
    );
    if (isNullTest === true) return false;
    if (guard.names === undefined) return true;
    const bound = loop.bound();
    return [...guard.names].some((name) => bound.has(name));
  });
}

/** True when reads on several ways take place for every row: one without a guard, or both branches of a condition. */
export function coversAll(ways: readonly GuardedWay[]): boolean {
  if (ways.some((way) => way.length === 0)) return true;
  const branches = new Map<string, { readonly yes: GuardedWay[]; readonly no: GuardedWay[] }>();
  for (const [guard, ...rest] of ways) {
    if (guard === undefined || guard.branch === 'rest') continue;
    const both = branches.get(guard.key) ?? { yes: [], no: [] };
    (guard.branch === 'true' ? both.yes : both.no).push(rest);
    branches.set(guard.key, both);
  }
  return [...branches.values()].some(
    ({ yes, no }) => yes.length > 0 && no.length > 0 && coversAll(yes) && coversAll(no),
  );
}

/** The expressions that a condition compares with null and nothing else; undefined when it asks anything more. */
function nullTests(walk: Walk, node: Expr): readonly string[] | undefined {
  if (node.kind === 'UnaryOp' && node.op === 'Not') return nullTests(walk, node.operand);
  if (node.kind === 'BoolOp') {
    const parts = node.values.map((one) => nullTests(walk, one));
    return parts.every((one) => one !== undefined) ? parts.flat() : undefined;
  }
  if (node.kind === 'Compare' && node.comparators.length === 1 && node.comparators[0]?.kind === 'NoneLit') {
    return nullTests(walk, node.left);
  }
  const name = dottedName(node);
  return name === undefined ? undefined : [name];
}

/**
 * How few rows a condition lets through, as far as its form tells.
 * `sampled`: every n-th row; `one-of`: rows with a certain value.
 */
function choiceOf(node: Expr, isTrue: boolean): Guard['choice'] {
  if (node.kind === 'UnaryOp' && node.op === 'Not') return choiceOf(node.operand, !isTrue);
  if (node.kind === 'BoolOp') {
    const choices = node.values.map((one) => choiceOf(one, isTrue));
    const isAll = (node.op === 'And') === isTrue;
    const found = choices.filter((one) => one !== 'open');
    if (isAll) return found.includes('sampled') ? 'sampled' : (found[0] ?? 'open');
    return found.length === choices.length ? (found[0] ?? 'open') : 'open';
  }
  return node.kind === 'Compare' ? comparison(node, isTrue) : 'open';
}

function comparison(node: Compare, isTrue: boolean): Guard['choice'] {
  const [op] = node.ops;
  const [right] = node.comparators;
  if (right === undefined || op === undefined || node.ops.length !== 1) return 'open';
  const isEqual = op === (isTrue ? 'Eq' : 'NotEq');
  const isMember = op === (isTrue ? 'In' : 'NotIn');
  if (isEqual && node.left.kind === 'BinOp' && node.left.op === 'Mod') return 'sampled';
  if (isEqual && (isConstant(right) || isConstant(node.left))) return 'one-of';
  const isList = right.kind === 'Tuple' || right.kind === 'List' || right.kind === 'Set';
  return isMember && isList && right.elts.every(isConstant) ? 'one-of' : 'open';
}

/** A literal, or a name written as constants are. */
function isConstant(node: Expr): boolean {
  if (node.kind === 'Str' || node.kind === 'Num') return true;
  const name = dottedName(node)?.split('.').at(-1);
  return name !== undefined && /^[A-Z][A-Z0-9_]+$/.test(name);
}

/** Names and dotted names that nodes mention. */
function namesIn(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  walkAll(nodes, (node) => {
    if (node.kind !== 'Name' && node.kind !== 'Attribute') return;
    const name = dottedName(node);
    if (name !== undefined) names.add(name);
  });
  return names;
}

/** Names that nodes bind or change: what may differ from row to row. Dotted ones for attributes that are assigned. */
export function boundNames(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (target: Expr | null): void => {
    if (target === null) return;
    if (target.kind === 'Tuple' || target.kind === 'List') for (const one of target.elts) add(one);
    else if (target.kind === 'Starred' || target.kind === 'Subscript') add(target.value);
    else {
      const name = dottedName(target);
      if (name !== undefined) names.add(name);
    }
  };
  walkAll(nodes, (node) => {
    switch (node.kind) {
      case 'Assign':
        for (const target of node.targets) add(target);
        return;
      case 'AugAssign':
      case 'AnnAssign':
      case 'For':
      case 'Comprehension':
      case 'NamedExpr':
        add(node.target);
        return;
      case 'WithItem':
        add(node.vars);
        return;
      case 'Param':
      case 'ExceptHandler':
      case 'MatchAs':
      case 'MatchStar':
        if (node.name !== null) names.add(node.name);
        return;
      case 'ExprStmt':
        // `seen.add(row.pk)` changes what `row.pk in seen` says.
        if (node.value.kind === 'Call' && node.value.func.kind === 'Attribute') add(node.value.func.value);
        return;
      default:
    }
  });
  names.delete('self');
  return names;
}
