import type { AssignmentFact, KeywordFact, ValueFact } from '../python/facts.ts';
import type { ClassGraph, ClassInfo } from './class-graph.ts';
import { documentedFieldClass, fieldKind } from './field-classes.ts';
import type { FieldKind, OrmField } from './model-class.ts';

/** A field before its target is looked up: that needs all models. */
export interface FieldDraft extends Omit<OrmField, 'target'> {
  /** What was written as target: positional or `to=`. */
  readonly to: ValueFact | undefined;
}

/** The fields that a class body declares itself; `null` for a name that it takes away (`name = None`). */
export function declaredFields(graph: ClassGraph, info: ClassInfo): ReadonlyMap<string, FieldDraft | null> {
  const fields = new Map<string, FieldDraft | null>();
  for (const assignment of info.fact.assignments) {
    if (assignment.value.kind === 'none') fields.set(assignment.name, null);
    const field = declaredField(graph, info, assignment);
    if (field !== undefined) fields.set(assignment.name, field);
  }
  return fields;
}

function declaredField(graph: ClassGraph, info: ClassInfo, assignment: AssignmentFact): FieldDraft | undefined {
  const { value } = assignment;
  if (value.kind !== 'call' || value.callee === null) return undefined;
  const root = fieldRoot(graph, info, value.callee);
  if (root === undefined) return undefined;
  const { kind, fieldClass } = root;
  const isForeignKey = kind === 'foreign-key' || kind === 'one-to-one';
  const primaryKey = flag(value.keywords, 'primary_key', false);
  const unique = kind === 'one-to-one' || primaryKey === true ? true : flag(value.keywords, 'unique', false);
  const ownIndex = flag(value.keywords, 'db_index', isForeignKey || fieldClass === 'django.db.models.SlugField');
  const rest = value.keywords.some((keyword) => keyword.name === null);
  return {
    name: assignment.name,
    kind,
    fieldClass,
    to: kind === 'column' || kind === 'other' ? undefined : (keyword(value.keywords, 'to') ?? value.args[0]),
    declaredIn: info,
    file: info.file,
    nameSpan: assignment.nameSpan,
    callSpan: value.span,
    args: value.args,
    keywords: value.keywords,
    null:
      rest || (kind === 'other' && keyword(value.keywords, 'null') === undefined)
        ? undefined
        : flag(value.keywords, 'null', false),
    unique: rest ? undefined : unique,
    primaryKey: rest ? undefined : primaryKey,
    index: rest || unique === undefined || kind === 'other' ? undefined : unique ? false : ownIndex,
  };
}

/** The known field class behind a callee: itself, or the first known ancestor of a class of the project. */
function fieldRoot(
  graph: ClassGraph,
  info: ClassInfo,
  callee: string,
): { readonly kind: FieldKind; readonly fieldClass: string | undefined } | undefined {
  const found = graph.named(info.file, callee);
  if (found === undefined) return undefined;
  if (typeof found === 'string') {
    const fieldClass = documentedFieldClass(found);
    const kind = fieldKind(fieldClass);
    if (kind !== undefined) return { kind, fieldClass };
    return /(Field|Key|Relation)$/.test(found) ? { kind: 'other', fieldClass: undefined } : undefined;
  }
  for (const one of graph.ancestors(found)) {
    if (one === undefined) return { kind: 'other', fieldClass: undefined };
    if (typeof one !== 'string') continue;
    const fieldClass = documentedFieldClass(one);
    const kind = fieldKind(fieldClass);
    // A subclass may set options in its own __init__, so only the kind is sure; a wrong index or null would be a guess.
    if (kind !== undefined) return { kind, fieldClass: kind === 'column' ? undefined : fieldClass };
  }
  return undefined;
}

/** The value of a keyword argument. */
export function keyword(keywords: readonly KeywordFact[], name: string): ValueFact | undefined {
  return keywords.find((one) => one.name === name)?.value;
}

function flag(keywords: readonly KeywordFact[], name: string, absent: boolean): boolean | undefined {
  const value = keyword(keywords, name);
  if (value === undefined) return absent;
  return value.kind === 'bool' ? value.value : undefined;
}
