import type { Call, Expr, Keyword } from '../../../syntax/python/nodes.ts';
import type { Span } from '../../../text/span.ts';
import type { OrmManager, OrmModelClass } from '../model-class.ts';
import { isUniqueName } from './relation-reads.ts';
import { type Loaded, noPaths, type Origin, type QueryState, type Value, withPath } from './values.ts';

/** A queryset that has nothing done to it. */
export function freshState(model: OrmModelClass, origin: Origin, manager: OrmManager | undefined): QueryState {
  return {
    model,
    paths: noPaths,
    selectAll: false,
    isFiltered: false,
    isPicked: false,
    bound: 'many',
    origin,
    manager,
    isInline: true,
    related: undefined,
    back: undefined,
    assigned: new Set(),
  };
}

/** Methods that give a queryset with the same relations loaded. */
const keeping = new Set(
  'all filter exclude order_by reverse distinct annotate alias using complex_filter extra select_for_update only defer none _chain _clone'.split(
    ' ',
  ),
);
const combining = new Set(['union', 'intersection', 'difference']);
const limiting = new Set(['filter', 'exclude', 'complex_filter', 'none']);

/** A call of a queryset method with its arguments evaluated. */
export interface MethodCall {
  readonly name: string;
  readonly node: Call;
  readonly args: readonly Value[];
}

/** The state after a method that keeps rows as model instances; undefined for any other method or arguments that cannot be read. */
export function transferred(state: QueryState, call: MethodCall): QueryState | undefined {
  const { name, node } = call;
  // The answer is a new queryset: rows of its own, nothing served from a prefetch.
  const next: QueryState = {
    ...state,
    assigned: new Set(),
    related: name === 'all' && node.args.length === 0 ? state.related : undefined,
    isFiltered: state.isFiltered || limiting.has(name),
    isPicked: state.isPicked || (name === 'filter' && node.keywords.some(isPick)),
  };
  if (combining.has(name)) {
    state.origin.isCombined = true;
    return undefined;
  }
  if (name === 'select_related') return selectRelated(next, call);
  if (name === 'prefetch_related') return prefetchRelated(next, call);
  if (!keeping.has(name)) return undefined;
  note(state.origin, name, node);
  const isSingle =
    name === 'none' ||
    (name === 'filter' && node.keywords.some((one) => one.arg !== null && isUniqueName(state.model, one.arg)));
  return isSingle ? { ...next, bound: 'few' } : next;
}

/** `pk__in=ids` with a list that was made elsewhere. */
function isPick({ arg, value }: Keyword): boolean {
  return arg !== null && /^(pk|id|uuid)__in$/.test(arg) && value.kind === 'Name';
}

function note(origin: Origin, name: string, node: Call): void {
  const span: Span = { start: node.start, end: node.end };
  if (name === 'only') origin.onlyCalls.set(node.start * 1e7 + node.end, { span, names: constantNames(node) });
  else if (name === 'defer') origin.isDeferred = true;
  else if (name === 'select_for_update') origin.isLocked = true;
}

/** The texts of a call that has nothing else. */
function constantNames(node: Call): readonly string[] | undefined {
  const names = node.args.map((arg) => (arg.kind === 'Str' ? arg.value : undefined));
  return node.keywords.length === 0 && names.every((name) => name !== undefined) ? names : undefined;
}

function selectRelated(state: QueryState, { node, args }: MethodCall): QueryState | undefined {
  if (node.keywords.length > 0) return undefined;
  if (args.length === 0) return { ...state, selectAll: true };
  if (isNone(node.args)) return { ...state, selectAll: false, paths: without(state.paths, 'select') };
  let { paths } = state;
  for (const text of texts(args) ?? [undefined]) {
    if (text === undefined) return undefined;
    paths = withPath(paths, text.split('__'), leaf('select'), 'select');
  }
  return { ...state, paths, selectAll: false };
}

function prefetchRelated(state: QueryState, { node, args }: MethodCall): QueryState | undefined {
  if (node.keywords.length > 0) return undefined;
  if (isNone(node.args)) return { ...state, paths: without(state.paths, 'prefetch') };
  const paths = prefetched(state.paths, args);
  return paths === undefined ? undefined : { ...state, paths };
}

/** The paths with those of `prefetch_related(…)` arguments; undefined when one of them cannot be read. */
export function prefetched(paths: QueryState['paths'], args: readonly Value[]): QueryState['paths'] | undefined {
  let result = paths;
  for (const arg of args.flatMap((one) => (one.kind === 'tuple' ? one.items : [one]))) {
    if (arg.kind === 'text') result = withPath(result, arg.text.split('__'), leaf('prefetch'), 'prefetch');
    else if (arg.kind !== 'prefetch') return undefined;
    else {
      const parts = arg.path.split('__');
      const [only] = arg.states ?? [];
      const children = only?.paths ?? noPaths;
      const isUnsure =
        arg.unsure || (arg.states !== undefined && (arg.states.length !== 1 || only?.selectAll === true));
      const name = parts.at(-1) ?? '';
      const last: Loaded = {
        by: 'prefetch',
        children,
        toAttrOf: arg.toAttr === undefined ? undefined : name,
        unsure: isUnsure,
      };
      result = withPath(
        result,
        arg.toAttr === undefined ? parts : [...parts.slice(0, -1), arg.toAttr],
        last,
        'prefetch',
      );
    }
  }
  return result;
}

function leaf(by: Loaded['by']): Loaded {
  return { by, children: noPaths, toAttrOf: undefined, unsure: false };
}

function isNone(args: readonly Expr[]): boolean {
  return args.length === 1 && args[0]?.kind === 'NoneLit';
}

function texts(args: readonly Value[]): readonly string[] | undefined {
  const found: string[] = [];
  for (const arg of args.flatMap((one) => (one.kind === 'tuple' ? one.items : [one]))) {
    if (arg.kind !== 'text') return undefined;
    found.push(arg.text);
  }
  return found;
}

function without(paths: QueryState['paths'], by: Loaded['by']): QueryState['paths'] {
  return new Map([...paths].filter(([, loaded]) => loaded.by !== by));
}
