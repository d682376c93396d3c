import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt, proxyNamesHeader } from '../../../server/src/model/deployment/questions.ts';
import { fixedConstant, hasSecurityMiddleware, namesMiddleware } from '../../../server/src/model/settings/questions.ts';

const name = 'SECURE_REFERRER_POLICY';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/referrer-policy-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'Referrer-Policy is switched off',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W022', relation: 'same' }],
    cwe: [200],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-referrer-policy',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Referrer-Policy',
    ],
    messages: {
      off: {
        what: `\`${name}\` is \`None\` in {modules}, so Django sends no \`Referrer-Policy\`.`,
        why: 'How much of an address goes to other sites is left to each browser, and old ones send all of it, with the tokens of password resets and search words.',
        help: `Set \`${name}\` to \`strict-origin-when-cross-origin\`, or drop the line for Django's \`same-origin\`.`,
      },
    },
  },
  check(leaf, ctx) {
    const policy = fixedConstant(leaf, name);
    if (policy?.value !== null || policy.at === undefined || !hasSecurityMiddleware(leaf)) return;
    if (namesMiddleware(leaf, /security_?headers|referrer/i) || proxyNamesHeader(ctx.project, 'Referrer-Policy'))
      return;
    const { at } = policy;
    ctx.report({
      at,
      message: 'off',
      ...browserDoubt(leaf),
      data: {},
      fixes: () => [settingTextFix(ctx.edit, { name, text: 'strict-origin-when-cross-origin', at })],
    });
  },
});
