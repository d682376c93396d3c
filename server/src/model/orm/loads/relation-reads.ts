import type { Attribute } from '../../../syntax/python/nodes.ts';
import type { OrmField, OrmModelClass, ReverseRelation } from '../model-class.ts';
import { keyword } from '../read-fields.ts';
import { type Loaded, noPaths, type Row, unknown, type Value } from './values.ts';
import { recordRead, spanOf, type Walk } from './walk-context.ts';

/** What an attribute name is on rows of a model. */
type Member =
  | {
      readonly kind: 'one';
      readonly target: OrmModelClass | undefined;
      readonly field: OrmField;
      readonly isReverse: boolean;
    }
  | { readonly kind: 'many'; readonly target: OrmModelClass | undefined; readonly backField: string | undefined }
  | { readonly kind: 'generic' };

/** The relation behind an attribute; undefined for a column, a method, or a name that we do not know. */
function memberOf(walk: Walk, model: OrmModelClass, name: string): Member | undefined {
  const field = model.fields.get(name);
  if (field !== undefined) return fieldMember(field);
  const reverse = model.reverse.get(name);
  if (reverse === undefined || isShadowed(walk, model, name)) return undefined;
  return reverseMember(reverse);
}

function fieldMember(field: OrmField): Member | undefined {
  switch (field.kind) {
    case 'foreign-key':
    case 'one-to-one':
      return { kind: 'one', target: field.target, field, isReverse: false };
    case 'many-to-many':
      return { kind: 'many', target: field.target, backField: undefined };
    case 'generic-relation':
      return { kind: 'many', target: field.target, backField: undefined };
    case 'generic-foreign-key':
      return { kind: 'generic' };
    default:
      return undefined;
  }
}

function reverseMember(reverse: ReverseRelation): Member {
  if (reverse.kind === 'one-to-one')
    return { kind: 'one', target: reverse.from, field: reverse.field, isReverse: true };
  return {
    kind: 'many',
    target: reverse.from,
    backField: reverse.kind === 'foreign-key' ? reverse.field.name : undefined,
  };
}

/** True when the class itself defines a method or attribute of that name. */
function isShadowed(walk: Walk, model: OrmModelClass, name: string): boolean {
  return walk.orm.classes.ancestors(model.info).some((one) => {
    if (one === undefined || typeof one === 'string') return false;
    return (
      one.fact.methods.some((method) => method.name === name) ||
      one.fact.assignments.some((assignment) => assignment.name === name)
    );
  });
}

/** Notes where `book.author.id` loads an author only for the key that the book has in `author_id`. */
function noteKeyRead(walk: Walk, rows: readonly Row[], node: Attribute): void {
  const inner = node.value;
  if (inner.kind !== 'Attribute' || (node.attr !== 'pk' && node.attr !== 'id')) return;
  for (const { group, keyOf, model } of rows) {
    if (group === undefined || keyOf !== inner.attr || !isUniqueName(model, node.attr)) continue;
    walk.recorder.keyRead(group, walk.file, inner.start, node.end);
  }
}

/** The value of `row.name`. Notes a load when no state of the rows has the relation. */
export function readAttribute(walk: Walk, rows: readonly Row[], name: string, node: Attribute): Value {
  const [first] = rows;
  if (first === undefined) return unknown;
  noteKeyRead(walk, rows, node);
  const toAttr = attributeOfPrefetch(walk, rows, name);
  if (toAttr !== undefined) return toAttr;
  const member = memberOf(walk, first.model, name);
  if (member === undefined || rows.some((row) => row.model !== first.model)) return unknown;
  if (rows.some((row) => isAssigned(row, name))) return unknown;
  if (member.kind === 'many') {
    return { kind: 'related', rows, name, target: member.target, backField: member.backField, span: spanOf(node) };
  }
  const backs = rows.map((row) => (row.back?.field === name ? row.back.rows : undefined));
  if (backs.some((one) => one !== undefined)) {
    return backs.every((one) => one !== undefined) ? { kind: 'row', rows: backs.flat() } : unknown;
  }
  const states = rows.map((row) => loadedState(row, name, member));
  if (states.includes('unknown')) return unknown;
  const mayBeNull =
    rows.some((row) => row.mayBeNull) || (member.kind === 'one' && !member.isReverse && member.field.null === true);
  const isMissing = states.every((state) => state === 'missing');
  const by = member.kind === 'generic' || first.by === 'prefetch' ? 'prefetch' : 'select';
  const group = isMissing ? recordRead(walk, rows, name, by, 'row', node, mayBeNull) : undefined;
  const target = member.kind === 'one' ? member.target : undefined;
  if (target === undefined) return unknown;
  const keyOf = hasKeyColumn(member) ? name : undefined;
  return {
    kind: 'row',
    rows: rows.map((row, i) => ({ ...step(row, name, target, states[i], group, by), mayBeNull, keyOf })),
  };
}

