import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  type BrokenPath,
  brokenModulePath,
  brokenNamePath,
  finalConstant,
} from '../../../server/src/model/settings/questions.ts';

const noUrls = 'The system checks and every request import it, and fail with `ModuleNotFoundError`';
const noServer = '`runserver` stops with `ImproperlyConfigured`, and whoever takes the path from here starts nothing';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'types/root-urlconf',
    since: '0.1.0',
    status: 'stable',
    title: 'ROOT_URLCONF or WSGI_APPLICATION names nothing',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [665],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#root-urlconf',
      'https://docs.djangoproject.com/en/stable/ref/settings/#wsgi-application',
    ],
    messages: {
      file: {
        what: "`{setting}` is `'{path}'`, a path of the file system.",
        why: '{why}.',
        help: 'Write the dotted name of the module.',
      },
      module: {
        what: "`{setting}` is `'{path}'`, a module that the project does not have.",
        why: '{why}.',
        help: 'Name the module that is there.',
      },
      name: {
        what: "`{setting}` is `'{path}'`, a name that its module does not define.",
        why: '{why}.',
        help: 'Name the object that the module defines, as `application`.',
      },
      whole: {
        what: "`{setting}` is `'{path}'`, a module in place of the application in it.",
        why: '{why}.',
        help: 'Name the application in the module, as `{path}.application`.',
      },
    },
  },
  check(leaf, ctx) {
    for (const [setting, judge, why] of settings) {
      const found = finalConstant(leaf, setting);
      if (typeof found?.value !== 'string') continue;
      const path = found.value;
      const broken = judge(path, leaf.file, ctx.project);
      if (broken === undefined) continue;
      const { at } = found;
      ctx.report({
        at,
        message: messages[broken.fault],
        data: { setting, path, why },
        fixes: () => {
          const edits = broken.meant && ctx.edit.settings.replaceText(at, broken.meant);
          return [edits ? { title: `Name \`${broken.meant}\``, applicability: 'safe', edits, create: [] } : undefined];
        },
      });
    }
  },
});

const messages = {
  'no-path': 'file',
  'no-module': 'module',
  'no-name': 'name',
  'module-for-name': 'whole',
} as const satisfies {
  readonly [Fault in BrokenPath['fault']]: string;
};

const settings = [
  ['ROOT_URLCONF', brokenModulePath, noUrls],
  ['WSGI_APPLICATION', brokenNamePath, noServer],
] as const;
