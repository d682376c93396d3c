import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  isCspFour,
  isCspRequired,
  runsCspLibrary,
  runsOwnCsp,
} from '../../../server/src/model/deployment/questions.ts';
import {
  certainlyAssigned,
  elementOf,
  isSet,
  seriesFrom,
  writtenPolicies,
} from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const security = 'django.middleware.security.SecurityMiddleware';
const why = 'No answer gets a `Content-Security-Policy` header, so the policy holds nothing.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/setting-without-middleware',
    since: '0.1.0',
    status: 'stable',
    title: 'A content security policy that nothing sends',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [693],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-csp',
      'https://django-csp.readthedocs.io/en/latest/installation.html',
    ],
    messages: {
      unsent: {
        what: '`{setting}` is set in {modules}, but `{middleware}` is not in `MIDDLEWARE`.',
        why,
        help: 'Add `{path}` to `MIDDLEWARE`.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { library, setting, directives } of writtenPolicies(leaf)) {
      const isOwn = library === 'django';
      // Another finding says that the installed version does not read it.
      if (isOwn && leaf.django !== undefined && !seriesFrom(leaf.django, '6.0').some) continue;
      if (
        !isOwn &&
        (!isCspRequired(ctx.project, leaf) || isCspFour(ctx.project, leaf) === (library === 'django-csp 3'))
      )
        continue;
      if (directives.length === 0 || (isOwn ? runsOwnCsp(leaf) : runsCspLibrary(leaf)) !== false) continue;
      const at = library === 'django-csp 3' ? directives[0]?.at : certainlyAssigned(leaf, setting)?.name;
      if (at === undefined || (library !== 'django-csp 3' && !isSet(leaf, setting))) continue;
      const path = isOwn ? 'django.middleware.csp.ContentSecurityPolicyMiddleware' : 'csp.middleware.CSPMiddleware';
      const middleware = lastPart(path);
      ctx.report({
        at,
        message: 'unsent',
        data: { setting, middleware, path },
        fixes: () => {
          const element = elementOf(leaf, 'MIDDLEWARE', security);
          const edits = element && ctx.edit.settings.insertElement(path, { side: 'after', element });
          return [edits && { title: `Add \`${middleware}\``, applicability: 'suggestion', edits, create: [] }];
        },
      });
      return;
    }
  },
});
