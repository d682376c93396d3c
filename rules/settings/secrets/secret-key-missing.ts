import { defineRule } from '../../../server/src/contract/rule.ts';
import { insertReadFix } from '../../../server/src/contract/setting-fix.ts';
import { isAbsentForSure, readerOf, servesRequests } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/secret-key-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'SECRET_KEY is never assigned',
    severity: { production: 'error', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W009', relation: 'related' }],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key'],
    messages: {
      absent: {
        what: 'Nothing sets `SECRET_KEY` in {modules}.',
        why: 'Django has no key by default and raises `ImproperlyConfigured` where one is first needed.',
        help: "Add `SECRET_KEY = os.environ['DJANGO_SECRET_KEY']`.",
      },
    },
  },
  check(leaf, ctx) {
    if (!servesRequests(leaf) || !isAbsentForSure(leaf, 'SECRET_KEY')) return;
    ctx.report({
      at: leaf.start,
      message: 'absent',
      data: {},
      fixes: () => [
        insertReadFix(ctx.edit, readerOf(leaf), leaf, {
          name: 'SECRET_KEY',
          variable: 'DJANGO_SECRET_KEY',
          type: 'text',
        }),
      ],
    });
  },
});
