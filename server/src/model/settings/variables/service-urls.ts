// What the URL of a database, cache or mail server means to dj-database-url, dj-email-url, django-cache-url and django-environ: facts of these
// libraries (dj-database-url 3.1, django-environ 0.14), as far as they agree. No evaluation. Look next at url-readers.ts.
import type { Location } from '../../../text/location.ts';
import { constant, unknown, type Value } from '../values.ts';

export type ServiceKind = 'database' | 'cache' | 'email';

/** The settings that a URL of each kind gives, always all of them. */
export const keysOf: { readonly [Kind in ServiceKind]: readonly string[] } = {
  database: ['ENGINE', 'NAME', 'USER', 'PASSWORD', 'HOST', 'PORT'],
  cache: ['BACKEND', 'LOCATION'],
  email: ['EMAIL_BACKEND', 'EMAIL_HOST', 'EMAIL_PORT', 'EMAIL_HOST_USER', 'EMAIL_HOST_PASSWORD'],
};

const engines: { readonly [scheme: string]: string } = {
  postgres: 'django.db.backends.postgresql',
  postgresql: 'django.db.backends.postgresql',
  pgsql: 'django.db.backends.postgresql',
  psql: 'django.db.backends.postgresql',
  postgis: 'django.contrib.gis.db.backends.postgis',
  mysql: 'django.db.backends.mysql',
  mysql2: 'django.db.backends.mysql',
  mysqlgis: 'django.contrib.gis.db.backends.mysql',
  sqlite: 'django.db.backends.sqlite3',
  spatialite: 'django.contrib.gis.db.backends.spatialite',
  oracle: 'django.db.backends.oracle',
  redshift: 'django_redshift_backend',
};

/** Which class serves `redis://` depends on what else is installed. */
const caches: { readonly [scheme: string]: string } = {
  dbcache: 'django.core.cache.backends.db.DatabaseCache',
  db: 'django.core.cache.backends.db.DatabaseCache',
  dummycache: 'django.core.cache.backends.dummy.DummyCache',
  dummy: 'django.core.cache.backends.dummy.DummyCache',
  filecache: 'django.core.cache.backends.filebased.FileBasedCache',
  file: 'django.core.cache.backends.filebased.FileBasedCache',
  locmemcache: 'django.core.cache.backends.locmem.LocMemCache',
  locmem: 'django.core.cache.backends.locmem.LocMemCache',
};

const mailers: { readonly [scheme: string]: string } = {
  smtp: 'smtp',
  smtps: 'smtp',
  'smtp+tls': 'smtp',
  'smtp+ssl': 'smtp',
  submission: 'smtp',
  consolemail: 'console',
  console: 'console',
  filemail: 'filebased',
  file: 'filebased',
  memorymail: 'locmem',
  memory: 'locmem',
  dummymail: 'dummy',
  dummy: 'dummy',
};

/** The backend that a scheme chooses; undefined when it is not known. */
function backendOf(kind: ServiceKind, scheme: string): string | undefined {
  const table = kind === 'database' ? engines : kind === 'cache' ? caches : mailers;
  const found = Object.hasOwn(table, scheme) ? table[scheme] : undefined;
  return kind === 'email' && found !== undefined ? `django.core.mail.backends.${found}.EmailBackend` : found;
}

/** The settings that are certain when no more than the scheme of the URL is. */
export function settingsOfScheme(kind: ServiceKind, scheme: string, at: Location): ReadonlyMap<string, Value> {
  const settings = new Map<string, Value>(keysOf[kind].map((key) => [key, unknown(at)]));
  const backend = backendOf(kind, scheme);
  const [key] = keysOf[kind];
  if (backend !== undefined && key !== undefined) settings.set(key, constant(backend, at));
  return settings;
}

const urlShape =
  /^([a-z][a-z0-9+.-]*):(?:\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::(\d+))?)?(\/[^?#]*)?(?:\?([^#]*))?$/i;

/** The settings that a URL gives; undefined when it is none. */
export function settingsOfUrl(kind: ServiceKind, url: string, at: Location): ReadonlyMap<string, Value> | undefined {
  const parts = urlShape.exec(url);
  if (parts === null) return undefined;
  const [, scheme = '', user = '', password = '', host = '', port = '', path = '', query = ''] = parts;
  const settings = new Map(settingsOfScheme(kind, scheme.toLowerCase(), at));
  const set = (key: string, value: string | number): void => {
    settings.set(key, constant(value, at));
  };
  const portNumber = port === '' ? '' : Number(port);
  if (kind === 'database') {
    const isFile = scheme === 'sqlite' || scheme === 'spatialite';
    const name = decoded(path.slice(1));
    set('NAME', isFile && name === '' ? ':memory:' : name);
    for (const [key, text] of Object.entries({ USER: user, PASSWORD: password, HOST: host }))
      set(key, isFile ? '' : decoded(text));
    set('PORT', isFile ? '' : portNumber);
    if (query !== '') settings.set('OPTIONS', optionsOf(query, at));
  } else if (kind === 'email') {
    for (const [key, text] of Object.entries({ HOST_USER: user, HOST_PASSWORD: password, HOST: host }))
      set(`EMAIL_${key}`, decoded(text));
    if (port !== '') set('EMAIL_PORT', portNumber);
    if (/^(smtps|smtp\+tls|submission)$/.test(scheme)) settings.set('EMAIL_USE_TLS', constant(true, at));
    if (scheme === 'smtp+ssl') settings.set('EMAIL_USE_SSL', constant(true, at));
  } else if (/^rediss?$/.test(scheme) && query === '') set('LOCATION', url);
  return settings;
}

function optionsOf(query: string, at: Location): Value {
  const entries = query.split('&').map((pair) => {
    const [key = '', value = ''] = pair.split('=').map(decoded);
    return { key, keyAt: at, value: constant(value, at), guard: undefined };
  });
  return { kind: 'dict', entries, open: false, at };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
