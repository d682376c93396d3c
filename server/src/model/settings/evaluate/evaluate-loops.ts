// `for` and `while`: a loop over what is known is unrolled, any other may run its body any number of times.
// Look next at evaluate-blocks.ts (branches) and places.ts (what a loop's name stands for).
import type { Expr, For, Stmt, While } from '../../../syntax/python/nodes.ts';
import { walkAll } from '../../../syntax/python/walk.ts';
import type { Span } from '../../../text/span.ts';
import {
  constant,
  type Guard,
  type SequenceElement,
  type SequenceValue,
  unknown,
  type Value,
  variablesOf,
} from '../values.ts';
import { toSequence } from './casts.ts';
import { valueFor } from './evaluate-expression.ts';
import { assign, runStatements } from './evaluate-module.ts';
import { toValue } from './internal-values.ts';
import { joinPaths } from './namespace.ts';
import { below, changePlace, type Place, placeOf } from './places.ts';
import { locate, type Scope } from './scope.ts';

/** Most rounds for which a loop over a known list is unrolled. */
const maxRounds = 40;

/** A loop over a known list is unrolled; any other may run its body or not. */
export function forStatement(statement: For, scope: Scope): void {
  const given = valueFor(statement.iter, scope);
  const source = given.kind === 'dict' ? toSequence('list', given, given.at) : given;
  if (isKnown(source) && !leavesLoop(statement.body)) {
    for (const [i, element] of source.elements.entries()) {
      assign(statement.target, element.value, statement.iter, statement, scope);
      runRound(statement, i, scope);
    }
    runStatements(statement.orelse, scope);
    return;
  }
  assign(statement.target, unknown(source.at, variablesOf(source)), statement.iter, statement, scope);
  maybe(statement.body, scope, statement);
  forgetItems(statement, scope);
}

/** What a loop over unseen items changes in them may be changed in any: `for one in CACHES.values(): one['TIMEOUT'] = 1`. */
function forgetItems(statement: For, scope: Scope): void {
  const { iter } = statement;
  const isView = iter.kind === 'Call' && iter.func.kind === 'Attribute' && /^(values|items)$/.test(iter.func.attr);
  const source = isView && iter.func.kind === 'Attribute' ? iter.func.value : iter;
  const place = changesItems(statement) ? placeOf(source, scope) : undefined;
  if (place === undefined) return;
  const note = { method: 'for', argument: undefined, statement: locate(scope, statement) };
  changePlace(place, scope, (value) => unknown(value.at, variablesOf(value)), note);
}

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

function isKnown(source: Value): source is SequenceValue {
  return (
    source.kind === 'sequence' &&
    source.elements.length <= maxRounds &&
    source.elements.every((element) => !element.many && element.guard === undefined)
  );
}

/** One round. What it does to the list or dict that its name stands for, it does where that came from. */
function runRound(statement: For, round: number, scope: Scope): void {
  const shared = sharedPlace(statement, round, scope);
  const before = shared === undefined ? undefined : scope.names.slots.get(shared.name);
  runStatements(statement.body, scope);
  const after = shared === undefined ? undefined : scope.names.slots.get(shared.name);
  if (shared === undefined || after === undefined || after === before || after.assigned !== before?.assigned) return;
  const [last] = after.mutations.slice(-1);
  if (last !== undefined) changePlace(shared.place, scope, () => toValue(after.value), last);
}

/** The name of a loop that shares its value with a place: `for one in TEMPLATES`, `for _, one in DATABASES.items()`. */
function sharedPlace(
  { iter, target }: For,
  round: number,
  scope: Scope,
): { readonly name: string; readonly place: Place } | undefined {
  const view = iter.kind === 'Call' && iter.func.kind === 'Attribute' && iter.args.length === 0 ? iter.func : undefined;
  const isView = view !== undefined && (view.attr === 'values' || view.attr === 'items');
  const owner: Expr | undefined = isView ? view.value : iter;
  const value = owner.kind === 'Name' || owner.kind === 'Subscript' ? valueFor(owner, scope) : undefined;
  const name = view?.attr === 'items' && target.kind === 'Tuple' ? target.elts[1] : target;
  const key = isView ? (value?.kind === 'dict' ? value.entries[round]?.key : undefined) : round;
  if (name?.kind !== 'Name' || key === undefined || (!isView && value?.kind !== 'sequence')) return undefined;
  const at = locate(scope, iter);
  const place = below(placeOf(owner, scope), { value: constant(key, at), at });
  return place === undefined ? undefined : { name: name.id, place };
}

function leavesLoop(body: readonly Stmt[]): boolean {
  let found = false;
  walkAll(body, (node) => {
    if (node.kind === 'Break' || node.kind === 'Continue') found = true;
    return !found;
  });
  return found;
}

/** A loop whose body may run or not. */
export function whileStatement(statement: While, scope: Scope): void {
  maybe(statement.body, scope, statement);
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
