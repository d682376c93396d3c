import type { ClassFact, ValueFact } from '../python/facts.ts';
import type { ClassGraph, ClassInfo } from './class-graph.ts';
import type { OrmIndex, OrmMeta } from './model-class.ts';
import { keyword } from './read-fields.ts';

/** The `Meta` class that a class body holds itself. */
function ownMeta(info: ClassInfo): ClassFact | undefined {
  return info.fact.classes.find((one) => one.name === 'Meta');
}

/** Options that Django never inherits from an abstract parent: they are reset to these. */
const notInherited = new Set(['abstract', 'proxy', 'app_label']);

/**
 * Reads `Meta` of a class: its own, else that of the first abstract parent that has one; `class Meta(Parent.Meta)` adds to the parent's.
 * https://docs.djangoproject.com/en/5.2/topics/db/models/#meta-inheritance
 */
export function readMeta(graph: ClassGraph, info: ClassInfo): OrmMeta {
  const own = ownMeta(info);
  const holder = own === undefined ? inheritedHolder(graph, info) : info;
  const options = new Map<string, { readonly value: ValueFact; readonly in: ClassInfo }>();
  let known = true;
  if (holder !== undefined) known = collectOptions(graph, holder, options, 0);
  if (own === undefined) for (const name of notInherited) options.delete(name);
  const indexes: OrmIndex[] = [];
  for (const [name, source] of indexLists) {
    const option = options.get(name);
    if (option === undefined) continue;
    if (!readList(graph, option.in, option.value, source, indexes)) known = false;
  }
  return {
    abstract: bool(own === undefined ? undefined : options.get('abstract')?.value, false),
    proxy: bool(options.get('proxy')?.value, false),
    managed: bool(options.get('managed')?.value, true),
    appLabel: text(options.get('app_label')?.value),
    defaultRelatedName: text(options.get('default_related_name')?.value),
    indexes,
    indexesKnown: known,
    ordering: strings(options.get('ordering')?.value),
    declaredIn: holder,
  };
}

const indexLists = [
  ['indexes', 'index'],
  ['constraints', 'unique-constraint'],
  ['unique_together', 'unique-together'],
  ['index_together', 'index-together'],
] as const;

function inheritedHolder(graph: ClassGraph, info: ClassInfo): ClassInfo | undefined {
  for (const one of graph.ancestors(info).slice(1)) {
    if (one === undefined || typeof one === 'string') continue;
    if (ownMeta(one) !== undefined) return isAbstract(one) ? one : undefined;
  }
  return undefined;
}

function isAbstract(info: ClassInfo): boolean {
  const value = ownMeta(info)?.assignments.find((one) => one.name === 'abstract')?.value;
  return bool(value, false);
}

/** Gathers options along `class Meta(Other.Meta)`. False when a base of Meta is unknown. */
function collectOptions(
  graph: ClassGraph,
  holder: ClassInfo,
  options: Map<string, { readonly value: ValueFact; readonly in: ClassInfo }>,
  depth: number,
): boolean {
  const meta = ownMeta(holder);
  if (meta === undefined || depth > 8) return false;
  let known = true;
  for (const base of [...meta.bases].reverse()) {
    if (base.kind === 'name' && base.name === 'object') continue;
    const parent =
      base.kind === 'name' && base.name.endsWith('.Meta')
        ? graph.named(holder.file, base.name.slice(0, -5))
        : undefined;
    if (parent === undefined || typeof parent === 'string') known = false;
    else {
      known = collectOptions(graph, parent, options, depth + 1) && known;
      // Django sets `abstract = False` on the parent's Meta after it used it.
      options.delete('abstract');
    }
  }
  for (const assignment of meta.assignments) options.set(assignment.name, { value: assignment.value, in: holder });
  return known;
}

/** Adds the entries of one option; false when a part of it cannot be read. */
function readList(
  graph: ClassGraph,
  info: ClassInfo,
  value: ValueFact,
  source: OrmIndex['source'],
  into: OrmIndex[],
): boolean {
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') return false;
  let known = true;
  // `unique_together = ('a', 'b')` is one entry, not a list of them.
  const single =
    source.endsWith('together') && value.items.length > 0 && value.items.every((item) => item.kind === 'string');
  for (const item of single ? [value] : value.items) {
    const index = source.endsWith('together') ? together(info, item, source) : entry(graph, info, item, source);
    if (index === undefined) known = false;
    else if (index !== null) into.push(index);
  }
  return known;
}

function together(info: ClassInfo, item: ValueFact, source: OrmIndex['source']): OrmIndex | undefined {
  const fields = strings(item);
  if (fields === undefined) return undefined;
  return {
    source,
    indexClass: undefined,
    fields,
    written: fields,
    special: false,
    name: undefined,
    file: info.file,
    span: item.span,
  };
}

/** Undefined: cannot be read; null: no index, as a CheckConstraint. */
function entry(
  graph: ClassGraph,
  info: ClassInfo,
  item: ValueFact,
  source: OrmIndex['source'],
): OrmIndex | undefined | null {
  if (item.kind !== 'call' || item.callee === null) return undefined;
  const found = graph.named(info.file, item.callee);
  const indexClass =
    typeof found === 'string'
      ? found.replace(/^django\.db\.models\.(indexes|constraints)\./, 'django.db.models.')
      : undefined;
  if (source === 'unique-constraint') {
    if (indexClass === 'django.db.models.CheckConstraint') return null;
    if (indexClass !== 'django.db.models.UniqueConstraint') return undefined;
  }
  const names = keyword(item.keywords, 'fields');
  const written = names === undefined ? undefined : strings(names);
  const fields = written?.map((name) => name.replace(/^-/, ''));
  const plain = new Set(['fields', 'name', 'violation_error_message', 'violation_error_code']);
  const special = item.args.length > 0 || item.keywords.some((one) => one.name === null || !plain.has(one.name));
  return {
    source,
    indexClass,
    fields,
    written,
    special,
    name: text(keyword(item.keywords, 'name')),
    file: info.file,
    span: item.span,
  };
}

function bool(value: ValueFact | undefined, absent: boolean): boolean {
  return value?.kind === 'bool' ? value.value : absent;
}

function text(value: ValueFact | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

/** The texts of a list or tuple of constant strings. */
function strings(value: ValueFact | undefined): readonly string[] | undefined {
  if (value === undefined || (value.kind !== 'list' && value.kind !== 'tuple')) return undefined;
  const texts: string[] = [];
  for (const item of value.items) {
    if (item.kind !== 'string') return undefined;
    texts.push(item.value);
  }
  return texts;
}
