import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCspFour, runsCspLibrary } from '../../../server/src/model/deployment/questions.ts';
import { certainlyAssigned, directiveSettings } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/django-csp-v4-settings-early',
    since: '0.1.0',
    status: 'stable',
    title: 'CONTENT_SECURITY_POLICY with django-csp 3',
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [693],
    references: [
      'https://django-csp.readthedocs.io/en/latest/migration-guide.html',
      'https://django-csp.readthedocs.io/en/3.8/configuration.html',
    ],
    messages: {
      ignored: {
        what: '`{setting}` has no effect: the project installs a version of django-csp before 4.0.',
        why: "Version 3 reads `CSP_DEFAULT_SRC` and its like. Without them it sends `default-src 'self'`, which blocks all that the setting allows beyond.",
        help: 'Require `django-csp>=4.0`, or write the policy as `CSP_…` settings.',
      },
    },
  },
  check(leaf, ctx) {
    if (isCspFour(ctx.project, leaf) !== false || runsCspLibrary(leaf) === false) return;
    // Both ways side by side are for an upgrade to come.
    if (directiveSettings.some((name) => leaf.get(name) !== undefined)) return;
    for (const setting of ['CONTENT_SECURITY_POLICY', 'CONTENT_SECURITY_POLICY_REPORT_ONLY']) {
      const at = certainlyAssigned(leaf, setting)?.name;
      if (at !== undefined) ctx.report({ at, message: 'ignored', data: { setting } });
    }
  },
});
