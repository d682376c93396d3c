import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { isMeantForOtherSites, sameSiteOf, setsCookie } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/samesite-none',
    since: '0.1.0',
    status: 'stable',
    title: 'SameSite is switched off',
    severity: { production: 'warning', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [1275],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-samesite',
      'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#samesite-attribute',
    ],
    messages: {
      omitted: {
        what: '`{setting}` is `{value}` in {modules}, so the cookie has no `SameSite` attribute.',
        why: 'Each browser then does as it likes, and some send the cookie with requests that other sites make, forged forms included.',
        help: "Set `'Lax'`, which is Django's own value, or say `'None'` for a cookie that other sites need.",
      },
      none: {
        what: "`{setting}` is `'None'` in {modules}.",
        why: 'It asks browsers to send the cookie with every request that any site makes to this one, so that only the CSRF token stands between a forged form and the account.',
        help: "Set `'Lax'`, which is Django's own value, where no other site has to send the cookie.",
      },
    },
  },
  check(leaf, ctx) {
    for (const cookie of ['SESSION', 'CSRF'] as const) {
      const setting = `${cookie}_COOKIE_SAMESITE`;
      const found = sameSiteOf(leaf, cookie);
      if (found === undefined || setsCookie(leaf, cookie) === false) continue;
      const { kind, written: value, at } = found;
      if (kind !== 'omitted' && kind !== 'none') continue;
      // The token alone opens nothing, and a page of another site may have been given the cookies on purpose.
      const doubt = browserDoubt(leaf);
      const isMild = cookie === 'CSRF' || (kind === 'none' && isMeantForOtherSites(leaf));
      const milder = doubt.severity === undefined && isMild ? ({ severity: 'hint' } as const) : doubt;
      const fixes = () => [settingTextFix(ctx.edit, { name: setting, text: 'Lax', at })];
      if (kind === 'none') ctx.report({ at, message: 'none', data: { setting }, ...milder, fixes });
      else ctx.report({ at, message: 'omitted', data: { setting, value }, ...milder, fixes });
    }
  },
});
