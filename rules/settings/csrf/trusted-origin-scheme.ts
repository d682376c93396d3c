import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { isLocalHost, originsHaveSchemes, trustedOrigins } from '../../../server/src/model/settings/questions.ts';

const help = '{advice}.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csrf/trusted-origin-scheme',
    since: '0.1.0',
    status: 'stable',
    title: 'Trusted origin has no scheme',
    severity: 'error',
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: '4_0.E001', relation: 'same' }],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins',
      'https://docs.djangoproject.com/en/4.0/releases/4.0/#csrf-trusted-origins-changes',
    ],
    messages: {
      missing: {
        what: '`{origin}` in `CSRF_TRUSTED_ORIGINS` has no scheme.',
        why: 'The system checks of Django end in an error, so that `migrate`, `runserver` and most other commands stop, and a server that starts all the same answers forms from there with 403.',
        help,
      },
      mayBeMissing: {
        what: '`{origin}` in `CSRF_TRUSTED_ORIGINS` has no scheme, which Django 4.0 and later ask for.',
        why: 'From that version on the system checks end in an error, so that `migrate`, `runserver` and most other commands stop.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const schemes = originsHaveSchemes(leaf);
    if (schemes === 'none') return;
    for (const { text, at, scheme, host } of trustedOrigins(leaf)) {
      if (scheme !== undefined) continue;
      const instead = `${isLocalHost(host) ? 'http' : 'https'}://${text.startsWith('.') ? '*' : ''}${text}`;
      const advice = /^[*.]*$/.test(text)
        ? 'Name the origins that may send forms, as `https://www.example.org`: no wildcard stands for all'
        : `Write the scheme in front: \`${instead}\``;
      const data = { origin: text, advice };
      const fixes = () =>
        // `*` alone, and what has more than a host, was meant in another way.
        /^(\*?\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/.test(text)
          ? [
              settingTextFix(ctx.edit, {
                name: 'CSRF_TRUSTED_ORIGINS',
                text: instead,
                at,
                title: `Write \`${instead}\``,
              }),
            ]
          : [];
      if (schemes === 'all') ctx.report({ at, message: 'missing', data, fixes });
      else ctx.report({ at, message: 'mayBeMissing', data, confidence: 'medium', fixes });
    }
  },
});
