import { defineRule } from '../../../server/src/contract/rule.ts';
import { flagPlaces, isBareText, readsAs } from '../../../server/src/model/settings/questions.ts';

const why =
  'In Python every text but the empty one is true, so no word that an operator writes into the variable switches the setting off.';
const help =
  "Compare the text: `.lower() in ('1', 'true', 'yes', 'on')`, or read it with a cast to `bool` that knows the words.";

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/bool-from-string',
    since: '0.1.0',
    status: 'stable',
    title: 'The text of a variable serves as a truth',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'ruff', rule: 'PLW1508', relation: 'related' }],
    cwe: [704],
    references: [
      'https://docs.python.org/3/library/stdtypes.html#truth-value-testing',
      'https://django-environ.readthedocs.io/en/latest/types.html',
    ],
    messages: {
      text: { what: "`{setting}` is the text of `{variable}`, and `'False'` is true.", why, help },
      bool: { what: "`{setting}` is `bool()` of the text of `{variable}`, and `'False'` is true.", why, help },
    },
  },
  check(leaf, ctx) {
    for (const { label, value } of flagPlaces(leaf)) {
      for (const read of readsAs(value)) {
        const { variable, at } = read;
        const isBool = read.cast === 'truthiness';
        if (variable === undefined || !(isBool || isBareText(read))) continue;
        // `bool(os.environ.get('SENTRY_DSN'))` asks whether the variable is set at all.
        if (isBool && holdsNoFlag.test(variable)) continue;
        const { library } = read.read;
        ctx.report({
          at,
          message: isBool ? 'bool' : 'text',
          data: { setting: label, variable },
          fixes: () => {
            const edits = ctx.edit.settings.castRead({ at, read: read.read, to: 'flag' });
            const title = library === 'os' ? 'Compare the text' : 'Read it as a `bool`';
            return [edits && { title, applicability: 'suggestion', edits, create: [] }];
          },
        });
      }
    }
  },
});

const holdsNoFlag = /(URL|URI|HOST|HOSTS|DSN|KEY|DOMAIN|NAME|PATH|DIR|BUCKET|VERSION|SHA|PORT|ID|TOKEN|ADDR|CERT)$/i;
