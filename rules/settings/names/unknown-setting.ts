import { defineRule } from '../../../server/src/contract/rule.ts';
import { isNamedElsewhere } from '../../../server/src/model/deployment/questions.ts';
import { effective, misspelledSetting } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'names/unknown-setting',
    since: '0.1.0',
    status: 'stable',
    title: 'The name of a setting is misspelled',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [665],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/'],
    messages: {
      misspelled: {
        what: 'Django has no setting `{name}`, and nothing else reads it; `{setting}` is not set.',
        why: 'Django ignores names that it does not know and says nothing, so that `{setting}` keeps its default.',
        help: 'Write `{setting}`.',
      },
    },
  },
  check(leaf, ctx) {
    // A setting that cannot be seen may be there under its right name.
    if (leaf.open) return;
    for (const name of leaf.names) {
      const setting = misspelledSetting(leaf, name);
      const found = setting === undefined ? undefined : effective(leaf, name);
      if (setting === undefined || found?.assigned === undefined || found.overridable) continue;
      const { name: at, statement } = found.assigned;
      const own = [statement, ...found.mutations.map((one) => one.statement)];
      if (isNamedElsewhere(ctx.project.sources, name, own)) continue;
      ctx.report({
        at,
        message: 'misspelled',
        data: { name, setting },
        fixes: () => {
          const edits = found.mutations.length > 0 ? undefined : ctx.edit.settings.replaceValue(at, setting);
          const title = `Rename to \`${setting}\``;
          return [edits && { title, applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});
