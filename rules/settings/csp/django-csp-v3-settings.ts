import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCspFour, isCspRequired, runsCspLibrary } from '../../../server/src/model/deployment/questions.ts';
import {
  certainlyAssigned,
  directiveSettings,
  installs,
  isAbsentForSure,
} from '../../../server/src/model/settings/questions.ts';

const others = ['CSP_REPORT_ONLY', 'CSP_EXCLUDE_URL_PREFIXES', 'CSP_REPORT_PERCENTAGE'] as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/django-csp-v3-settings',
    since: '0.1.0',
    status: 'stable',
    title: 'Settings of django-csp 3 with django-csp 4',
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django-csp', rule: 'csp.E001', relation: 'same' }],
    cwe: [693, 477],
    references: ['https://django-csp.readthedocs.io/en/latest/migration-guide.html'],
    messages: {
      lost: {
        what: '`{setting}` has no effect: the project installs django-csp 4, which reads `CONTENT_SECURITY_POLICY`.',
        why: 'No policy is sent any more. Commands that run the system checks stop with `csp.E001`; gunicorn and uvicorn start without a word.',
        help: 'Move all `CSP_…` settings into the `DIRECTIVES` of `CONTENT_SECURITY_POLICY`.',
      },
      left: {
        what: '`{setting}` is left over from django-csp 3 beside `CONTENT_SECURITY_POLICY`.',
        why: 'django-csp 4 ignores it, and its system check `csp.E001` fails while it is there, which stops `migrate` and most other commands.',
        help: 'Delete it once `CONTENT_SECURITY_POLICY` says the same.',
      },
    },
  },
  check(leaf, ctx) {
    if (isCspFour(ctx.project, leaf) !== true || !isCspRequired(ctx.project, leaf)) return;
    if (runsCspLibrary(leaf) === false && installs(leaf, 'csp') !== true) return;
    const [first] = [...directiveSettings, ...others]
      .flatMap((setting) => {
        const at = certainlyAssigned(leaf, setting)?.name;
        return at === undefined ? [] : [{ setting, at }];
      })
      .sort(
        (a, b) =>
          Number(a.at.file !== leaf.file) - Number(b.at.file !== leaf.file) || a.at.span.start - b.at.span.start,
      );
    if (first === undefined) return;
    const { setting, at } = first;
    const hasNew = !['CONTENT_SECURITY_POLICY', 'CONTENT_SECURITY_POLICY_REPORT_ONLY'].every((name) =>
      isAbsentForSure(leaf, name),
    );
    if (hasNew) {
      ctx.report({ at, message: 'left', data: { setting } });
      return;
    }
    ctx.report({
      at,
      message: 'lost',
      data: { setting },
      fixes: () => {
        const modules = [...ctx.project.settings.modules.map(({ file }) => file), ...leaf.chain];
        const edits = ctx.edit.settings.oldCspToNew(at.file, directiveSettings, modules);
        return [edits && { title: 'Use `CONTENT_SECURITY_POLICY`', applicability: 'suggestion', edits, create: [] }];
      },
    });
  },
});
