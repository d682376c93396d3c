import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt, proxySendsHsts } from '../../../server/src/model/deployment/questions.ts';
import {
  fixedConstant,
  hasSecurityMiddleware,
  isTruthy,
  outcome,
  outcomeConstant,
} from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'SECURE_HSTS_INCLUDE_SUBDOMAINS';
const why =
  'A subdomain that is asked for in the clear can be answered by whoever is on the way, who may then set cookies for the whole domain.';
const help = `Set \`${name} = True\` once all subdomains answer over HTTPS.`;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/hsts-subdomains',
    since: '0.1.0',
    status: 'stable',
    title: 'HSTS does not cover subdomains',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W005', relation: 'same' }],
    cwe: [319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-include-subdomains',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security',
    ],
    messages: {
      absent: { what: `The HSTS header leaves out subdomains: nothing sets \`${name}\`.`, why, help },
      off: { what: `The HSTS header leaves out subdomains: \`${name}\` is \`{value}\`.`, why, help },
    },
    leadsTo: ['https/hsts-preload'],
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf) || proxySendsHsts(ctx.project)) return;
    const seconds = outcome(leaf, 'SECURE_HSTS_SECONDS');
    const subdomains = fixedConstant(leaf, name);
    if (seconds?.from !== 'module' || subdomains === undefined || isTruthy(subdomains.value)) return;
    if (!isTruthy(outcomeConstant(seconds) ?? null)) return;
    // With preloading https/hsts-preload-inconsistent says more.
    if (isTruthy(fixedConstant(leaf, 'SECURE_HSTS_PRELOAD')?.value ?? null)) return;
    const { at, value } = subdomains;
    const report = {
      ...httpsDoubt(ctx.project, leaf),
      fixes: () => [settingFix(ctx.edit, leaf, { name, value: 'True', at, into: seconds.at.file })],
    };
    if (at === undefined) ctx.report({ ...report, at: seconds.at, message: 'absent', data: {} });
    else ctx.report({ ...report, at, message: 'off', data: { value: pythonLiteral(value) } });
  },
});
