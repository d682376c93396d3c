import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { cookieFlagOff, setsCookie } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/session-httponly',
    since: '0.1.0',
    status: 'stable',
    title: 'Session cookie can be read by JavaScript',
    severity: { production: 'error', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'django', rule: 'security.W013', relation: 'same' },
      { tool: 'django', rule: 'security.W014', relation: 'same' },
      { tool: 'django', rule: 'security.W015', relation: 'same' },
      { tool: 'sonar', rule: 'S3330', relation: 'related' },
    ],
    cwe: [1004],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-httponly',
      'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#httponly-attribute',
    ],
    messages: {
      off: {
        what: '`SESSION_COOKIE_HTTPONLY` is `{value}` in {modules}.',
        why: 'Any script that runs in a page, injected text or a third-party widget, can read the session cookie and send it away, and the thief is logged in elsewhere.',
        help: "Set `True`, which is Django's own value: no script of the site needs the session key.",
      },
    },
  },
  check(leaf, ctx) {
    const name = 'SESSION_COOKIE_HTTPONLY';
    if (setsCookie(leaf, 'SESSION') !== true) return;
    const { at, written: value } = cookieFlagOff(leaf, name) ?? {};
    if (at === undefined || value === undefined) return;
    ctx.report({
      at,
      message: 'off',
      data: { value },
      ...browserDoubt(leaf),
      fixes: () => [settingFix(ctx.edit, leaf, { name, value: 'True', at })],
    });
  },
});