/** True for a foreign key whose column holds the primary key of what it points to. */
function hasKeyColumn(member: Member): boolean {
  return member.kind === 'one' && !member.isReverse && keyword(member.field.keywords, 'to_field') === undefined;
}

type LoadedState = Loaded | 'all' | 'missing' | 'unknown';

function loadedState(row: Row, name: string, member: Member): LoadedState {
  const loaded = row.loaded.get(name);
  if (loaded !== undefined) return loaded;
  if (row.selectAll && member.kind === 'one') {
    // Without names select_related() follows forward foreign keys that cannot be null.
    if (member.isReverse || member.field.null === true) return 'missing';
    return member.field.null === false && row.path.length < 5 ? 'all' : 'unknown';
  }
  return 'missing';
}

function isAssigned(row: Row, name: string): boolean {
  return row.assigned.has('*') || row.assigned.has([...row.path, name].join('.'));
}

function step(
  row: Row,
  name: string,
  target: OrmModelClass,
  state: LoadedState | undefined,
  group: Row['group'],
  by: Loaded['by'],
): Row {
  const loaded = typeof state === 'object' ? state : undefined;
  return {
    ...row,
    model: target,
    path: [...row.path, name],
    loaded: loaded?.children ?? noPaths,
    selectAll: state === 'all',
    by: loaded?.by ?? by,
    group: group ?? row.group,
    back: undefined,
    // Behind an unreadable Prefetch anything may be loaded.
    assigned: loaded?.unsure === true ? new Set(['*']) : row.assigned,
  };
}

/** `row.name` where a `Prefetch(…, to_attr='name')` put a list. */
function attributeOfPrefetch(walk: Walk, rows: readonly Row[], name: string): Value | undefined {
  const found = rows.map((row) => row.loaded.get(name)).filter((one) => one?.toAttrOf !== undefined);
  if (found.length === 0) return undefined;
  const [row] = rows;
  const [loaded] = found;
  if (rows.length > 1 || row === undefined || loaded?.toAttrOf === undefined || loaded.unsure) return unknown;
  const member = memberOf(walk, row.model, loaded.toAttrOf);
  if (member?.kind !== 'many' || member.target === undefined) return unknown;
  const back = member.backField === undefined ? undefined : { field: member.backField, rows: [row] };
  return {
    kind: 'sequence',
    bound: 'many',
    element: { kind: 'row', rows: [behind(row, name, member.target, loaded, back, row.group)] },
  };
}

/** A row behind a prefetched or missing to-many relation of `row`; of the same loop until another one binds it. */
export function behind(
  row: Row,
  name: string,
  target: OrmModelClass,
  loaded: Loaded | undefined,
  back: Row['back'],
  group: Row['group'],
): Row {
  return {
    ...row,
    model: target,
    path: [...row.path, name],
    loaded: loaded?.children ?? noPaths,
    selectAll: false,
    by: 'prefetch',
    group,
    keyOf: undefined,
    assigned: loaded?.unsure === true ? new Set(['*']) : row.assigned,
    back,
  };
}

/** Notes that a foreign key or relation of rows was assigned: later reads are free. */
export function assignAttribute(rows: readonly Row[], name: string): void {
  noteWrite(rows);
  if (name === 'pk' || name === 'id') noteClones(rows);
  for (const row of rows) row.assigned.add([...row.path, name].join('.'));
}

/** Notes that rows are copied, or saved again under another primary key. */
export function noteClones(rows: readonly Row[]): void {
  for (const row of rows) if (row.origin !== undefined) row.origin.isCloned = true;
}

/** Notes that an object behind a missing relation is changed or saved. */
export function noteWrite(rows: readonly Row[]): void {
  for (const row of rows) if (row.group !== undefined) row.group.isWritten = true;
}

/** The relation whose column a name is: `author` for `author_id`. */
export function relationOfColumn(model: OrmModelClass, name: string): string | undefined {
  if (!name.endsWith('_id')) return undefined;
  const relation = name.slice(0, -3);
  const field = model.fields.get(relation);
  return field?.kind === 'foreign-key' || field?.kind === 'one-to-one' ? relation : undefined;
}

/** True when `name` identifies at most one row: primary key or unique field. */
export function isUniqueName(model: OrmModelClass, name: string): boolean {
  const plain = name.endsWith('__exact') ? name.slice(0, -7) : name;
  if (plain === 'pk' || (plain === 'id' && !model.fields.has('id'))) return true;
  const field = model.fields.get(relationOfColumn(model, plain) ?? plain);
  return field !== undefined && (field.unique === true || keyword(field.keywords, 'primary_key') !== undefined);
}
