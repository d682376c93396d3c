import { defineRule } from '../../../server/src/contract/rule.ts';
import { redundantIndexes } from '../../../server/src/model/orm/questions.ts';

export default defineRule({
  target: 'model',
  meta: {
    id: 'index/redundant-prefix',
    since: '0.1.0',
    status: 'stable',
    title: 'Index on one column that a composite one begins with',
    severity: 'info',
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django-extra-checks', rule: 'X058', relation: 'related' }],
    cwe: [],
    references: [
      'https://www.postgresql.org/docs/current/indexes-multicolumn.html',
      'https://docs.djangoproject.com/en/5.2/ref/models/indexes/',
    ],
    messages: {
      column: {
        what: '`{column}` has an index of its own, and `{covering}` begins with the same column.',
        why: 'The composite index serves the same look-ups; the second one costs time on every write, and memory.',
        help: 'Remove `db_index=True` and make a migration.',
      },
      foreignKey: {
        what: '`{column}` has an index of its own, and `{covering}` begins with the same column.',
        why: 'The composite index serves the same look-ups; the second one costs time on every write, and memory.',
        help: 'Set `db_index=False` on the field and make a migration.',
      },
      meta: {
        what: '`Index(fields=[{quoted}])` repeats the beginning of `{covering}`.',
        why: 'The composite index serves the same look-ups; the second one costs time on every write, and memory.',
        help: 'Remove it from `Meta.indexes` and make a migration.',
      },
    },
  },
  check(model, ctx) {
    for (const { column, covering, from } of redundantIndexes(model)) {
      const names = (covering.fields ?? []).join(', ');
      const shown =
        covering.source === 'index' || covering.source === 'index-together' ? `Index(${names})` : `unique (${names})`;
      const related =
        covering.file === undefined
          ? []
          : [{ file: covering.file, span: covering.span, label: 'This index begins with the same column.' }];
      if (from.kind === 'meta') {
        if (from.index.file === undefined) continue;
        ctx.report({
          at: { file: from.index.file, span: from.index.span },
          message: 'meta',
          data: { quoted: `'${column}'`, covering: shown },
          related,
          fixes: () => {
            const edits = ctx.edit.orm.removeMetaIndex(from.index);
            return [edits && { title: 'Remove the redundant index', applicability: 'suggestion', edits, create: [] }];
          },
        });
        continue;
      }
      const { field, isImplicit } = from;
      if (field.file === undefined) continue;
      const isRelation = field.kind === 'foreign-key';
      ctx.report({
        at: { file: field.file, span: field.nameSpan },
        message: isRelation ? 'foreignKey' : 'column',
        data: { column, covering: shown },
        // Nobody asked for a foreign key's index; whether the narrower one is worth its place depends on the database.
        ...(isImplicit ? { confidence: 'medium' as const } : {}),
        related,
        fixes: () => {
          const edits = ctx.edit.orm.removeFieldIndex(field);
          const title = isRelation ? 'Set db_index=False' : 'Remove db_index=True';
          return [edits && { title, applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});
