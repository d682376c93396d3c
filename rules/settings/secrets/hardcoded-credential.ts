import { defineRule } from '../../../server/src/contract/rule.ts';
import { readFix } from '../../../server/src/contract/setting-fix.ts';
import { credentials, readerAt, variableFor } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/hardcoded-credential',
    since: '0.1.0',
    status: 'stable',
    title: 'A credential-named setting holds a literal',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'ruff', rule: 'S105', relation: 'same' },
      { tool: 'bandit', rule: 'B105', relation: 'same' },
      { tool: 'sonar', rule: 'S2068', relation: 'same' },
      { tool: 'codeql', rule: 'py/hardcoded-credentials', relation: 'related' },
      { tool: 'semgrep', rule: 'generic.secrets', relation: 'related' },
    ],
    cwe: [798, 259],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    yieldsTo: ['secrets/provider-key-pattern', 'secrets/secret-key-insecure'],
    messages: {
      literal: {
        what: '`{place}` of {modules} is a literal of {length} characters.',
        why: 'Whoever can read the repository, a fork, an image or a backup can use it, and it stays in the history after the line is gone.',
        help: 'Read it from the environment, and replace it where it is valid: this one is known.',
      },
    },
  },
  check(leaf, ctx) {
    if (leaf.environment === 'test') return;
    for (const credential of credentials(leaf)) {
      const { kind, secret, read, at } = credential;
      if (kind !== 'named' || read !== undefined || secret.isStandIn || secret.sameAsUser) continue;
      // A single word under a name that is no password's may be a name itself; developers' own passwords open little.
      const isPassword = /PASS/i.test(credential.keys.at(-1) ?? credential.setting);
      if (secret.isWord && !isPassword) continue;
      const isRandom = secret.length >= 16 && secret.distinct >= 9 && !secret.isWord;
      if (secret.length < 6 || (leaf.environment === 'development' && !isRandom)) continue;
      const place = [credential.setting, ...credential.keys].join('.');
      ctx.report({
        at,
        message: 'literal',
        data: { place, length: secret.length },
        fixes: () => [
          readFix(ctx.edit, readerAt(leaf, at), at, { name: place, variable: variableFor(credential), type: 'text' }),
        ],
      });
    }
  },
});
