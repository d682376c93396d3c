import { defineRule } from '../../../server/src/contract/rule.ts';
import { httpsFlagFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt, insecureCookie } from '../../../server/src/model/deployment/questions.ts';

const why =
  'One request over plain HTTP shows the CSRF token to whoever is on the way, and a forged form that carries it is taken for one of the site.';
const help = 'Set `CSRF_COOKIE_SECURE = True` where the site is served over HTTPS.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/csrf-secure',
    since: '0.1.0',
    status: 'stable',
    title: 'CSRF cookie is sent over HTTP',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W016', relation: 'same' }],
    cwe: [614, 319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-cookie-secure',
      'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    ],
    messages: {
      absent: { what: 'Nothing sets `CSRF_COOKIE_SECURE` in {modules}, and Django has it off.', why, help },
      off: { what: '`CSRF_COOKIE_SECURE` is `{value}` in {modules}.', why, help },
    },
  },
  check(leaf, ctx) {
    const name = 'CSRF_COOKIE_SECURE';
    const flag = insecureCookie(ctx.project, leaf, 'CSRF');
    if (flag === undefined) return;
    const rest = {
      ...httpsDoubt(ctx.project, leaf),
      fixes: () => [httpsFlagFix(ctx.edit, leaf, { name, at: flag.at })],
    };
    if (flag.at === undefined) ctx.report({ at: leaf.start, message: 'absent', data: {}, ...rest });
    else ctx.report({ at: flag.at, message: 'off', data: { value: flag.written }, ...rest });
  },
});
