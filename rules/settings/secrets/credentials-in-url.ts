import { defineRule } from '../../../server/src/contract/rule.ts';
import { readFix, requireFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { credentials, readerAt, variableFor } from '../../../server/src/model/settings/questions.ts';

const why =
  'Whoever can read the repository, a fork, an image or a backup can use it, and addresses end up in logs and error reports.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/credentials-in-url',
    since: '0.1.0',
    status: 'stable',
    title: 'User and password inside a URL literal',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'semgrep', rule: 'detected-username-and-password-in-uri', relation: 'related' }],
    cwe: [798, 522],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    messages: {
      literal: {
        what: '`{place}` of {modules} is {article} `{scheme}` address with a password in it.',
        why,
        help: 'Read the whole address from the environment, and replace the password: this one is known.',
      },
      fallback: {
        what: '`{place}` of {modules} falls back to {article} `{scheme}` address with a password in it while {variable} is unset.',
        why,
        help: 'Drop the fallback, and replace the password: this one is known.',
      },
    },
  },
  check(leaf, ctx) {
    if (leaf.environment === 'test') return;
    for (const credential of credentials(leaf)) {
      const { setting, keys, secret, read, at } = credential;
      const { url } = secret;
      if (url === undefined) continue;
      // A made-up password, and any for this machine or a neighbouring container alone, is for developers.
      const isMild = url.isStandIn || url.isLocal;
      if (isMild && leaf.environment === 'development') continue;
      const doubt = isMild ? { severity: 'hint' as const } : {};
      const data = {
        place: [setting, ...keys].join('.'),
        scheme: url.scheme,
        article: /^[aeio]/.test(url.scheme) ? 'an' : 'a',
      };
      const module = readerAt(leaf, at);
      if (read !== undefined)
        ctx.report({
          at,
          message: 'fallback',
          data: { ...data, variable: variableWord(read) },
          ...doubt,
          fixes: () => [requireFix(ctx.edit, module, read)],
        });
      else
        ctx.report({
          at,
          message: 'literal',
          data,
          ...doubt,
          fixes: () => [
            readFix(ctx.edit, module, at, { name: data.place, variable: variableFor(credential), type: 'text' }),
          ],
        });
    }
  },
});
