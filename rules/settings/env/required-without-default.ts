import { defineRule } from '../../../server/src/contract/rule.ts';
import { brokerWithoutAddress, databasesWithoutServer } from '../../../server/src/model/settings/questions.ts';

const help = "Ask for what must be there: `os.environ['{variable}']` stops the start with the name of the variable.";

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/required-without-default',
    since: '0.1.0',
    status: 'stable',
    title: 'A variable that must be set is read as if it were optional',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [252],
    references: ['https://12factor.net/config', 'https://docs.djangoproject.com/en/stable/ref/settings/#databases'],
    messages: {
      database: {
        what: '{keys} of `{label}` {verb} `None` while the variables are unset.',
        why: 'The site starts without them and fails at the first query, or reaches another database than the one that was meant.',
        help,
      },
      broker: {
        what: '`{label}` is `None` while `{variable}` is unset.',
        why: 'The site starts without it and looks for a broker on its own host as soon as a view sends a task.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const found = [
      ...databasesWithoutServer(leaf).map((one) => ({ ...one, message: 'database' as const })),
      ...brokerWithoutAddress(leaf).map((one) => ({ ...one, message: 'broker' as const })),
    ];
    for (const { label, reads, message } of found) {
      const [first, ...others] = reads;
      if (first === undefined) continue;
      const fixes = () => {
        const edits = reads.map(({ variable, read }) =>
          ctx.edit.settings.requireVariable(read.read.at, variable, read.read.library),
        );
        const all = edits.every((one) => one !== undefined) ? edits.flat() : undefined;
        return [
          all && { title: 'Ask for what must be set', applicability: 'suggestion' as const, edits: all, create: [] },
        ];
      };
      const related = others.map(({ key, read }) => ({ ...read.at, label: `\`${key}\`` }));
      const data = { label, variable: first.variable };
      if (message === 'broker') ctx.report({ at: first.read.at, message, data, fixes });
      else {
        const verb = others.length > 0 ? 'are' : 'is';
        ctx.report({
          at: first.read.at,
          message,
          data: { ...data, keys: listed(reads.map((one) => one.key)), verb },
          related,
          fixes,
        });
      }
    }
  },
});

function listed(keys: readonly string[]): string {
  const quoted = keys.map((key) => `\`${key}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
