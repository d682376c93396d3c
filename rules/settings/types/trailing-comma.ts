import { defineRule } from '../../../server/src/contract/rule.ts';
import { isScalar, settled } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'types/trailing-comma',
    since: '0.1.0',
    status: 'stable',
    title: 'A comma makes a tuple of a setting',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'ruff', rule: 'COM818', relation: 'same' },
      { tool: 'pylint', rule: 'R1707', relation: 'same' },
    ],
    cwe: [704],
    references: ['https://docs.python.org/3/reference/expressions.html#expression-lists'],
    messages: {
      tuple: {
        what: '`{setting}` is a tuple: a comma stands behind its value.',
        why: 'A tuple with one element is true whatever it holds, and no text or number.',
        help: 'Delete the comma.',
      },
    },
  },
  check(leaf, ctx) {
    for (const setting of leaf.names) {
      const found = isScalar(setting) ? settled(leaf, setting) : undefined;
      if (found?.value.kind !== 'sequence' || found.read !== undefined) continue;
      const { value } = found;
      const [only, ...more] = value.elements;
      if (value.bracket !== 'tuple' || only === undefined || more.length > 0) continue;
      // Parentheses would begin before the element.
      const { file, span } = value.at;
      if (only.many || only.at.file !== file || only.at.span.start !== span.start) continue;
      const comma = { file, span: { start: only.at.span.end, end: span.end } };
      ctx.report({
        at: value.at,
        message: 'tuple',
        data: { setting },
        fixes: () => {
          const edits = ctx.edit.settings.replaceValue(comma, '');
          return [edits && { title: 'Delete the comma', applicability: 'safe', edits, create: [] }];
        },
      });
    }
  },
});
