import type { Fix } from '../../../server/src/contract/finding.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt } from '../../../server/src/model/deployment/questions.ts';
import { isLocalHost, originsHaveSchemes, trustedOrigins } from '../../../server/src/model/settings/questions.ts';

const why =
  'Whoever is on the way can answer a plain http address with a page of their own, and Django takes the forms of that page for the site.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csrf/trusted-origin-http',
    since: '0.1.0',
    status: 'stable',
    title: 'Trusted origin uses plain http',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins',
      'https://docs.djangoproject.com/en/stable/ref/csrf/#how-it-works',
    ],
    messages: {
      http: {
        what: '`CSRF_TRUSTED_ORIGINS` trusts `{origin}`, which is not encrypted, in {modules}.',
        why,
        help: 'Trust the site under `https://`, and let it answer there.',
      },
      both: {
        what: '`CSRF_TRUSTED_ORIGINS` trusts `{origin}` beside the same host under `https://` in {modules}.',
        why,
        help: 'Delete this entry.',
      },
    },
  },
  check(leaf, ctx) {
    if (originsHaveSchemes(leaf) === 'none') return;
    const origins = trustedOrigins(leaf);
    const doubt = httpsDoubt(ctx.project, leaf);
    for (const { text: origin, at, scheme, host, port } of origins) {
      if (scheme !== 'http' || host === '' || host === '*' || isLocalHost(host)) continue;
      const isTwin = origins.some((one) => one.scheme === 'https' && one.host === host);
      if (isTwin) {
        const remove = (): Fix | undefined => {
          const edits = ctx.edit.settings.removeElement(at);
          return edits && { title: 'Delete this entry', applicability: 'suggestion', edits, create: [] };
        };
        ctx.report({ at, message: 'both', data: { origin }, ...doubt, fixes: () => [remove()] });
      } else {
        const text = `https${origin.slice('http'.length)}`;
        // Another port may have no TLS at all.
        const isUsual = port === undefined;
        const fixes = () =>
          isUsual
            ? [settingTextFix(ctx.edit, { name: 'CSRF_TRUSTED_ORIGINS', text, at, title: `Write \`${text}\`` })]
            : [];
        ctx.report({ at, message: 'http', data: { origin }, ...doubt, fixes });
      }
    }
  },
});
