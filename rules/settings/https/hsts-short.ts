import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { httpsDoubt } from '../../../server/src/model/deployment/questions.ts';
import { fixedConstant, hasSecurityMiddleware, isTruthy } from '../../../server/src/model/settings/questions.ts';

const sixMonths = 15_552_000;
/** What Django's documentation begins with; to go on from there is a decision that no fix takes. */
const firstStep = 3600;

const help = 'Raise it to `31536000` once every host answers over HTTPS.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/hsts-short',
    since: '0.1.0',
    status: 'stable',
    title: 'HSTS age is too short',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W004', relation: 'related' }],
    cwe: [319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/middleware/#http-strict-transport-security',
      'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    ],
    messages: {
      first: {
        what: '`SECURE_HSTS_SECONDS` is {seconds}, {age}: the value of a first try.',
        why: 'Browsers forget it between two visits, and the next one that begins with `http://` goes out in the clear.',
        help,
      },
      short: {
        what: '`SECURE_HSTS_SECONDS` is {seconds}, {age}.',
        why: 'A browser that stays away for longer has forgotten it and asks in the clear again; Mozilla Observatory takes six months for the least.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    const name = 'SECURE_HSTS_SECONDS';
    const seconds = fixedConstant(leaf, name);
    if (typeof seconds?.value !== 'number' || seconds.at === undefined) return;
    const { value, at } = seconds;
    if (value <= 0 || value >= sixMonths) return;
    // With preloading https/hsts-preload-inconsistent says more.
    if (isTruthy(fixedConstant(leaf, 'SECURE_HSTS_PRELOAD')?.value ?? null)) return;
    const isFirst = value <= firstStep;
    ctx.report({
      at,
      message: isFirst ? 'first' : 'short',
      ...httpsDoubt(ctx.project, leaf),
      data: { seconds: value, age: inWords(value) },
      fixes: () => (isFirst ? [] : [settingFix(ctx.edit, leaf, { name, value: '31536000', at })]),
    });
  },
});

/** A number of seconds in its largest whole unit. */
function inWords(seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? (['second', 1] as const);
  const count = Math.floor(seconds / size);
  return `${seconds % size === 0 ? '' : 'about '}${count} ${unit}${count === 1 ? '' : 's'}`;
}
