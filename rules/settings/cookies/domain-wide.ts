import { defineRule } from '../../../server/src/contract/rule.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { cookieDomain, setsCookie } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cookies/domain-wide',
    since: '0.1.0',
    status: 'stable',
    title: 'Cookie domain covers every subdomain',
    severity: { production: 'error', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [1275],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-domain',
      'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#domain-and-path-attributes',
      'https://publicsuffix.org/learn/',
    ],
    messages: {
      wide: {
        what: '`{setting}` is `{value}` in {modules}, so the {cookie} cookie goes to every host below `{domain}`.',
        why: 'Whoever runs or takes over one of these hosts, a forgotten DNS entry is enough, gets the cookie of each visitor, and can set one of its own.',
        help: 'Delete the line, so that the cookie stays with the host that set it, unless several hosts share the login.',
      },
      shared: {
        what: '`{setting}` is `{value}`, a domain below which everybody can have a name.',
        why: 'Browsers take no cookie for such a domain: {loss}.',
        help: 'Delete the line, so that the cookie belongs to the host that set it.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { cookie, word, loss } of cookies) {
      const setting = `${cookie}_COOKIE_DOMAIN`;
      const found = cookieDomain(leaf, cookie);
      if (found === undefined || setsCookie(leaf, cookie) === false) continue;
      const { at, domain, written: value } = found;
      const doubt = browserDoubt(leaf);
      if (found.reach === 'shared') ctx.report({ at, message: 'shared', data: { setting, value, loss }, ...doubt });
      else {
        // Several hosts that log in together are a reason, and the token alone opens nothing.
        const isMild = found.isShared || cookie === 'CSRF' || doubt.severity === 'hint';
        const milder = { ...doubt, severity: isMild ? ('hint' as const) : (doubt.severity ?? ('warning' as const)) };
        ctx.report({ at, message: 'wide', data: { setting, value, domain, cookie: word }, ...milder });
      }
    }
  },
});

const cookies = [
  { cookie: 'SESSION', word: 'session', loss: 'nobody can log in' },
  { cookie: 'CSRF', word: 'CSRF', loss: 'every form that is posted is answered with 403' },
] as const;
