import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt, proxySetsForwarded } from '../../../server/src/model/deployment/questions.ts';
import {
  certainElements,
  fixedConstant,
  isTruthy,
  noteAt,
  settled,
} from '../../../server/src/model/settings/questions.ts';

const name = 'USE_X_FORWARDED_HOST';
const help = `Set \`${name} = False\` and let the proxy pass on \`Host\`, or make it overwrite \`X-Forwarded-Host\`.`;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'proxy/x-forwarded-host',
    since: '0.1.0',
    status: 'stable',
    title: 'USE_X_FORWARDED_HOST is on',
    severity: { production: 'error', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [644, 807],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#use-x-forwarded-host',
      'https://docs.djangoproject.com/en/stable/topics/security/#host-headers-virtual-hosting',
    ],
    messages: {
      anyHost: {
        what: `\`${name}\` is on in {modules}, and \`ALLOWED_HOSTS\` lets every name pass.`,
        why: 'A proxy that hands on the `X-Forwarded-Host` of clients lets them choose the host of every link that Django builds, in mails that reset a password too.',
        help,
      },
      trusted: {
        what: `\`${name}\` is on in {modules}, and no proxy of the repository sets that header.`,
        why: 'A proxy that hands on the `X-Forwarded-Host` of clients lets them choose among all allowed hosts, in links and in what caches keep.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const trusted = fixedConstant(leaf, name);
    if (trusted?.at === undefined || !isTruthy(trusted.value) || proxySetsForwarded(ctx.project, 'X-Forwarded-Host'))
      return;
    const { at } = trusted;
    // Whoever writes about the proxy knows what the setting trusts.
    const isExplained = /proxy|balancer|ingress|nginx|router|forward/i.test(noteAt(ctx.project.sources, at));
    const hosts = settled(leaf, 'ALLOWED_HOSTS');
    const isOpen =
      hosts?.read === undefined &&
      certainElements(hosts?.value).some(({ value }) => value.kind === 'constant' && value.value === '*');
    const { severity, ...doubt } = browserDoubt(leaf);
    ctx.report({
      at,
      message: isOpen ? 'anyHost' : 'trusted',
      // Among allowed hosts there is less to choose from, and a proxy that is not in the repository may set the header.
      ...(isOpen ? {} : ({ confidence: 'medium' } as const)),
      ...doubt,
      severity: severity ?? (isExplained ? 'hint' : isOpen ? 'error' : 'warning'),
      data: {},
      fixes: () => [settingFix(ctx.edit, leaf, { name, value: 'False', at })],
    });
  },
});
