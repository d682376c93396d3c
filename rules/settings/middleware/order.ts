import { defineRule } from '../../../server/src/contract/rule.ts';
import { type DeclaredSeverity, severityFor } from '../../../server/src/contract/severity.ts';
import { proxyServesStatic } from '../../../server/src/model/deployment/questions.ts';
import { isSet, misplacedMiddleware, type OrderRow } from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const fault = { production: 'error', unknown: 'error', development: 'error' } as const;
const served = { production: 'error', unknown: 'error', development: 'hint' } as const;
const slow = { production: 'warning', unknown: 'warning', development: 'hint' } as const;
const advice = { production: 'hint', unknown: 'hint', development: 'hint' } as const;
const faint = { production: 'hint', unknown: 'hint', development: 'off' } as const;

const rows = {
  'security-not-first': { title: 'SecurityMiddleware comes late', severity: slow },
  'session-before-auth': { title: 'Authentication before sessions', severity: fault },
  'session-before-messages': { title: 'Messages before sessions', severity: fault },
  'auth-before-messages': { title: 'Messages before authentication', severity: advice },
  'session-before-csrf-sessions': { title: 'CSRF tokens in sessions that come later', severity: fault },
  'csrf-before-auth': { title: 'Authentication before the CSRF check', severity: advice },
  'session-before-locale': { title: 'LocaleMiddleware before sessions', severity: faint },
  'locale-before-common': { title: 'LocaleMiddleware after CommonMiddleware', severity: advice },
  'update-cache-first': { title: 'UpdateCacheMiddleware after sessions', severity: served },
  'fetch-cache-last': { title: 'FetchFromCacheMiddleware before LocaleMiddleware', severity: served },
  'gzip-before-body-readers': { title: 'GZipMiddleware after CommonMiddleware', severity: advice },
  'update-cache-before-gzip': { title: 'UpdateCacheMiddleware after GZipMiddleware', severity: advice },
  'security-before-gzip': { title: 'SecurityMiddleware after GZipMiddleware', severity: faint },
  'conditional-get-before-common': { title: 'ConditionalGetMiddleware after CommonMiddleware', severity: advice },
  'whitenoise-after-security': {
    title: 'WhiteNoise before SecurityMiddleware',
    severity: { production: 'error', unknown: 'warning', development: 'hint' },
  },
  'whitenoise-late': { title: 'WhiteNoise after other middleware', severity: slow },
  'cors-before-common': {
    title: 'CorsMiddleware after CommonMiddleware',
    severity: { production: 'error', unknown: 'error', development: 'hint' },
  },
  'cors-before-whitenoise': { title: 'CorsMiddleware after WhiteNoise', severity: advice },
  'cors-before-csrf': { title: 'CorsMiddleware after the CSRF check', severity: faint },
  'auth-before-login-required': { title: 'LoginRequiredMiddleware before authentication', severity: fault },
  'auth-before-otp': { title: 'OTPMiddleware before authentication', severity: fault },
  'auth-before-axes': { title: 'AxesMiddleware before authentication', severity: advice },
  'auth-before-allauth': { title: 'AccountMiddleware before authentication', severity: advice },
  'prometheus-before-first': { title: 'PrometheusBeforeMiddleware comes late', severity: faint },
  'debug-toolbar-after-gzip': {
    title: 'Debug toolbar before GZipMiddleware',
    severity: { production: 'hint', unknown: 'hint', development: 'warning' },
  },
} as const satisfies Readonly<Record<OrderRow, { readonly title: string; readonly severity: DeclaredSeverity }>>;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/order',
    since: '0.1.0',
    status: 'stable',
    title: 'Middleware in the wrong order',
    severity: fault,
    confidence: 'high',
    fix: 'safe',
    sources: [{ tool: 'django', rule: 'admin.E410', relation: 'related' }],
    cwe: [696],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/middleware/#middleware-ordering',
      'https://whitenoise.readthedocs.io/en/stable/django.html#enable-whitenoise',
      'https://github.com/adamchainz/django-cors-headers#setup',
    ],
    messages: {
      misplaced: {
        what: '`{entry}` comes {stands} `{other}` in `MIDDLEWARE`.',
        why: '{consequence}.',
        help: 'Move `{entry}` to a place {side} `{other}`.',
      },
    },
    rows,
  },
  check(leaf, ctx) {
    const redirects = isSet(leaf, 'SECURE_SSL_REDIRECT');
    for (const found of misplacedMiddleware(leaf, (row, environment) => severityFor(rows[row].severity, environment))) {
      const { row, entry, other, stands, target, severity, complete, appended } = found;
      // Static files that a proxy sends never meet the middleware; without a redirect they miss headers only.
      const isBypassed = row.startsWith('whitenoise-') && severity !== 'hint' && proxyServesStatic(ctx.project);
      const isMild = row === 'whitenoise-after-security' && severity === 'error' && !redirects;
      ctx.report({
        at: entry.at,
        message: 'misplaced',
        row,
        data: {
          entry: lastPart(entry.path),
          other: lastPart(other.path),
          stands,
          side: stands === 'after' ? 'before' : 'after',
          consequence: consequences[row] + (redirects ? ofRedirect(row) : ''),
        },
        severity: isBypassed ? 'info' : isMild ? 'warning' : severity,
        confidence: complete && !isBypassed ? 'high' : 'medium',
        fixes: () => {
          if (target === undefined) return [];
          const edits =
            appended === undefined
              ? ctx.edit.settings.moveElement(entry.at, { side: target.side, element: target.entry.at })
              : ctx.edit.settings.appendToInsert(appended, target.index);
          const applicability = row === 'fetch-cache-last' ? 'suggestion' : 'safe';
          return [
            edits && { title: `Move \`${lastPart(entry.path)}\``.slice(0, 60), applicability, edits, create: [] },
          ];
        },
      });
    }
  },
});

