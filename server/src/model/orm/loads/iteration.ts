import type { Expr, Node } from '../../../syntax/python/nodes.ts';
import { rowsOf } from './consume.ts';
import { boundNames } from './guards.ts';
import { type Bound, unknown, type Value } from './values.ts';
import { type Scope, shortText, spanOf, type Walk } from './walk-context.ts';

/** One element of what is iterated; the queries that iterating runs are noted. */
export function elementOf(walk: Walk, value: Value, node: Expr): { readonly element: Value; readonly bound: Bound } {
  if (value.kind === 'sequence') return { element: value.element, bound: value.bound };
  if (value.kind !== 'queryset') return { element: unknown, bound: 'few' };
  const bound = value.states.every((state) => state.bound === 'few') ? 'few' : 'many';
  return { element: rowsOf(walk, value.states, node), bound };
}

/** Runs `body` as the inside of a loop over `iterable`, with its element bound to `target`. */
export function inLoop<T>(
  walk: Walk,
  scope: Scope,
  loop: {
    readonly target: Expr;
    readonly iterable: Expr;
    readonly header: Node;
    readonly inside: readonly Node[];
    readonly value: Value;
  },
  body: () => T,
): T {
  const { element, bound } = elementOf(walk, loop.value, loop.iterable);
  return asLoopOver(
    walk,
    { element, bound, iterable: loop.iterable, header: loop.header, inside: loop.inside },
    (one) => {
      bind(scope, loop.target, one);
      return body();
    },
  );
}

/** Runs `body` for each of some elements: what it reads on them is read once a row. */
export function asLoopOver<T>(
  walk: Walk,
  loop: {
    readonly element: Value;
    readonly bound: Bound;
    readonly iterable: Expr;
    readonly header: Node;
    readonly inside: readonly Node[];
  },
  body: (element: Value) => T,
): T {
  const id = loop.header.start * 1e7 + loop.iterable.start;
  const kept = walk.loops;
  let names: ReadonlySet<string> | undefined;
  const bound = (): ReadonlySet<string> => {
    names ??= boundNames(loop.inside);
    return names;
  };
  walk.loops = [
    ...kept,
    { id, location: { file: walk.file, span: spanOf(loop.header) }, iterable: shortText(walk, loop.iterable), bound },
  ];
  const result = body(loop.bound === 'many' ? perRow(loop.element, id) : loop.element);
  walk.loops = kept;
  return result;
}

/** The element as one of many: its rows belong to the loop. */
function perRow(value: Value, loop: number): Value {
  if (value.kind === 'row')
    return { kind: 'row', rows: value.rows.map((row) => ({ ...row, loop, outerLoop: row.outerLoop ?? row.loop })) };
  if (value.kind === 'tuple') return { kind: 'tuple', items: value.items.map((one) => perRow(one, loop)) };
  return value;
}

/** Binds the names of a target; what is no plain name or tuple of names binds nothing. */
export function bind(scope: Scope, target: Expr, value: Value): void {
  if (target.kind === 'Name') scope.vars.set(target.id, value);
  else if (target.kind === 'Starred') bind(scope, target.value, unknown);
  else if (target.kind === 'Tuple' || target.kind === 'List') {
    const hasStar = target.elts.some((one) => one.kind === 'Starred');
    target.elts.forEach((one, i) => {
      const isMatching = value.kind === 'tuple' && !hasStar && value.items.length === target.elts.length;
      bind(scope, one, isMatching ? (value.items[i] ?? unknown) : unknown);
    });
  }
}
