// Reads by django-environ (0.14) and environs (15): `env.bool('X', False)`, schemas, prefixes.
// Look next at option-readers.ts (decouple, starlette) and process-environment.ts (`os.environ` itself).
import type { Call, Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { applyCallable } from '../evaluate/apply-callable.ts';
import { typeName } from '../evaluate/call-builtin.ts';
import { strictBoolean, toNumber } from '../evaluate/casts.ts';
import { argument, argumentExpr, keywordArgument } from '../evaluate/evaluate-call.ts';
import { evaluate, valueFor } from '../evaluate/evaluate-expression.ts';
import type { Internal, ReaderLibrary, ReaderValue } from '../evaluate/internal-values.ts';
import type { Scope } from '../evaluate/scope.ts';
import { truth } from '../truth.ts';
import { type Cast, constant, textValue, unknown, type Value } from '../values.ts';
import { readOption } from './option-readers.ts';
import type { ServiceKind } from './service-urls.ts';
import { connectionOptions, serviceSettings } from './url-readers.ts';
import { noteUrl } from './variable-reads.ts';

const readerClasses: { readonly [path: string]: ReaderLibrary } = {
  'environ.Env': 'environ',
  'environ.FileAwareEnv': 'environ',
  'environs.Env': 'environs',
  'environs.FileAwareEnv': 'environs',
  'decouple.AutoConfig': 'decouple',
  'decouple.Config': 'decouple',
  'starlette.config.Config': 'starlette',
};

/** A reader when the call makes one: `environ.Env(DEBUG=(bool, False))`, `environs.Env()`. */
export function newReader(path: string, call: Call, scope: Scope, at: Location): ReaderValue | undefined {
  const library = Object.hasOwn(readerClasses, path) ? readerClasses[path] : undefined;
  if (library === undefined) return undefined;
  const schema = new Map<string, { cast: string; fallback: Value | undefined }>();
  for (const { arg, value } of library === 'environ' ? call.keywords : []) {
    if (arg === null) continue;
    const isPair = value.kind === 'Tuple' && value.elts.length === 2;
    const [type, fallback] = isPair ? value.elts : [value];
    if (type === undefined) continue;
    schema.set(arg, {
      cast: castName(evaluate(type, scope)),
      fallback: fallback === undefined ? undefined : valueFor(fallback, scope),
    });
  }
  const named = keywordArgument(call, library === 'starlette' ? 'env_prefix' : 'prefix', scope);
  const prefix = library === 'environ' || named === undefined ? '' : textValue(named);
  return { kind: 'reader', library, schema, prefix, at };
}

/** The name of one of Python's types, `list` for `[str]`; `''` for anything else. */
function castName(type: Internal): string {
  if (type.kind === 'sequence') return type.bracket;
  if (type.kind === 'dict') return 'dict';
  return type.kind === 'symbol' && type.path.startsWith('builtins.') ? type.path.slice('builtins.'.length) : '';
}

const casts: { readonly [method: string]: Cast } = {
  '': 'string',
  str: 'string',
  unicode: 'string',
  bytes: 'unknown',
  get_value: 'string',
  bool: 'boolean',
  int: 'integer',
  float: 'number',
  decimal: 'number',
  list: 'list',
  tuple: 'list',
  set: 'list',
  json: 'json',
  dict: 'json',
  url: 'string',
  path: 'string',
};

/** Further methods of environs. */
const otherCasts = new Set(['date', 'datetime', 'time', 'timedelta', 'uuid', 'enum', 'log_level']);

/** URL methods: what they give, and the variable that django-environ reads when none is named. */
const services: { readonly [method: string]: { readonly kind: ServiceKind; readonly variable: string } } = {
  db: { kind: 'database', variable: 'DATABASE_URL' },
  db_url: { kind: 'database', variable: 'DATABASE_URL' },
  dj_db_url: { kind: 'database', variable: 'DATABASE_URL' },
  cache: { kind: 'cache', variable: 'CACHE_URL' },
  cache_url: { kind: 'cache', variable: 'CACHE_URL' },
  dj_cache_url: { kind: 'cache', variable: 'CACHE_URL' },
  email: { kind: 'email', variable: 'EMAIL_URL' },
  email_url: { kind: 'email', variable: 'EMAIL_URL' },
  dj_email_url: { kind: 'email', variable: 'EMAIL_URL' },
};

/** `env('X')`, `env.bool('X', default=False)`, `config('X')`: a read by the library that made the reader. */
export function readWithReader(reader: ReaderValue, method: string, call: Call, scope: Scope, at: Location): Value {
  const { library } = reader;
  if (library === 'decouple' || library === 'starlette')
    return method === '' || method === 'get'
      ? readOption(library, reader.prefix, call, scope, at)
      : { kind: 'call', callee: `${library}.${method}`, at };
  const service = Object.hasOwn(services, method) ? services[method] : undefined;
  const known = Object.hasOwn(casts, method) ? casts[method] : otherCasts.has(method) ? 'unknown' : undefined;
  if (known === undefined && service === undefined) return { kind: 'call', callee: `${library}.${method}`, at };
  const name = argument(call, 0, 'var', scope) ?? argument(call, 0, 'name', scope);
  const variable = prefixed(reader, name === undefined ? service?.variable : textValue(name));
  const declared = variable === undefined ? undefined : reader.schema.get(variable);
  const given = defaultOf(library, method, call, scope);
  const isKnown = variable !== undefined && scope.names.known.has(variable);
  const fallback = isKnown ? undefined : (given ?? declared?.fallback);
  const written = { library, fallback, at };
  const read = { kind: 'environment', variable, cast: 'string', fallback, at, read: written } as const;
  if (service !== undefined) {
    noteUrl(read, scope);
    return serviceSettings(service.kind, read, connectionOptions(service.kind, call, scope, at), at);
  }
  const isPlain = method === '' || method === 'get_value';
  const asked = isPlain && library === 'environ' ? argumentExpr(call, 1, 'cast') : undefined;
  if (asked !== undefined) return castAs(asked, read, scope, at);
  if (!isPlain)
    return { ...read, cast: known ?? 'unknown', fallback: fallbackOf(library, known ?? 'unknown', fallback, at) };
  // Without a cast django-environ takes that of the schema, or the type of the default.
  const byDefault = given === undefined || library === 'environs' ? '' : (typeName(given) ?? '');
  const cast = declared === undefined || declared.cast === '' ? byDefault : declared.cast;
  return { ...read, cast: casts[cast] ?? 'string' };
}

function prefixed(reader: ReaderValue, name: string | undefined): string | undefined {
  return name === undefined || reader.prefix === undefined ? undefined : `${reader.prefix}${name}`;
}

/** The default as given. What comes second in `env(…)` and `env.list(…)` of django-environ is a cast. */
function defaultOf(library: ReaderLibrary, method: string, call: Call, scope: Scope): Value | undefined {
  const isThird = library === 'environ' && ['', 'get_value', 'list', 'tuple', 'dict'].includes(method);
  const given = argument(call, isThird ? 2 : 1, 'default', scope);
  // `env.NOTSET` says that there is none.
  return given?.kind === 'symbol' && given.path.endsWith('.NOTSET') ? undefined : given;
}

function castAs(asked: Expr, read: Extract<Value, { kind: 'environment' }>, scope: Scope, at: Location): Value {
  const type = evaluate(asked, scope);
  const name = castName(type);
  const cast = Object.hasOwn(casts, name) && name !== '' ? casts[name] : undefined;
  if (cast !== undefined) return { ...read, cast };
  const result = applyCallable(type, { ...read, fallback: undefined }, scope, at);
  return result?.kind === 'environment' ? { ...result, fallback: read.fallback } : { ...read, cast: 'unknown' };
}

/** Both libraries give a default back as it is, a text too; older versions of environs sent a text through the cast. */
function fallbackOf(library: ReaderLibrary, cast: Cast, fallback: Value | undefined, at: Location): Value | undefined {
  if (library === 'environ' || fallback === undefined || textValue(fallback) === undefined || cast === 'string')
    return fallback;
  if (cast === 'boolean') {
    const meant = truth(strictBoolean(fallback, at));
    return meant !== undefined && meant === truth(fallback) ? constant(meant, at) : unknown(at);
  }
  return cast === 'integer' ? toNumber(fallback, 'integer', at) : unknown(at);
}
