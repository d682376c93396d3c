import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { fixedConstant, hasSecurityMiddleware } from '../../../server/src/model/settings/questions.ts';
import { nearestWord } from '../../../server/src/text/nearest-word.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'SECURE_CROSS_ORIGIN_OPENER_POLICY';
const known: readonly unknown[] = ['same-origin', 'same-origin-allow-popups', 'unsafe-none', null];
const texts: readonly string[] = ['same-origin', 'same-origin-allow-popups', 'unsafe-none'];

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/coop-invalid',
    since: '0.1.0',
    status: 'stable',
    title: 'Cross-Origin-Opener-Policy is none that Django takes',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [{ tool: 'django', rule: 'security.E024', relation: 'same' }],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-cross-origin-opener-policy',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy',
    ],
    messages: {
      unknown: {
        what: `\`${name}\` is \`{value}\`, which is no policy.`,
        why: 'Browsers take it for `unsafe-none`, so a page that opened this one keeps its hands on the window, and `check --deploy` ends with an error.',
        help: 'Write `{instead}`.',
      },
      newer: {
        what: `\`${name}\` is \`{value}\`, which new browsers know and Django does not.`,
        why: '`check --deploy` ends with an error, and older browsers take it for `unsafe-none`.',
        help: 'Write `{instead}`, and set the header in the views that need the other one.',
      },
    },
  },
  check(leaf, ctx) {
    const policy = fixedConstant(leaf, name);
    if (policy?.at === undefined || known.includes(policy.value) || !hasSecurityMiddleware(leaf)) return;
    const { at, value } = policy;
    const meant = typeof value === 'string' ? nearestWord(value, texts) : undefined;
    const isNewer = value === 'noopener-allow-popups';
    const instead = isNewer ? 'same-origin-allow-popups' : (meant ?? 'same-origin');
    ctx.report({
      at,
      message: isNewer ? 'newer' : 'unknown',
      data: { value: pythonLiteral(value), instead },
      fixes: () => {
        const fix = settingTextFix(ctx.edit, { name, text: instead, at });
        const isClear = meant !== undefined && !isNewer;
        return [fix && { ...fix, title: `Write \`${instead}\``, applicability: isClear ? 'safe' : fix.applicability }];
      },
    });
  },
});
