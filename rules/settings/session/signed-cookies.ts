import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import {
  cookieFlagOff,
  installs,
  pickledSessions,
  sessionEngine,
  setsCookie,
} from '../../../server/src/model/settings/questions.ts';

const what = '`SESSION_ENGINE` keeps the session in a signed cookie in {modules}{and}.';
const help =
  'Keep sessions on the server: `django.contrib.sessions.backends.db`, or `cached_db` with a cache that all processes share.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'session/signed-cookies',
    since: '0.1.0',
    status: 'stable',
    title: 'Session data is kept in the browser',
    severity: { production: 'error', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [613],
    references: [
      'https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-cookie-based-sessions',
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-engine',
    ],
    messages: {
      plain: {
        what,
        why: 'Logging out only deletes the copy of one browser: a stolen cookie opens the account until it expires, and its data can be read by whoever holds it.',
        help,
      },
      readable: {
        what,
        why: 'Any script of a page can read the session and send it away, and logging out does not end it: the copy opens the account until it expires.',
        help,
      },
      pickled: {
        what,
        why: 'Whoever learns `SECRET_KEY` can sign a cookie of their own, which unpickling turns into code that runs on the server.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const used = sessionEngine(leaf);
    if (used?.engine !== 'signed_cookies' || setsCookie(leaf, 'SESSION') === false) return;
    const { at } = used;
    const doubt = browserDoubt(leaf);
    const rest = {
      at,
      ...doubt,
      fixes: () => [
        installs(leaf, 'django.contrib.sessions') === true
          ? settingTextFix(ctx.edit, {
              name: 'SESSION_ENGINE',
              text: 'django.contrib.sessions.backends.db',
              at,
              title: 'Use the engine `db`',
            })
          : undefined,
      ],
    };
    if (pickledSessions(leaf) !== undefined)
      ctx.report({ ...rest, message: 'pickled', data: { and: ', and pickles it' } });
    else if (cookieFlagOff(leaf, 'SESSION_COOKIE_HTTPONLY') !== undefined)
      ctx.report({ ...rest, message: 'readable', data: { and: ', and lets scripts read it' } });
    else ctx.report({ ...rest, message: 'plain', data: { and: '' }, severity: doubt.severity ?? 'warning' });
  },
});
