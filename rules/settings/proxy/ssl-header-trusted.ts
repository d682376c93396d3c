import { defineRule } from '../../../server/src/contract/rule.ts';
import { platformEndsTls, proxySetsForwarded } from '../../../server/src/model/deployment/questions.ts';
import { noteAt, proxySslHeader } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'proxy/ssl-header-trusted',
    since: '0.1.0',
    status: 'stable',
    title: 'The proxy header for HTTPS is trusted without a note',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [345],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header'],
    messages: {
      trusted: {
        what: '`SECURE_PROXY_SSL_HEADER` trusts `{header}`, and nothing beside it says which proxy sets it.',
        why: 'Where the proxy hands on what a client sends, everybody can pass for HTTPS: Django then sends secure cookies over plain HTTP and does not redirect.',
        help: 'Make the proxy overwrite `{header}`, and write beside the setting that it does.',
      },
    },
  },
  check(leaf, ctx) {
    const header = proxySslHeader(leaf);
    if (header?.name === undefined || noteAt(ctx.project.sources, header.at) !== '') return;
    const { text } = header.name;
    // Platforms set the usual header for each request, and so does a proxy of the repository that names it.
    if (text === 'HTTP_X_FORWARDED_PROTO' && platformEndsTls(ctx.project)) return;
    if (proxySetsForwarded(ctx.project, text.replace(/^HTTP_/, '').replaceAll('_', '-'))) return;
    ctx.report({ at: header.at, message: 'trusted', data: { header: text } });
  },
});
