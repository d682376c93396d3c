import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { hasSecurityMiddleware, writtenReferrerPolicies } from '../../../server/src/model/settings/questions.ts';

const name = 'SECURE_REFERRER_POLICY';
const instead = 'strict-origin-when-cross-origin';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/referrer-policy-weak',
    since: '0.1.0',
    status: 'stable',
    title: 'Referrer-Policy gives away whole addresses',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W022', relation: 'related' }],
    cwe: [200],
    references: [
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Referrer-Policy',
      'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    ],
    messages: {
      weak: {
        what: `\`${name}\` is \`{policy}\`.`,
        why: 'Every site that a page links to or loads from gets the whole address with path and query, where search words, ids and tokens of password resets stand.',
        help: `Use \`${instead}\`, which sends no more than the site's name to others.`,
      },
    },
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    const last = writtenReferrerPolicies(leaf)?.at(-1);
    const policy = last?.policies.at(-1);
    if (last === undefined || (policy !== 'unsafe-url' && policy !== 'no-referrer-when-downgrade')) return;
    const { at, policies } = last;
    ctx.report({
      at,
      message: 'weak',
      ...browserDoubt(leaf),
      data: { policy },
      fixes: () => [settingTextFix(ctx.edit, { name, text: [...policies.slice(0, -1), instead].join(', '), at })],
    });
  },
});
