import { defineRule } from '../../../server/src/contract/rule.ts';
import { sessionCache, setsCookie } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'session/cache-alias-missing',
    since: '0.1.0',
    status: 'stable',
    title: 'SESSION_CACHE_ALIAS names no cache',
    severity: 'error',
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-cache-alias',
      'https://docs.djangoproject.com/en/stable/topics/http/sessions/#using-cached-sessions',
    ],
    messages: {
      missing: {
        what: '`SESSION_CACHE_ALIAS` is `{alias}`, and `CACHES` has no such cache in {modules}: it has {aliases}.',
        why: 'Sessions are kept there, so every request that reaches SessionMiddleware ends with `InvalidCacheBackendError` and a 500.',
        help: 'Add `{alias}` to `CACHES`, or name a cache that is there.',
      },
    },
  },
  check(leaf, ctx) {
    const cache = sessionCache(leaf);
    if (cache?.aliasAt === undefined || cache.aliases === undefined || setsCookie(leaf, 'SESSION') === false) return;
    const { alias, aliases } = cache;
    if (aliases.includes(alias)) return;
    const names = aliases.length === 0 ? 'none' : aliases.map((one) => `\`${one}\``).join(', ');
    ctx.report({ at: cache.aliasAt, message: 'missing', data: { alias, aliases: names } });
  },
});
