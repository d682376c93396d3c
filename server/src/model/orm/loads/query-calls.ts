import type { Call } from '../../../syntax/python/nodes.ts';
import type { ClassInfo } from '../class-graph.ts';
import { isDjangoQuerySet, isPlainManager } from '../managers.ts';
import type { OrmManager, OrmModelClass } from '../model-class.ts';
import { consumeRelated, ownRow, rowsOf } from './consume.ts';
import { freshState, type MethodCall, transferred } from './queryset-state.ts';
import { type QueryState, type RelatedManager, unknown, type Value } from './values.ts';
import { spanOf, type Walk } from './walk-context.ts';

type ManagerLike = Value & { kind: 'manager' | 'related' | 'queryset' };

/** True for what has queryset methods. */
export function isManagerLike(value: Value): value is ManagerLike {
  return value.kind === 'manager' || value.kind === 'related' || value.kind === 'queryset';
}

const single = new Set('get first last earliest latest create aget afirst alast aearliest alatest acreate'.split(' '));
const counting = new Set('count exists contains acount aexists acontains'.split(' '));
const streaming = new Set(['iterator', 'aiterator']);
const changing = new Set(
  'add remove set clear create aadd aremove aset aclear acreate get_or_create update_or_create bulk_create'.split(' '),
);

/**
 * A method of a manager or queryset.
 * @param isBase true for `super().method()` where no class of the project has it: then it is Django's own.
 */
export function callMethod(walk: Walk, owner: ManagerLike, call: MethodCall, isBase = false): Value {
  if (owner.kind === 'related' && changing.has(call.name)) {
    // What was prefetched is dropped, what follows is not known.
    for (const row of owner.rows) row.assigned.add([...row.path, owner.name].join('.'));
    return unknown;
  }
  const own = isBase ? undefined : customMethod(walk, owner, call);
  if (own !== undefined) return own;
  const { name } = call;
  const states =
    isBase && owner.kind === 'manager' && /^get_query_?set$/.test(name)
      ? [djangoState(walk, owner)]
      : statesOf(walk, owner);
  if (states === undefined) return unknown;
  if (name === 'get_queryset' || name === 'get_query_set') return { kind: 'queryset', states };
  if (counting.has(name)) {
    const read = owner.kind === 'related' ? states : states.filter((state) => state.related !== undefined);
    for (const state of read) consumeRelated(walk, state, 'count', call.node.func);
    return unknown;
  }
  if (single.has(name))
    return { kind: 'row', rows: states.map((state) => ({ ...ownRow(state), origin: state.origin })) };
  if (name === 'get_or_create' || name === 'update_or_create') {
    return { kind: 'tuple', items: [{ kind: 'row', rows: states.map(ownRow) }, unknown] };
  }
  if (streaming.has(name)) return streamed(walk, states, call.node);
  const next: QueryState[] = [];
  for (const state of states) {
    const after = transferred(state, call);
    if (after === undefined) return unknown;
    next.push(grown(after, call.node));
  }
  return { kind: 'queryset', states: next };
}

/** `iterator()`: rows of a query of its own, prefetched relations included from Django 4.1 on. */
function streamed(walk: Walk, states: readonly QueryState[], node: Call): Value {
  const own = states.map((state) => ({ ...state, related: undefined }));
  if (node.args.length === 0 && !node.keywords.some((one) => one.arg === 'chunk_size' || one.arg === null)) {
    for (const state of own) state.origin.iteratorCalls.set(node.end, spanOf(node));
  }
  return {
    kind: 'sequence',
    element: rowsOf(walk, own, node),
    bound: own.every((state) => state.bound === 'few') ? 'few' : 'many',
  };
}

/** An inline chain: its origin grows by the call. */
function grown(state: QueryState, node: Call): QueryState {
  if (state.isInline && state.origin.span.start === node.start) state.origin.span = spanOf(node);
  return state;
}

/** The states that a method starts from; undefined when they cannot be known. */
function statesOf(walk: Walk, owner: ManagerLike): readonly QueryState[] | undefined {
  if (owner.kind === 'queryset') return owner.states;
  if (owner.kind === 'manager') return baseStates(walk, owner.model, owner.manager, owner.span);
  return relatedStates(walk, owner);
}

/** What Django's own `Manager.get_queryset()` gives. */
function djangoState(walk: Walk, owner: Value & { kind: 'manager' }): QueryState {
  return freshState(owner.model, walk.recorder.origin(walk.file, owner.span, owner.model), owner.manager);
}

