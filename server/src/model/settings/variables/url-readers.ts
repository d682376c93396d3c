import type { Call } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { argument } from '../evaluate/evaluate-call.ts';
import { valueFor } from '../evaluate/evaluate-expression.ts';
import { mapVariants } from '../evaluate/operators.ts';
import { locate, type Scope } from '../evaluate/scope.ts';
import { constant, type DictEntry, textValue, unknown, type Value, variablesOf } from '../values.ts';
import { readVariable } from './process-environment.ts';
import { keysOf, type ServiceKind, settingsOfScheme, settingsOfUrl } from './service-urls.ts';
import { noteUrl } from './variable-reads.ts';

/** Packages with `config()`, which reads a variable, and `parse(url)`. */
const packages: {
  readonly [name: string]: { readonly kind: ServiceKind; readonly variable: string; readonly unset: string | null };
} = {
  dj_database_url: { kind: 'database', variable: 'DATABASE_URL', unset: null },
  dj_email_url: { kind: 'email', variable: 'EMAIL_URL', unset: null },
  django_cache_url: { kind: 'cache', variable: 'CACHE_URL', unset: 'locmem://' },
};

const parsers: { readonly [path: string]: ServiceKind } = {
  'environ.Env.db_url_config': 'database',
  'environ.Env.cache_url_config': 'cache',
  'environ.Env.email_url_config': 'email',
};

/** `dj_database_url.config(default=…)`, `dj_database_url.parse(url)` and their kin; undefined for any other function. */
export function callUrlReader(path: string, call: Call, scope: Scope, at: Location): Value | undefined {
  const dot = path.lastIndexOf('.');
  const [name, method] = [path.slice(0, dot), path.slice(dot + 1)];
  const known = Object.hasOwn(packages, name) ? packages[name] : undefined;
  const parses = Object.hasOwn(parsers, path) ? parsers[path] : method === 'parse' ? known?.kind : undefined;
  if (parses !== undefined) {
    const url = argument(call, 0, 'url', scope) ?? unknown(at);
    return serviceSettings(parses, url, connectionOptions(parses, call, scope, at), at);
  }
  if (known === undefined || method !== 'config') return undefined;
  const named = argument(call, 0, 'env', scope);
  const variable = named === undefined ? known.variable : textValue(named);
  const fallback = argument(call, 1, 'default', scope) ?? constant(known.unset, at);
  const url = readVariable(variable, fallback, scope, at);
  if (url.kind === 'environment') noteUrl(url, scope);
  return serviceSettings(known.kind, url, connectionOptions(known.kind, call, scope, at), at);
}

/** What a URL gives as settings: a dict whose entries are as certain as the URL is, with `given` laid over it. */
export function serviceSettings(kind: ServiceKind, url: Value, given: readonly DictEntry[], at: Location): Value {
  return mapVariants(url, at, (one) => {
    const settings = settingsFrom(kind, one, at);
    const names = new Set(given.map((entry) => entry.key));
    const entries = [...settings]
      .filter(([key]) => !names.has(key))
      .map(([key, value]): DictEntry => ({ key, keyAt: at, value, guard: undefined }));
    return { kind: 'dict', entries: [...entries, ...given], open: one.kind !== 'constant', at };
  });
}

function settingsFrom(kind: ServiceKind, url: Value, at: Location): ReadonlyMap<string, Value> {
  if (url.kind === 'constant' && typeof url.value === 'string') {
    const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(url.value)?.[0] ?? '';
    return settingsOfUrl(kind, url.value, url.at) ?? settingsOfScheme(kind, scheme, url.at);
  }
  if (url.kind === 'unknown' && url.scheme !== undefined) return settingsOfScheme(kind, url.scheme, url.at);
  if (url.kind !== 'environment') return new Map(keysOf[kind].map((key) => [key, unknown(at, variablesOf(url))]));
  const isUnset = url.fallback?.kind === 'constant' && (url.fallback.value === null || url.fallback.value === '');
  const fallbacks = url.fallback === undefined || isUnset ? undefined : settingsFrom(kind, url.fallback, at);
  return new Map(
    keysOf[kind].map((key) => {
      const own = fallbacks?.get(key) ?? (isUnset ? { kind: 'absent' as const, at } : undefined);
      return [key, { kind: 'environment', variable: url.variable, cast: 'url', fallback: own, at }];
    }),
  );
}

/** What a call sets beside the URL, whatever that is: `conn_max_age=600`, `ssl_require=True`, `engine='…'`. */
export function connectionOptions(kind: ServiceKind, call: Call, scope: Scope, at: Location): readonly DictEntry[] {
  if (kind !== 'database') return [];
  const names: { readonly [keyword: string]: string } = {
    conn_max_age: 'CONN_MAX_AGE',
    conn_health_checks: 'CONN_HEALTH_CHECKS',
    disable_server_side_cursors: 'DISABLE_SERVER_SIDE_CURSORS',
    engine: 'ENGINE',
  };
  return call.keywords.flatMap((one): readonly DictEntry[] => {
    if (one.arg === null) return [];
    const keyAt = { file: scope.file, span: { start: one.argStart, end: one.argStart + one.arg.length } };
    const value = valueFor(one.value, scope);
    if (one.arg === 'ssl_require') {
      if (value.kind !== 'constant' || value.value === false) return [];
      const mode = { key: 'sslmode', keyAt, value: constant('require', locate(scope, one.value)), guard: undefined };
      return [{ key: 'OPTIONS', keyAt, value: { kind: 'dict', entries: [mode], open: true, at }, guard: undefined }];
    }
    const key = Object.hasOwn(names, one.arg) ? names[one.arg] : undefined;
    const isUnset = one.arg === 'engine' && value.kind === 'constant' && value.value === null;
    return key === undefined || isUnset ? [] : [{ key, keyAt, value, guard: undefined }];
  });
}
