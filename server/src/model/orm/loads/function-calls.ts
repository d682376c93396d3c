import type { Call, Expr, Lambda } from '../../../syntax/python/nodes.ts';
import { argumentValues } from './calls.ts';
import { evaluate } from './expressions.ts';
import { asLoopOver, elementOf } from './iteration.ts';
import { constructed } from './query-calls.ts';
import { prefetched } from './queryset-state.ts';
import { noteClones } from './relation-reads.ts';
import { join, nothing, type QueryState, type Row, unknown, type Value } from './values.ts';
import type { Scope, Walk } from './walk-context.ts';

/** Functions that give the same elements again. */
const passing = new Set([
  'builtins.list',
  'builtins.tuple',
  'builtins.set',
  'builtins.frozenset',
  'builtins.sorted',
  'builtins.reversed',
  'builtins.iter',
  'builtins.filter',
  'itertools.islice',
  'tqdm.tqdm',
  'tqdm.auto.tqdm',
]);
const consuming = new Set([
  'builtins.len',
  'builtins.bool',
  'builtins.any',
  'builtins.all',
  'builtins.sum',
  'builtins.min',
  'builtins.max',
]);
const keyed = new Set(['builtins.sorted', 'builtins.min', 'builtins.max']);
const oneOf = new Set(['django.shortcuts.get_object_or_404', 'django.shortcuts.aget_object_or_404']);
const manyOf = new Set(['django.shortcuts.get_list_or_404', 'django.shortcuts.aget_list_or_404']);
const prefetchClasses = /^django\.(db\.models(\.query)?\.Prefetch|contrib\.contenttypes\.prefetch\.GenericPrefetch)$/;
const prefetchObjects = /^django\.db\.models(\.query)?\.a?prefetch_related_objects$/;

/** A call of a function or class: those that pass rows on are known, of others only the arguments are walked. */
export function callFunction(walk: Walk, scope: Scope, callee: Value, node: Call): Value {
  if (callee.kind !== 'external') {
    const values = argumentValues(walk, scope, node);
    return callee.kind === 'class' ? constructed(walk, callee.info, values, node) : unknown;
  }
  const { name } = callee;
  if (name === 'builtins.hasattr' || name === 'builtins.isinstance') {
    // hasattr() fetches too, but what it guards may be another kind of object.
    return unknown;
  }
  if (name === 'builtins.super') return superOf(walk, scope);
  if (name === 'builtins.next') return firstOf(walk, scope, node);
  if (name === 'builtins.any' || name === 'builtins.all') walk.stopping = node.args[0];
  const args = argumentValues(walk, scope, node);
  const [first, second] = args;
  const firstNode = node.args[0];
  if (/^copy\.(deep)?copy$/.test(name) && first?.kind === 'row') noteClones(first.rows);
  if (prefetchClasses.test(name)) return prefetchOf(walk, scope, node, args, name);
  if (/(^|\.)get_user_model$/.test(name)) {
    const user = walk.orm.userModel(walk.file);
    return user === undefined ? unknown : { kind: 'class', info: user.info };
  }
  if (first === undefined || firstNode === undefined)
    return name === 'builtins.list' || name === 'builtins.set' ? nothing : unknown;
  if (oneOf.has(name)) return instanceOf(walk, first, firstNode);
  if (manyOf.has(name)) return { kind: 'sequence', element: instanceOf(walk, first, firstNode), bound: 'many' };
  if (prefetchObjects.test(name)) return noteObjects(first, args.slice(1));
  if (keyed.has(name))
    callback(walk, scope, node.keywords.find((one) => one.arg === 'key')?.value, first, firstNode, node);
  if (name === 'builtins.map' || name === 'builtins.filter') {
    const data = node.args[1];
    if (second !== undefined && data !== undefined) callback(walk, scope, firstNode, second, data, node);
    if (name === 'builtins.map' || second === undefined || data === undefined) return unknown;
    const { element, bound } = elementOf(walk, second, data);
    return { kind: 'sequence', element, bound };
  }
  if (passing.has(name)) return passed(walk, first, firstNode, node, name);
  if (consuming.has(name)) {
    const { element } = elementOf(walk, first, firstNode);
    return name === 'builtins.min' || name === 'builtins.max' ? element : unknown;
  }
  if (name === 'builtins.enumerate' || name === 'builtins.zip') return tuples(walk, name, args, node);
  return unknown;
}

function passed(walk: Walk, value: Value, valueNode: Expr, node: Call, name: string): Value {
  if (value.kind === 'nothing') return value;
  if (value.kind === 'tuple') return unknown;
  const { element, bound } = elementOf(walk, value, valueNode);
  const stop = name === 'itertools.islice' && node.args.length === 2 ? node.args[1] : undefined;
  const isShort = stop?.kind === 'Num' && stop.value !== null && stop.value <= 3;
  return { kind: 'sequence', element, bound: isShort ? 'few' : bound };
}

