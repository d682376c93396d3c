import { defineRule } from '../../../server/src/contract/rule.ts';
import { unknownMiddleware } from '../../../server/src/model/settings/questions.ts';

const why = 'Django imports every entry when the server starts: the start ends with `ImportError`.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/unknown-path',
    since: '0.1.0',
    status: 'stable',
    title: 'Middleware path does not exist',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/middleware/',
      'https://docs.djangoproject.com/en/stable/ref/settings/#middleware',
    ],
    messages: {
      django: {
        what: 'Django has no `{path}` in the version that the project asks for.',
        why,
        help: 'Write the path as the documentation of that version has it, or take the entry out.',
      },
      module: {
        what: 'The project has no module for `{path}`.',
        why,
        help: 'Write the path of the module that is meant, or take the entry out.',
      },
      class: {
        what: 'The module of `{path}` defines nothing of that name.',
        why,
        help: 'Write the name that the module defines, or take the entry out.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { path, at, lacking, meant } of unknownMiddleware(leaf)) {
      const fixes = () => {
        const edits = meant === undefined ? undefined : ctx.edit.settings.replaceText(at, meant);
        return [
          edits && { title: 'Write the path that Django has', applicability: 'safe' as const, edits, create: [] },
        ];
      };
      if (lacking === 'django') ctx.report({ at, message: 'django', data: { path }, fixes });
      else if (lacking === 'module') ctx.report({ at, message: 'module', data: { path } });
      else ctx.report({ at, message: 'class', data: { path } });
    }
  },
});
