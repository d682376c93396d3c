import { defineRule } from '../../../server/src/contract/rule.ts';
import { readFix, requireFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { anyHost, middlewareStacks, noteAt, readerAt } from '../../../server/src/model/settings/questions.ts';

const why =
  'A client can then send any name as `Host`, and Django takes it wherever it makes an address from the request: for mails, redirects and cached pages.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'hosts/wildcard',
    since: '0.1.0',
    status: 'stable',
    title: 'ALLOWED_HOSTS accepts any Host',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W020', relation: 'related' }],
    cwe: [644, 20],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts',
      'https://docs.djangoproject.com/en/stable/topics/security/#host-headers-virtual-hosting',
      'https://cheatsheetseries.owasp.org/cheatsheets/Django_Security_Cheat_Sheet.html',
    ],
    // With any name let in the rule about the proxy says so; with names read from a variable it says what is left.
    leadsTo: ['proxy/x-forwarded-host'],
    messages: {
      listed: {
        what: "`ALLOWED_HOSTS` of {modules} has `'*'`, which lets every host in.",
        why,
        help: "List the names that the site answers to, as `['www.example.org']`, or read them from the environment.",
      },
      fallback: {
        what: "`ALLOWED_HOSTS` of {modules} falls back to `'*'` while {variable} is unset.",
        why,
        help: 'Require the variable instead, so that a missing one stops the start.',
      },
    },
  },
  check(leaf, ctx) {
    const found = anyHost(leaf);
    if (found === undefined) return;
    const { at, read } = found;
    // Whoever looks up a tenant by its name, or says that the proxy judges the name, has thought of it.
    const isJudgedElsewhere =
      /prox|nginx|ingress|load.?balancer|\b[ae]lb\b|traefik|caddy|router|paas\b/i.test(
        noteAt(ctx.project.sources, at),
      ) || middlewareStacks(leaf).some(({ entries }) => entries.some(({ path }) => /tenant|hosts?|domain/i.test(path)));
    const doubt = isJudgedElsewhere ? { severity: 'hint' as const, confidence: 'medium' as const } : {};
    const module = readerAt(leaf, at);
    if (read !== undefined) {
      const variable = variableWord(read);
      const fixes = () => [requireFix(ctx.edit, module, read)];
      ctx.report({ at, message: 'fallback', data: { variable }, ...doubt, fixes });
      return;
    }
    const list = leaf.get('ALLOWED_HOSTS')?.assigned?.value;
    const isInList = list?.file === at.file && list.span.start <= at.span.start && at.span.end <= list.span.end;
    ctx.report({
      at,
      message: 'listed',
      data: {},
      ...doubt,
      fixes: () =>
        isInList
          ? [readFix(ctx.edit, module, list, { name: 'ALLOWED_HOSTS', variable: 'DJANGO_ALLOWED_HOSTS', type: 'list' })]
          : [],
    });
  },
});
