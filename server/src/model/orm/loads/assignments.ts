import type { Expr } from '../../../syntax/python/nodes.ts';
import { evaluate } from './expressions.ts';
import { bind } from './iteration.ts';
import { assignAttribute } from './relation-reads.ts';
import { join, unknown, type Value } from './values.ts';
import type { Scope, Walk } from './walk-context.ts';

/** `rows += more` keeps what both may be; of anything else nothing is known. */
export function augment(scope: Scope, name: string, value: Value): void {
  const old = scope.vars.get(name);
  scope.vars.set(name, old === undefined ? unknown : join(old, value));
}

export function assign(walk: Walk, scope: Scope, target: Expr, value: Value): void {
  switch (target.kind) {
    case 'Attribute': {
      const owner = evaluate(walk, scope, target.value);
      if (owner.kind === 'row') assignAttribute(owner.rows, target.attr);
      return;
    }
    case 'Subscript':
      evaluate(walk, scope, target.value);
      evaluate(walk, scope, target.slice);
      return;
    case 'Tuple':
    case 'List': {
      const isMatching = value.kind === 'tuple' && value.items.length === target.elts.length;
      target.elts.forEach((one, i) => {
        assign(walk, scope, one, isMatching ? (value.items[i] ?? unknown) : unknown);
      });
      return;
    }
    default:
      bind(scope, target, closed(value));
  }
}

/** A queryset in a variable: its first expression is complete. */
function closed(value: Value): Value {
  if (value.kind !== 'queryset') return value;
  return { kind: 'queryset', states: value.states.map((state) => ({ ...state, isInline: false })) };
}

/** `fill(rows)` as a statement of its own can only be there for what it does to the rows: nothing is known of them afterwards. */
export function forgetPassed(scope: Scope, node: Expr): void {
  if (node.kind !== 'Call') return;
  const callee = node.func.kind === 'Name' ? node.func.id : node.func.kind === 'Attribute' ? node.func.attr : '';
  if (harmlessStatements.has(callee)) return;
  for (const arg of [...node.args, ...node.keywords.map((one) => one.value)]) {
    const value = arg.kind === 'Name' ? scope.vars.get(arg.id) : undefined;
    const element = value?.kind === 'sequence' ? value.element : value;
    if (
      element?.kind === 'row' &&
      (value?.kind === 'sequence' || /set|attach|populate|prefetch|load|fill|cache|annotate|enrich/i.test(callee))
    ) {
      for (const row of element.rows) row.assigned.add('*');
    } else if (element?.kind === 'queryset') for (const state of element.states) state.assigned.add('*');
  }
}

const harmlessStatements = new Set(
  'print append extend add update write debug info warning error exception log bulk_update bulk_create prefetch_related_objects aprefetch_related_objects setattr'.split(
    ' ',
  ),
);
