import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import type { Span } from '../../../text/span.ts';
import type { OrmModelClass } from '../model-class.ts';
import type { FunctionKind, Lookup, QueryOrigin, RelationLoad } from '../relation-load.ts';
import type { Origin, Row } from './values.ts';

/** The loop that is being gone through. */
export interface Loop {
  readonly id: number;
  readonly location: Location;
  readonly iterable: string;
}

/** All reads of one missing path on rows of the same querysets. */
export interface LoadGroup {
  readonly path: readonly string[];
  readonly by: Lookup['by'];
  readonly origins: readonly Origin[];
  readonly lookups: Map<string, Lookup['by']>;
  /** True when code changes or saves what it reads through the relation. */
  isWritten: boolean;
  readonly reads: Map<string, Read>;
}

/** One read of a relation, as the interpreter meets it. */
export interface Read {
  readonly location: Location;
  readonly text: string;
  readonly row: string;
  readonly use: RelationLoad['use'];
  readonly loop: Loop;
  readonly functionKind: FunctionKind;
  readonly isFiltered: boolean;
  readonly confidence: RelationLoad['confidence'];
}

/** Gathers loads of a whole project; one group for a queryset and path, wherever it is read. */
export class Recorder {
  readonly #origins = new Map<string, Origin>();
  readonly #groups = new Map<string, LoadGroup>();

  /** The origin that begins at a place; the same object however often the place is gone through. */
  origin(file: FileId, root: Span, model: OrmModelClass): Origin {
    const key = `${file}:${root.start}:${root.end}:${model.id}`;
    const kept = this.#origins.get(key);
    if (kept !== undefined) return kept;
    const made: Origin = {
      key,
      file,
      span: root,
      model,
      groups: new Set(),
      onlyCalls: new Map(),
      iteratorCalls: new Map(),
      isDeferred: false,
      isCombined: false,
      isLocked: false,
    };
    this.#origins.set(key, made);
    return made;
  }

  /** Notes a read of `name` on rows that do not have it; gives its group. All rows come from known querysets. */
  read(rows: readonly Row[], name: string, by: Lookup['by'], read: Read): LoadGroup | undefined {
    const origins = [...new Set(rows.flatMap((row) => (row.origin === undefined ? [] : [row.origin])))];
    const [first] = rows;
    if (first === undefined || origins.length === 0) return undefined;
    const path = [...first.path, name];
    const through = first.group;
    if (through !== undefined) {
      through.lookups.set(path.join('__'), by);
      return through;
    }
    const key = `${origins
      .map((one) => one.key)
      .sort()
      .join('|')}|${path.join('.')}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { path, by, origins, lookups: new Map([[path.join('__'), by]]), isWritten: false, reads: new Map() };
      this.#groups.set(key, group);
      for (const origin of origins) origin.groups.add(group);
    }
    const at = `${read.location.file}:${read.location.span.start}`;
    if (!group.reads.has(at)) group.reads.set(at, read);
    return group;
  }

  /** What was gathered, by file and place. */
  loads(): readonly RelationLoad[] {
    const origins = new Map<Origin, QueryOrigin>();
    const loads = [...this.#groups.values()].flatMap((group) => asLoad(group, origins) ?? []);
    return loads.sort((a, b) => compare(a.at, b.at) || (a.lookup < b.lookup ? -1 : 1));
  }
}

function asLoad(group: LoadGroup, origins: Map<Origin, QueryOrigin>): RelationLoad | undefined {
  const reads = [...group.reads.values()].sort((a, b) => compare(a.location, b.location));
  // Rows beat counting: they decide whether a prefetch or an annotation is right.
  const first = reads.find((read) => read.use !== 'count') ?? reads[0];
  const [origin] = group.origins;
  if (first === undefined || origin === undefined) return undefined;
  return {
    model: origin.model,
    read: first.text,
    row: first.row,
    path: group.path.join('.'),
    lookup: group.path.join('__'),
    by: group.by,
    lookups: sortedLookups(group.lookups),
    use: first.use,
    at: first.location,
    others: reads.filter((read) => read !== first).map((read) => read.location),
    origins: group.origins.map((one) => asOrigin(one, origins)),
    loop: first.loop.location,
    iterable: first.loop.iterable,
    functionKind: first.functionKind,
    isWritten: group.origins.some((one) => [...one.groups].some((other) => other.isWritten)),
    isFiltered: reads.every((read) => read.isFiltered),
    confidence: reads.some((read) => read.confidence === 'high') ? 'high' : 'medium',
  };
}

function asOrigin(origin: Origin, known: Map<Origin, QueryOrigin>): QueryOrigin {
  const kept = known.get(origin);
  if (kept !== undefined) return kept;
  const missing = new Map<string, Lookup['by']>();
  for (const group of origin.groups) for (const [path, by] of group.lookups) missing.set(path, by);
  const made: QueryOrigin = {
    file: origin.file,
    span: origin.span,
    model: origin.model,
    missing: sortedLookups(missing),
    onlyCalls: [...origin.onlyCalls.values()],
    iteratorCalls: [...origin.iteratorCalls.values()],
    isDeferred: origin.isDeferred,
    isCombined: origin.isCombined,
    isLocked: origin.isLocked,
  };
  known.set(origin, made);
  return made;
}

/** Without the paths that a longer one of the same way loads on its way. */
function sortedLookups(lookups: ReadonlyMap<string, Lookup['by']>): readonly Lookup[] {
  const all = [...lookups].map(([path, by]): Lookup => ({ path, by }));
  return all
    .filter((one) => !all.some((other) => other.by === one.by && other.path.startsWith(`${one.path}__`)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(a: Location, b: Location): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start;
}
