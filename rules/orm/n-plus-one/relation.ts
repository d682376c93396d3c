import { fixTitle } from '../../../server/src/contract/fix-title.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { loadingCalls, missingFromOnly, missingPaths, queryPath } from '../../../server/src/model/orm/questions.ts';

export default defineRule({
  target: 'load',
  meta: {
    id: 'n-plus-one/relation',
    since: '0.1.0',
    status: 'stable',
    title: 'Relation read once per row of a loop',
    severity: 'warning',
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'django-lsp', rule: 'DJ001', relation: 'same' },
      { tool: 'djch', rule: 'N+1', relation: 'same' },
      { tool: 'django-orm-lens', rule: 'nplusone', relation: 'same' },
      { tool: 'zeal', rule: 'N+1', relation: 'related' },
    ],
    cwe: [1050],
    references: [
      'https://docs.djangoproject.com/en/5.2/topics/db/optimization/',
      'https://docs.djangoproject.com/en/5.2/ref/models/querysets/#select-related',
      'https://docs.djangoproject.com/en/5.2/ref/models/querysets/#prefetch-related',
    ],
    messages: {
      read: {
        what: '{subject} is read inside the loop over `{iterable}`.',
        why: 'The loop runs one more query for each of its rows{unlessNull}.',
        help: 'Add `{calls}` to the queryset{andOnly}.',
      },
      key: {
        what: '{subject} is read inside the loop over `{iterable}`.',
        why: 'The loop runs one more query for each {row}{unlessNull}, only for a key that the row holds itself.',
        help: 'Read `{column}`.',
      },
      guarded: {
        what: '{subject} is read inside the loop over `{iterable}`.',
        why: 'The loop runs one more query for each row that gets here{unlessNull}.',
        help: 'Add `{calls}` to the queryset{andOnly}, or filter it down to the rows that get here.',
      },
      unnamed: {
        what: '{subject} is read inside the loop over `{iterable}`.',
        why: 'The loop runs one more query for each {row}{unlessNull}: `select_related()` without names leaves this relation out.',
        help: 'Name in `select_related()` all relations that the loop reads, `{lookup}` included.',
      },
      counted: {
        what: '{subject} is counted or tested inside the loop over `{iterable}`.',
        why: 'The loop runs one more query for each {row}{unlessNull}.',
        help: "Annotate the queryset with `Count('{counted}')` or `Exists(…)`, or add `{calls}` when the rows are read too.",
      },
    },
  },
  check(load, ctx) {
    const isManual = load.functionKind === 'manual';
    const isBackground = load.functionKind === 'task' || load.functionKind === 'command';
    const title = fixTitle(
      `Load ${missingPaths(load).join(', ')} with the queryset`,
      'Load the missing relations with the queryset',
    );
    const column = `${load.read}_id`;
    const subject = load.path.includes('.') ? `\`${load.read}\` (\`${load.lookup}\`)` : `\`${load.read}\``;
    const common = {
      at: load.at,
      // Nobody waits for a task or command; without a filter its loop grows with the table all the same.
      ...(isManual || (isBackground && load.isFiltered) ? { severity: 'info' as const } : {}),
      // What somebody starts by hand, once or now and then, is seldom worth a change.
      confidence: isManual && load.confidence === 'high' ? ('medium' as const) : load.confidence,
      related: [
        ...load.origins.map((origin) => ({ file: origin.file, span: origin.span, label: 'The queryset begins here.' })),
        ...load.others.slice(0, 5).map((place) => ({ ...place, label: 'It is read here too.' })),
      ],
      fixes: () => {
        if (load.keyReads !== undefined) {
          const edits = ctx.edit.orm.readKeys(load);
          // Without a related object the key is `None`, where the read raised an error.
          const applicability = load.mayBeNull ? ('suggestion' as const) : ('safe' as const);
          return [edits && { title: `Read \`${column}\``, applicability, edits, create: [] }];
        }
        const edits = ctx.edit.orm.loadRelations(load);
        // The edit loads all that the queryset misses, what another finding tells of included.
        const isOptional = load.origins.some((origin) => origin.missing.some((one) => one.isOptional));
        const isSafe = !load.isWritten && !isOptional;
        const applicability = isSafe ? ('safe' as const) : ('suggestion' as const);
        return [edits && { title, applicability, edits, create: [] }];
      },
    };
    const unlessNull = load.mayBeNull ? ', unless the relation is null' : '';
    const andOnly = missingFromOnly(load)
      .map((name) => `, and \`'${name}'\` to its \`only()\``)
      .join('');
    const data = { subject, iterable: load.iterable, calls: loadingCalls(load), unlessNull, andOnly };
    const row = load.isGuarded ? 'row that gets here' : 'of its rows';
    const { lookup } = load;
    if (load.use === 'count')
      ctx.report({ ...common, message: 'counted', data: { ...data, counted: queryPath(load), row } });
    else if (load.keyReads !== undefined) ctx.report({ ...common, message: 'key', data: { ...data, row, column } });
    else if (load.isBesideAll) ctx.report({ ...common, message: 'unnamed', data: { ...data, lookup, row } });
    else ctx.report({ ...common, message: load.isGuarded ? 'guarded' : 'read', data });
  },
});
