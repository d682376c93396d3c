import type { Fix } from '../../../server/src/contract/finding.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  certainlyAssigned,
  middlewareBeside,
  runsMiddleware,
  servesNoBrowser,
  setsCookie,
} from '../../../server/src/model/settings/questions.ts';

const help =
  'Add `django.middleware.csrf.CsrfViewMiddleware` behind CommonMiddleware, and exempt single views with `csrf_exempt`.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csrf/middleware-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'No protection against forged requests',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'django', rule: 'security.W003', relation: 'same' },
      { tool: 'sonar', rule: 'S4502', relation: 'same' },
      { tool: 'codeql', rule: 'py/csrf-protection-disabled', relation: 'same' },
    ],
    cwe: [352],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/csrf/',
      'https://docs.djangoproject.com/en/stable/ref/middleware/#django.middleware.csrf.CsrfViewMiddleware',
      'https://cheatsheetseries.owasp.org/cheatsheets/Django_Security_Cheat_Sheet.html',
    ],
    messages: {
      sessions: {
        what: '`MIDDLEWARE` has no `CsrfViewMiddleware` in {modules}.',
        why: 'Any other site can post forms in the name of a user who is logged in here: Django runs the view as if the user had sent them.',
        help,
      },
      local: {
        what: '`MIDDLEWARE` has no `CsrfViewMiddleware` in {modules}.',
        why: 'Forms that lack the token work here, and are answered with 403 where the middleware runs.',
        help,
      },
      tokens: {
        what: '`MIDDLEWARE` has no `CsrfViewMiddleware` in {modules}, which suits an API whose clients send a token.',
        why: 'A view that trusts a cookie, a login with a session for one, runs for forms that other sites post.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const at = certainlyAssigned(leaf, 'MIDDLEWARE')?.name;
    // What a test run leaves out shields nobody.
    if (at === undefined || leaf.environment === 'test') return;
    if (runsMiddleware(leaf, ['django.middleware.csrf.CsrfViewMiddleware'], /csrf|xsrf/i) !== false) return;
    const hasLogin = setsCookie(leaf, 'SESSION') === true && !servesNoBrowser(leaf);
    const fixes = (): readonly (Fix | undefined)[] => {
      const target =
        middlewareBeside(leaf, 'after', 'django.middleware.common.CommonMiddleware') ??
        middlewareBeside(leaf, 'before', 'django.contrib.auth.middleware.AuthenticationMiddleware') ??
        middlewareBeside(leaf, 'after', 'django.contrib.sessions.middleware.SessionMiddleware');
      const edits = target && ctx.edit.settings.insertElement('django.middleware.csrf.CsrfViewMiddleware', target);
      return [edits && { title: 'Add `CsrfViewMiddleware`', applicability: 'suggestion', edits, create: [] }];
    };
    if (!hasLogin) ctx.report({ at, message: 'tokens', data: {}, severity: 'hint', fixes });
    else if (leaf.environment === 'development')
      ctx.report({ at, message: 'local', data: {}, severity: 'info', fixes });
    else ctx.report({ at, message: 'sessions', data: {}, fixes });
  },
});
