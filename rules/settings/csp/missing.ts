import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { mayBeSentElsewhere, runsCspLibrary, runsOwnCsp } from '../../../server/src/model/deployment/questions.ts';
import {
  effective,
  elementOf,
  installs,
  seriesFrom,
  servesNoBrowser,
  writtenPolicies,
} from '../../../server/src/model/settings/questions.ts';

const middleware = 'django.middleware.csp.ContentSecurityPolicyMiddleware';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/missing',
    since: '0.1.0',
    status: 'stable',
    title: 'No Content-Security-Policy',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'mozilla-observatory', rule: 'csp-not-implemented', relation: 'same' }],
    cwe: [693, 1021],
    references: [
      'https://docs.djangoproject.com/en/stable/howto/csp/',
      'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    ],
    messages: {
      own: {
        what: 'Nothing in {modules} sends a `Content-Security-Policy`.',
        why: 'A script that gets into a page through one unescaped value runs with all rights of the visitor.',
        help: 'Add `ContentSecurityPolicyMiddleware` and begin with `SECURE_CSP_REPORT_ONLY`.',
      },
      library: {
        what: 'Nothing in {modules} sends a `Content-Security-Policy`.',
        why: 'A script that gets into a page through one unescaped value runs with all rights of the visitor.',
        help: 'Add django-csp and begin with `CONTENT_SECURITY_POLICY_REPORT_ONLY`; Django 6.0 has a middleware of its own.',
      },
    },
  },
  check(leaf, ctx) {
    if (runsOwnCsp(leaf) !== false || runsCspLibrary(leaf) !== false) return;
    // A policy that is written and not sent is told of where it is written.
    if (writtenPolicies(leaf).some(({ directives }) => directives.length > 0)) return;
    // Without pages there is nothing for a policy to hold.
    const hasPages = installs(leaf, 'django.contrib.admin') === true || effective(leaf, 'TEMPLATES') !== undefined;
    if (!hasPages || servesNoBrowser(leaf) || mayBeSentElsewhere(ctx.project)) return;
    const at = leaf.start;
    if (!seriesFrom(leaf.django, '6.0').all) {
      ctx.report({ at, message: 'library', data: {} });
      return;
    }
    ctx.report({
      at,
      message: 'own',
      data: {},
      fixes: () => {
        const security = elementOf(leaf, 'MIDDLEWARE', 'django.middleware.security.SecurityMiddleware');
        if (security === undefined) return [];
        const name = 'SECURE_CSP_REPORT_ONLY';
        const added = ctx.edit.settings.insertElement(middleware, { side: 'after', element: security });
        const value = `{"default-src": ["'self'"]}`;
        const set = settingFix(ctx.edit, leaf, { name, value, at: undefined, into: security.file });
        return [added && set && { ...set, edits: [...added, ...set.edits] }];
      },
    });
  },
});
