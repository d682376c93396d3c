import type { Attribute, Expr } from '../../../syntax/python/nodes.ts';
import { behind } from './relation-reads.ts';
import { type QueryState, type Row, unknown, type Value } from './values.ts';
import { recordRead, runningLoop, type Walk } from './walk-context.ts';

/** The rows that iterating a queryset gives; notes the query when it is a related manager's and no prefetch serves it. */
export function rowsOf(walk: Walk, states: readonly QueryState[], node: Expr): Value {
  const rows: Row[] = [];
  for (const state of states) {
    const found = rowsOfState(walk, state, node);
    if (found === undefined) return unknown;
    rows.push(...found);
  }
  return rows.length > 4 ? unknown : { kind: 'row', rows };
}

function rowsOfState(walk: Walk, state: QueryState, node: Expr): readonly Row[] | undefined {
  const { related } = state;
  if (related === undefined) return [ownRow(state)];
  const use = consumeRelated(walk, state, 'rows', node);
  if (use === 'unknown') return undefined;
  if (use === 'own') return [ownRow(state)];
  return related.rows.map((row, i) => {
    const back = related.backField === undefined ? undefined : { field: related.backField, rows: [row] };
    const loaded = row.loaded.get(related.name);
    return behind(row, related.name, state.model, loaded, back, use.groups[i]);
  });
}

/** A row of the queryset itself. */
export function ownRow(state: QueryState): Row {
  return {
    model: state.model,
    origin: state.origin,
    path: [],
    loaded: state.paths,
    selectAll: state.selectAll,
    by: 'select',
    loop: undefined,
    outerLoop: undefined,
    mayBeNull: false,
    group: undefined,
    assigned: state.assigned,
    back: state.back,
    isFiltered: state.isFiltered,
    isPicked: state.isPicked,
  };
}

/** What consuming `row.relation.all()` means: rows behind the outer queryset, rows of a query of its own, or not known. */
type Use = { readonly groups: readonly Row['group'][] } | 'own' | 'unknown';

/**
 * Iterating, counting or testing a related manager's `all()`.
 * A prefetch serves all of these; without one each row of the outer loop costs a query.
 */
export function consumeRelated(walk: Walk, state: QueryState, use: 'rows' | 'count', node: Expr): Use {
  const { related } = state;
  if (related === undefined) return 'own';
  const { rows, name } = related;
  if (rows.some((row) => row.assigned.has('*') || row.assigned.has([...row.path, name].join('.')))) return 'unknown';
  const loaded = rows.map((row) => row.loaded.get(name));
  if (loaded.some((one) => one?.toAttrOf !== undefined)) return 'unknown';
  if (loaded.every((one) => one !== undefined)) return { groups: rows.map((row) => row.group) };
  if (loaded.some((one) => one !== undefined)) return 'unknown';
  const isPerRow = rows.every((row) => row.origin !== undefined && runningLoop(walk, row) !== undefined);
  if (!isPerRow)
    return rows.some((row) => row.origin === undefined) && walk.prefetchWords().has(name) ? 'unknown' : 'own';
  const read = attributeIn(node, related.span.start, related.span.end);
  if (read === undefined) return 'unknown';
  const group = recordRead(
    walk,
    rows,
    name,
    'prefetch',
    use,
    read,
    rows.some((row) => row.mayBeNull),
  );
  return { groups: rows.map((row) => group ?? row.group) };
}

/** The attribute `row.relation` inside the consumed expression: where the load is reported. */
function attributeIn(node: Expr, start: number, end: number): Attribute | undefined {
  let at: Expr = node;
  for (;;) {
    if (at.kind === 'Attribute') {
      if (at.start === start && at.end === end) return at;
      at = at.value;
    } else if (at.kind === 'Call') at = at.func;
    else if (at.kind === 'Subscript') at = at.value;
    else return undefined;
  }
}
