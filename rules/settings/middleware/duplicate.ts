import { fixTitle } from '../../../server/src/contract/fix-title.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { repeatedMiddleware } from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const help = 'Take the second one out: what stands between them may need the first.';

/** Classes of Django that find their work done the second time. */
const doneOnce: ReadonlySet<string> = new Set([
  'django.contrib.auth.middleware.AuthenticationMiddleware',
  'django.middleware.clickjacking.XFrameOptionsMiddleware',
  'django.middleware.common.CommonMiddleware',
  'django.middleware.csrf.CsrfViewMiddleware',
  'django.middleware.gzip.GZipMiddleware',
  'django.middleware.http.ConditionalGetMiddleware',
  'django.middleware.locale.LocaleMiddleware',
  'django.middleware.security.SecurityMiddleware',
]);

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/duplicate',
    since: '0.1.0',
    status: 'stable',
    title: 'The same middleware is listed twice',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#middleware'],
    messages: {
      twice: {
        what: '`{entry}` is in `MIDDLEWARE` of {modules} twice.',
        why: 'Every request and response goes through it twice, and what it does once for each, as a write, is done twice.',
        help,
      },
      again: {
        what: '`{entry}` is in `MIDDLEWARE` of {modules} twice.',
        why: 'Every request and response goes through it a second time, for nothing.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    for (const { path, at, first } of repeatedMiddleware(leaf)) {
      const entry = lastPart(path);
      const isIdle = doneOnce.has(path);
      ctx.report({
        at,
        message: isIdle ? 'again' : 'twice',
        ...(isIdle ? { severity: 'info' as const } : {}),
        data: { entry },
        related: [{ ...first, label: `The first \`${entry}\`` }],
        fixes: () => {
          const edits = ctx.edit.settings.removeElement(at);
          return [
            edits && {
              title: fixTitle(`Take the second \`${entry}\` out`, 'Take the second one out'),
              applicability: 'suggestion',
              edits,
              create: [],
            },
          ];
        },
      });
    }
  },
});
