import { defineRule } from '../../../server/src/contract/rule.ts';
import { readFix } from '../../../server/src/contract/setting-fix.ts';
import { credentials, databaseOf, readerAt, variableFor } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/db-password-literal',
    since: '0.1.0',
    status: 'stable',
    title: 'DATABASES PASSWORD is a literal',
    severity: { production: 'error', unknown: 'error', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'bandit', rule: 'B105', relation: 'same' },
      { tool: 'sonar', rule: 'S2068', relation: 'related' },
    ],
    cwe: [798, 259],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#password',
      'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    ],
    messages: {
      literal: {
        what: 'The password of database `{alias}` of {modules} is a literal of {length} characters.',
        why: 'Whoever can read the repository, a fork, an image or a backup can open the database from wherever it can be reached.',
        help: 'Read it from the environment, and give the database another one: this one is known.',
      },
      known: {
        what: 'The password of database `{alias}` of {modules} is a literal that anyone tries first.',
        why: 'Whatever reaches the port of the database can open it, without having seen the code.',
        help: 'Make a password of its own and read it from the environment.',
      },
    },
  },
  check(leaf, ctx) {
    if (leaf.environment === 'test') return;
    for (const credential of credentials(leaf)) {
      const { kind, keys, secret, read, at } = credential;
      if (kind !== 'database' || read !== undefined) continue;
      const { isLocal, isFile } = databaseOf(credential);
      if (isFile) continue;
      const isKnown = secret.isStandIn || secret.sameAsUser;
      // Nothing but this machine or a neighbouring container reaches the database.
      const doubt = isLocal ? { severity: isKnown ? ('hint' as const) : ('warning' as const) } : {};
      const fixes = () => [
        readFix(ctx.edit, readerAt(leaf, at), at, {
          name: 'PASSWORD',
          variable: variableFor(credential),
          type: 'text',
        }),
      ];
      const alias = keys[0] ?? 'default';
      if (isKnown) ctx.report({ at, message: 'known', data: { alias }, ...doubt, fixes });
      else ctx.report({ at, message: 'literal', data: { alias, length: secret.length }, ...doubt, fixes });
    }
  },
});
