// Walks the statements of a function in order: variables, branches, loops, and how often each read runs.
// Must not follow calls (calls.ts) nor keep anything after the function but what the recorder took.
// Look next at expressions.ts and narrowing.ts.

import type { Expr, For, FunctionDef, If, Stmt, Try } from '../../../syntax/python/nodes.ts';
import { assign, augment, forgetPassed } from './assignments.ts';
import { branchStatements } from './branch-statements.ts';
import { evaluate, test } from './expressions.ts';
import { guardsAfter, inLoopBody, whereCondition, whereMatched } from './guards.ts';
import { bind, inLoop } from './iteration.ts';
import { valueOfMeaning } from './name-values.ts';
import { narrowed } from './narrowing.ts';
import { join, nothing, unknown } from './values.ts';
import type { Scope, Walk } from './walk-context.ts';

/** True when the block never reaches its end. */
type Leaves = boolean;

/** Walks a block. What follows the last `continue` of a block that ends with `break`, `return` or `raise` runs once, not for each row. */
export function walkBlock(
  walk: Walk,
  scope: Scope,
  block: readonly Stmt[],
  onFunction?: (node: FunctionDef) => void,
): Leaves {
  const last = block.at(-1);
  const kept = walk.loops;
  const { guards } = walk;
  let remaining: typeof kept | undefined;
  if (kept.length > 0 && (last?.kind === 'Return' || last?.kind === 'Raise')) remaining = [];
  else if (kept.length > 0 && last?.kind === 'Break') remaining = kept.slice(0, -1);
  const once = remaining === undefined ? block.length : block.findLastIndex(hasContinue) + 1;
  for (const [i, statement] of block.entries()) {
    if (i === once && remaining !== undefined) walk.loops = remaining;
    if (walk.budget-- <= 0) break;
    if (walkStatement(walk, scope, statement, onFunction)) {
      walk.loops = kept;
      walk.guards = guards;
      return true;
    }
    const after = guardsAfter(walk, statement);
    if (after.length > 0) walk.guards = [...walk.guards, ...after];
  }
  walk.guards = guards;
  walk.loops = kept;
  return false;
}

/** True when a `continue` of the surrounding loop stands in the statement. */
function hasContinue(statement: Stmt): boolean {
  return statement.kind === 'Continue' || branchStatements(statement).some(hasContinue);
}

function walkStatement(walk: Walk, scope: Scope, node: Stmt, onFunction?: (node: FunctionDef) => void): Leaves {
  switch (node.kind) {
    case 'Assign': {
      const value = evaluate(walk, scope, node.value);
      for (const target of node.targets) assign(walk, scope, target, value);
      return false;
    }
    case 'AnnAssign':
      if (node.value !== null) assign(walk, scope, node.target, evaluate(walk, scope, node.value));
      return false;
    case 'AugAssign': {
      const value = evaluate(walk, scope, node.value);
      if (node.target.kind === 'Name') augment(scope, node.target.id, value);
      else assign(walk, scope, node.target, unknown);
      return false;
    }
    case 'ExprStmt':
      evaluate(walk, scope, node.value);
      forgetPassed(scope, node.value);
      return false;
    case 'Return':
      walk.returned.push(node.value === null ? nothing : evaluate(walk, scope, node.value));
      return true;
    case 'Raise':
      return true;
    case 'Break':
    case 'Continue':
      return true;
    case 'If':
      return walkIf(walk, scope, node, onFunction);
    case 'For':
      walkFor(walk, scope, node, onFunction);
      return false;
    case 'While':
      repeat(walk, scope, () => {
        test(walk, scope, node.test);
        whereCondition(walk, node.test, true, () => walkBlock(walk, scope, node.body, onFunction));
      });
      walkBlock(walk, scope, node.orelse, onFunction);
      return false;
    case 'With':
      for (const item of node.items) {
        evaluate(walk, scope, item.context);
        if (item.vars !== null) bind(scope, item.vars, unknown);
      }
      return walkBlock(walk, scope, node.body, onFunction);
    case 'Try':
      return walkTry(walk, scope, node, onFunction);
    case 'Match':
      return walkMatch(walk, scope, node, onFunction);
    case 'FunctionDef':
      scope.vars.set(node.name, unknown);
      onFunction?.(node);
      return false;
    default:
      walkDeclaration(walk, scope, node);
      return false;
  }
}

function walkDeclaration(walk: Walk, scope: Scope, node: Stmt): void {
  switch (node.kind) {
    case 'ClassDef':
      scope.vars.set(node.name, unknown);
      return;
    case 'Global':
    case 'Nonlocal':
      for (const name of node.names) scope.vars.set(name.id, unknown);
      return;
    case 'Delete':
      for (const target of node.targets) if (target.kind === 'Name') scope.vars.set(target.id, unknown);
      return;
    case 'Assert':
      test(walk, scope, node.test);
      return;
    case 'Import':
    case 'ImportFrom': {
      const module = node.kind === 'Import' ? null : (node.module ?? '');
      for (const alias of node.names) {
        const binds = alias.asname ?? (module === null ? (alias.name.split('.')[0] ?? '') : alias.name);
        const meaning = walk.orm.classes.names.imported(walk.file, {
          module: module ?? alias.name,
          level: node.kind === 'Import' ? 0 : node.level,
          name: module === null ? null : alias.name,
          binds,
          scope: 'function',
          span: node,
        });
        scope.vars.set(binds, valueOfMeaning(walk, meaning));
      }
      return;
    }
    default:
  }
}

