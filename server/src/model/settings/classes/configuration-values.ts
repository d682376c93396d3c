// The `values` of django-configurations: which variable each reads, how, and what it is without.
// Must not know classes; class-settings.ts gives each value its name. Source: configurations/values.py of release 2.5.
import type { Call } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { argument } from '../evaluate/evaluate-call.ts';
import type { DeferredValue, Internal } from '../evaluate/internal-values.ts';
import { mapVariants } from '../evaluate/operators.ts';
import type { Scope } from '../evaluate/scope.ts';
import { truth } from '../truth.ts';
import { type Cast, constant, type SequenceValue, textValue, unknown, type Value, variablesOf } from '../values.ts';

const casts: { readonly [name: string]: Cast } = {
  Value: 'string',
  BooleanValue: 'boolean',
  IntegerValue: 'integer',
  PositiveIntegerValue: 'integer',
  FloatValue: 'number',
  DecimalValue: 'number',
  ListValue: 'list',
  TupleValue: 'list',
  SetValue: 'list',
  BackendsValue: 'list',
  SingleNestedListValue: 'unknown',
  SingleNestedTupleValue: 'unknown',
  DictValue: 'json',
  EmailValue: 'string',
  URLValue: 'string',
  IPValue: 'string',
  RegexValue: 'string',
  PathValue: 'string',
  SecretValue: 'string',
};

/** Values that parse a URL read a variable of their own, without prefix. */
const urls: { readonly [name: string]: string } = {
  DatabaseURLValue: 'DATABASE_URL',
  CacheURLValue: 'CACHE_URL',
  SearchURLValue: 'SEARCH_URL',
  EmailURLValue: 'EMAIL_URL',
};

const ofEmailUrl = (
  'EMAIL_BACKEND EMAIL_HOST EMAIL_PORT EMAIL_HOST_USER EMAIL_HOST_PASSWORD EMAIL_FILE_PATH EMAIL_USE_TLS EMAIL_USE_SSL ' +
  'EMAIL_TIMEOUT SERVER_EMAIL DEFAULT_FROM_EMAIL'
).split(' ');

const module = 'configurations.values.';

/** `values.BooleanValue(True)`; undefined when the call makes no value. */
export function configurationValue(path: string, call: Call, scope: Scope, at: Location): Internal | undefined {
  if (!path.startsWith(module)) return undefined;
  const kind = path.slice(module.length);
  const isUrl = Object.hasOwn(urls, kind);
  if (!isUrl && !Object.hasOwn(casts, kind)) return undefined;
  // What is spread may be any option.
  if (call.keywords.some((one) => one.arg === null) || call.args.some((one) => one.kind === 'Starred'))
    return unknown(at);
  const environ = argument(call, 1, 'environ', scope);
  const reads = environ === undefined || kind === 'SecretValue' ? true : truth(environ);
  const name = nameIn(argument(call, 2, 'environ_name', scope), isUrl ? urls[kind] : undefined);
  const prefix = nameIn(argument(call, 3, 'environ_prefix', scope), isUrl ? '' : 'DJANGO');
  const isLate = isUrl || truth(argument(call, 99, 'late_binding', scope) ?? constant(false, at)) === true;
  if (reads === undefined || name === null || prefix === null) return unknown(at);
  const fallback = fallbackOf(kind, call, scope, at);
  const read = (setting: string): Value => {
    if (!reads) return fallback ?? unknown(at);
    const variable = `${prefix === undefined || prefix === '' ? '' : `${prefix.replace(/_$/, '')}_`}${name ?? setting.toUpperCase()}`;
    return isUrl
      ? fromUrl(kind, variable, call, scope, at)
      : { kind: 'environment', variable, cast: casts[kind] ?? 'unknown', fallback, at };
  };
  // With a name of its own a value is made at once and is never seen as an object.
  const isReady = reads ? name !== undefined : fallback !== undefined && truth(fallback) === true;
  if (isReady && !isLate) return read('');
  const deferred: DeferredValue = {
    kind: 'deferred',
    read,
    plain: fallback ?? unknown(at),
    others: kind === 'EmailURLValue' ? ofEmailUrl : [],
    at,
  };
  return deferred;
}

/** The text of a name; undefined for none, null when it is not known. */
function nameIn(value: Value | undefined, otherwise: string | undefined): string | undefined | null {
  if (value === undefined) return otherwise;
  if (value.kind === 'constant' && value.value === null) return undefined;
  return textValue(value) ?? null;
}

/** What the value is while its variable is unset; undefined where it then raises. */
function fallbackOf(kind: string, call: Call, scope: Scope, at: Location): Value | undefined {
  const required = argument(call, 4, 'environ_required', scope);
  if (kind === 'SecretValue' || (required !== undefined && truth(required) === true)) return undefined;
  const given = argument(call, 0, 'default', scope);
  const isNone = given === undefined || (given.kind === 'constant' && given.value === null);
  const bracket = kind.includes('Tuple') ? 'tuple' : kind.startsWith('Set') ? 'set' : 'list';
  if (kind.startsWith('SingleNested') && !isNone) return given;
  if (casts[kind] === 'list' || kind.startsWith('SingleNested')) {
    if (isNone) return { kind: 'sequence', bracket, elements: [], at };
    if (call.keywords.some((one) => one.arg === 'converter')) return unknown(at, variablesOf(given));
    return mapVariants(given, at, (one) => (one.kind === 'sequence' ? withBracket(one, bracket) : unknown(at)));
  }
  if (isNone) return kind === 'DictValue' ? { kind: 'dict', entries: [], open: false, at } : constant(null, at);
  return required === undefined || truth(required) === false ? given : unknown(at, variablesOf(given));
}

function withBracket(list: SequenceValue, bracket: SequenceValue['bracket']): SequenceValue {
  return { ...list, bracket };
}

/** `{'default': …}` of a URL; without one there is no entry, and nothing works. */
function fromUrl(kind: string, variable: string, call: Call, scope: Scope, at: Location): Value {
  const given = argument(call, 0, 'default', scope);
  const isNone = given === undefined || (given.kind === 'constant' && given.value === null);
  const fallback = isNone ? undefined : unknown(at, variablesOf(given));
  const url: Value = { kind: 'environment', variable, cast: 'url', fallback, at };
  if (kind === 'EmailURLValue') return url;
  const alias = argument(call, 99, 'alias', scope);
  const key = alias === undefined ? 'default' : textValue(alias);
  if (key === undefined) return { kind: 'dict', entries: [], open: true, at };
  return { kind: 'dict', entries: [{ key, keyAt: at, value: url, guard: undefined }], open: false, at };
}
