import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { sessionCache, setsCookie } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'session/cached-db-locmem',
    since: '0.1.0',
    status: 'stable',
    title: 'Sessions are cached in the memory of each process',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [613],
    references: [
      'https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-cached-sessions',
      'https://docs.djangoproject.com/en/stable/topics/cache/#local-memory-caching',
    ],
    messages: {
      stale: {
        what: 'The engine `cached_db` reads sessions from the cache `{alias}` first, which is the memory of one process in {modules}.',
        why: 'Another worker goes on with its own copy: a user who logged out is still logged in there, and what was saved elsewhere is lost.',
        help: 'Use the engine `django.contrib.sessions.backends.db`, or a cache that all processes share.',
      },
    },
  },
  check(leaf, ctx) {
    const cache = sessionCache(leaf);
    if (cache?.engine !== 'cached_db' || setsCookie(leaf, 'SESSION') === false) return;
    const { alias, backend = '', backendAt, at } = cache;
    if (!backend.endsWith('.locmem.LocMemCache')) return;
    ctx.report({
      at,
      message: 'stale',
      data: { alias },
      related: backendAt === undefined ? [] : [{ ...backendAt, label: 'The cache is chosen here' }],
      ...browserDoubt(leaf),
      fixes: () => [
        settingTextFix(ctx.edit, {
          name: 'SESSION_ENGINE',
          text: 'django.contrib.sessions.backends.db',
          at,
          title: 'Use the engine `db`',
        }),
      ],
    });
  },
});
