import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { sameSiteOf, setsCookie } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/samesite-invalid',
    since: '0.1.0',
    status: 'stable',
    title: 'SameSite value is not valid',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [1275],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-samesite',
      'https://docs.djangoproject.com/en/stable/ref/request-response/#django.http.HttpResponse.set_cookie',
    ],
    messages: {
      invalid: {
        what: '`{setting}` is {value}.',
        why: 'Django takes `Lax`, `Strict` and `None` as text, or `False`: with anything else `set_cookie` raises {error}, and each response that sets this cookie, a login for one, ends in a 500.',
        help: "Set `{setting} = 'Lax'`, which is Django's own value.",
      },
    },
  },
  check(leaf, ctx) {
    for (const cookie of ['SESSION', 'CSRF'] as const) {
      const setting = `${cookie}_COOKIE_SAMESITE`;
      const found = sameSiteOf(leaf, cookie);
      if (found?.kind !== 'invalid' || setsCookie(leaf, cookie) === false) continue;
      const { written, at } = found;
      const error = written.startsWith("'") ? '`ValueError`' : '`AttributeError`';
      const value = written.startsWith('a ') ? written : `\`${written}\``;
      ctx.report({
        at,
        message: 'invalid',
        data: { setting, value, error },
        fixes: () => {
          const fix = settingTextFix(ctx.edit, { name: setting, text: 'Lax', at });
          return [fix && { ...fix, applicability: 'safe' }];
        },
      });
    }
  },
});
