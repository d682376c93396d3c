import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  certainlyAssigned,
  finalConstant,
  isTruthy,
  seriesFrom,
} from '../../../server/src/model/settings/questions.ts';

const name = 'SECURE_BROWSER_XSS_FILTER';
const why =
  'The header that it sent is gone from all browsers, so the protection that it seems to promise is not there.';
const help = 'Delete the line; what limits scripts today is a Content-Security-Policy.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/xss-filter-removed',
    since: '0.1.0',
    status: 'stable',
    title: 'SECURE_BROWSER_XSS_FILTER has no effect',
    severity: { production: 'info', unknown: 'info', development: 'hint' },
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [477],
    references: [
      'https://docs.djangoproject.com/en/stable/releases/4.0/#miscellaneous',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-XSS-Protection',
    ],
    messages: {
      ignored: { what: `\`${name}\` has no effect: the project runs Django {django}.`, why, help },
      unpinned: { what: `\`${name}\` has no effect from Django 4.0 on.`, why, help },
    },
  },
  check(leaf, ctx) {
    const assigned = certainlyAssigned(leaf, name);
    if (assigned === undefined) return;
    const { django } = leaf;
    const { all, some } = seriesFrom(django, '4.0');
    if (django !== undefined && !some) return;
    const set = finalConstant(leaf, name);
    const applicability = all ? ('safe' as const) : ('suggestion' as const);
    const report = {
      at: assigned.name,
      // What is switched off promises nothing.
      ...(set !== undefined && !isTruthy(set.value) ? ({ severity: 'hint' } as const) : {}),
      fixes: () => {
        const edits = ctx.edit.settings.removeStatement(assigned.statement);
        return [edits && { title: `Delete \`${name}\``, applicability, edits, create: [] }];
      },
    };
    if (django !== undefined && all) ctx.report({ ...report, message: 'ignored', data: { django: django.display } });
    else ctx.report({ ...report, message: 'unpinned', data: {}, confidence: 'medium' });
  },
});
