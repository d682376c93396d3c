import { defineRule } from '../../../server/src/contract/rule.ts';
import { certainReads, isNumberOfNothing, writtenDefault } from '../../../server/src/model/settings/questions.ts';

const help =
  "Give a default, as `os.environ.get('{variable}', '10')`, or ask for the variable: `os.environ['{variable}']`.";

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/int-of-none',
    since: '0.1.0',
    status: 'stable',
    title: 'int() of a variable that may be unset',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'mypy', rule: 'arg-type', relation: 'related' },
      { tool: 'pyright', rule: 'reportArgumentType', relation: 'related' },
    ],
    cwe: [252],
    references: ['https://docs.python.org/3/library/os.html#os.getenv'],
    messages: {
      none: {
        what: '`{cast}()` gets `None` while `{variable}` is unset.',
        why: 'The settings then stop with a `TypeError` that does not name the variable, and no process of this project starts.',
        help,
      },
      empty: {
        what: "`{cast}()` gets `''` while `{variable}` is unset.",
        why: 'The settings then stop with a `ValueError` that does not name the variable, and no process of this project starts.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    for (const { read } of certainReads(leaf)) {
      const { variable, at } = read;
      if (variable === undefined || !isNumberOfNothing(read)) continue;
      ctx.report({
        at,
        message: writtenDefault(read)?.value === '' ? 'empty' : 'none',
        data: { variable, cast: read.cast === 'integer' ? 'int' : 'float' },
        fixes: () => {
          const edits = ctx.edit.settings.requireVariable(read.read.at, variable, read.read.library);
          return [edits && { title: 'Ask for the variable', applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});
