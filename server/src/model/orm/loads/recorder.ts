import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';
import type { Span } from '../../../text/span.ts';
import type { OrmModelClass } from '../model-class.ts';
import type { FunctionKind, Lookup, QueryOrigin, RelationLoad } from '../relation-load.ts';
import { coversAll } from './guards.ts';
import type { Origin, Row } from './values.ts';

/** The loop that is being gone through. */
export interface Loop {
  readonly id: number;
  readonly location: Location;
  readonly iterable: string;
  /** Names that differ from round to round. */
  readonly bound: () => ReadonlySet<string>;
}

/** A condition that some rows of a loop do not pass. */
export interface Guard {
  /** The condition's place: both branches share it. */
  readonly key: string;
  /** `rest`: what a statement with several ways out leaves over. */
  readonly branch: 'true' | 'false' | 'rest';
  /** Names that it depends on; undefined when it holds back some rows in any case. */
  readonly names: ReadonlySet<string> | undefined;
  /** What it compares with null, when it does nothing else. */
  readonly nullTests: readonly string[] | undefined;
  /** `sampled`: it lets every n-th row through; `one-of`: rows with a certain value; `open`: its form does not tell. */
  readonly choice: 'sampled' | 'one-of' | 'open';
  /** The loops that it stands in. */
  readonly loops: readonly Loop[];
}

/** The guards in front of one read, outermost first. */
export type GuardedWay = readonly Guard[];

/** How a path is read through a missing relation. */
interface PathReads {
  readonly by: Lookup['by'];
  readonly ways: GuardedWay[];
  isOnlyCounted: boolean;
}

/** All reads of one missing path on rows of the same querysets. */
export interface LoadGroup {
  readonly path: readonly string[];
  readonly by: Lookup['by'];
  readonly origins: readonly Origin[];
  readonly lookups: Map<string, PathReads>;
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
  /** True when a foreign key on its path may be null: such a row runs no query. */
  readonly mayBeNull: boolean;
  /** True when `select_related()` without names left it out. */
  readonly isBesideAll: boolean;
  readonly guards: GuardedWay;
  /** The end of `book.author.id` where nothing but the key of the object is read, and the row has it in a column of its own. */
  keyEnd: number | undefined;
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
      isCloned: false,
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
      noteLookup(through, path, by, read);
      return through;
    }
    const key = `${origins
      .map((one) => one.key)
      .sort()
      .join('|')}|${path.join('.')}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { path, by, origins, lookups: new Map(), isWritten: false, reads: new Map() };
      this.#groups.set(key, group);
      for (const origin of origins) origin.groups.add(group);
    }
    noteLookup(group, path, by, read);
    const at = `${read.location.file}:${read.location.span.start}`;
    if (!group.reads.has(at)) group.reads.set(at, read);
    return group;
  }

  /** Notes that a read of `group` which begins at `start` takes only the key of the object; `end` is that of the whole expression. */
  keyRead(group: LoadGroup, file: FileId, start: number, end: number): void {
    const read = group.reads.get(`${file}:${start}`);
    if (read !== undefined) read.keyEnd = end;
  }

  /** What was gathered, by file and place. */
  loads(): readonly RelationLoad[] {
    const origins = new Map<Origin, QueryOrigin>();
    const loads = [...this.#groups.values()].flatMap((group) => asLoad(group, origins) ?? []);
    return loads.sort((a, b) => compare(a.at, b.at) || (a.lookup < b.lookup ? -1 : 1));
  }
}

function noteLookup(group: LoadGroup, path: readonly string[], by: Lookup['by'], read: Read): void {
  const name = path.join('__');
  const known = group.lookups.get(name);
  const isOnlyCounted = read.use === 'count' && known?.isOnlyCounted !== false;
  group.lookups.set(name, { by, ways: [...(known?.ways ?? []), read.guards], isOnlyCounted });
}

function asLoad(group: LoadGroup, origins: Map<Origin, QueryOrigin>): RelationLoad | undefined {
  const reads = [...group.reads.values()].sort((a, b) => compare(a.location, b.location));
  // Rows beat counting: they decide whether a prefetch or an annotation is right. A read for every row beats a guarded one.
  const rows = reads.filter((read) => read.use !== 'count');
  const first = [...rows, ...reads].find((read) => read.guards.length === 0) ?? rows[0] ?? reads[0];
  const [origin] = group.origins;
  if (first === undefined || origin === undefined) return undefined;
  const isGuarded = !coversAll(reads.map((read) => read.guards));
  return {
    model: origin.model,
    read: first.text,
    row: first.row,
    path: group.path.join('.'),
    lookup: group.path.join('__'),
    by: group.by,
    lookups: sortedLookups([group]),
    keyReads: isKeyOnly(group)
      ? reads.map(({ location, keyEnd }) => ({ at: location, end: keyEnd ?? location.span.end }))
      : undefined,
    use: rows[0]?.use ?? first.use,
    at: first.location,
    others: reads.filter((read) => read !== first).map((read) => read.location),
    origins: group.origins.map((one) => asOrigin(one, origins)),
    loop: first.loop.location,
    iterable: first.loop.iterable,
    functionKind: first.functionKind,
    isWritten: group.origins.some((one) => one.isCloned || [...one.groups].some((other) => other.isWritten)),
    isFiltered: reads.every((read) => read.isFiltered),
    isGuarded,
    isBesideAll: first.isBesideAll,
    mayBeNull: first.mayBeNull,
    confidence: isGuarded
      ? guardedConfidence(group, reads)
      : reads.some((read) => read.confidence === 'high')
        ? 'high'
        : 'medium',
  };
}

/** True when all reads take the key that the row holds itself: no need to load anything. */
function isKeyOnly(group: LoadGroup): boolean {
  if (group.lookups.size > 1 || group.origins.some((one) => one.onlyCalls.size > 0 || one.isDeferred)) return false;
  return [...group.reads.values()].every((read) => read.keyEnd !== undefined);
}

/**
 * Behind a condition a load is worth less than it costs when few rows pass: every n-th row, or, as a prefetch for all of them, rows with a
 * certain value.
 */
function guardedConfidence(group: LoadGroup, reads: readonly Read[]): RelationLoad['confidence'] {
  const isRare = (guard: Guard): boolean =>
    guard.choice === 'sampled' || (guard.choice === 'one-of' && group.by === 'prefetch');
  return reads.every((read) => read.guards.some(isRare)) ? 'low' : 'medium';
}

function asOrigin(origin: Origin, known: Map<Origin, QueryOrigin>): QueryOrigin {
  const kept = known.get(origin);
  if (kept !== undefined) return kept;
  const made: QueryOrigin = {
    file: origin.file,
    span: origin.span,
    model: origin.model,
    missing: sortedLookups([...origin.groups].filter((group) => !isKeyOnly(group))),
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
function sortedLookups(groups: readonly LoadGroup[]): readonly Lookup[] {
  const found = new Map<string, Lookup>();
  for (const group of groups) {
    for (const [path, { by, ways, isOnlyCounted }] of group.lookups) {
      const isOptional = by === 'prefetch' && (isOnlyCounted || !coversAll(ways));
      const isKnown = found.get(path)?.by === by && found.get(path)?.isOptional === false;
      found.set(path, { path, by, isOptional: isOptional && !isKnown });
    }
  }
  const all = [...found.values()];
  return all
    .filter((one) => !all.some((other) => other.by === one.by && other.path.startsWith(`${one.path}__`)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(a: Location, b: Location): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start;
}
