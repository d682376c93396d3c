import type { Call } from '../../syntax/python/nodes.ts';
import type { Location } from '../../text/location.ts';
import { argument, argumentExpr, strictBoolean } from './evaluate-call.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import type { ReaderLibrary, ReaderValue } from './internal-values.ts';
import type { Scope } from './scope.ts';
import { type Cast, constant, textValue, unknown, type Value } from './values.ts';

const readerClasses: { readonly [path: string]: ReaderLibrary } = {
  'environ.Env': 'environ',
  'environ.FileAwareEnv': 'environ',
  'environs.Env': 'environs',
  'environs.FileAwareEnv': 'environs',
  'decouple.AutoConfig': 'decouple',
  'decouple.Config': 'decouple',
};

/** A reader when the call makes one: `environ.Env(DEBUG=(bool, False))`, `environs.Env()`. */
export function newReader(path: string, call: Call, scope: Scope, at: Location): ReaderValue | undefined {
  const library = Object.hasOwn(readerClasses, path) ? readerClasses[path] : undefined;
  if (library === undefined) return undefined;
  const schema = new Map<string, { cast: string; fallback: Value | undefined }>();
  for (const { arg, value } of call.keywords) {
    if (arg === null) continue;
    const isPair = value.kind === 'Tuple' && value.elts.length === 2;
    const [type, fallback] = isPair ? value.elts : [value];
    if (type === undefined) continue;
    schema.set(arg, {
      cast: castName(evaluate(type, scope)),
      fallback: fallback === undefined ? undefined : valueFor(fallback, scope),
    });
  }
  return { kind: 'reader', library, schema, at };
}

function castName(type: { readonly kind: string; readonly path?: string }): string {
  return type.kind === 'symbol' && type.path?.startsWith('builtins.') === true
    ? type.path.slice('builtins.'.length)
    : '';
}

const casts: { readonly [method: string]: Cast } = {
  '': 'string',
  str: 'string',
  unicode: 'string',
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
  url: 'url',
  path: 'string',
};

/** URL methods read a variable of their own when unnamed (django-environ, environs). */
const namedByMethod: { readonly [method: string]: string } = {
  db: 'DATABASE_URL',
  db_url: 'DATABASE_URL',
  dj_db_url: 'DATABASE_URL',
  cache: 'CACHE_URL',
  cache_url: 'CACHE_URL',
  dj_cache_url: 'CACHE_URL',
  email: 'EMAIL_URL',
  email_url: 'EMAIL_URL',
  dj_email_url: 'EMAIL_URL',
};

/** `env('X')`, `env.bool('X', default=False)`: a read by django-environ or environs. */
export function readWithReader(reader: ReaderValue, method: string, call: Call, scope: Scope, at: Location): Value {
  if (reader.library === 'decouple' && method === '') return readWithDecouple(call, scope, at);
  const ownVariable = Object.hasOwn(namedByMethod, method) ? namedByMethod[method] : undefined;
  const known = Object.hasOwn(casts, method) ? casts[method] : undefined;
  if (known === undefined && ownVariable === undefined)
    return { kind: 'call', callee: `${reader.library}.${method}`, at };
  const name = argument(call, 0, 'var', scope) ?? argument(call, 0, 'name', scope);
  const variable = name === undefined ? ownVariable : textValue(name);
  const declared = variable === undefined ? undefined : reader.schema.get(variable);
  // The second positional argument of `env(…)` itself is a cast, of `env.bool(…)` a default.
  const isPlain = method === '' || method === 'get_value';
  const given = isPlain ? keyword(call, 'default', scope) : argument(call, 1, 'default', scope);
  const castArgument = isPlain ? argumentExpr(call, 1, 'cast') : undefined;
  const schemaCast = declared === undefined ? undefined : casts[declared.cast];
  const asked = castArgument === undefined ? undefined : (casts[castName(evaluate(castArgument, scope))] ?? 'unknown');
  const fallback = given ?? declared?.fallback;
  const plain = isPlain ? (schemaCast ?? castByDefault(reader.library, fallback)) : undefined;
  const as: Cast = ownVariable !== undefined ? 'url' : (asked ?? plain ?? known ?? 'unknown');
  const isKnown = variable !== undefined && scope.names.known.has(variable);
  return { kind: 'environment', variable, cast: as, fallback: isKnown ? undefined : converted(fallback, as, at), at };
}

