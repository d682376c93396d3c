import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { fixedConstant, hasSecurityMiddleware, isTruthy } from '../../../server/src/model/settings/questions.ts';

const year = 31_536_000;
const why =
  'The header asks for a place on the list that browsers bring along, and the list refuses a domain whose header lacks one of the three.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/hsts-preload-inconsistent',
    since: '0.1.0',
    status: 'stable',
    title: 'HSTS preload without its preconditions',
    severity: { production: 'warning', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W005', relation: 'related' }],
    cwe: [],
    references: [
      'https://hstspreload.org/#submission-requirements',
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-preload',
    ],
    messages: {
      lacks: {
        what: '`SECURE_HSTS_PRELOAD` is on, but {lacking}.',
        why,
        help: 'Set `SECURE_HSTS_SECONDS` to `31536000` and `SECURE_HSTS_INCLUDE_SUBDOMAINS = True`, or drop the preload.',
      },
    },
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    const preload = fixedConstant(leaf, 'SECURE_HSTS_PRELOAD');
    if (preload?.at === undefined || !isTruthy(preload.value)) return;
    const seconds = fixedConstant(leaf, 'SECURE_HSTS_SECONDS');
    // Without an age no header is sent at all, which https/hsts-missing says.
    if (typeof seconds?.value === 'number' && seconds.value <= 0) return;
    const subdomains = fixedConstant(leaf, 'SECURE_HSTS_INCLUDE_SUBDOMAINS');
    const isShort = typeof seconds?.value === 'number' && seconds.value < year;
    const isNarrow = subdomains !== undefined && !isTruthy(subdomains.value);
    if (!isShort && !isNarrow) return;
    const into = preload.at.file;
    const changes = [
      ...(isShort ? [{ name: 'SECURE_HSTS_SECONDS', value: String(year), at: seconds.at }] : []),
      ...(isNarrow ? [{ name: 'SECURE_HSTS_INCLUDE_SUBDOMAINS', value: 'True', at: subdomains.at, into }] : []),
    ];
    const lacking = [
      ...(isShort ? [`\`SECURE_HSTS_SECONDS\` is ${seconds.value}, less than a year`] : []),
      ...(isNarrow ? ['`SECURE_HSTS_INCLUDE_SUBDOMAINS` is not'] : []),
    ];
    ctx.report({
      at: preload.at,
      message: 'lacks',
      ...browserDoubt(leaf),
      data: { lacking: lacking.join(', and ') },
      fixes: () => {
        const [first, ...others] = changes;
        return first === undefined ? [] : [settingFix(ctx.edit, leaf, first, ...others)];
      },
    });
  },
});
