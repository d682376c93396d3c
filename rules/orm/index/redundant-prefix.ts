import { defineRule } from '../../../server/src/contract/rule.ts';
import { mayUseMysql } from '../../../server/src/model/deployment/questions.ts';
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
        why: 'The composite index finds the same rows by its first column; the second one costs time on writes, and space.',
        help: 'Remove `db_index=True` and make a migration.',
      },
      foreignKey: {
        what: '`{column}` has an index of its own, and `{covering}` begins with the same column.',
        why: 'The composite index finds the same rows by its first column; the second one costs time on writes, and space.',
        help: 'Set `db_index=False` on the field and make a migration.',
      },
      meta: {
        what: '`Index(fields=[{quoted}])` repeats the beginning of `{covering}`.',
        why: 'The composite index finds the same rows by its first column; the second one costs time on writes, and space.',
        help: 'Remove it from `Meta.indexes` and make a migration.',
      },
    },
  },
  check(model, ctx) {
    for (const { column, covering, isWide, from } of redundantIndexes(model)) {
      const names = (covering.written ?? []).join(', ');
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
          data: { quoted: `'${from.index.written?.[0] ?? column}'`, covering: shown },
          ...(isWide ? { confidence: 'medium' as const } : {}),
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
      // InnoDB indexes a foreign key by itself, and only while no other index begins with it.
      if (isRelation && mayUseMysql(ctx.project, field.file)) continue;
      ctx.report({
        at: { file: field.file, span: field.nameSpan },
        message: isRelation ? 'foreignKey' : 'column',
        data: { column, covering: shown },
        // Nobody asked for a foreign key's index, and a wide one is larger: whether the narrow one is worth its place depends on the data.
        ...(isImplicit || isWide ? { confidence: 'medium' as const } : {}),
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
