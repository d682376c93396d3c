import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { proxySendsHsts } from '../../../server/src/model/deployment/questions.ts';
import { fixedConstant, hasSecurityMiddleware, isTruthy } from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'SECURE_HSTS_PRELOAD';
const year = 31_536_000;
const why =
  'The first visit of a browser that does not know the site yet still begins in the clear; only the list that browsers bring along prevents that.';
const help = `Set \`${name} = True\` with a year of \`SECURE_HSTS_SECONDS\` and all subdomains, then submit the domain to hstspreload.org; it takes months to get off the list.`;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/hsts-preload',
    since: '0.1.0',
    status: 'stable',
    title: 'HSTS preload is off',
    // Whoever is on the list stays there for months: nobody is told to go there unasked.
    severity: { production: 'off', unknown: 'off', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W021', relation: 'same' }],
    cwe: [319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-preload',
      'https://hstspreload.org/#submission-requirements',
    ],
    messages: {
      absent: { what: `The HSTS header does not allow preloading: nothing sets \`${name}\`.`, why, help },
      off: { what: `The HSTS header does not allow preloading: \`${name}\` is \`{value}\`.`, why, help },
    },
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf) || proxySendsHsts(ctx.project)) return;
    const seconds = fixedConstant(leaf, 'SECURE_HSTS_SECONDS');
    const preload = fixedConstant(leaf, name);
    if (seconds?.at === undefined || typeof seconds.value !== 'number' || seconds.value <= 0) return;
    if (preload === undefined || isTruthy(preload.value)) return;
    const { at, value } = preload;
    const age = seconds.at;
    const isLong = seconds.value >= year;
    const fixes = () => {
      const subdomains = fixedConstant(leaf, 'SECURE_HSTS_INCLUDE_SUBDOMAINS');
      if (subdomains === undefined) return [];
      const covers = isTruthy(subdomains.value);
      const change = { name, value: 'True', at, into: age.file };
      const others = [
        ...(isLong ? [] : [{ name: 'SECURE_HSTS_SECONDS', value: String(year), at: age }]),
        ...(covers
          ? []
          : [{ name: 'SECURE_HSTS_INCLUDE_SUBDOMAINS', value: 'True', at: subdomains.at, into: age.file }]),
      ];
      return [settingFix(ctx.edit, leaf, change, ...others)];
    };
    if (at === undefined) ctx.report({ at: age, message: 'absent', data: {}, fixes });
    else ctx.report({ at, message: 'off', data: { value: pythonLiteral(value) }, fixes });
  },
});
