import { defineRule } from '../../../server/src/contract/rule.ts';
import { httpsFlagFix } from '../../../server/src/contract/setting-fix.ts';
import { cookieFlagOff, sameSiteOf, setsCookie } from '../../../server/src/model/settings/questions.ts';

const why = 'Browsers drop a cookie with `SameSite=None` that is not `Secure`: {loss}.';
const help = 'Set `{flag} = True`, and serve the site over HTTPS.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/samesite-none-insecure',
    since: '0.1.0',
    status: 'stable',
    title: 'SameSite is None for a cookie that is not Secure',
    severity: { production: 'error', unknown: 'error', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [614],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-samesite',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value',
    ],
    messages: {
      absent: { what: "`{setting}` is `'None'`, and nothing sets `{flag}` in {modules}.", why, help },
      off: { what: "`{setting}` is `'None'`, and `{flag}` is `{value}` in {modules}.", why, help },
    },
  },
  check(leaf, ctx) {
    for (const { cookie, loss } of cookies) {
      const setting = `${cookie}_COOKIE_SAMESITE`;
      const flag = `${cookie}_COOKIE_SECURE` as const;
      const found = sameSiteOf(leaf, cookie);
      if (found?.kind !== 'none' || setsCookie(leaf, cookie) === false) continue;
      const secure = cookieFlagOff(leaf, flag);
      if (secure === undefined) continue;
      const fixes = () => [httpsFlagFix(ctx.edit, leaf, { name: flag, at: secure.at })];
      const { at } = found;
      if (secure.at === undefined) ctx.report({ at, message: 'absent', data: { setting, flag, loss }, fixes });
      else {
        const related = [{ ...secure.at, label: `\`${flag}\` is set here` }];
        ctx.report({ at, message: 'off', data: { setting, flag, loss, value: secure.written }, related, fixes });
      }
    }
  },
});

const cookies = [
  { cookie: 'SESSION', loss: 'nobody can log in' },
  { cookie: 'CSRF', loss: 'every form that is posted is answered with 403' },
] as const;
