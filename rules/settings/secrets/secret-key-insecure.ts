import { defineRule } from '../../../server/src/contract/rule.ts';
import { finalSecret, readerAt } from '../../../server/src/model/settings/questions.ts';

const why =
  'Whoever can read the repository, an image or a backup can sign session data, password reset links and other tokens of this site.';
const help =
  "Read it from the environment, as `os.environ['DJANGO_SECRET_KEY']`, and make a new key: this one is known.";

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/secret-key-insecure',
    since: '0.1.0',
    status: 'stable',
    title: 'SECRET_KEY is a literal',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'django', rule: 'security.W009', relation: 'related' },
      { tool: 'ruff', rule: 'S105', relation: 'same' },
      { tool: 'bandit', rule: 'B105', relation: 'same' },
      { tool: 'sonar', rule: 'S6418', relation: 'same' },
      { tool: 'codeql', rule: 'py/hardcoded-credentials', relation: 'related' },
    ],
    cwe: [798, 321],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
      'https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#secret-key',
      'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    ],
    messages: {
      literal: { what: '`SECRET_KEY` of {modules} is a literal of {length} characters.', why, help },
      generated: {
        what: '`SECRET_KEY` of {modules} is the literal that `startproject` wrote, of {length} characters.',
        why,
        help,
      },
      placeholder: { what: '`SECRET_KEY` of {modules} is a placeholder of {length} characters.', why, help },
      weak: {
        what: '`SECRET_KEY` of {modules} is a literal of {length} characters, {distinct} of them distinct.',
        why: 'Such a key can be guessed without seeing the code, and with it anyone can sign session data and password reset links.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const key = finalSecret(leaf, 'SECRET_KEY');
    // Django refuses to start with an empty key.
    if (key === undefined || key.secret.length === 0) return;
    const { length, distinct, insecurePrefix, placeholder } = key.secret;
    const fixes = () => {
      const variable = 'DJANGO_SECRET_KEY';
      const edits = ctx.edit.settings.readVariable({ ...readerAt(leaf, key.at), at: key.at, variable, type: 'text' });
      return [
        edits && {
          title: `Read \`SECRET_KEY\` from \`${variable}\``,
          applicability: 'suggestion' as const,
          edits,
          create: [],
        },
      ];
    };
    const at = key.at;
    if (insecurePrefix) ctx.report({ at, message: 'generated', data: { length }, fixes });
    else if (placeholder) ctx.report({ at, message: 'placeholder', data: { length }, fixes });
    // Django's own check asks for 50 characters; at random, half of them can be guessed by nobody.
    else if (length < 25 || distinct < 5) ctx.report({ at, message: 'weak', data: { length, distinct }, fixes });
    else ctx.report({ at, message: 'literal', data: { length }, fixes });
  },
});
