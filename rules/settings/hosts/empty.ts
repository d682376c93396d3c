import { defineRule } from '../../../server/src/contract/rule.ts';
import { insertReadFix, readFix } from '../../../server/src/contract/setting-fix.ts';
import {
  finalConstant,
  isAbsentForSure,
  readerAt,
  readerOf,
  servesRequests,
  settled,
} from '../../../server/src/model/settings/questions.ts';

const why = 'Without `DEBUG` Django then answers every request with 400, those of health checks too.';
const whileDebug = 'While `DEBUG` is on Django answers to names of this machine alone, and to none once it is off.';
const help = "List the names that the site answers to, as `['www.example.org']`, or read them from the environment.";

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'hosts/empty',
    since: '0.1.0',
    status: 'stable',
    title: 'ALLOWED_HOSTS is empty while DEBUG is off',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W020', relation: 'same' }],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts',
      'https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#allowed-hosts',
    ],
    messages: {
      absent: { what: 'Nothing sets `ALLOWED_HOSTS` in {modules}.', why, help },
      empty: { what: '`ALLOWED_HOSTS` of {modules} has no host.', why, help },
      'absent-with-debug': { what: 'Nothing sets `ALLOWED_HOSTS` in {modules}.', why: whileDebug, help },
      'empty-with-debug': { what: '`ALLOWED_HOSTS` of {modules} has no host.', why: whileDebug, help },
    },
  },
  check(leaf, ctx) {
    const debug = finalConstant(leaf, 'DEBUG')?.value ?? (isAbsentForSure(leaf, 'DEBUG') ? false : undefined);
    // A module that may serve nobody is judged only where DEBUG is certainly off.
    if (debug !== false && leaf.environment !== 'production') return;
    // With DEBUG on there is more to do first, which settings/debug-true says.
    const doubt = debug === true ? { severity: 'hint' as const } : {};
    const read = { name: 'ALLOWED_HOSTS', variable: 'DJANGO_ALLOWED_HOSTS', type: 'list' } as const;
    if (servesRequests(leaf) && isAbsentForSure(leaf, 'ALLOWED_HOSTS')) {
      ctx.report({
        at: leaf.start,
        message: debug === true ? 'absent-with-debug' : 'absent',
        data: {},
        ...doubt,
        fixes: () => [insertReadFix(ctx.edit, readerOf(leaf), leaf, read)],
      });
      return;
    }
    const hosts = settled(leaf, 'ALLOWED_HOSTS');
    // A list that a variable fills is empty for want of that variable alone.
    if (hosts?.value.kind !== 'sequence' || hosts.value.elements.length > 0 || hosts.read !== undefined) return;
    ctx.report({
      at: hosts.at,
      message: debug === true ? 'empty-with-debug' : 'empty',
      data: {},
      ...doubt,
      fixes: () => [readFix(ctx.edit, readerAt(leaf, hosts.at), hosts.at, read)],
    });
  },
});