function tuples(walk: Walk, name: string, args: readonly Value[], node: Call): Value {
  const parts = (name === 'builtins.zip' ? node.args : node.args.slice(0, 1)).map((arg, i) =>
    elementOf(walk, args[i] ?? unknown, arg),
  );
  const items = parts.map((part) => part.element);
  const bound = parts.some((part) => part.bound === 'many') ? 'many' : 'few';
  return {
    kind: 'sequence',
    element: { kind: 'tuple', items: name === 'builtins.zip' ? items : [unknown, ...items] },
    bound,
  };
}

/** A lambda that a function calls for each element. */
function callback(walk: Walk, scope: Scope, lambda: Expr | undefined, data: Value, dataNode: Expr, node: Call): void {
  if (lambda?.kind !== 'Lambda') return;
  const [param] = (lambda as Lambda).params;
  if (param === undefined) return;
  const { element, bound } = elementOf(walk, data, dataNode);
  asLoopOver(walk, { element, bound, iterable: dataNode, header: node, inside: [lambda] }, (one) => {
    const inner = scope.copy();
    inner.vars.set(param.name, one);
    evaluate(walk, inner, lambda.body);
  });
}

/** `next(row for row in rows if …)` stops at the first hit: how many rows it reads is not known. */
function firstOf(walk: Walk, scope: Scope, node: Call): Value {
  const kept = walk.isMuted;
  walk.isMuted = true;
  const [first] = argumentValues(walk, scope, node);
  walk.isMuted = kept;
  return first?.kind === 'sequence' ? notPerRow(first.element) : unknown;
}

function notPerRow(value: Value): Value {
  return value.kind === 'row' ? { kind: 'row', rows: value.rows.map((row) => ({ ...row, loop: undefined })) } : unknown;
}

function superOf(walk: Walk, scope: Scope): Value {
  const self = scope.vars.get('self');
  return walk.owner === undefined || self === undefined ? unknown : { kind: 'super', of: walk.owner, self };
}

/** `get_object_or_404(Book, …)`, also of a manager or queryset. */
function instanceOf(walk: Walk, value: Value, node: Expr): Value {
  if (value.kind === 'class') {
    const model = walk.orm.modelOf(value.info);
    if (model === undefined || model.meta.abstract) return unknown;
    const origin = walk.recorder.origin(walk.file, { start: node.start, end: node.end }, model);
    return { kind: 'row', rows: [singleRow(model, origin)] };
  }
  if (value.kind !== 'queryset') return unknown;
  return {
    kind: 'row',
    rows: value.states.map((state) => ({
      ...singleRow(state.model, state.origin),
      loaded: state.paths,
      selectAll: state.selectAll,
    })),
  };
}

/** An instance with nothing loaded. */
export function singleRow(model: Row['model'], origin: Row['origin']): Row {
  return {
    model,
    origin,
    path: [],
    loaded: new Map(),
    selectAll: false,
    by: 'select',
    loop: undefined,
    outerLoop: undefined,
    mayBeNull: false,
    group: undefined,
    assigned: new Set(),
    back: undefined,
    isFiltered: true,
    isPicked: false,
  };
}

function prefetchOf(walk: Walk, scope: Scope, node: Call, args: readonly Value[], name: string): Value {
  const named = (key: string): Value | undefined => {
    const found = node.keywords.find((one) => one.arg === key)?.value;
    return found === undefined ? undefined : muted(walk, () => evaluate(walk, scope, found));
  };
  const path = args[0] ?? named('lookup');
  const queryset = args[1] ?? named('queryset');
  const toAttr = args[2] ?? named('to_attr');
  if (path?.kind !== 'text' || (toAttr !== undefined && toAttr.kind !== 'text' && toAttr.kind !== 'nothing'))
    return unknown;
  const isPlain = queryset === undefined || queryset.kind === 'nothing';
  const states = queryset?.kind === 'queryset' ? queryset.states : undefined;
  const isUnsure = name.endsWith('GenericPrefetch') || (!isPlain && states === undefined);
  return {
    kind: 'prefetch',
    path: path.text,
    states,
    toAttr: toAttr?.kind === 'text' ? toAttr.text : undefined,
    unsure: isUnsure,
  };
}

function muted<T>(walk: Walk, body: () => T): T {
  const kept = walk.isMuted;
  walk.isMuted = true;
  const result = body();
  walk.isMuted = kept;
  return result;
}

/** `prefetch_related_objects(rows, 'a')`: rows that are read later have it. */
function noteObjects(value: Value, paths: readonly Value[]): Value {
  const element =
    value.kind === 'sequence' ? value.element : value.kind === 'tuple' ? value.items.reduce(join, nothing) : value;
  const holders: readonly (Row | QueryState)[] =
    element.kind === 'row' ? element.rows : element.kind === 'queryset' ? element.states : [];
  const loaded = prefetched(new Map(), paths);
  for (const holder of holders) {
    const prefix = 'path' in holder ? holder.path : [];
    if (loaded === undefined) holder.assigned.add('*');
    else for (const name of loaded.keys()) holder.assigned.add([...prefix, name].join('.'));
  }
  return unknown;
}
