// What rules ask about models and the loads of loops: pure functions over the graph.
// Must not report, edit or read texts. Look next at model-graph.ts and relation-load.ts.
import { contains } from '../../text/span.ts';
import type { OrmField, OrmIndex, OrmModelClass, ReverseRelation } from './model-class.ts';
import { keyword } from './read-fields.ts';
import type { Lookup, RelationLoad } from './relation-load.ts';

export type { OrmField, OrmIndex, OrmModelClass } from './model-class.ts';
export type { RelationLoad } from './relation-load.ts';

/** The calls that load all that a read needs, as code: `.select_related('author')`. */
export function loadingCalls(load: RelationLoad): string {
  // PostgreSQL locks no outer join, which a nullable relation needs, and a join would lock the related rows too.
  const isLocked = load.origins.some((origin) => origin.isLocked);
  const lookups = isLocked ? load.lookups.map((one): Lookup => ({ ...one, by: 'prefetch' })) : load.lookups;
  return calls(lookups).join('');
}

function calls(lookups: readonly Lookup[]): readonly string[] {
  const of = (by: Lookup['by'], method: string): readonly string[] => {
    const paths = lookups.filter((one) => one.by === by).map((one) => `'${one.path}'`);
    return paths.length === 0 ? [] : [`.${method}(${paths.join(', ')})`];
  };
  return [...of('select', 'select_related'), ...of('prefetch', 'prefetch_related')];
}

/** The path as `Count()` and `filter()` take it: `book` where the attribute is `book_set`. */
export function queryPath(load: RelationLoad): string {
  const names: string[] = [];
  let model: OrmModelClass | undefined = load.model;
  for (const name of load.path.split('.')) {
    const reverse: ReverseRelation | undefined =
      model?.fields.has(name) === true ? undefined : model?.reverse.get(name);
    names.push(reverse?.queryName ?? name);
    model = reverse?.from ?? model?.fields.get(name)?.target;
  }
  return names.join('__');
}

/** The relations whose column the `only()` of a queryset leaves out, though a join of them needs it. */
export function missingFromOnly(load: RelationLoad): readonly string[] {
  const [first = ''] = load.path.split('.');
  const lacks = load.origins.some((origin) =>
    origin.onlyCalls.some(({ names }) => names !== undefined && needsColumn(origin.model, first, names)),
  );
  return load.by === 'select' && lacks ? [first] : [];
}

/** True for a foreign key that none of the names of an `only()` brings along. */
export function needsColumn(model: OrmModelClass, relation: string, names: readonly string[]): boolean {
  const kind = model.fields.get(relation)?.kind;
  const isForeignKey = kind === 'foreign-key' || kind === 'one-to-one';
  return (
    isForeignKey &&
    !names.some((name) => name === relation || name === `${relation}_id` || name.startsWith(`${relation}__`))
  );
}

/** All paths that the load's querysets miss, once each. */
export function missingPaths(load: RelationLoad): readonly string[] {
  return [...new Set(load.origins.flatMap((origin) => origin.missing.map((one) => one.path)))];
}

/** A single-column index that another index or constraint of the model serves as well. */
export interface RedundantIndex {
  /** The column's field name. */
  readonly column: string;
  readonly covering: OrmIndex;
  /** True when the other index has so many columns that look-ups of the first one alone may read far more pages. */
  readonly isWide: boolean;
  readonly from:
    | { readonly kind: 'field'; readonly field: OrmField; readonly isImplicit: boolean }
    | { readonly kind: 'meta'; readonly index: OrmIndex };
}

/** An index of more columns is too wide to stand in for a narrow one; one of more than `narrow` may be much larger. */
const widest = 4;
const narrow = 3;

/**
 * The single-column indexes that the class itself declares and that the beginning of a composite b-tree makes redundant.
 * https://www.postgresql.org/docs/current/indexes-multicolumn.html; MySQL and SQLite use leftmost columns alike.
 * Nothing is said of inherited declarations: other children of the parent may need them.
 */
export function redundantIndexes(model: OrmModelClass): readonly RedundantIndex[] {
  const own = model.meta.indexes.filter((index) => isOwn(model, index));
  const columns = (index: OrmIndex): number => index.fields?.length ?? 0;
  // The narrowest first: it is the one that stands in best.
  const composite = own
    .filter((index) => isPlainTree(index) && columns(index) >= 2 && columns(index) <= widest)
    .sort((a, b) => columns(a) - columns(b));
  // A child of an abstract class may have a `Meta` of its own, without the composite index.
  if (composite.length === 0 || !model.meta.managed || model.meta.abstract) return [];
  const coveringOf = (column: string): OrmIndex | undefined => composite.find((index) => index.fields?.[0] === column);
  const found: RedundantIndex[] = [];
  const isWide = (index: OrmIndex): boolean => columns(index) > narrow;
  for (const field of model.fields.values()) {
    const covering = coveringOf(field.name);
    if (covering === undefined || field.declaredIn !== model.info || field.index !== true || !isPlainColumn(field))
      continue;
    const isImplicit = keyword(field.keywords, 'db_index') === undefined;
    found.push({ column: field.name, covering, isWide: isWide(covering), from: { kind: 'field', field, isImplicit } });
  }
  for (const index of own) {
    const [column, ...rest] = index.fields ?? [];
    if (index.source !== 'index' || column === undefined || rest.length > 0 || !isPlainTree(index)) continue;
    const covering = coveringOf(column);
    if (covering !== undefined)
      found.push({ column, covering, isWide: isWide(covering), from: { kind: 'meta', index } });
  }
  return found;
}

function isOwn(model: OrmModelClass, index: OrmIndex): boolean {
  return index.file !== undefined && index.file === model.info.file && contains(model.info.fact.span, index.span);
}

/** A b-tree without condition, expression or operator class. */
function isPlainTree(index: OrmIndex): boolean {
  if (index.special || index.fields === undefined) return false;
  return index.source !== 'index' || index.indexClass === 'django.db.models.Index';
}

const textFields = new Set(
  ['CharField', 'TextField', 'SlugField', 'EmailField', 'URLField', 'FileField', 'ImageField', 'FilePathField'].map(
    (name) => `django.db.models.${name}`,
  ),
);

/** False where PostgreSQL makes a second index for `LIKE`, which a composite one does not replace: text columns and keys to them. */
function isPlainColumn(field: OrmField): boolean {
  if (field.kind === 'column') return field.fieldClass !== undefined && !textFields.has(field.fieldClass);
  if (field.kind !== 'foreign-key' || field.target === undefined || keyword(field.keywords, 'to_field') !== undefined)
    return false;
  const key = [...field.target.fields.values()].find((one) => one.primaryKey !== false);
  return key === undefined ? !field.target.open : key.fieldClass !== undefined && !textFields.has(key.fieldClass);
}
