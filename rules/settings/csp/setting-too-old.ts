import { defineRule } from '../../../server/src/contract/rule.ts';
import { certainlyAssigned, seriesFrom } from '../../../server/src/model/settings/questions.ts';

const help = 'Use `CONTENT_SECURITY_POLICY` with django-csp 4, or upgrade to Django 6.0.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/setting-too-old',
    since: '0.1.0',
    status: 'stable',
    title: "Django's own CSP before Django 6.0",
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [693],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-csp',
      'https://docs.djangoproject.com/en/6.0/releases/6.0/#content-security-policy-support',
    ],
    messages: {
      setting: {
        what: '`{setting}` has no effect: the project runs Django {django}, and 6.0 is the first to read it.',
        why: 'No answer gets a `Content-Security-Policy` header, so the policy holds nothing.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const { django } = leaf;
    if (django === undefined || seriesFrom(django, '6.0').some) return;
    const data = { django: django.display };
    // The middleware, which that Django cannot import, is what middleware/unknown-path tells of.
    for (const setting of ['SECURE_CSP', 'SECURE_CSP_REPORT_ONLY']) {
      const name = certainlyAssigned(leaf, setting)?.name;
      if (name !== undefined) ctx.report({ at: name, message: 'setting', data: { ...data, setting } });
    }
  },
});
