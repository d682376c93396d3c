import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCspFour, runsCspLibrary } from '../../../server/src/model/deployment/questions.ts';
import { policyDict, seriesFrom, settled, textValue } from '../../../server/src/model/settings/questions.ts';

const settings = [
  'SECURE_CSP',
  'SECURE_CSP_REPORT_ONLY',
  'CONTENT_SECURITY_POLICY',
  'CONTENT_SECURITY_POLICY_REPORT_ONLY',
] as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/not-a-dict',
    since: '0.1.0',
    status: 'stable',
    title: 'CSP setting has the wrong type',
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.E026', relation: 'same' }],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-csp',
      'https://django-csp.readthedocs.io/en/latest/configuration.html',
    ],
    messages: {
      django: {
        what: '`{setting}` is no dict.',
        why: 'The system check `security.E026` fails, which stops `migrate`, `runserver` and most other commands, and the middleware raises an error on every answer.',
        help: 'Write a dict from the name of each directive to a list of its sources.',
      },
      library: {
        what: '`{setting}` is no dict.',
        why: 'The middleware of django-csp raises an error on every answer.',
        help: 'Write a dict whose `DIRECTIVES` are a dict from each directive to its sources.',
      },
    },
  },
  check(leaf, ctx) {
    for (const setting of settings) {
      const isOwn = setting.startsWith('SECURE_');
      if (isOwn && leaf.django !== undefined && !seriesFrom(leaf.django, '6.0').some) continue;
      if (!isOwn && (runsCspLibrary(leaf) !== true || isCspFour(ctx.project, leaf) === false)) continue;
      const found = settled(leaf, setting);
      if (found === undefined || found.value.kind === 'dict' || found.value.kind === 'symbol') continue;
      if (found.value.kind === 'constant' && (found.value.value === null || (!isOwn && found.value.value === '')))
        continue;
      const { at, value } = found;
      const policy = policyDict(textValue(value) ?? '');
      ctx.report({
        at,
        message: isOwn ? 'django' : 'library',
        data: { setting },
        fixes: () => {
          const newText = isOwn ? policy : `{"DIRECTIVES": ${policy}}`;
          const edits = policy === undefined ? undefined : ctx.edit.settings.replaceValue(at, newText ?? '');
          return [edits && { title: 'Write the policy as a dict', applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});
