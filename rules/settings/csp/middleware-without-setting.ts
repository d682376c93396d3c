import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import {
  isCspFour,
  mayBeSentElsewhere,
  runsCspLibrary,
  runsOwnCsp,
} from '../../../server/src/model/deployment/questions.ts';
import {
  directiveSettings,
  elementOf,
  isEmptyForSure,
  seriesFrom,
} from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const why = 'Without a policy the middleware adds no header, so pages are as open as without it.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/middleware-without-setting',
    since: '0.1.0',
    status: 'stable',
    title: 'CSP middleware without a policy',
    severity: { production: 'warning', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [693],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-csp',
      'https://django-csp.readthedocs.io/en/latest/configuration.html',
    ],
    messages: {
      empty: {
        what: '`{middleware}` runs in {modules}, but `{setting}` and `{setting}_REPORT_ONLY` are empty.',
        why,
        help: 'Set `{setting}_REPORT_ONLY` first, and `{setting}` once nothing is reported any more.',
      },
    },
  },
  check(leaf, ctx) {
    const isOwn = runsOwnCsp(leaf) === true;
    const isLibrary = !isOwn && runsCspLibrary(leaf) === true && isCspFour(ctx.project, leaf) === true;
    if (!isLibrary && !(isOwn && seriesFrom(leaf.django, '6.0').all)) return;
    const setting = isOwn ? 'SECURE_CSP' : 'CONTENT_SECURITY_POLICY';
    // Settings of django-csp 3 are a policy that got lost on the way, which another rule says.
    const others = isOwn ? [] : directiveSettings;
    if (![setting, `${setting}_REPORT_ONLY`, ...others].every((name) => isEmptyForSure(leaf, name))) return;
    if (mayBeSentElsewhere(ctx.project)) return;
    const path = isOwn ? 'django.middleware.csp.ContentSecurityPolicyMiddleware' : 'csp.middleware.CSPMiddleware';
    const at = elementOf(leaf, 'MIDDLEWARE', path);
    if (at === undefined) return;
    const name = `${setting}_REPORT_ONLY`;
    const policy = `{"default-src": ["'self'"]}`;
    const value = isOwn ? policy : `{"DIRECTIVES": ${policy}}`;
    ctx.report({
      at,
      message: 'empty',
      data: { middleware: lastPart(path), setting },
      fixes: () => {
        // Beside the middleware, so that every module that runs it has the policy.
        const isNew = leaf.get(name) === undefined;
        return isNew ? [settingFix(ctx.edit, leaf, { name, value, at: undefined, into: at.file })] : [];
      },
    });
  },
});
