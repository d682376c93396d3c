import { defineRule } from '../../../server/src/contract/rule.ts';
import { middlewareStacks, seriesFrom } from '../../../server/src/model/settings/questions.ts';

const path = 'django.contrib.auth.middleware.LoginRequiredMiddleware';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/login-required-too-old',
    since: '0.1.0',
    status: 'stable',
    title: 'LoginRequiredMiddleware before Django 5.1',
    severity: 'error',
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/5.1/releases/5.1/#middleware-to-require-authentication-by-default'],
    messages: {
      old: {
        what: '`LoginRequiredMiddleware` is in `MIDDLEWARE` of {modules}, and Django has it since 5.1 only.',
        why: 'With the Django that the requirements ask for the start ends with `ImportError`.',
        help: 'Ask for Django 5.1 or later, or take the middleware out and guard the views.',
      },
    },
  },
  check(leaf, ctx) {
    // One of the allowed series may have it.
    if (leaf.django === undefined || seriesFrom(leaf.django, '5.1').some) return;
    for (const { entries } of middlewareStacks(leaf))
      for (const one of entries) if (one.path === path) ctx.report({ at: one.at, message: 'old', data: {} });
  },
});
