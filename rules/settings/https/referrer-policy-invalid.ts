import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import {
  hasSecurityMiddleware,
  referrerPolicies,
  writtenReferrerPolicies,
} from '../../../server/src/model/settings/questions.ts';
import { nearestWord } from '../../../server/src/text/nearest-word.ts';

const name = 'SECURE_REFERRER_POLICY';
const known: readonly string[] = referrerPolicies;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/referrer-policy-invalid',
    since: '0.1.0',
    status: 'stable',
    title: 'Referrer-Policy is none that browsers know',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [{ tool: 'django', rule: 'security.E023', relation: 'same' }],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-referrer-policy',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Referrer-Policy',
    ],
    messages: {
      unknown: {
        what: `\`${name}\` has \`{policy}\`, which is no policy.`,
        why: 'Browsers pass over what they do not know and fall back to their own rule, and `check --deploy` ends with an error.',
        help: 'Write one of the eight policies, as `{instead}`.',
      },
      empty: {
        what: `\`${name}\` is empty.`,
        why: 'Django then sends no `Referrer-Policy`, and `check --deploy` ends with an error.',
        help: `Set \`${name}\` to \`same-origin\`, which is Django's default.`,
      },
    },
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    for (const { at, policies } of writtenReferrerPolicies(leaf) ?? []) {
      const wrong = policies.find((one) => !known.includes(one));
      if (wrong === undefined) continue;
      const meant = policies.map((one) => (known.includes(one) ? one : nearestWord(one, known)));
      const isClear = meant.every((one) => one !== undefined);
      const fixes = () => {
        const fix = settingTextFix(ctx.edit, { name, text: isClear ? meant.join(', ') : 'same-origin', at });
        return [fix && { ...fix, applicability: isClear ? ('safe' as const) : fix.applicability }];
      };
      if (wrong === '') ctx.report({ at, message: 'empty', data: {}, fixes });
      else {
        const data = { policy: wrong, instead: nearestWord(wrong, known) ?? 'same-origin' };
        ctx.report({ at, message: 'unknown', data, fixes });
      }
    }
  },
});
