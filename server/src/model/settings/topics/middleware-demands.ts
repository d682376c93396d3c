import { effective, finalConstant, isSet, seriesFrom } from '../questions.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { truth } from '../truth.ts';
import { middlewareStacks } from './middleware-stack.ts';

const security = 'django.middleware.security.SecurityMiddleware';
const session = 'django.contrib.sessions.middleware.SessionMiddleware';
const auth = 'django.contrib.auth.middleware.AuthenticationMiddleware';
const messages = 'django.contrib.messages.middleware.MessageMiddleware';
const csrf = 'django.middleware.csrf.CsrfViewMiddleware';
const common = 'django.middleware.common.CommonMiddleware';
const locale = 'django.middleware.locale.LocaleMiddleware';
const gzip = 'django.middleware.gzip.GZipMiddleware';
const conditionalGet = 'django.middleware.http.ConditionalGetMiddleware';
const updateCache = 'django.middleware.cache.UpdateCacheMiddleware';
const fetchCache = 'django.middleware.cache.FetchFromCacheMiddleware';
const whitenoise = 'whitenoise.middleware.WhiteNoiseMiddleware';
const cors = 'corsheaders.middleware.CorsMiddleware';
const loginRequired = 'django.contrib.auth.middleware.LoginRequiredMiddleware';
const frames = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
const flatpages = 'django.contrib.flatpages.middleware.FlatpageFallbackMiddleware';
const redirects = 'django.contrib.redirects.middleware.RedirectFallbackMiddleware';

interface Demand {
  /** Comes before whatever is in `second`. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** Which of the two is out of place when nothing else tells. */
  readonly moves: 'first' | 'second';
  /** Out of place, it is the first one that moves, whatever else it would mend to move others. */
  readonly always?: true;
  /** Out of place, the first one goes above all of Django's own, not only above what it broke with. */
  readonly toTop?: true;
  /** The demand holds only while this setting is this constant. */
  readonly when?: { readonly setting: string; readonly value: boolean };
}

/**
 * The order that Django and the libraries ask for. Middleware whose purpose is unknown takes no part.
 * Django: https://docs.djangoproject.com/en/stable/ref/middleware/#middleware-ordering; libraries: their installation pages.
 */
const demands = {
  // Those that answer by themselves or change the body; health checks, request ids, metrics, CORS and proxies may come first.
  'security-not-first': {
    first: [security],
    second: [common, csrf, conditionalGet, fetchCache, flatpages, redirects, loginRequired],
    moves: 'first',
    always: true,
    toTop: true,
  },
  'session-before-auth': { first: [session], second: [auth], moves: 'first' },
  'session-before-messages': { first: [session], second: [messages], moves: 'first' },
  'auth-before-messages': { first: [auth], second: [messages], moves: 'second' },
  'session-before-csrf-sessions': {
    first: [session],
    second: [csrf],
    moves: 'first',
    when: { setting: 'CSRF_USE_SESSIONS', value: true },
  },
  'csrf-before-auth': { first: [csrf], second: [auth], moves: 'first' },
  'session-before-locale': { first: [session], second: [locale], moves: 'second' },
  'locale-before-common': { first: [locale], second: [common], moves: 'first' },
  // The language is part of the cache's key, the session is not.
  'update-cache-first': { first: [updateCache], second: [session], moves: 'first' },
  'fetch-cache-last': { first: [locale], second: [fetchCache], moves: 'second' },
  'gzip-before-body-readers': { first: [gzip], second: [common], moves: 'first' },
  'update-cache-before-gzip': { first: [updateCache], second: [gzip], moves: 'first' },
  'security-before-gzip': { first: [security], second: [gzip], moves: 'first' },
  'conditional-get-before-common': { first: [conditionalGet], second: [common], moves: 'first' },
  'whitenoise-after-security': { first: [security], second: [whitenoise], moves: 'second' },
  'whitenoise-late': {
    first: [whitenoise],
    second: [session, common, locale, csrf, auth, messages, frames, gzip, conditionalGet, fetchCache, loginRequired],
    moves: 'first',
    always: true,
  },
  'cors-before-common': { first: [cors], second: [common], moves: 'first' },
  'cors-before-whitenoise': {
    first: [cors],
    second: [whitenoise],
    moves: 'first',
    when: { setting: 'WHITENOISE_ALLOW_ALL_ORIGINS', value: false },
  },
  'cors-before-csrf': { first: [cors], second: [csrf], moves: 'first' },
  'auth-before-login-required': { first: [auth], second: [loginRequired], moves: 'second' },
  'auth-before-otp': { first: [auth], second: ['django_otp.middleware.OTPMiddleware'], moves: 'second' },
  'auth-before-axes': { first: [auth], second: ['axes.middleware.AxesMiddleware'], moves: 'second' },
  'auth-before-allauth': { first: [auth], second: ['allauth.account.middleware.AccountMiddleware'], moves: 'second' },
  'prometheus-before-first': {
    first: ['django_prometheus.middleware.PrometheusBeforeMiddleware'],
    second: [security],
    moves: 'first',
  },
  'debug-toolbar-after-gzip': {
    first: [gzip],
    second: ['debug_toolbar.middleware.DebugToolbarMiddleware'],
    moves: 'second',
  },
} as const satisfies { readonly [row: string]: Demand };

