import { defineRule } from '../../../server/src/contract/rule.ts';
import { requireFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { credentials, databaseOf, readerAt } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/env-default-credential',
    since: '0.1.0',
    status: 'stable',
    title: 'Credential variable has a literal default',
    severity: { production: 'warning', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [1188, 798],
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    yieldsTo: ['secrets/provider-key-pattern', 'secrets/secret-key-env-default'],
    messages: {
      fallback: {
        what: '`{place}` of {modules} falls back to a literal of {length} characters while {variable} is unset.',
        why: 'Where the variable is missing or misspelt the site runs all the same, with a credential that everybody who has the code knows.',
        help: 'Require the variable instead, so that a missing one stops the start.',
      },
    },
  },
  check(leaf, ctx) {
    if (leaf.environment === 'test' || leaf.environment === 'development') return;
    for (const credential of credentials(leaf)) {
      const { kind, secret, read, at } = credential;
      if (kind === 'url' || read === undefined) continue;
      const isDatabase = kind === 'database';
      const { isLocal, isFile } = databaseOf(credential);
      if (isDatabase && isFile) continue;
      // A single word may be the name of something.
      if (!isDatabase && secret.isWord && !secret.isStandIn && !/PASS/i.test(read.variable ?? '')) continue;
      // A stand-in for what another service knows opens nothing, unlike one for a password of this site.
      if (!isDatabase && secret.isStandIn && /API|ACCESS|CLIENT|ACCOUNT|TOKEN/i.test(read.variable ?? '')) continue;
      const isMild = (isDatabase && isLocal) || secret.provider === 'Stripe test key';
      ctx.report({
        at,
        message: 'fallback',
        data: {
          place: [credential.setting, ...credential.keys].join('.'),
          length: secret.length,
          variable: variableWord(read),
        },
        ...(isMild ? { severity: 'hint' as const } : {}),
        fixes: () => [requireFix(ctx.edit, readerAt(leaf, at), read)],
      });
    }
  },
});
