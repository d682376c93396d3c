import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt, proxySendsHsts } from '../../../server/src/model/deployment/questions.ts';
import {
  fixedConstant,
  hasSecurityMiddleware,
  isTruthy,
  namesMiddleware,
} from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const why =
  'A browser that is given an http address still asks in the clear, so whoever is on the way can keep it from ever reaching HTTPS.';
const help =
  'Set `SECURE_HSTS_SECONDS = 3600` and raise it to `31536000` once every host answers over HTTPS; behind a proxy that ends TLS it takes `SECURE_PROXY_SSL_HEADER` too.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/hsts-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'HSTS is off',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W004', relation: 'same' }],
    cwe: [319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-hsts-seconds',
      'https://docs.djangoproject.com/en/stable/ref/middleware/#http-strict-transport-security',
      'https://infosec.mozilla.org/guidelines/web_security#http-strict-transport-security',
    ],
    messages: {
      absent: { what: 'Nothing sets `SECURE_HSTS_SECONDS` in {modules}, so Django sends no HSTS header.', why, help },
      zero: { what: '`SECURE_HSTS_SECONDS` is `{value}` in {modules}, so Django sends no HSTS header.', why, help },
    },
    leadsTo: ['https/hsts-short', 'https/hsts-subdomains', 'https/hsts-preload'],
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    // A middleware of the project's own may send the header, or the proxy in front.
    if (namesMiddleware(leaf, /hsts|security_?headers/i) || proxySendsHsts(ctx.project)) return;
    const name = 'SECURE_HSTS_SECONDS';
    const seconds = fixedConstant(leaf, name);
    if (seconds === undefined || isTruthy(seconds.value)) return;
    const { at, value } = seconds;
    // Preloading takes a year from the start.
    const preloads = isTruthy(fixedConstant(leaf, 'SECURE_HSTS_PRELOAD')?.value ?? null);
    const report = {
      ...httpsDoubt(ctx.project, leaf),
      fixes: () =>
        (preloads ? ['31536000'] : ['3600', '31536000']).map((age) =>
          settingFix(ctx.edit, leaf, { name, value: age, at }),
        ),
    };
    if (at === undefined) ctx.report({ ...report, at: leaf.start, message: 'absent', data: {} });
    else ctx.report({ ...report, at, message: 'zero', data: { value: pythonLiteral(value) } });
  },
});
