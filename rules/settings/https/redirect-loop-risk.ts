import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt, untrustedTlsFront } from '../../../server/src/model/deployment/questions.ts';
import {
  fixedConstant,
  hasSecurityMiddleware,
  isTruthy,
  namesMiddleware,
} from '../../../server/src/model/settings/questions.ts';

const header = 'SECURE_PROXY_SSL_HEADER';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/redirect-loop-risk',
    since: '0.1.0',
    status: 'stable',
    title: 'HTTPS redirect behind a proxy that Django does not know of',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [835],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header',
      'https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips',
    ],
    messages: {
      loops: {
        what: `\`SECURE_SSL_REDIRECT\` is on, \`${header}\` is not set, and TLS ends at the proxy of \`{front}\`.`,
        why: 'The proxy asks in plain HTTP, so Django takes each request for an insecure one and redirects it to the address it came from: browsers give up after some twenty rounds.',
        help: `Set \`${header} = ('HTTP_X_FORWARDED_PROTO', 'https')\`, and let the proxy overwrite that header.`,
      },
    },
    leadsTo: ['https/hsts-missing', 'proxy/ssl-header-trusted'],
  },
  check(leaf, ctx) {
    if (!hasSecurityMiddleware(leaf)) return;
    const redirect = fixedConstant(leaf, 'SECURE_SSL_REDIRECT');
    const trusted = fixedConstant(leaf, header);
    if (redirect?.at === undefined || !isTruthy(redirect.value)) return;
    if (trusted === undefined || isTruthy(trusted.value)) return;
    if (namesMiddleware(leaf, /ssl|https|forwarded|proxy/i)) return;
    const front = untrustedTlsFront(ctx.project);
    if (front === undefined) return;
    ctx.report({
      at: redirect.at,
      message: 'loops',
      ...browserDoubt(leaf),
      data: { front },
      related: [{ file: front, span: { start: 0, end: 0 }, label: 'TLS ends here.' }],
      fixes: () => {
        const { quoted } = ctx.edit.settings;
        const value = `(${quoted(leaf.file, 'HTTP_X_FORWARDED_PROTO')}, ${quoted(leaf.file, 'https')})`;
        const note = 'The proxy has to delete this header from what clients send.';
        return [settingFix(ctx.edit, leaf, { name: header, value, at: trusted.at, note })];
      },
    });
  },
});
