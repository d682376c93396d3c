import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { brokenSessionEngine, setsCookie } from '../../../server/src/model/settings/questions.ts';

const why = 'SessionMiddleware imports it when the server starts, and fails: no request is answered.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'session/engine-invalid',
    since: '0.1.0',
    status: 'stable',
    title: 'SESSION_ENGINE cannot be imported',
    severity: 'error',
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-engine',
      'https://docs.djangoproject.com/en/stable/topics/http/sessions/#configuring-the-session-engine',
    ],
    messages: {
      empty: {
        what: '`SESSION_ENGINE` is `{value}`, which names no module.',
        why,
        help: 'Name a module: the engine that Django has without the setting is `django.contrib.sessions.backends.db`.',
      },
      missing: {
        what: '`SESSION_ENGINE` is `{value}`, a module that Django does not have.',
        why,
        help: "Name one of Django's: `db`, `cache`, `cached_db`, `file` or `signed_cookies` of `django.contrib.sessions.backends`.",
      },
      class: {
        what: '`SESSION_ENGINE` is `{value}`, a class where Django takes a module.',
        why,
        help: 'Leave `.SessionStore` out: Django takes this class from the module.',
      },
    },
  },
  check(leaf, ctx) {
    const broken = brokenSessionEngine(leaf);
    if (broken === undefined || setsCookie(leaf, 'SESSION') === false) return;
    const { kind, written: value, at, instead } = broken;
    const fix = () =>
      instead === undefined
        ? undefined
        : settingTextFix(ctx.edit, {
            name: 'SESSION_ENGINE',
            text: instead,
            at,
            title: 'Name the module of the engine',
          });
    const rest = { at, data: { value }, fixes: () => [fix()] };
    if (kind === 'empty') ctx.report({ ...rest, message: 'empty' });
    else if (kind === 'class') ctx.report({ ...rest, message: 'class' });
    else ctx.report({ ...rest, message: 'missing' });
  },
});
