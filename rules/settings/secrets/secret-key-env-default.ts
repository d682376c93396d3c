import { defineRule } from '../../../server/src/contract/rule.ts';
import { requireFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { effective, readerAt } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/secret-key-env-default',
    since: '0.1.0',
    status: 'stable',
    title: 'SECRET_KEY has a literal fallback',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W009', relation: 'related' }],
    cwe: [1188, 321],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
      'https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key',
    ],
    messages: {
      fallback: {
        what: '`SECRET_KEY` of {modules} falls back to a literal of {length} characters while {variable} is unset.',
        why: 'Where the variable is missing or misspelt the site runs all the same, with a key that everybody who has the code knows: whatever is signed with it, sessions, tokens or reset links, can be forged.',
        help: 'Require the variable instead, so that a missing one stops the start.',
      },
    },
  },
  check(leaf, ctx) {
    const key = effective(leaf, 'SECRET_KEY');
    if (key === undefined || key.overridable || key.rejected || key.value.kind !== 'environment') return;
    const read = key.value;
    const { fallback } = read;
    if (fallback?.kind !== 'secret' || fallback.length === 0) return;
    ctx.report({
      at: fallback.at,
      message: 'fallback',
      data: {
        length: fallback.length,
        variable: variableWord(read),
      },
      fixes: () => [requireFix(ctx.edit, readerAt(leaf, read.at), read)],
    });
  },
});
