import { defineRule } from '../../../server/src/contract/rule.ts';
import { httpsFlagFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt, insecureCookie } from '../../../server/src/model/deployment/questions.ts';

const why =
  'One request over plain HTTP, a typed address or an old link, shows the session cookie to whoever is on the way, who is logged in with it from then on.';
const help = 'Set `SESSION_COOKIE_SECURE = True` where the site is served over HTTPS.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/session-secure',
    since: '0.1.0',
    status: 'stable',
    title: 'Session cookie is sent over HTTP',
    severity: { production: 'error', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'django', rule: 'security.W010', relation: 'same' },
      { tool: 'django', rule: 'security.W011', relation: 'same' },
      { tool: 'django', rule: 'security.W012', relation: 'same' },
    ],
    cwe: [614, 319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-secure',
      'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#secure-attribute',
    ],
    messages: {
      absent: { what: 'Nothing sets `SESSION_COOKIE_SECURE` in {modules}, and Django has it off.', why, help },
      off: { what: '`SESSION_COOKIE_SECURE` is `{value}` in {modules}.', why, help },
    },
  },
  check(leaf, ctx) {
    const name = 'SESSION_COOKIE_SECURE';
    const flag = insecureCookie(ctx.project, leaf, 'SESSION');
    if (flag === undefined) return;
    const rest = {
      ...httpsDoubt(ctx.project, leaf),
      fixes: () => [httpsFlagFix(ctx.edit, leaf, { name, at: flag.at })],
    };
    if (flag.at === undefined) ctx.report({ at: leaf.start, message: 'absent', data: {}, ...rest });
    else ctx.report({ at: flag.at, message: 'off', data: { value: flag.written }, ...rest });
  },
});
