import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  middlewareStacks,
  runsMiddleware,
  seriesFrom,
  servesNoBrowser,
} from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const compressing = [
  'django.middleware.gzip.GZipMiddleware',
  'django_brotli.middleware.BrotliMiddleware',
  'compression_middleware.middleware.CompressionMiddleware',
] as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/gzip-breach',
    since: '0.1.0',
    status: 'stable',
    title: 'Compressing dynamic pages enables BREACH',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [310],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/middleware/#module-django.middleware.gzip',
      'https://www.breachattack.com/',
    ],
    messages: {
      compressed: {
        what: '`{entry}` compresses the pages of {modules}, which hold CSRF tokens and data of users.',
        why: 'Where a page shows what the request sent, the length of the compressed answer gives secrets of the page away, byte by byte.',
        help: 'Compress static files alone, with WhiteNoise or at the proxy, and take the middleware out.',
      },
      padded: {
        what: '`{entry}` compresses the pages of {modules}, which hold CSRF tokens and data of users.',
        why: 'Django pads what it compresses by up to 100 random bytes, which makes it costly, not impossible, to learn secrets of a page from its length.',
        help: 'Compress static files alone, with WhiteNoise or at the proxy, where pages show what requests sent.',
      },
    },
  },
  check(leaf, ctx) {
    const hasSecrets = runsMiddleware(leaf, [
      'django.middleware.csrf.CsrfViewMiddleware',
      'django.contrib.sessions.middleware.SessionMiddleware',
    ]);
    if (hasSecrets !== true || servesNoBrowser(leaf)) return;
    for (const { entries } of middlewareStacks(leaf))
      for (const { path, at, optional } of entries) {
        if (optional || !compressing.some((one) => one === path)) continue;
        const entry = lastPart(path);
        const isDjangos = path === compressing[0];
        // Heal-the-BREACH came with Django 4.2.
        const isPadded = isDjangos && (leaf.django === undefined || seriesFrom(leaf.django, '4.2').all);
        if (isPadded) ctx.report({ at, message: 'padded', data: { entry }, severity: 'hint' });
        else ctx.report({ at, message: 'compressed', data: { entry } });
      }
  },
});
