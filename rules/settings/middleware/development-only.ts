import { defineRule } from '../../../server/src/contract/rule.ts';
import { developersTools } from '../../../server/src/model/settings/questions.ts';

const severity = { production: 'error', unknown: 'warning', development: 'off' } as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/development-only',
    since: '0.1.0',
    status: 'stable',
    title: 'Tools for developers run in production',
    severity,
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [489, 215],
    references: [
      'https://django-debug-toolbar.readthedocs.io/en/latest/installation.html',
      'https://github.com/jazzband/django-silk#configuration',
    ],
    messages: {
      toolbar: {
        what: '`DebugToolbarMiddleware` runs in {modules}, whatever `DEBUG` is.',
        why: 'Its callback alone stands between visitors and the settings, queries and requests that it shows, and every request goes through it.',
        help: 'Add the toolbar to `INSTALLED_APPS` and `MIDDLEWARE` under `if DEBUG:`.',
      },
      silk: {
        what: '`SilkyMiddleware` records the requests of {modules}, whatever `DEBUG` is.',
        why: 'Requests with their bodies, passwords of logins among them, and all queries are written to the database.',
        help: 'Add silk to `INSTALLED_APPS` and `MIDDLEWARE` under `if DEBUG:`.',
      },
      'silk-open': {
        what: '`SilkyMiddleware` records the requests of {modules}, and neither `SILKY_AUTHENTICATION` nor `SILKY_AUTHORISATION` is on.',
        why: 'Requests with their bodies, passwords of logins among them, are written to the database, and whoever calls the pages of silk can read them.',
        help: 'Add silk under `if DEBUG:` alone, or set both to `True`.',
      },
    },
    rows: {
      'debug-toolbar': { title: 'Debug toolbar in production', severity },
      silk: { title: 'Silk records production requests', severity },
    },
  },
  check(leaf, ctx) {
    for (const { row, at, isOpen } of developersTools(leaf)) {
      // Both ask who is looking, the toolbar by DEBUG and the address.
      if (row === 'debug-toolbar') ctx.report({ at, message: 'toolbar', row, data: {}, severity: 'warning' });
      else if (isOpen) ctx.report({ at, message: 'silk-open', row, data: {} });
      else ctx.report({ at, message: 'silk', row, data: {}, severity: 'warning' });
    }
  },
});
