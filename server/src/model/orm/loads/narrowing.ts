import type { Expr } from '../../../syntax/python/nodes.ts';
import { relationOfColumn } from './relation-reads.ts';
import type { Row, Value } from './values.ts';
import { unknown } from './values.ts';
import type { Scope, Walk } from './walk-context.ts';

/** What a condition says about rows while its branches are walked. */
export interface Narrowing {
  whenTrue<T>(body: () => T): T;
  whenFalse<T>(body: () => T): T;
  /** True when the rest of the block after an `if` that leaves it runs under the opposite. */
  readonly isTrivial: boolean;
}

type Around = <T>(body: () => T) => T;
const plain: Around = (body) => body();
const trivial: Narrowing = { whenTrue: plain, whenFalse: plain, isTrivial: true };

/**
 * `row.author_id` (also `is None`, `not`): where it is null the relation is read without a query, where it is not the read is guarded.
 * `hasattr(row, 'x')`, `isinstance(row, X)`: the row may be something else than its queryset says.
 */
export function narrowed(walk: Walk, scope: Scope, node: Expr): Narrowing {
  if (node.kind === 'UnaryOp' && node.op === 'Not') {
    const inner = narrowed(walk, scope, node.operand);
    return { whenTrue: inner.whenFalse, whenFalse: inner.whenTrue, isTrivial: inner.isTrivial };
  }
  if (node.kind === 'BoolOp' && node.op === 'And') {
    const parts = node.values.map((one) => narrowed(walk, scope, one));
    const all: Around = (body) => parts.reduceRight<typeof body>((inner, part) => () => part.whenTrue(inner), body)();
    return { whenTrue: all, whenFalse: plain, isTrivial: parts.every((part) => part.isTrivial) };
  }
  if (node.kind === 'Compare' && node.comparators[0]?.kind === 'NoneLit' && node.ops.length === 1) {
    const inner = narrowed(walk, scope, node.left);
    if (node.ops[0] === 'Is')
      return { whenTrue: inner.whenFalse, whenFalse: inner.whenTrue, isTrivial: inner.isTrivial };
    return node.ops[0] === 'IsNot' ? inner : trivial;
  }
  if (node.kind === 'Attribute') return byColumn(walk, scope, node.value, node.attr);
  if (node.kind === 'Call' && node.func.kind === 'Name' && node.args[0]?.kind === 'Name') {
    const { id } = node.args[0];
    if (node.func.id === 'isinstance')
      return { whenTrue: without(scope, id), whenFalse: without(scope, id), isTrivial: false };
    const name = node.args[1];
    if (node.func.id === 'hasattr' && name?.kind === 'Str') {
      return { whenTrue: assuming(scope.vars.get(id), name.value), whenFalse: plain, isTrivial: false };
    }
  }
  return trivial;
}

function byColumn(walk: Walk, scope: Scope, owner: Expr, attr: string): Narrowing {
  const rows = owner.kind === 'Name' ? rowsOf(scope.vars.get(owner.id)) : [];
  const [row] = rows;
  const relation = row === undefined ? undefined : relationOfColumn(row.model, attr);
  if (row === undefined || relation === undefined) return trivial;
  const dotted = [...row.path, relation].join('.');
  const guard: Around = (body) => {
    const kept = walk.guarded;
    walk.guarded = new Set([...kept, dotted]);
    const result = body();
    walk.guarded = kept;
    return result;
  };
  return { whenTrue: guard, whenFalse: assuming({ kind: 'row', rows }, relation), isTrivial: false };
}

function rowsOf(value: Value | undefined): readonly Row[] {
  return value?.kind === 'row' ? value.rows : [];
}

/** While the body is walked, reads of the relation are free. */
function assuming(value: Value | undefined, name: string): Around {
  const rows = rowsOf(value);
  return (body) => {
    const added = rows.filter((row) => !row.assigned.has([...row.path, name].join('.')));
    for (const row of added) row.assigned.add([...row.path, name].join('.'));
    const result = body();
    for (const row of added) row.assigned.delete([...row.path, name].join('.'));
    return result;
  };
}

/** While the body is walked, the variable is unknown. */
function without(scope: Scope, id: string): Around {
  return (body) => {
    const kept = scope.vars.get(id);
    if (kept === undefined) return body();
    scope.vars.set(id, unknown);
    const result = body();
    if (scope.vars.get(id) === unknown) scope.vars.set(id, kept);
    return result;
  };
}
