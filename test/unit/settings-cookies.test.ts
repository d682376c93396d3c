// Cookies, trusted origins and session stores: what the questions make of settings, and how much their rules say of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/contract/finding.ts';
import { isRegistrableDomain, isSharedDomain, reachesStrangers } from '../../server/src/data/shared-domains.ts';
import { analyze } from '../../server/src/engine/analyze.ts';
import {
  brokenSessionEngine,
  cookieDomain,
  isLocalHost,
  sessionCache,
  setsCookie,
  trustedOrigins,
  wildcardReach,
} from '../../server/src/model/settings/questions.ts';
import type { SettingsLeaf } from '../../server/src/model/settings/settings-model.ts';
import { originParts } from '../../server/src/model/settings/topics/host-names.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { fixtureInput } from '../support/run-fixture.ts';
import { buildSettingsOf } from './settings-project.ts';

await loadParsers();

function leafOf(body: string): SettingsLeaf {
  const { leaves } = buildSettingsOf({
    'manage.py': `import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n`,
    'config/__init__.py': '',
    'config/settings.py': `import os\nROOT_URLCONF = 'urls'\n${body}`,
  });
  const leaf = leaves.find(({ file }) => file === 'config/settings.py');
  assert.ok(leaf);
  return leaf;
}

test('a domain is shared where a registry or a platform gives names out below it', () => {
  for (const shared of ['com', 'co.uk', 'com.br', 'herokuapp.com']) assert.equal(isSharedDomain(shared), true, shared);
  for (const own of ['example.org', 'example.co.uk', 'shop.herokuapp.com', 'railway.app'])
    assert.equal(isSharedDomain(own), false, own);
  assert.equal(reachesStrangers('railway.app'), true);
  assert.equal(reachesStrangers('example.org'), false);
  assert.equal(isRegistrableDomain('example.co.uk'), true);
  assert.equal(isRegistrableDomain('www.example.co.uk'), false);
  assert.equal(isRegistrableDomain('shop.herokuapp.com'), false);
});

test('an origin comes apart into scheme, host and port', () => {
  assert.deepEqual(originParts('HTTPS://*.Example.org:8443/a?b'), {
    scheme: 'https',
    host: '*.example.org',
    port: '8443',
  });
  assert.deepEqual(originParts('www.example.org'), { scheme: undefined, host: 'www.example.org', port: undefined });
  assert.deepEqual(originParts('http://[::1]:80'), { scheme: 'http', host: '[::1]', port: '80' });
  for (const local of ['localhost', '*.localhost', '127.0.0.1', '172.20.0.3', 'web', '[::1]', 'a.internal'])
    assert.equal(isLocalHost(local), true, local);
  for (const far of ['example.org', '172.200.0.3', '8.8.8.8', 'localhost.example.org'])
    assert.equal(isLocalHost(far), false, far);
});

test('a wildcard of a trusted origin is read as Django reads it', () => {
  const reach = (origin: string): string | undefined => {
    const [only] = trustedOrigins(leafOf(`CSRF_TRUSTED_ORIGINS = ['${origin}']\n`));
    assert.ok(only);
    return wildcardReach(only);
  };
  for (const none of ['https://*', 'https://*:8000', 'https://www.*.org', 'https://*.*'])
    assert.equal(reach(none), 'nothing', none);
  for (const wide of ['https://*.com', 'https://*.ngrok-free.app', 'http://*.co.uk:8000'])
    assert.equal(reach(wide), 'strangers', wide);
  for (const own of [
    'https://*.example.org',
    'https://*.localhost',
    'https://*.shop.vercel.app',
    'https://*example.org',
  ])
    assert.equal(reach(own), 'own', own);
  for (const plain of ['https://example.org', '*']) assert.equal(reach(plain), undefined, plain);
});

test('a cookie is set where its middleware runs', () => {
  const session = 'django.contrib.sessions.middleware.SessionMiddleware';
  const csrf = 'django.middleware.csrf.CsrfViewMiddleware';
  const middleware = (...paths: readonly string[]): string => `MIDDLEWARE = ${JSON.stringify(paths)}\n`;
  assert.equal(setsCookie(leafOf(middleware(session)), 'SESSION'), true);
  assert.equal(setsCookie(leafOf(middleware(csrf)), 'SESSION'), false);
  const app = `INSTALLED_APPS = ['django.contrib.sessions']\n`;
  assert.equal(setsCookie(leafOf(`${app}MIDDLEWARE = load()\n`), 'SESSION'), true);
  assert.equal(setsCookie(leafOf(middleware('company.SessionKeeper')), 'SESSION'), undefined);
  assert.equal(setsCookie(leafOf(middleware(csrf)), 'CSRF'), true);
  assert.equal(setsCookie(leafOf(`${middleware(csrf)}CSRF_USE_SESSIONS = True\n`), 'CSRF'), false);
  const byVariable = `CSRF_USE_SESSIONS = os.environ.get('X') == '1'\n`;
  assert.equal(setsCookie(leafOf(`${middleware(csrf)}${byVariable}`), 'CSRF'), undefined);
});

