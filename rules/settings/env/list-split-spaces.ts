import { defineRule } from '../../../server/src/contract/rule.ts';
import { effective, emptySplits, isRawSplit, readsAs } from '../../../server/src/model/settings/questions.ts';

/** Settings whose values are compared as they are, with what one of them is called. */
const lists = {
  ALLOWED_HOSTS: 'host',
  CSRF_TRUSTED_ORIGINS: 'origin',
  CORS_ALLOWED_ORIGINS: 'origin',
  CORS_ORIGIN_WHITELIST: 'origin',
  CORS_ALLOW_HEADERS: 'header',
  CORS_ALLOW_METHODS: 'method',
  INTERNAL_IPS: 'address',
} as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/list-split-spaces',
    since: '0.1.0',
    status: 'stable',
    title: 'A comma list keeps the blanks around its values',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [20],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts',
      'https://docs.python.org/3/library/stdtypes.html#str.split',
    ],
    messages: {
      raw: {
        what: '`{setting}` keeps the blanks that stand around the commas of `{variable}`.',
        why: 'With `a.example, b.example` the second {item} begins with a blank and matches nothing.',
        help: 'Strip each part and drop the empty ones.',
      },
    },
  },
  check(leaf, ctx) {
    for (const [setting, item] of Object.entries(lists)) {
      const found = effective(leaf, setting);
      // An unset variable that gives an empty part is a worse fault of the same expression.
      if (found === undefined || found.overridable || emptySplits(leaf, setting).length > 0) continue;
      for (const read of readsAs(found.value)) {
        const { variable, at } = read;
        if (variable === undefined || !isRawSplit(read)) continue;
        ctx.report({
          at,
          message: 'raw',
          data: { setting, variable, item },
          fixes: () => {
            const edits = ctx.edit.settings.dropEmptyParts(at, item);
            return [edits && { title: 'Strip each part', applicability: 'safe', edits, create: [] }];
          },
        });
      }
    }
  },
});
