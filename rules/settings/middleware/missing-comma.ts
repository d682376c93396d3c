import { defineRule } from '../../../server/src/contract/rule.ts';

export default defineRule({
  target: 'settings',
  meta: {
    id: 'middleware/missing-comma',
    since: '0.1.0',
    status: 'stable',
    title: 'Two strings joined by a missing comma',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'ruff', rule: 'ISC004', relation: 'related' },
      { tool: 'pylint', rule: 'implicit-str-concat', relation: 'related' },
    ],
    cwe: [],
    references: ['https://docs.python.org/3/reference/lexical_analysis.html#string-literal-concatenation'],
    messages: {
      joined: {
        what: '`{first}` and `{second}` are one text: the comma between them is missing.',
        why: 'Python joins texts that stand side by side, so neither of the two is in the list, and what is there names nothing.',
        help: 'Add the comma behind `{first}`.',
      },
    },
  },
  check(module, ctx) {
    for (const { first, second, at, gap } of module.joinedTexts())
      ctx.report({
        at,
        message: 'joined',
        data: { first, second },
        fixes: () => {
          const edits = ctx.edit.settings.insertText(gap, ',');
          return [edits && { title: 'Add the missing comma', applicability: 'safe', edits, create: [] }];
        },
      });
  },
});
