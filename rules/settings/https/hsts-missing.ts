import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { proxySendsHsts, showsHttps } from '../../../server/src/model/deployment/questions.ts';
import {
  finalConstant,
  hasSecurityMiddleware,
  isAbsentForSure,
  isNamedForProduction,
  isTruthy,
  middlewareStacks,
  servesNoBrowser,
} from '../../../server/src/model/settings/questions.ts';

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
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    // A module with DEBUG on that is not named for production has more to do first, which settings/debug-true says.
    const isFarOff = isTruthy(finalConstant(leaf, 'DEBUG')?.value ?? null) && !isNamedForProduction(leaf, leaf.file);
    // A middleware of the project's own may send the header.
    const sendsItself = middlewareStacks(leaf).some(({ entries }) =>
      entries.some(({ path }) => /hsts|security_?headers/i.test(path)),
    );
    if (sendsItself || proxySendsHsts(ctx.project)) return;
    // Browsers ignore the header over plain HTTP, clients of an API everywhere; where TLS ends outside of Django's sight it belongs there.
    const isPlain = !isFarOff && (servesNoBrowser(leaf) || !showsHttps(ctx.project, leaf));
    const doubt = isFarOff
      ? { severity: 'hint' as const }
      : isPlain
        ? { severity: 'info' as const, confidence: 'medium' as const }
        : {};
    const name = 'SECURE_HSTS_SECONDS';
    const seconds = finalConstant(leaf, name);
    const values = ['3600', '31536000'];
    if (seconds?.value === 0 || seconds?.value === false || seconds?.value === null)
      ctx.report({
        at: seconds.at,
        message: 'zero',
        ...doubt,
        data: { value: seconds.value === 0 ? '0' : seconds.value === null ? 'None' : 'False' },
        fixes: () => values.map((value) => settingFix(ctx.edit, leaf, { name, value, at: seconds.at })),
      });
    else if (isAbsentForSure(leaf, name))
      ctx.report({
        at: leaf.start,
        message: 'absent',
        ...doubt,
        data: {},
        fixes: () => values.map((value) => settingFix(ctx.edit, leaf, { name, value, at: undefined })),
      });
  },
});
