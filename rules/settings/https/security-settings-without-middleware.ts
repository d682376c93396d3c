import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  certainlyAssigned,
  effective,
  idleSecuritySettings,
  middlewareStacks,
} from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/security-settings-without-middleware',
    since: '0.1.0',
    status: 'stable',
    title: 'SECURE_* settings without SecurityMiddleware',
    severity: { production: 'warning', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W001', relation: 'same' }],
    cwe: [693],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/middleware/#module-django.middleware.security',
      'https://docs.djangoproject.com/en/stable/ref/checks/#security',
    ],
    messages: {
      idle: {
        what: '{settings} no effect in {modules}: `SecurityMiddleware` is not in `MIDDLEWARE`.',
        why: 'The headers and redirects that these lines promise are never sent.',
        help: "Put `'django.middleware.security.SecurityMiddleware'` first in `MIDDLEWARE`.",
      },
    },
    // The middleware wakes what was written and never ran.
    leadsTo: [
      'https/hsts-missing',
      'https/hsts-short',
      'https/hsts-subdomains',
      'https/hsts-preload',
      'https/hsts-preload-inconsistent',
      'https/ssl-redirect-off',
      'https/redirect-loop-risk',
      'https/nosniff-off',
      'https/referrer-policy-missing',
      'https/referrer-policy-invalid',
      'https/referrer-policy-weak',
      'https/coop-invalid',
      'https/coop-off',
    ],
  },
  check(leaf, ctx) {
    const names = idleSecuritySettings(leaf);
    const [first, second, ...more] = names;
    if (first === undefined) return;
    const at = certainlyAssigned(leaf, first)?.name;
    if (at === undefined) return;
    const settings =
      second === undefined
        ? `\`${first}\` has`
        : more.length === 0
          ? `\`${first}\` and \`${second}\` have`
          : `\`${first}\`, \`${second}\` and ${more.length} more have`;
    ctx.report({
      at,
      message: 'idle',
      data: { settings },
      fixes: () => {
        const [stack, another] = middlewareStacks(leaf);
        const element = another === undefined ? stack?.entries[0]?.at : undefined;
        // What the module takes out again would be taken out as before.
        const isTakenOut = effective(leaf, 'MIDDLEWARE')?.mutations.some(({ method }) => method === 'remove');
        if (element === undefined || isTakenOut === true) return [];
        const path = 'django.middleware.security.SecurityMiddleware';
        const edits = ctx.edit.settings.insertElement(path, { side: 'before', element });
        return [edits && { title: 'Put `SecurityMiddleware` first', applicability: 'suggestion', edits, create: [] }];
      },
    });
  },
});
