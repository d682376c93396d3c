import { defineRule } from '../../../server/src/contract/rule.ts';
import { flagPlaces, onlyWord, readsAs } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/bool-compare-narrow',
    since: '0.1.0',
    status: 'stable',
    title: 'A protection is on for one spelling only',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [1188],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-secure',
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-ssl-redirect',
    ],
    messages: {
      narrow: {
        what: '`{setting}` is on for `{word}` alone in `{variable}`.',
        why: 'Any other spelling of yes switches the protection off, and nothing says so.',
        help: "Compare without case and with all usual words: `.lower() in ('1', 'true', 'yes', 'on')`.",
      },
    },
  },
  check(leaf, ctx) {
    for (const { name, label, value } of flagPlaces(leaf)) {
      if (!hardening.test(name)) continue;
      for (const read of readsAs(value)) {
        const word = onlyWord(read);
        const { variable, at } = read;
        if (variable === undefined || word === undefined || read.read.library !== 'os') continue;
        ctx.report({
          at,
          message: 'narrow',
          data: { setting: label, word, variable },
          fixes: () => {
            const edits = ctx.edit.settings.castRead({ at, read: read.read, to: 'flag' });
            return [edits && { title: 'Take all usual words', applicability: 'suggestion', edits, create: [] }];
          },
        });
      }
    }
  },
});

/** Flags that protect when they are on. */
const hardening =
  /^(SECURE_(SSL_REDIRECT|HSTS_INCLUDE_SUBDOMAINS|HSTS_PRELOAD|CONTENT_TYPE_NOSNIFF)|\w+_COOKIE_(SECURE|HTTPONLY))$/;