function walkIf(walk: Walk, scope: Scope, node: If, onFunction?: (node: FunctionDef) => void): Leaves {
  const ends: Scope[] = [];
  const step = (condition: Expr | null, body: readonly Stmt[], index: number): void => {
    if (condition === null) {
      if (!walkBlock(walk, scope, body, onFunction)) ends.push(scope.copy());
      return;
    }
    test(walk, scope, condition);
    const narrow = narrowed(walk, scope, condition);
    whereCondition(walk, condition, true, () =>
      narrow.whenTrue(() => {
        // Copied inside: the condition may have changed what a variable is.
        const inner = scope.copy();
        if (!walkBlock(walk, inner, body, onFunction)) ends.push(inner);
      }),
    );
    const next = node.clauses[index];
    if (next === undefined) ends.push(scope.copy());
    else whereCondition(walk, condition, false, () => narrow.whenFalse(() => step(next.test, next.body, index + 1)));
  };
  step(node.test, node.body, 0);
  return merge(scope, ends);
}

/** Takes over the join of all ways that reach the end; true when none does. */
function merge(scope: Scope, ends: readonly Scope[]): Leaves {
  const [first, ...rest] = ends;
  if (first === undefined) return true;
  const joined = first.copy();
  for (const one of rest) {
    for (const [name, value] of one.vars) {
      const old = joined.vars.get(name);
      joined.vars.set(name, old === undefined ? value : join(old, value));
    }
  }
  scope.become(joined);
  return false;
}

function walkFor(walk: Walk, scope: Scope, node: For, onFunction?: (node: FunctionDef) => void): void {
  const value = evaluate(walk, scope, node.iter);
  const header = { ...node, end: node.iter.end };
  repeat(walk, scope, () => {
    inLoop(walk, scope, { target: node.target, iterable: node.iter, header, inside: [node], value }, () =>
      inLoopBody(walk, node, node.body, () => walkBlock(walk, scope, node.body, onFunction)),
    );
  });
  walkBlock(walk, scope, node.orelse, onFunction);
}

/** Walks a loop's body. When it changes a variable that matters, a first silent round shows what a later round starts with. */
function repeat(walk: Walk, scope: Scope, body: () => void): void {
  const before = scope.copy();
  const wasMuted = walk.isMuted;
  const budget = walk.budget;
  const relevant = [...before.vars.values()].some(
    (value) => value.kind === 'queryset' || value.kind === 'sequence' || value.kind === 'row',
  );
  if (relevant && !wasMuted) {
    walk.isMuted = true;
    body();
    walk.isMuted = wasMuted;
    walk.budget = Math.max(walk.budget, budget - 2000);
    merge(scope, [before, scope.copy()]);
  }
  body();
  merge(scope, [before, scope.copy()]);
}

function walkTry(walk: Walk, scope: Scope, node: Try, onFunction?: (node: FunctionDef) => void): Leaves {
  const before = scope.copy();
  const leaves = walkBlock(walk, scope, node.body, onFunction) || walkBlock(walk, scope, node.orelse, onFunction);
  const ends = leaves ? [] : [scope.copy()];
  for (const handler of node.handlers) {
    const inner = before.copy();
    for (const [name, value] of scope.vars) inner.vars.set(name, join(before.vars.get(name) ?? value, value));
    if (handler.name !== null) inner.vars.set(handler.name, unknown);
    // Errors are rare: what a handler reads is not read for each row.
    const kept = walk.loops;
    walk.loops = [];
    if (!walkBlock(walk, inner, handler.body, onFunction)) ends.push(inner);
    walk.loops = kept;
  }
  const isLeft = merge(scope, ends);
  return walkBlock(walk, scope, node.finalbody, onFunction) || isLeft;
}

function walkMatch(
  walk: Walk,
  scope: Scope,
  node: Stmt & { kind: 'Match' },
  onFunction?: (node: FunctionDef) => void,
): Leaves {
  evaluate(walk, scope, node.subject);
  const ends: Scope[] = [scope.copy()];
  for (const one of node.cases) {
    const inner = scope.copy();
    if (one.guard !== null) test(walk, inner, one.guard);
    // A pattern may bind any name; a subject's parts are unknown.
    if (node.subject.kind === 'Name') inner.vars.set(node.subject.id, unknown);
    whereMatched(walk, node.subject, () => {
      if (!walkBlock(walk, inner, one.body, onFunction)) ends.push(inner);
    });
  }
  merge(scope, ends);
  return false;
}
