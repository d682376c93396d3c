import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  harmOfText,
  isBareText,
  numberPlaces,
  readsAs,
  writtenDefault,
} from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/int-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'The text of a variable serves as a number',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [704],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#conn-max-age',
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-age',
      'https://docs.python.org/3/library/os.html#os.environ',
    ],
    messages: {
      text: {
        what: '`{setting}` is the text of `{variable}`, not a number.',
        why: '{harm}.',
        help: 'Make a number of it: `int(…)`, or the `int` cast of the library that reads it.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { name, label, value } of numberPlaces(leaf)) {
      const harm = harmOfText(name);
      for (const read of readsAs(value)) {
        const { variable, at } = read;
        if (variable === undefined || harm === undefined || !isBareText(read)) continue;
        // Text goes into the header of HSTS as well as a number does.
        const isHeader = name === 'SECURE_HSTS_SECONDS';
        ctx.report({
          at,
          message: 'text',
          data: { setting: label, variable, harm },
          ...(isHeader && { severity: 'hint' }),
          fixes: () => {
            const isOptional = writtenDefault(read)?.value === null;
            const edits = isOptional ? undefined : ctx.edit.settings.castRead({ at, read: read.read, to: 'integer' });
            const applicability = isHeader ? 'suggestion' : 'safe';
            return [edits && { title: 'Make a number of it', applicability, edits, create: [] }];
          },
        });
      }
    }
  },
});
