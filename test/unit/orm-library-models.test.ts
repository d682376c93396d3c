import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import data from '../../server/src/data/library-models.json' with { type: 'json' };
import { libraryClass, libraryModels } from '../../server/src/model/orm/library-classes.ts';

const options = z.strictObject({
  null: z.boolean().optional(),
  unique: z.boolean().optional(),
  primary_key: z.boolean().optional(),
  db_index: z.boolean().optional(),
  related_name: z.string().optional(),
  related_query_name: z.string().optional(),
});
const field = z.union([
  z.tuple([z.string(), z.string().regex(/Field$/)]),
  z.tuple([z.string(), z.string().regex(/(Field|ForeignKey)$/), z.string().nullable()]),
  z.tuple([z.string(), z.string().regex(/(Field|ForeignKey)$/), z.string().nullable(), options]),
]);
const shape = z.strictObject({
  models: z.array(
    z.strictObject({
      module: z.string().min(1),
      app: z.string(),
      name: z.string().min(1),
      bases: z.array(z.string()),
      abstract: z.boolean().optional(),
      mixin: z.boolean().optional(),
      manager: z.string().optional(),
      fields: z.array(field),
    }),
  ),
});

test('the models of libraries have the shape that the reader takes, and no two are one', () => {
  const { models } = shape.parse(data);
  const ids = libraryModels().map((one) => one.id);
  assert.equal(new Set(ids).size, models.length);
});

test('every base of a library model is another one or Django’s own', () => {
  for (const one of libraryModels()) {
    for (const base of one.fact.bases) {
      assert.equal(base.kind, 'name');
      if (base.kind === 'name' && base.name !== 'django.db.models.Model') assert.ok(libraryClass(base.name), base.name);
    }
  }
});

test('what Django exports twice is one class', () => {
  const base = libraryClass('django.contrib.auth.base_user.AbstractBaseUser');
  assert.ok(base);
  assert.equal(libraryClass('django.contrib.auth.models.AbstractBaseUser'), base);
});
