import type { FieldKind } from './model-class.ts';

/** Field classes that are relations, by full name. What derives from one in the project is one too. */
const relations: Readonly<Record<string, FieldKind>> = {
  'django.db.models.ForeignKey': 'foreign-key',
  'django.db.models.OneToOneField': 'one-to-one',
  'django.db.models.ManyToManyField': 'many-to-many',
  'django.contrib.contenttypes.fields.GenericForeignKey': 'generic-foreign-key',
  'django.contrib.contenttypes.fields.GenericRelation': 'generic-relation',
  'modelcluster.fields.ParentalKey': 'foreign-key',
  'mptt.fields.TreeForeignKey': 'foreign-key',
  'mptt.fields.TreeOneToOneField': 'one-to-one',
  'mptt.fields.TreeManyToManyField': 'many-to-many',
  'sortedm2m.fields.SortedManyToManyField': 'many-to-many',
  'djmoney.models.fields.MoneyField': 'column',
};

/** Modules that hold Django's own fields under other names. */
const djangoModules = [
  'django.db.models.fields.related.',
  'django.db.models.fields.',
  'django.contrib.gis.db.models.',
  'django.db.models.',
];

/** The name under which Django documents a field class: `django.db.models.X`. Others keep theirs. */
export function documentedFieldClass(name: string): string {
  for (const module of djangoModules) {
    if (!name.startsWith(module)) continue;
    const rest = name.slice(module.length);
    if (!rest.includes('.')) return `django.db.models.${rest}`;
  }
  return name;
}

/** What a known field class is; undefined for a class that is no field we know. @param name as `documentedFieldClass` gives it. */
export function fieldKind(name: string): FieldKind | undefined {
  const relation = relations[name];
  if (relation !== undefined) return relation;
  const isField = name.startsWith('django.db.models.') || name.startsWith('django.contrib.postgres.fields.');
  return isField && /(Field|JSONField)$/.test(name) ? 'column' : undefined;
}

/** Relations whose reverse accessor is not Django's own manager. */
export function hasForeignReverse(name: string): boolean {
  return name === 'modelcluster.fields.ParentalKey';
}