function keyword(call: Call, name: string, scope: Scope): Value | undefined {
  const given = call.keywords.find((one) => one.arg === name);
  return given === undefined ? undefined : valueFor(given.value, scope);
}

/** `env('X', default=False)`: django-environ casts to the type of the default. */
function castByDefault(library: ReaderLibrary, fallback: Value | undefined): Cast | undefined {
  if (library !== 'environ' || fallback === undefined) return undefined;
  if (fallback.kind === 'sequence') return 'list';
  if (fallback.kind !== 'constant' || fallback.value === null) return undefined;
  if (typeof fallback.value === 'boolean') return 'boolean';
  if (typeof fallback.value === 'number') return Number.isInteger(fallback.value) ? 'integer' : 'number';
  return undefined;
}

/** Libraries give a non-text default back as it is; a text one goes through the cast. */
function converted(fallback: Value | undefined, as: Cast, at: Location): Value | undefined {
  if (fallback === undefined) return undefined;
  // `env.NOTSET` and the like mean that there is no default.
  if (fallback.kind === 'unknown' && fallback.variables.length === 0) return unknown(at);
  if (as === 'boolean' && fallback.kind === 'constant' && typeof fallback.value === 'string')
    return strictBoolean(fallback, at);
  if (as === 'integer' && fallback.kind === 'constant' && typeof fallback.value === 'string') {
    const number = Number(fallback.value);
    return Number.isInteger(number) && fallback.value.trim() !== '' ? constant(number, at) : unknown(at);
  }
  if (
    as === 'url' ||
    ((as === 'list' || as === 'json') && fallback.kind === 'constant' && typeof fallback.value === 'string')
  )
    return unknown(at);
  return fallback;
}

/** `config('X', default=…, cast=…)` of python-decouple, whose `cast=bool` knows the usual words. */
export function readWithDecouple(call: Call, scope: Scope, at: Location): Value {
  const name = argument(call, 0, 'option', scope);
  const variable = name === undefined ? undefined : textValue(name);
  const given = argument(call, 1, 'default', scope);
  const castExpr = argumentExpr(call, 2, 'cast');
  let as: Cast = 'string';
  if (castExpr !== undefined) {
    const type = evaluate(castExpr, scope);
    const isCsv = type.kind === 'call' && type.callee === 'decouple.Csv';
    const named = castName(type);
    as = isCsv ? 'list' : named !== '' && Object.hasOwn(casts, named) ? (casts[named] ?? 'unknown') : 'unknown';
    if (castExpr.kind === 'Lambda') as = splitLambda(castExpr) ?? 'unknown';
  }
  return {
    kind: 'environment',
    variable,
    cast: as,
    fallback: given === undefined ? undefined : converted(given, as, at),
    at,
  };
}

/** `lambda v: v.split(',')` keeps empty parts; one with a filter does not. */
function splitLambda(lambda: Extract<Call['args'][number], { kind: 'Lambda' }>): Cast | undefined {
  const { body } = lambda;
  const filters = body.kind === 'ListComp' && body.generators.some((generator) => generator.ifs.length > 0);
  if (filters) return 'list';
  const source = body.kind === 'ListComp' && body.generators.length === 1 ? body.generators[0]?.iter : body;
  const isSplit = source?.kind === 'Call' && source.func.kind === 'Attribute' && source.func.attr === 'split';
  return isSplit && source.args.length > 0 ? 'split' : undefined;
}
