import { defineRule } from '../../../server/src/contract/rule.ts';
import { repeatedMiddleware } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/duplicate',
    since: '0.1.0',
    status: 'stable',
    title: 'The same middleware is listed twice',
    severity: 'warning',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#middleware'],
    messages: {
      twice: {
        what: '`{entry}` is in `MIDDLEWARE` of {modules} twice.',
        why: 'Every request and response goes through it twice: time, headers and writes that are meant to happen once.',
        help: 'Take one of the two out.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { path, at, first } of repeatedMiddleware(leaf)) {
      const entry = path.slice(path.lastIndexOf('.') + 1);
      ctx.report({
        at,
        message: 'twice',
        data: { entry },
        related: [{ ...first, label: `The first \`${entry}\`` }],
        fixes: () => {
          const edits = ctx.edit.settings.removeElement(at);
          const title = `Take the second \`${entry}\` out`;
          return [
            edits && {
              title: title.length <= 60 ? title : 'Take the second one out',
              applicability: 'suggestion',
              edits,
              create: [],
            },
          ];
        },
      });
    }
  },
});
