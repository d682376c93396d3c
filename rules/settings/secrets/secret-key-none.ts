import { defineRule } from '../../../server/src/contract/rule.ts';
import { secretKeyFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { readerAt, secretKeyGap } from '../../../server/src/model/settings/questions.ts';

const why =
  'Django starts all the same, and raises `ImproperlyConfigured` where the key is needed: with sessions or messages at every request.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/secret-key-none',
    since: '0.1.0',
    status: 'stable',
    title: 'SECRET_KEY may be None or empty',
    severity: { production: 'warning', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W009', relation: 'related' }],
    cwe: [1188],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key'],
    messages: {
      unset: {
        what: '`SECRET_KEY` of {modules} is {value} while {variable} is unset.',
        why,
        help: 'Require the variable, so that a missing one stops the start.',
      },
      written: {
        what: '`SECRET_KEY` of {modules} is {value}.',
        why,
        help: "Read it from the environment, as `os.environ['DJANGO_SECRET_KEY']`.",
      },
    },
  },
  check(leaf, ctx) {
    const gap = secretKeyGap(leaf);
    if (gap === undefined) return;
    const { at, read, isEmptyText } = gap;
    const value = isEmptyText ? 'empty' : '`None`';
    const fixes = () => [secretKeyFix(ctx.edit, readerAt(leaf, at), at, read)];
    if (read === undefined)
      ctx.report({
        at,
        message: 'written',
        data: { value },
        fixes,
      });
    else
      ctx.report({
        at,
        message: 'unset',
        data: { value, variable: variableWord(read) },
        fixes,
      });
  },
});
