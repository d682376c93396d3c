import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import {
  httpsDoubt,
  mayHaveUnseenFront,
  proxyRedirects,
  untrustedTlsFront,
} from '../../../server/src/model/deployment/questions.ts';
import {
  fixedConstant,
  hasSecurityMiddleware,
  isDiscussed,
  isSet,
  isTruthy,
  namesMiddleware,
} from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'SECURE_SSL_REDIRECT';
const header = 'SECURE_PROXY_SSL_HEADER';
const why =
  'Whoever follows an `http://` link stays in the clear: pages, forms and cookies can be read and changed on the way.';
const help = `Set \`${name} = True\`, or let the proxy in front redirect; behind a proxy that ends TLS it takes \`${header}\` too.`;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/ssl-redirect-off',
    since: '0.1.0',
    status: 'stable',
    title: 'Nothing redirects to HTTPS',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W008', relation: 'same' }],
    cwe: [319],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-ssl-redirect',
      'https://docs.djangoproject.com/en/stable/topics/security/#ssl-https',
    ],
    messages: {
      absent: { what: `Nothing sets \`${name}\` in {modules}, so Django answers over plain HTTP too.`, why, help },
      off: { what: `\`${name}\` is \`{value}\` in {modules}, so Django answers over plain HTTP too.`, why, help },
    },
    leadsTo: ['https/hsts-missing', 'proxy/ssl-header-trusted'],
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    const redirect = fixedConstant(leaf, name);
    if (redirect === undefined || isTruthy(redirect.value)) return;
    // Others redirect as well: a middleware of the project's own, the proxy or platform in front.
    if (namesMiddleware(leaf, /(^|[._])(ssl|https)|sslify|ssl_?redirect/i) || proxyRedirects(ctx.project)) return;
    // Whoever writes about it has decided, as that the proxy redirects.
    if (isDiscussed(ctx.project.sources, leaf, name)) return;
    // Where Django is told of a proxy, or where one may be described that is not read, the redirect may be there.
    const isBehindFront = isSet(leaf, header) || mayHaveUnseenFront(ctx.project);
    const { at, value } = redirect;
    const report = {
      ...httpsDoubt(ctx.project, leaf),
      ...(isBehindFront ? ({ severity: 'hint' } as const) : {}),
      fixes: () => {
        const change = { name, value: 'True', at };
        if (isSet(leaf, header) || untrustedTlsFront(ctx.project) === undefined)
          return [settingFix(ctx.edit, leaf, change)];
        const { quoted } = ctx.edit.settings;
        const pair = `(${quoted(leaf.file, 'HTTP_X_FORWARDED_PROTO')}, ${quoted(leaf.file, 'https')})`;
        const note = 'The proxy has to delete this header from what clients send.';
        const trusted = { name: header, value: pair, at: fixedConstant(leaf, header)?.at, note };
        return [settingFix(ctx.edit, leaf, change, trusted)];
      },
    };
    if (at === undefined) ctx.report({ ...report, at: leaf.start, message: 'absent', data: {} });
    else ctx.report({ ...report, at, message: 'off', data: { value: pythonLiteral(value) } });
  },
});
