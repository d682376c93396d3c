import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt, proxyNamesHeader } from '../../../server/src/model/deployment/questions.ts';
import { fixedConstant, hasSecurityMiddleware, installs } from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'SECURE_CROSS_ORIGIN_OPENER_POLICY';
const instead = 'same-origin-allow-popups';
/** Apps whose log-in may open a window of another site. */
const popups: readonly string[] = [
  'allauth.socialaccount',
  'social_django',
  'dj_rest_auth',
  'mozilla_django_oidc',
  'oauth2_provider',
];

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/coop-off',
    since: '0.1.0',
    status: 'stable',
    title: 'Cross-Origin-Opener-Policy is switched off',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [1021],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-cross-origin-opener-policy',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy',
    ],
    messages: {
      off: {
        what: `\`${name}\` is \`{value}\`.`,
        why: 'A page of another site that opened this one keeps a hold of its window, and can send it elsewhere or watch its frames.',
        help: `Set \`${name}\` to \`${instead}\`, or drop the line for Django's \`same-origin\`.`,
      },
    },
  },
  check(leaf, ctx) {
    const policy = fixedConstant(leaf, name);
    if (policy?.at === undefined || !hasSecurityMiddleware(leaf)) return;
    const { at, value } = policy;
    if (value !== null && value !== 'unsafe-none') return;
    if (popups.some((app) => installs(leaf, app) !== false)) return;
    if (proxyNamesHeader(ctx.project, 'Cross-Origin-Opener-Policy')) return;
    ctx.report({
      at,
      message: 'off',
      ...httpsDoubt(ctx.project, leaf),
      data: { value: pythonLiteral(value) },
      fixes: () => {
        const fix = settingTextFix(ctx.edit, { name, text: instead, at });
        return [fix && { ...fix, title: `Set \`${instead}\`` }];
      },
    });
  },
});
