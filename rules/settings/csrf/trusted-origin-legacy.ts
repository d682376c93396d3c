import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { originsHaveSchemes, trustedOrigins } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csrf/trusted-origin-legacy',
    since: '0.1.0',
    status: 'stable',
    title: 'Trusted origin has a scheme before Django 4.0',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/3.2/ref/settings/#csrf-trusted-origins',
      'https://docs.djangoproject.com/en/4.0/releases/4.0/#csrf-trusted-origins-changes',
    ],
    messages: {
      scheme: {
        what: '`{origin}` in `CSRF_TRUSTED_ORIGINS` has a scheme, and the project runs Django {django}.',
        why: 'Before 4.0 Django compares the entry with the host of the referer alone, so it matches nothing and forms from there are answered with 403.',
        help: 'Write the host alone, `{instead}`, or upgrade.',
      },
    },
  },
  check(leaf, ctx) {
    if (originsHaveSchemes(leaf) !== 'none') return;
    for (const { text, at, scheme, host, port } of trustedOrigins(leaf)) {
      if (scheme === undefined || host === '' || host === '*') continue;
      // Hosts had a leading dot where origins have a star.
      const instead = `${host.replace(/^\*\./, '.')}${port === undefined ? '' : `:${port}`}`;
      ctx.report({
        at,
        message: 'scheme',
        data: { origin: text, instead, django: leaf.django?.display ?? '' },
        fixes: () => {
          const fix = settingTextFix(ctx.edit, {
            name: 'CSRF_TRUSTED_ORIGINS',
            text: instead,
            at,
            title: `Write \`${instead}\``,
          });
          return [fix && { ...fix, applicability: 'safe' }];
        },
      });
    }
  },
});
