import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  finalConstant,
  isNamedForProduction,
  isTruthy,
  readerAt,
} from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'settings/debug-true',
    since: '0.1.0',
    status: 'stable',
    title: 'DEBUG is on in a production module',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'django', rule: 'security.W018', relation: 'same' },
      { tool: 'sonar', rule: 'S4507', relation: 'same' },
    ],
    cwe: [489, 215],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#debug',
      'https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#debug',
    ],
    messages: {
      constant: {
        what: '`DEBUG` is `{value}` in {modules}.',
        why: 'Every error page shows code, local variables and settings to whoever causes it, and the SQL of each request is kept in memory.',
        help: 'Set `DEBUG = False` there, or read it from a variable that is false while unset.',
      },
    },
  },
  check(leaf, ctx) {
    const debug = finalConstant(leaf, 'DEBUG');
    if (debug === undefined || !isTruthy(debug.value)) return;
    ctx.report({
      at: debug.at,
      message: 'constant',
      data: { value: pythonLiteral(debug.value) },
      fixes: () => {
        if (isNamedForProduction(leaf, debug.at)) {
          const edits = ctx.edit.settings.replaceValue(debug.at, 'False');
          return [edits && { title: 'Set `DEBUG = False`', applicability: 'suggestion', edits, create: [] }];
        }
        const edits = ctx.edit.settings.readVariable({
          ...readerAt(leaf, debug.at),
          at: debug.at,
          variable: 'DJANGO_DEBUG',
          type: 'flag',
        });
        return [edits && { title: 'Read `DEBUG` from `DJANGO_DEBUG`', applicability: 'suggestion', edits, create: [] }];
      },
    });
  },
});
