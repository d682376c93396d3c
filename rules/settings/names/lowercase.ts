import { defineRule } from '../../../server/src/contract/rule.ts';
import { isReadSomewhere } from '../../../server/src/model/deployment/questions.ts';
import { isCurrentSetting } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'names/lowercase',
    since: '0.1.0',
    status: 'stable',
    title: 'A setting is written in lower case',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [665],
    references: ['https://docs.djangoproject.com/en/stable/topics/settings/#creating-your-own-settings'],
    messages: {
      ignored: {
        what: '`{name}` is no setting: Django reads `{setting}`, which is not set.',
        why: 'Django takes upper-case names alone and says nothing of the others, so that `{setting}` keeps its default.',
        help: 'Write `{setting}`.',
      },
    },
  },
  check(leaf, ctx) {
    if (leaf.open) return;
    for (const { name, assigned } of leaf.ordinaryNames) {
      const setting = name.toUpperCase();
      if (!isCurrentSetting(setting) || leaf.get(setting) !== undefined) continue;
      if (isReadSomewhere(ctx.project.sources, leaf, name)) continue;
      const at = assigned.name;
      ctx.report({
        at,
        message: 'ignored',
        data: { name, setting },
        fixes: () => {
          const edits = ctx.edit.settings.replaceValue(at, setting);
          const title = `Rename to \`${setting}\``;
          return [edits && { title, applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});
