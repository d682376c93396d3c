import { defineRule } from '../../../server/src/contract/rule.ts';
import { readFix } from '../../../server/src/contract/setting-fix.ts';
import {
  certainElements,
  finalConstant,
  isWhole,
  namesOwnMachine,
  readerAt,
  settled,
} from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'hosts/development-only',
    since: '0.1.0',
    status: 'stable',
    title: 'Production hosts list only local names',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    // A proxy may replace the name that clients sent.
    confidence: 'medium',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W020', relation: 'related' }],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts'],
    messages: {
      local: {
        what: '`ALLOWED_HOSTS` of {modules} lists only names of this machine: {hosts}.',
        why: 'Requests that carry the name of the site are answered with 400.',
        help: "Add the names that the site answers to, as `'www.example.org'`, or read them from the environment.",
      },
    },
  },
  check(leaf, ctx) {
    const found = settled(leaf, 'ALLOWED_HOSTS');
    if (found === undefined || found.read !== undefined || !isWhole(found.value)) return;
    const hosts = certainElements(found.value).flatMap(({ value }) =>
      value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [''],
    );
    if (hosts.length === 0 || !hosts.every(namesOwnMachine)) return;
    // With DEBUG on the module is a developer's still, which settings/debug-true says.
    const doubt = finalConstant(leaf, 'DEBUG')?.value === true ? { severity: 'hint' as const } : {};
    ctx.report({
      at: found.at,
      message: 'local',
      data: { hosts: hosts.map((host) => `\`${host}\``).join(', ') },
      ...doubt,
      fixes: () => [
        readFix(ctx.edit, readerAt(leaf, found.at), found.at, {
          name: 'ALLOWED_HOSTS',
          variable: 'DJANGO_ALLOWED_HOSTS',
          type: 'list',
        }),
      ],
    });
  },
});
