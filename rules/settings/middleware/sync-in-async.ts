import { defineRule } from '../../../server/src/contract/rule.ts';
import { installs, middlewareStacks } from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/sync-in-async',
    since: '0.1.0',
    status: 'stable',
    title: 'Sync-only middleware in an ASGI project',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/topics/http/middleware/#asynchronous-support',
      'https://docs.djangoproject.com/en/stable/topics/async/#performance',
    ],
    messages: {
      sync: {
        what: '`{entry}` answers synchronously only, and {modules} serves over ASGI.',
        why: 'Django changes to another thread and back for each request, and an asynchronous view holds a thread while it waits.',
        help: 'Let it answer both ways, with `sync_and_async_middleware` or `async_capable`.',
      },
    },
  },
  check(leaf, ctx) {
    const servesAsync = leaf.get('ASGI_APPLICATION') !== undefined || installs(leaf, 'daphne') === true;
    if (!servesAsync) return;
    for (const { entries } of middlewareStacks(leaf))
      for (const { path, at, optional } of entries)
        if (!optional && leaf.isSyncOnly(path) === true)
          ctx.report({ at, message: 'sync', data: { entry: lastPart(path) } });
  },
});
