import type { Fix } from '../../../server/src/contract/finding.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix, settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { proxySslHeader } from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const setting = 'SECURE_PROXY_SSL_HEADER';
const help = `Set \`${setting} = ('HTTP_X_FORWARDED_PROTO', 'https')\`.`;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'proxy/ssl-header-shape',
    since: '0.1.0',
    status: 'stable',
    title: 'SECURE_PROXY_SSL_HEADER is no usable pair',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-proxy-ssl-header',
      'https://docs.djangoproject.com/en/stable/ref/request-response/#django.http.HttpRequest.META',
    ],
    messages: {
      noPair: {
        what: `\`${setting}\` is {value}, and Django takes it apart into a name and a value.`,
        why: 'That raises when Django asks whether a request is secure, so most pages end with status 500.',
        help,
      },
      name: {
        what: `\`${setting}\` names \`{header}\`, which is no key of \`request.META\`.`,
        why: 'Django finds headers as `HTTP_` with capitals and underscores, so it never learns that a request came over HTTPS: redirects to HTTPS go round in circles.',
        help: 'Write `{instead}`.',
      },
      secure: {
        what: `\`${setting}\` waits for \`{value}\` in \`{header}\`, where proxies write \`https\`.`,
        why: 'Letter case counts, so no request ever passes for secure, and redirects to HTTPS go round in circles.',
        help: 'Write `https`.',
      },
      plain: {
        what: `\`${setting}\` takes \`{value}\` in \`{header}\` for the sign of HTTPS.`,
        why: 'Requests in plain HTTP pass for secure and those over HTTPS do not: Django sends secure cookies in the clear and redirects the others in circles.',
        help: 'Write `https`.',
      },
    },
  },
  check(leaf, ctx) {
    const header = proxySslHeader(leaf);
    if (header === undefined) return;
    const { at, name, secure, count, constant } = header;
    const safe = (fix: Fix | undefined) => fix && ({ ...fix, applicability: 'safe' } as const);
    if (name === undefined || secure === undefined) {
      if (count === 2) return;
      const value = count === undefined ? `\`${pythonLiteral(constant ?? null)}\`` : `a list of ${count}`;
      const quoted = (text: string) => ctx.edit.settings.quoted(at.file, text);
      const fixes = () => {
        const pair = `(${quoted('HTTP_X_FORWARDED_PROTO')}, ${quoted('https')})`;
        const fix = settingFix(ctx.edit, leaf, { name: setting, value: pair, at });
        return [fix && { ...fix, title: 'Write a name and a value' }];
      };
      ctx.report({ at, message: 'noPair', data: { value }, fixes });
      return;
    }
    const key = metaKey(name.text);
    if (key !== name.text) {
      ctx.report({
        at: name.at,
        message: 'name',
        data: { header: name.text, instead: key },
        fixes: () => [safe(titled(settingTextFix(ctx.edit, { name: setting, text: key, at: name.at }), key))],
      });
    }
    if (secure.text === 'https' || !/_(PROTO|SCHEME)$/.test(key) || !/^https?$/i.test(secure.text)) return;
    const isPlain = secure.text.toLowerCase() === 'http';
    ctx.report({
      at: secure.at,
      message: isPlain ? 'plain' : 'secure',
      data: { value: secure.text, header: name.text },
      fixes: () => {
        const fix = titled(settingTextFix(ctx.edit, { name: setting, text: 'https', at: secure.at }), 'https');
        return [isPlain ? fix : safe(fix)];
      },
    });
  },
});

function titled(fix: Fix | undefined, text: string): Fix | undefined {
  return fix && { ...fix, title: `Write \`${text}\`` };
}

/** The key under which Django has a header; what looks like no header is left as it is, as `HTTPS` and `wsgi.url_scheme`. */
function metaKey(name: string): string {
  if (!/^(http[_-])?x[_-]|^http[_-]|-/i.test(name)) return name;
  const key = name.trim().toUpperCase().replaceAll('-', '_');
  return key.startsWith('HTTP_') ? key : `HTTP_${key}`;
}
