import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { OrmModelClass } from './model-class.ts';

/** A relation to load with a queryset: `author__country`, by join or by a second query. */
export interface Lookup {
  readonly path: string;
  readonly by: 'select' | 'prefetch';
  /** True for a prefetch that fetches more than is read now: of rows behind a condition, or where they are only counted. */
  readonly isOptional: boolean;
}

/** An `only()` call; names are undefined when they are not all constant. */
export interface OnlyCall {
  readonly span: Span;
  readonly names: readonly string[] | undefined;
}

/** The expression that begins a queryset: manager and chained methods, as `Book.objects.filter(…)`. */
export interface QueryOrigin {
  readonly file: FileId;
  readonly span: Span;
  /** The model of its rows. */
  readonly model: OrmModelClass;
  /** All that rows of this queryset read without having it loaded, sorted; a path that another one implies is left out. */
  readonly missing: readonly Lookup[];
  /** Places of `only()` calls on this queryset or on what is derived from it. */
  readonly onlyCalls: readonly OnlyCall[];
  /** `iterator()` calls without `chunk_size`. */
  readonly iteratorCalls: readonly Span[];
  /** What forbids to add to it: `defer()`, `union()` and their kin; a join also under `select_for_update()`. */
  readonly isDeferred: boolean;
  readonly isCombined: boolean;
  readonly isLocked: boolean;
}

/** `book.author.id`: the place of `book.author`, and the end of all of it. */
export interface KeyRead {
  readonly at: Location;
  readonly end: number;
}

/**
 * Where code stands, as far as it changes how often it runs. `command`: a management command or script that something in the project
 * starts; `manual`: one that nothing there starts.
 */
export type FunctionKind = 'view' | 'task' | 'command' | 'manual' | 'other';

/** A relation that is read once for each row of a loop and that no state of the queryset has loaded. */
export interface RelationLoad {
  /** Model of the queryset's rows. */
  readonly model: OrmModelClass;
  /** The read as written, on one line: `book.author`. */
  readonly read: string;
  /** The row's variable or expression: `book`. */
  readonly row: string;
  /** The shortest path that is not loaded, dotted from the queryset's rows. */
  readonly path: string;
  /** The same as a lookup: `author__country`. */
  readonly lookup: string;
  readonly by: 'select' | 'prefetch';
  /** What the load needs, deeper reads through it included: never empty. */
  readonly lookups: readonly Lookup[];
  /** Set when every read takes nothing but the key that the row holds itself, as `book.author.id`: the places, up to the end of the key. */
  readonly keyReads: readonly KeyRead[] | undefined;
  /** `row`: one object; `rows`: a related manager's rows; `count`: only `count()`, `exists()` or `contains()`. */
  readonly use: 'row' | 'rows' | 'count';
  /** The attribute read, `book.author`. */
  readonly at: Location;
  /** Further reads of the same path on rows of the same queryset. */
  readonly others: readonly Location[];
  /** More than one when a variable holds different querysets on different ways. */
  readonly origins: readonly QueryOrigin[];
  /** The loop or comprehension, its header. */
  readonly loop: Location;
  /** What the loop goes over, as written, on one line and shortened. */
  readonly iterable: string;
  readonly functionKind: FunctionKind;
  /**
   * True when code changes or saves an object that it reads through a missing relation of the same queryset: two rows that share the object
   * then get copies of their own, so loading it with the queryset may change what is written. Also when rows are copied or saved under
   * another primary key, because what was loaded goes along.
   */
  readonly isWritten: boolean;
  /** True when a filter or slice limits the rows. */
  readonly isFiltered: boolean;
  /** True when a condition, or a way out of the loop, keeps every one of the reads from some rows. */
  readonly isGuarded: boolean;
  /** True when `select_related()` without names left it out: naming it there drops what that call loads now. */
  readonly isBesideAll: boolean;
  /** True when a foreign key on the path may be null: a row without a value runs no query. */
  readonly mayBeNull: boolean;
  /** `low` when so few rows get to the read that loading for all may cost more. */
  readonly confidence: 'high' | 'medium' | 'low';
}
