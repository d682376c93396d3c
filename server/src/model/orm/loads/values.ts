import type { FileId } from '../../../text/file-id.ts';
import type { Span } from '../../../text/span.ts';
import type { FunctionFact } from '../../python/facts.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { OrmManager, OrmModelClass } from '../model-class.ts';
import type { OnlyCall } from '../relation-load.ts';
import type { LoadGroup } from './recorder.ts';

/** A relation that a queryset loads, with what is loaded behind it. */
export interface Loaded {
  readonly by: 'select' | 'prefetch';
  readonly children: Paths;
  /** The relation behind `Prefetch(…, to_attr=…)`; undefined for a plain one. */
  readonly toAttrOf: string | undefined;
  /** True when its own queryset could not be read: what lies behind is unknown. */
  readonly unsure: boolean;
}
export type Paths = ReadonlyMap<string, Loaded>;
export const noPaths: Paths = new Map();

/** The expression that begins a queryset, and what is done to all that is derived from it. One object for one place. */
export interface Origin {
  readonly key: string;
  readonly file: FileId;
  /** Grows while the expression is still being chained. */
  span: Span;
  readonly model: OrmModelClass;
  readonly groups: Set<LoadGroup>;
  readonly onlyCalls: Map<number, OnlyCall>;
  readonly iteratorCalls: Map<number, Span>;
  isDeferred: boolean;
  isCombined: boolean;
  isLocked: boolean;
  /** True when code copies its rows or gives them another primary key: a prefetch would go along with the copy. */
  isCloned: boolean;
}

export type Bound = 'few' | 'many';

/** One state of a queryset whose rows are model instances. */
export interface QueryState {
  readonly model: OrmModelClass;
  readonly paths: Paths;
  /** `select_related()` without names. */
  readonly selectAll: boolean;
  readonly isFiltered: boolean;
  /** Picked by keys that somebody else chose (`pk__in=ids`): one or many. */
  readonly isPicked: boolean;
  readonly bound: Bound;
  readonly origin: Origin;
  /** The manager class whose methods it has besides Django's. */
  readonly manager: OrmManager | undefined;
  /** True while it is still the expression that began it. */
  readonly isInline: boolean;
  /** The related manager whose `all()` this is, with nothing chained: a prefetch serves it. */
  readonly related: RelatedManager | undefined;
  /** The foreign key that rows of a related manager have cached, with its row. */
  readonly back: Back | undefined;
  /** What code assigned to rows of it: dotted paths; `*` for all. Shared by all that read those rows. */
  readonly assigned: Set<string>;
}

export interface Back {
  readonly field: string;
  readonly rows: readonly Row[];
}

/** A model instance. */
export interface Row {
  readonly model: OrmModelClass;
  /** Undefined for an instance that no queryset here made, such as `self`. */
  readonly origin: Origin | undefined;
  /** From the origin's rows to this one. */
  readonly path: readonly string[];
  readonly loaded: Paths;
  readonly selectAll: boolean;
  /** How it was reached: a further path goes the same way. */
  readonly by: 'select' | 'prefetch';
  /** The loop that gives one such row each time; undefined for a single instance. */
  readonly loop: number | undefined;
  /** The loop that the row before it came from, when it lies behind a relation of that. */
  readonly outerLoop: number | undefined;
  /** True when a foreign key on its path may be null. */
  readonly mayBeNull: boolean;
  /** The missing load through which it was reached. */
  readonly group: LoadGroup | undefined;
  /** The foreign key that leads here, when the row before holds this one's primary key in its column. */
  readonly keyOf?: string | undefined;
  readonly assigned: Set<string>;
  readonly back: Back | undefined;
  readonly isFiltered: boolean;
  /** Picked by keys that somebody else chose (`pk__in=ids`): one or many. */
  readonly isPicked: boolean;
}

export interface RelatedManager {
  readonly kind: 'related';
  readonly rows: readonly Row[];
  readonly name: string;
  readonly target: OrmModelClass | undefined;
  /** The foreign key on the other side that leads back. */
  readonly backField: string | undefined;
  readonly span: Span;
}

export type Value =
  | { readonly kind: 'unknown' }
  /** None and empty lists: nothing to iterate, so a join drops it. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  | { readonly kind: 'module'; readonly file: FileId }
  | { readonly kind: 'external'; readonly name: string }
  | { readonly kind: 'class'; readonly info: ClassInfo }
  | { readonly kind: 'function'; readonly file: FileId; readonly fact: FunctionFact }
  | { readonly kind: 'super'; readonly of: ClassInfo; readonly self: Value }
  | { readonly kind: 'manager'; readonly model: OrmModelClass; readonly manager: OrmManager; readonly span: Span }
  | RelatedManager
  | { readonly kind: 'queryset'; readonly states: readonly QueryState[] }
  | { readonly kind: 'row'; readonly rows: readonly Row[] }
  | { readonly kind: 'sequence'; readonly element: Value; readonly bound: Bound }
  | {
      readonly kind: 'prefetch';
      readonly path: string;
      readonly states: readonly QueryState[] | undefined;
      readonly toAttr: string | undefined;
      readonly unsure: boolean;
    };

export const unknown: Value = { kind: 'unknown' };
export const nothing: Value = { kind: 'nothing' };

/** More states than this for one variable are unknown. */
const mostStates = 4;

/** The value of a name that may be either. */
export function join(a: Value, b: Value): Value {
  if (a === b || b.kind === 'nothing') return a;
  if (a.kind === 'nothing') return b;
  if (a.kind === 'queryset' && b.kind === 'queryset') {
    const states = [...new Set([...a.states, ...b.states])];
    return states.length > mostStates ? unknown : { kind: 'queryset', states };
  }
  if (a.kind === 'row' && b.kind === 'row') {
    const rows = [...new Set([...a.rows, ...b.rows])];
    return rows.length > mostStates ? unknown : { kind: 'row', rows };
  }
  if (a.kind === 'sequence' && b.kind === 'sequence') {
    return { kind: 'sequence', element: join(a.element, b.element), bound: a.bound === 'many' ? a.bound : b.bound };
  }
  if (a.kind === 'class' && b.kind === 'class' && a.info === b.info) return a;
  if (a.kind === 'external' && b.kind === 'external' && a.name === b.name) return a;
  if (a.kind === 'text' && b.kind === 'text' && a.text === b.text) return a;
  return unknown;
}

/** `paths` with one more path; what is there already stays as it is. */
export function withPath(paths: Paths, parts: readonly string[], last: Loaded, by: Loaded['by']): Paths {
  const [name, ...rest] = parts;
  if (name === undefined) return paths;
  const old = paths.get(name);
  const result = new Map(paths);
  if (rest.length > 0) {
    const base = old ?? { by, children: noPaths, toAttrOf: undefined, unsure: false };
    result.set(name, { ...base, children: withPath(base.children, rest, last, by) });
  } else {
    const children = old === undefined ? last.children : merged(old.children, last.children);
    result.set(name, { ...(old ?? last), children, unsure: last.unsure || old?.unsure === true });
  }
  return result;
}

function merged(a: Paths, b: Paths): Paths {
  if (a.size === 0) return b;
  const result = new Map(a);
  for (const [name, loaded] of b) {
    const old = result.get(name);
    result.set(
      name,
      old === undefined
        ? loaded
        : { ...old, children: merged(old.children, loaded.children), unsure: old.unsure || loaded.unsure },
    );
  }
  return result;
}
