import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCorsRequired, runsCors } from '../../../server/src/model/deployment/questions.ts';
import {
  allowingCorsSetting,
  elementOf,
  installs,
  lastElement,
  middlewareStacks,
} from '../../../server/src/model/settings/questions.ts';

const middleware = 'corsheaders.middleware.CorsMiddleware';
const why = 'No answer gets a CORS header, so browsers keep every other site from reading what the settings allow it.';
const help = `Add \`${middleware}\` to \`MIDDLEWARE\`, before \`CommonMiddleware\`.`;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cors/middleware-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'django-cors-headers without its middleware',
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: ['https://github.com/adamchainz/django-cors-headers#setup'],
    messages: {
      app: {
        what: '`corsheaders` is installed in {modules}, but `CorsMiddleware` is not in `MIDDLEWARE`.',
        why,
        help,
      },
      setting: {
        what: '`{setting}` is set in {modules}, but `CorsMiddleware` is not in `MIDDLEWARE`.',
        why,
        help,
      },
      unchecked: {
        what: '`CorsMiddleware` runs, but `corsheaders` is not in `INSTALLED_APPS`.',
        why: "The library's system checks never run, so a malformed origin or a misspelt type goes unnoticed.",
        help: 'Add `corsheaders` to `INSTALLED_APPS`.',
      },
    },
  },
  check(leaf, ctx) {
    // Tests leave out what their views do without.
    if (leaf.environment === 'test') return;
    const runs = runsCors(leaf);
    const isInstalled = installs(leaf, 'corsheaders');
    if (runs === true && isInstalled === false) {
      const at = elementOf(leaf, 'MIDDLEWARE', middleware);
      if (at !== undefined) ctx.report({ at, message: 'unchecked', data: {}, severity: 'hint' });
      return;
    }
    if (runs !== false) return;
    const setting = allowingCorsSetting(leaf);
    const app = elementOf(leaf, 'INSTALLED_APPS', /^corsheaders(\.apps\.|$)/);
    const fixes = () => {
      const [stack] = middlewareStacks(leaf);
      const common = stack?.entries.find(({ path }) => path === 'django.middleware.common.CommonMiddleware');
      const edits =
        common === undefined
          ? undefined
          : ctx.edit.settings.insertElement(middleware, { side: 'before', element: common.at });
      const last = app === undefined ? lastElement(leaf, 'INSTALLED_APPS') : undefined;
      const installed = last && ctx.edit.settings.insertElement('corsheaders', { side: 'after', element: last });
      if (edits === undefined || (app === undefined && installed === undefined)) return [];
      const all = [...edits, ...(installed ?? [])];
      return [{ title: 'Add `CorsMiddleware`', applicability: 'suggestion', edits: all, create: [] } as const];
    };
    if (isInstalled === true && app !== undefined) {
      // Nothing is allowed yet: the app is there for nothing, and nobody waits for a header.
      const doubt = setting === undefined ? ({ severity: 'hint' } as const) : {};
      ctx.report({ at: app, message: 'app', data: {}, ...doubt, fixes });
      return;
    }
    if (setting === undefined || isInstalled !== false || !isCorsRequired(ctx.project, leaf)) return;
    ctx.report({ at: setting.at, message: 'setting', data: { setting: setting.name }, fixes });
  },
});
