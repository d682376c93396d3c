import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { pickledSessions, sessionEngine, setsCookie } from '../../../server/src/model/settings/questions.ts';

const help = "Use `JSONSerializer`, Django's own, and store plain values. Users log in once more.";

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'session/pickle-serializer',
    since: '0.1.0',
    status: 'stable',
    title: 'Sessions are pickled',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [{ tool: 'django', rule: 'RemovedInDjango50Warning', relation: 'same' }],
    cwe: [502],
    references: [
      'https://docs.djangoproject.com/en/4.2/topics/http/sessions/#session-serialization',
      'https://docs.djangoproject.com/en/5.0/releases/5.0/#features-removed-in-5-0',
      'https://docs.djangoproject.com/en/stable/ref/settings/#session-serializer',
    ],
    messages: {
      removed: {
        what: '`SESSION_SERIALIZER` is `{value}`, and Django {django} has no such class.',
        why: 'It went in Django 5.0: every request that reaches SessionMiddleware ends with `ImportError` and a 500.',
        help,
      },
      signed: {
        what: '`SESSION_SERIALIZER` is `{value}`, and the session is kept in a cookie.',
        why: 'Whoever learns `SECRET_KEY` can sign a cookie of their own, which unpickling turns into code that runs on the server.',
        help,
      },
      stored: {
        what: '`SESSION_SERIALIZER` is `{value}`, which unpickles what the session store holds.',
        why: 'Whoever can write to the database or cache of the sessions runs code on the server, and Django 5.0 no longer has the class.',
        help,
      },
      own: {
        what: '`SESSION_SERIALIZER` is `{value}`, which builds on a serializer that pickles.',
        why: 'Whoever can write to the store of the sessions, or learns `SECRET_KEY` where it is a cookie, runs code on the server.',
        help,
      },
    },
  },
  check(leaf, ctx) {
    const pickled = pickledSessions(leaf);
    if (pickled === undefined || setsCookie(leaf, 'SESSION') === false) return;
    const { written: value, at, isRemoved, isDjangos } = pickled;
    const fixes = () => {
      const text = 'django.contrib.sessions.serializers.JSONSerializer';
      const fix = settingTextFix(ctx.edit, { name: 'SESSION_SERIALIZER', text, at, title: 'Use `JSONSerializer`' });
      // Where the class is gone nothing is lost; before, the sessions that are open cannot be read any more.
      return [fix && (isRemoved ? { ...fix, applicability: 'safe' as const } : fix)];
    };
    const django = leaf.django?.display ?? '';
    if (isRemoved) ctx.report({ at, message: 'removed', data: { value, django }, fixes });
    else if (sessionEngine(leaf)?.engine === 'signed_cookies')
      ctx.report({ at, message: 'signed', data: { value }, fixes });
    else ctx.report({ at, message: isDjangos ? 'stored' : 'own', data: { value }, severity: 'warning', fixes });
  },
});