test('a domain of a cookie is wide, or refused by browsers', () => {
  const reach = (domain: string): string | undefined =>
    cookieDomain(leafOf(`SESSION_COOKIE_DOMAIN = '${domain}'\n`), 'SESSION')?.reach;
  for (const wide of ['.example.org', 'example.org', '.shop.example.org']) assert.equal(reach(wide), 'wide', wide);
  for (const shared of ['.herokuapp.com', 'co.uk']) assert.equal(reach(shared), 'shared', shared);
  for (const host of ['www.example.org', '.localhost', '127.0.0.1', 'shop.vercel.app', 'https://example.org', ''])
    assert.equal(reach(host), undefined, host);
});

test('sessions have the cache that the alias names', () => {
  const engine = `SESSION_ENGINE = 'django.contrib.sessions.backends.cache'\n`;
  const without = sessionCache(leafOf(engine));
  assert.deepEqual(
    [without?.alias, without?.aliases, without?.backend],
    ['default', ['default'], 'django.core.cache.backends.locmem.LocMemCache'],
  );
  const caches = `CACHES = {'default': {'BACKEND': 'a.B'}, 's': {'BACKEND': os.environ['C']}}\nSESSION_CACHE_ALIAS = 's'\n`;
  const named = sessionCache(leafOf(engine + caches));
  assert.deepEqual([named?.aliases, named?.backend], [['default', 's'], undefined]);
  assert.equal(sessionCache(leafOf(`${engine}CACHES = {'default': load()}\n`))?.backend, undefined);
  assert.equal(sessionCache(leafOf(`SESSION_ENGINE = os.environ.get('E', 'cache')\n`)), undefined);
});

test('an engine that Django lacks is named with the one that was meant', () => {
  const engine = (value: string) => brokenSessionEngine(leafOf(`SESSION_ENGINE = ${value}\n`));
  assert.equal(engine("'django.contrib.sessions.backends.cached_database'")?.instead?.split('.').at(-1), 'cached_db');
  assert.equal(engine("'django.contrib.sessions.backends.cookies'")?.instead?.split('.').at(-1), 'signed_cookies');
  assert.equal(engine("'django.contrib.sessions.backends.mongo'")?.instead, undefined);
  assert.equal(engine("'shop.backends.SessionStore'")?.instead, 'shop.backends');
  assert.equal(engine("'shop.backends'"), undefined);
});

const production = 'config/settings/production.py';

/** What a rule says of the clean project with these lines in its production module. */
function said(rule: string, lines: string, others: Readonly<Record<string, string>> = {}): Finding {
  const files = { [production]: `from .base import *\n\nDEBUG = False\n${lines}\n`, ...others };
  const { findings } = analyze(
    fixtureInput({ files: new Map(Object.entries(files) as [FileId, string][]), onCleanBase: true }),
  );
  const own = findings.filter((one) => one.rule === rule);
  assert.equal(own.length, 1, findings.map((one) => `${one.rule} ${one.what}`).join('\n'));
  const [only] = own;
  assert.ok(only);
  return only;
}

test('an insecure cookie is an error where something shows HTTPS', () => {
  const off = 'SESSION_COOKIE_SECURE = False';
  assert.equal(said('cookies/session-secure', off).severity, 'error');
  const plain = `${off}\nSECURE_SSL_REDIRECT = False\nSECURE_PROXY_SSL_HEADER = None\nSECURE_REDIRECT_EXEMPT = []`;
  const unseen = said('cookies/session-secure', plain);
  assert.deepEqual([unseen.severity, unseen.confidence], ['info', 'medium']);
});

test('SameSite is milder where pages of other sites are meant to work with this one', () => {
  const none = "SESSION_COOKIE_SAMESITE = 'None'";
  assert.equal(said('cookies/samesite-none', none).severity, 'warning');
  assert.equal(said('cookies/samesite-none', `${none}\nCORS_ALLOW_CREDENTIALS = True`).severity, 'hint');
  assert.equal(said('cookies/samesite-none', 'CSRF_COOKIE_SAMESITE = False').severity, 'hint');
});

test('a wide domain is milder where several hosts are served, and an error where browsers refuse it', () => {
  const domain = "SESSION_COOKIE_DOMAIN = '.example.net'";
  assert.equal(said('cookies/domain-wide', domain).severity, 'warning');
  const hosts = "ALLOWED_HOSTS = ['www.example.net', 'shop.example.net']";
  assert.equal(said('cookies/domain-wide', `${domain}\n${hosts}`).severity, 'hint');
  assert.equal(said('cookies/domain-wide', "SESSION_COOKIE_DOMAIN = '.vercel.app'").severity, 'error');
});

test('a missing CsrfViewMiddleware is a hint for an API without logins in a browser', () => {
  const list = "MIDDLEWARE = [one for one in MIDDLEWARE if one != 'django.middleware.csrf.CsrfViewMiddleware']";
  assert.equal(said('csrf/middleware-missing', list).severity, 'error');
  const api = "INSTALLED_APPS = ['django.contrib.sessions', 'rest_framework', 'shop']";
  assert.equal(said('csrf/middleware-missing', `${list}\n${api}`).severity, 'hint');
});

test('sessions in the memory of a process are an error, in one that drops them a hint', () => {
  const engine = "SESSION_ENGINE = 'django.contrib.sessions.backends.cache'";
  const cache = (backend: string): string =>
    `CACHES = {'default': {'BACKEND': 'django.core.cache.backends.${backend}'}}`;
  assert.equal(said('session/cache-volatile', `${engine}\n${cache('locmem.LocMemCache')}`).severity, 'error');
  assert.equal(said('session/cache-volatile', `${engine}\n${cache('memcached.PyLibMCCache')}`).severity, 'hint');
});