/** A demand on the order of MIDDLEWARE, named as the row of the rule that reports it. */
export type OrderRow = keyof typeof demands;

/** The demands that hold for a leaf. */
export function orderDemands(leaf: SettingsLeaf): readonly (Demand & { readonly row: OrderRow })[] {
  return (Object.entries(demands) as [OrderRow, Demand][])
    .filter(([, { when }]) => when === undefined || finalConstant(leaf, when.setting)?.value === when.value)
    .filter(([row]) => row !== 'session-before-messages' || keepsMessagesInSession(leaf))
    .filter(([row]) => row !== 'security-not-first' || (securityActs(leaf) && !hasCompanion(leaf)))
    .filter(([row]) => !row.startsWith('cors-') || corsActs(leaf))
    .filter(([row]) => row !== 'cors-before-common' || finalConstant(leaf, 'APPEND_SLASH')?.value !== false)
    .map(([row, demand]) => ({ ...demand, row }));
}

const securitySettings = ['SECURE_SSL_REDIRECT', 'SECURE_HSTS_SECONDS', 'SECURE_CONTENT_TYPE_NOSNIFF'];

/** SecurityMiddleware adds a header by default since Django 3.0; before that it does nothing until a setting asks for it. */
function securityActs(leaf: SettingsLeaf): boolean {
  const isOld = leaf.django !== undefined && !seriesFrom(leaf.django, '3.0').some;
  return !isOld || securitySettings.some((name) => leaf.get(name) !== undefined);
}

/** True with a middleware beside SecurityMiddleware that changes its headers, so that the two may have to stand together. */
function hasCompanion(leaf: SettingsLeaf): boolean {
  return middlewareStacks(leaf).some(({ entries }) =>
    entries.some(({ path }) => /hsts|security_?headers|preload/i.test(path) && !path.startsWith('django.')),
  );
}

/** True for a list that is empty in one of the environments that the module tells apart. */
function mayBeEmpty(leaf: SettingsLeaf, name: string): boolean {
  const value = effective(leaf, name)?.value;
  if (value?.kind === 'sequence') return value.elements.every((element) => element.guard !== undefined);
  return value?.kind === 'union' && value.variants.some((variant) => truth(variant.value) === false);
}

const corsOrigins = [
  ...['CORS_ALLOWED_ORIGINS', 'CORS_ORIGIN_WHITELIST', 'CORS_ALLOWED_ORIGIN_REGEXES', 'CORS_ORIGIN_REGEX_WHITELIST'],
  ...['CORS_ALLOW_ALL_ORIGINS', 'CORS_ORIGIN_ALLOW_ALL'],
];

/** CorsMiddleware adds no header to anything until a setting names an origin, or lets all in. */
function corsActs(leaf: SettingsLeaf): boolean {
  const assigned = corsOrigins.filter((name) => leaf.get(name) !== undefined);
  return assigned.length === 0 ? leaf.open : assigned.some((name) => isSet(leaf, name) && !mayBeEmpty(leaf, name));
}

/** The default storage, and the one of that name, ask for the session when a request comes in; the cookie storage does not. */
export function keepsMessagesInSession(leaf: SettingsLeaf): boolean {
  if (leaf.get('MESSAGE_STORAGE') === undefined) return true;
  const storage = finalConstant(leaf, 'MESSAGE_STORAGE')?.value;
  return typeof storage === 'string' && /^django\.contrib\.messages\.storage\.(session|fallback)\./.test(storage);
}