function ofRedirect(row: OrderRow): string {
  if (row === 'security-not-first') return ', and the redirect to HTTPS comes late';
  return row === 'whitenoise-after-security' ? ' and without the redirect to HTTPS' : '';
}

const consequences: Readonly<Record<OrderRow, string>> = {
  'security-not-first': 'Responses made before it lack the security headers',
  'session-before-auth':
    '`AuthenticationMiddleware` needs `request.session`: every request raises `ImproperlyConfigured`',
  'session-before-messages': '`MessageMiddleware` needs `request.session`: every request raises `ImproperlyConfigured`',
  'auth-before-messages': '`startproject` writes the other order, and storages that ask for the user need it',
  'session-before-csrf-sessions': 'With `CSRF_USE_SESSIONS` the token is in `request.session`: requests raise an error',
  'csrf-before-auth': 'Django documents the other order: a login on the way, as by a proxy, renews the token',
  'session-before-locale': 'Django documents the other order, although cookie and headers now decide the language',
  'locale-before-common':
    'Django documents the other order: a redirect of `PREPEND_WWW` looks up the URL before the language is known',
  'update-cache-first':
    'The page is stored before `Vary: Cookie` is set, so users with a session get pages made for others',
  'fetch-cache-last': 'The cache is asked before the language is known, so users get pages in another language',
  'gzip-before-body-readers': 'Django documents the other order: what stands before it sees a compressed body',
  'update-cache-before-gzip': 'Django documents the other order: each hit of the cache is compressed anew',
  'security-before-gzip': 'Django documents the other order: a redirect to HTTPS does not need to be compressed',
  'conditional-get-before-common': 'Django documents the other order, so that the `ETag` fits what is sent',
  'whitenoise-after-security': 'Static files are sent without the security headers',
  'whitenoise-late': 'Every static file passes through the middleware above it before it is sent',
  'cors-before-common': 'Redirects to the URL with a slash go out without CORS headers, so browsers reject them',
  'cors-before-whitenoise': 'Static files are sent without the CORS headers of the settings',
  'cors-before-csrf': 'A rejected token is answered without CORS headers, so the client cannot read why',
  'auth-before-login-required':
    'The system check `auth.E013` fails, and with it `migrate`, `runserver` and most other commands',
  'auth-before-otp': '`OTPMiddleware` adds `is_verified` to `request.user`, which is not there yet',
  'auth-before-axes': 'django-axes documents it as the last entry: it turns the lockout of a login into an answer',
  'auth-before-allauth': 'django-allauth documents it behind authentication, whose user it looks at',
  'prometheus-before-first': 'The time spent in earlier middleware is missing from the measured latency',
  'debug-toolbar-after-gzip': 'The toolbar cannot be put into a body that is compressed already',
};
