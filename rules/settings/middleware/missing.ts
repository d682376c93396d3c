import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  idleSecuritySettings,
  missingMiddleware,
  policySaysWhoFrames,
  runsMiddleware,
  servesNoBrowser,
  silencedChecks,
} from '../../../server/src/model/settings/questions.ts';
import type { SettingsLeaf } from '../../../server/src/model/settings/settings-model.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

const fault = { production: 'error', unknown: 'error', development: 'error' } as const;
const lack = { production: 'warning', unknown: 'warning', development: 'hint' } as const;

/** The checks of Django that say the same: a project that silences one has decided. */
const sourcesOf = {
  security: ['security.W001'],
  xframe: ['security.W002'],
  session: ['admin.E410'],
  'cache-pair': [],
  allauth: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'middleware/missing',
    since: '0.1.0',
    status: 'stable',
    title: 'Middleware that is needed is missing',
    severity: fault,
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [693, 1021],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/middleware/',
      'https://docs.djangoproject.com/en/stable/topics/cache/#the-per-site-cache',
      'https://docs.allauth.org/en/latest/installation/quickstart.html',
    ],
    // The middleware wakes what was written and never ran.
    leadsTo: ['https/hsts-missing', 'https/ssl-redirect-off', 'https/referrer-policy-missing'],
    messages: {
      security: {
        what: '`MIDDLEWARE` of {modules} lacks `SecurityMiddleware`.',
        why: 'Django then sends none of the headers of its `SECURE_…` settings, `X-Content-Type-Options` among them, and redirects nobody to HTTPS.',
        help: 'Add `django.middleware.security.SecurityMiddleware` as the first entry.',
      },
      xframe: {
        what: '`MIDDLEWARE` of {modules} lacks `XFrameOptionsMiddleware`.',
        why: 'Other sites can then show the pages in a frame, under buttons of their own that users mean to press.',
        help: 'Add `django.middleware.clickjacking.XFrameOptionsMiddleware`.',
      },
      half: {
        what: '`MIDDLEWARE` of {modules} has `{needs}` without `{entry}`.',
        why: 'The cache of the whole site takes both: one stores pages, the other answers with them, and alone neither does anything of use.',
        help: 'Add `{entry}`, or take `{needs}` out.',
      },
      allauth: {
        what: '`MIDDLEWARE` of {modules} lacks `AccountMiddleware`, which `allauth.account` asks for.',
        why: 'From django-allauth 0.56 on the start ends with `ImproperlyConfigured`.',
        help: 'Add `allauth.account.middleware.AccountMiddleware` at the end.',
      },
      session: {
        what: '`MIDDLEWARE` of {modules} has `{needs}` without `SessionMiddleware`.',
        why: '`{needs}` needs `request.session`: every request raises an error.',
        help: 'Add `django.contrib.sessions.middleware.SessionMiddleware` before it.',
      },
    },
    rows: {
      security: {
        title: 'SecurityMiddleware is missing',
        severity: lack,
        sources: [{ tool: 'django', rule: 'security.W001', relation: 'same' }],
      },
      xframe: {
        title: 'XFrameOptionsMiddleware is missing',
        severity: lack,
        sources: [{ tool: 'django', rule: 'security.W002', relation: 'same' }],
      },
      'cache-pair': {
        title: 'Half of the site cache is installed',
        severity: { production: 'error', unknown: 'error', development: 'hint' },
      },
      allauth: { title: 'AccountMiddleware of allauth is missing', severity: fault },
      session: {
        title: 'Authentication or messages without sessions',
        severity: fault,
        sources: [{ tool: 'django', rule: 'admin.E410', relation: 'related' }],
      },
    },
  },
  check(leaf, ctx) {
    const at = leaf.get('MIDDLEWARE')?.assigned?.name;
    if (at === undefined) return;
    const silenced = silencedChecks(leaf);
    for (const { row, path, needs = '', beside } of missingMiddleware(leaf)) {
      if (sourcesOf[row].some((check: string) => silenced.has(check))) continue;
      const entry = lastPart(path);
      const fixes = () => {
        const edits = beside && ctx.edit.settings.insertElement(path, beside);
        const applicability = row === 'session' ? ('safe' as const) : ('suggestion' as const);
        return [edits && { title: `Add \`${entry}\``, applicability, edits, create: [] }];
      };
      switch (row) {
        case 'security':
          // Settings that have no effect without it have a rule of their own.
          if (idleSecuritySettings(leaf).length === 0) ctx.report({ at, message: 'security', row, data: {}, fixes });
          break;
        case 'xframe': {
          // Nothing is framed of what answers programs alone, and a policy says the same to newer browsers.
          const isMild = servesNoBrowser(leaf) || hasNoSessions(leaf) || policySaysWhoFrames(leaf);
          ctx.report({ at, message: 'xframe', row, data: {}, ...(isMild ? { severity: 'hint' as const } : {}), fixes });
          break;
        }
        case 'cache-pair':
          ctx.report({ at, message: 'half', row, data: { needs, entry }, fixes });
          break;
        case 'allauth': {
          const wanted = ctx.project.dependencies.requirement('django-allauth', leaf.file);
          if (wanted !== undefined && asksForIt(wanted)) ctx.report({ at, message: 'allauth', row, data: {}, fixes });
          break;
        }
        case 'session':
          ctx.report({ at, message: 'session', row, data: { needs }, fixes });
      }
    }
  },
});

/** django-allauth 0.56 brought the middleware; a range that begins earlier may still give an older one. */
function asksForIt({
  version,
  specifier,
}: {
  readonly version: string | undefined;
  readonly specifier: string;
}): boolean {
  if (version === undefined && specifier.trim() === '') return true;
  const least = version ?? /(?:>=|~=|\^)\s*(\d+(?:\.\d+)*)/.exec(specifier)?.[1] ?? '';
  const [major = 0, minor = 0] = least.split('.').map(Number);
  return major > 0 || minor >= 56;
}

/** Without sessions nobody is logged in who could be made to press a button. */
function hasNoSessions(leaf: SettingsLeaf): boolean {
  return runsMiddleware(leaf, ['django.contrib.sessions.middleware.SessionMiddleware'], /session/i) === false;
}
