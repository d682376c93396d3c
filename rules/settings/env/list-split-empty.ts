import { defineRule } from '../../../server/src/contract/rule.ts';
import { emptySplits } from '../../../server/src/model/settings/questions.ts';

/** Settings where an empty text among the values does harm, with what one of their values is called. */
const lists = {
  ALLOWED_HOSTS: { item: 'host', message: 'hosts' },
  CSRF_TRUSTED_ORIGINS: { item: 'origin', message: 'origins' },
  CORS_ALLOWED_ORIGINS: { item: 'origin', message: 'origins' },
  CORS_ORIGIN_WHITELIST: { item: 'origin', message: 'origins' },
  CORS_ALLOWED_ORIGIN_REGEXES: { item: 'pattern', message: 'other' },
  CORS_ALLOW_HEADERS: { item: 'header', message: 'other' },
  CORS_ALLOW_METHODS: { item: 'method', message: 'other' },
  CORS_EXPOSE_HEADERS: { item: 'header', message: 'other' },
  INTERNAL_IPS: { item: 'address', message: 'other' },
  ADMINS: { item: 'address', message: 'other' },
  SECRET_KEY_FALLBACKS: { item: 'key', message: 'other' },
} as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/list-split-empty',
    since: '0.1.0',
    status: 'stable',
    title: 'An unset variable gives a list with one empty text',
    severity: { production: 'warning', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'django', rule: '4_0.E001', relation: 'related' },
      { tool: 'django', rule: 'security.W020', relation: 'related' },
    ],
    cwe: [1188],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts',
      'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins',
    ],
    messages: {
      hosts: {
        what: "`{setting}` becomes `['']` when the variable is unset.",
        why: 'Splitting an empty string gives one empty name, so every request is answered with 400, and `check --deploy` sees a list that is not empty.',
        help: 'Keep only the parts that are not empty: `[h for h in ….split(…) if h]`.',
      },
      origins: {
        what: "`{setting}` becomes `['']` when the variable is unset.",
        why: 'Splitting an empty string gives one empty origin, which has no scheme: the system checks fail, and with them `migrate`, `runserver` and most other commands.',
        help: 'Keep only the parts that are not empty: `[o for o in ….split(…) if o]`.',
      },
      other: {
        what: "`{setting}` becomes `['']` when the variable is unset.",
        why: 'Splitting an empty string gives one empty text, which Django takes for a value of the list.',
        help: 'Keep only the parts that are not empty: `[x for x in ….split(…) if x]`.',
      },
      part: {
        what: '`{setting}` gets an empty entry when the variable is unset.',
        why: 'Splitting an empty string gives one empty origin, which has no scheme: the system checks fail, and with them `migrate`, `runserver` and most other commands.',
        help: 'Keep only the parts that are not empty: `[o for o in ….split(…) if o]`.',
      },
    },
  },
  check(leaf, ctx) {
    for (const [setting, { item, message }] of Object.entries(lists)) {
      for (const { read, whole } of emptySplits(leaf, setting)) {
        // Beside other entries an empty host or address matches nothing and does no harm.
        if (!whole && message !== 'origins') continue;
        ctx.report({
          at: read.at,
          message: whole ? message : 'part',
          data: { setting },
          fixes: () => {
            const edits = ctx.edit.settings.dropEmptyParts(read.at, item);
            return [edits && { title: 'Drop empty parts', applicability: 'safe', edits, create: [] }];
          },
        });
      }
    }
  },
});
