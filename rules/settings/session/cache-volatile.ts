import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { installs, sessionCache, setsCookie } from '../../../server/src/model/settings/questions.ts';

const help =
  'Keep them in the database with `django.contrib.sessions.backends.{instead}`, or in a cache that all processes share.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'session/cache-volatile',
    since: '0.1.0',
    status: 'stable',
    title: 'Sessions live only in a cache that drops them',
    severity: { production: 'error', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-cached-sessions',
      'https://docs.djangoproject.com/en/stable/topics/cache/#local-memory-caching',
    ],
    messages: {
      locmem: {
        what: 'Sessions are kept only in the cache `{alias}`, which is the memory of one process in {modules}.',
        why: 'The next worker of the server knows nothing of a login, and a restart logs everybody out.',
        help,
      },
      dummy: {
        what: 'Sessions are kept only in the cache `{alias}`, which keeps nothing in {modules}.',
        why: 'Every request begins a new session, so nobody stays logged in.',
        help,
      },
      memcached: {
        what: 'Sessions are kept only in the cache `{alias}`, a memcached in {modules}.',
        why: 'Memcached drops entries when it is full and all of them when it restarts, and their users are logged out.',
        help,
      },
      ignoring: {
        what: 'Sessions are kept only in the cache `{alias}`, which hides its errors in {modules}.',
        why: 'While the connection is lost every session reads as empty, so users are logged out where an error would have told.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const cache = sessionCache(leaf);
    if (cache?.engine !== 'cache' || setsCookie(leaf, 'SESSION') === false) return;
    const { alias, backend = '', at } = cache;
    const { message, loses } = kinds.find(({ path }) => path.test(backend)) ?? {};
    const kind = message ?? (cache.ignoresErrors ? 'ignoring' : undefined);
    if (kind === undefined) return;
    const instead = loses === true ? 'db' : 'cached_db';
    const text = `django.contrib.sessions.backends.${instead}`;
    ctx.report({
      at,
      message: kind,
      data: { alias, instead },
      related: cache.backendAt === undefined ? [] : [{ ...cache.backendAt, label: 'The cache is chosen here' }],
      ...(loses === true ? browserDoubt(leaf) : { severity: 'hint' as const }),
      // The table of the engines `db` and `cached_db` comes with the app.
      fixes: () => [
        installs(leaf, 'django.contrib.sessions') === true
          ? settingTextFix(ctx.edit, { name: 'SESSION_ENGINE', text, at, title: `Use the engine \`${instead}\`` })
          : undefined,
      ],
    });
  },
});

const kinds = [
  { path: /\.locmem\.LocMemCache$/, message: 'locmem', loses: true },
  { path: /\.dummy\.DummyCache$/, message: 'dummy', loses: true },
  { path: /\.memcached\.\w+$|memcache/i, message: 'memcached', loses: false },
] as const;
