import { defineRule } from '../../../server/src/contract/rule.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { originsHaveSchemes, trustedOrigins, wildcardReach } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csrf/trusted-origin-wide',
    since: '0.1.0',
    status: 'stable',
    title: 'Wildcard of a trusted origin takes in strangers, or nothing',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [352, 183],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins',
      'https://docs.djangoproject.com/en/stable/ref/csrf/#how-it-works',
      'https://publicsuffix.org/learn/',
    ],
    messages: {
      strangers: {
        what: '`{origin}` in `CSRF_TRUSTED_ORIGINS` trusts every site below `{domain}`, where anybody can have one.',
        why: 'A form on the site of a stranger there passes the check of the origin, which is meant to keep it out.',
        help: 'Name the hosts of this site one by one.',
      },
      nothing: {
        what: '`{origin}` in `CSRF_TRUSTED_ORIGINS` matches no origin at all.',
        why: 'Django takes a star only where it stands before a dot at the beginning of the host, so forms from the hosts that are meant are answered with 403.',
        help: 'Name the hosts, or write `https://*.` before the domain that they share.',
      },
    },
  },
  check(leaf, ctx) {
    if (originsHaveSchemes(leaf) === 'none') return;
    const doubt = browserDoubt(leaf);
    for (const origin of trustedOrigins(leaf)) {
      const reach = wildcardReach(origin);
      const { text, at, host } = origin;
      const data = { origin: text };
      if (reach === 'strangers')
        ctx.report({ at, message: 'strangers', data: { ...data, domain: host.replace(/^\*+\./, '') }, ...doubt });
      else if (reach === 'nothing')
        ctx.report({ at, message: 'nothing', data, ...doubt, severity: doubt.severity ?? 'warning' });
    }
  },
});
