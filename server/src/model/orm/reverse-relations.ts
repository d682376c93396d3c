import type { OrmField, OrmModelClass, ReverseRelation } from './model-class.ts';
import { keyword } from './read-fields.ts';

/**
 * The other side of a field of a concrete model, as its target sees it; undefined when there is none or its name is not constant.
 * https://docs.djangoproject.com/en/5.2/ref/models/fields/#django.db.models.ForeignKey.related_name
 */
export function reverseRelation(model: OrmModelClass, field: OrmField): ReverseRelation | undefined {
  const { kind } = field;
  if (kind !== 'foreign-key' && kind !== 'one-to-one' && kind !== 'many-to-many') return undefined;
  if (field.keywords.some((one) => one.name === null)) return undefined;
  const symmetrical = keyword(field.keywords, 'symmetrical');
  if (kind === 'many-to-many' && field.target === model && !(symmetrical?.kind === 'bool' && !symmetrical.value))
    return undefined;
  const written = keyword(field.keywords, 'related_name');
  if (written !== undefined && written.kind !== 'string' && written.kind !== 'none') return undefined;
  const named = written?.kind === 'string' ? written.value : model.meta.defaultRelatedName;
  const lower = model.name.toLowerCase();
  const expanded = named
    ?.replaceAll('%(class)s', lower)
    .replaceAll('%(model_name)s', lower)
    .replaceAll('%(app_label)s', model.appLabel.toLowerCase());
  if (expanded?.endsWith('+') === true) return undefined;
  const query = keyword(field.keywords, 'related_query_name');
  const queryName = query === undefined ? (expanded ?? lower) : query.kind === 'string' ? query.value : undefined;
  return {
    accessor: expanded ?? (kind === 'one-to-one' ? lower : `${lower}_set`),
    queryName,
    kind,
    from: model,
    field,
  };
}
