import { defineRule } from '../../../server/src/contract/rule.ts';
import { isNamedElsewhere } from '../../../server/src/model/deployment/questions.ts';
import { agedSettings } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'names/too-new',
    since: '0.1.0',
    status: 'stable',
    title: 'A setting that this Django does not know yet',
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [665],
    references: ['https://docs.djangoproject.com/en/stable/releases/'],
    yieldsTo: ['csp/setting-too-old'],
    messages: {
      early: {
        what: '`{setting}` has no effect: Django reads it from {series} on, and the project runs {django}.',
        why: 'Django ignores names that it does not know and says nothing, so that what the setting asks for does not happen.',
        help: 'Upgrade to Django {series}, or use what {django} has for it.',
      },
    },
  },
  check(leaf, ctx) {
    const { django } = leaf;
    if (django === undefined) return;
    for (const { name, age, series, value, assigned, at } of agedSettings(leaf)) {
      // `None` asks for nothing, and nothing happens.
      if (value.kind === 'constant' && value.value === null) continue;
      // A project or library may read the name for its own ends.
      if (age !== 'early' || isNamedElsewhere(ctx.project.sources, name, [assigned.statement])) continue;
      ctx.report({
        at,
        message: 'early',
        data: { setting: name, series, django: django.display },
        confidence: django.pinned ? 'high' : 'medium',
      });
    }
  },
});
