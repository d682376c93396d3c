import type { Attribute, Call, Expr } from '../../../syntax/python/nodes.ts';
import { attribute, evaluate } from './expressions.ts';
import { callFunction } from './function-calls.ts';
import { callMethod, isManagerLike } from './query-calls.ts';
import { noteWrite } from './relation-reads.ts';
import { unknown, type Value } from './values.ts';
import type { Scope, Walk } from './walk-context.ts';

/** A call: methods of managers and querysets, functions that pass rows on; of all others only the arguments are walked. */
export function evaluateCall(walk: Walk, scope: Scope, node: Call): Value {
  const { func } = node;
  if (func.kind === 'Attribute') {
    const owner = evaluate(walk, scope, func.value);
    if (isManagerLike(owner))
      return callMethod(walk, owner, { name: func.attr, node, args: argumentValues(walk, scope, node) });
    if (owner.kind === 'super' || owner.kind === 'row' || owner.kind === 'sequence') {
      return callOn(walk, scope, owner, func, node);
    }
    return callFunction(walk, scope, attribute(walk, owner, func), node);
  }
  return callFunction(walk, scope, evaluate(walk, scope, func), node);
}

function callOn(walk: Walk, scope: Scope, owner: Value, func: Attribute, node: Call): Value {
  const args = argumentValues(walk, scope, node);
  if (owner.kind === 'super') {
    const followed = walk.follow(walk, owner.self, owner.of, func.attr, owner.of);
    if (followed !== undefined) return followed;
    return isManagerLike(owner.self) ? callMethod(walk, owner.self, { name: func.attr, node, args }, true) : unknown;
  }
  if (owner.kind === 'row' && /^a?(save|delete|refresh_from_db)$/.test(func.attr)) {
    noteWrite(owner.rows);
    if (func.attr.endsWith('refresh_from_db')) for (const row of owner.rows) row.assigned.add('*');
  }
  return unknown;
}

/** Walks all arguments, keyword ones too; gives the values of the positional ones, a starred tuple's items side by side. */
export function argumentValues(walk: Walk, scope: Scope, node: Call): readonly Value[] {
  const values = node.args.flatMap((arg: Expr) => {
    const value = evaluate(walk, scope, arg);
    return arg.kind === 'Starred' ? (value.kind === 'tuple' ? value.items : [unknown]) : [value];
  });
  for (const one of node.keywords) evaluate(walk, scope, one.value);
  return values;
}