/** `BookQuerySet(self.model, using=self._db)` inside a manager. */
export function constructed(walk: Walk, info: ClassInfo, args: readonly Value[], node: Call): Value {
  const [first] = args;
  const model = first?.kind === 'class' ? walk.orm.modelOf(first.info) : undefined;
  const isQuerySet = walk.orm.classes.ancestors(info).some((one) => typeof one === 'string' && isDjangoQuerySet(one));
  const isClosed = walk.orm.classes.isClosed(info, (name) => isPlainManager(name) || name === 'builtins.object');
  if (model === undefined || !isQuerySet || !isClosed) return unknown;
  const manager: OrmManager = { name: info.fact.name, managerClass: undefined, querySetClass: info, opaque: false };
  return {
    kind: 'queryset',
    states: [freshState(model, walk.recorder.origin(walk.file, spanOf(node), model), manager)],
  };
}

/** What a manager's `get_queryset()` gives, as if written at `span`. */
function baseStates(
  walk: Walk,
  model: OrmModelClass,
  manager: OrmManager,
  span: { start: number; end: number },
): readonly QueryState[] | undefined {
  if (manager.opaque) return undefined;
  const origin = walk.recorder.origin(walk.file, span, model);
  const fresh = freshState(model, origin, manager);
  if (manager.managerClass === undefined) return [fresh];
  const found = walk.orm.classes.method(manager.managerClass, 'get_queryset');
  if (found === undefined) return [fresh];
  const self: Value = { kind: 'manager', model, manager, span };
  const value = walk.follow(walk, self, manager.managerClass, 'get_queryset', undefined);
  if (value?.kind !== 'queryset' || value.states.some((state) => state.model !== model)) return undefined;
  return value.states.map((state) => ({
    ...state,
    origin,
    isInline: true,
    related: undefined,
    isFiltered: false,
    isPicked: false,
    bound: 'many' as const,
  }));
}

/** The `all()` of a related manager: its default manager's queryset, served from a prefetch when there is one. */
function relatedStates(walk: Walk, owner: RelatedManager): readonly QueryState[] | undefined {
  const { target } = owner;
  if (target === undefined) return undefined;
  const manager = target.managers[0];
  if (manager === undefined) return undefined;
  const base = baseStates(walk, target, manager, owner.span);
  if (base === undefined || base.length !== 1) return undefined;
  const back = owner.backField === undefined ? undefined : { field: owner.backField, rows: owner.rows };
  return base.map((state) => ({ ...state, related: owner, back, isFiltered: true }));
}

/** A method that the project's manager or queryset class defines; undefined when Django's own is meant. */
function customMethod(walk: Walk, owner: ManagerLike, call: MethodCall): Value | undefined {
  const classes = customClasses(owner);
  for (const info of classes) {
    const found = walk.orm.classes.method(info, call.name);
    if (found === undefined || call.name === 'get_queryset') continue;
    const result = walk.follow(walk, owner, info, call.name, undefined) ?? unknown;
    return moved(walk, result, owner, call.node);
  }
  return undefined;
}

function customClasses(owner: ManagerLike): readonly ClassInfo[] {
  const manager =
    owner.kind === 'manager'
      ? owner.manager
      : owner.kind === 'queryset'
        ? owner.states[0]?.manager
        : owner.target?.managers[0];
  if (manager === undefined) return [];
  const classes = owner.kind === 'queryset' ? [manager.querySetClass] : [manager.managerClass, manager.querySetClass];
  return classes.filter((one) => one !== undefined);
}

/** What a followed method gives, as if the call here began it: its own file is not the place to add to. */
function moved(walk: Walk, result: Value, owner: ManagerLike, node: Call): Value {
  if (result.kind !== 'queryset') return unknown;
  const states: QueryState[] = [];
  for (const state of result.states) {
    const at =
      owner.kind === 'queryset' ? (owner.states.find((one) => one.model === state.model) ?? undefined) : undefined;
    if (owner.kind === 'queryset' && at === undefined) return unknown;
    const origin = at?.origin ?? walk.recorder.origin(walk.file, ownerSpan(owner, node), state.model);
    const isInline = at?.isInline ?? true;
    states.push(grown({ ...state, origin, isInline, related: undefined }, node));
  }
  return { kind: 'queryset', states };
}

function ownerSpan(owner: ManagerLike, node: Call): { start: number; end: number } {
  if (owner.kind !== 'queryset') return owner.span;
  return { start: node.start, end: node.end };
}
