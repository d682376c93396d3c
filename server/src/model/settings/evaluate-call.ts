import type { Call, Expr } from '../../syntax/python/nodes.ts';
import type { Location } from '../../text/location.ts';
import { callFunction } from './call-function.ts';
import { classAttribute, instantiate, superOf } from './class-values.ts';
import { configurationValue } from './configuration-values.ts';
import { newReader, readWithDecouple, readWithReader } from './environment-readers.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { callMethod } from './methods.ts';
import { asBoolean, joinPath, mapVariants, mergeDicts } from './operators.ts';
import type { Scope } from './scope.ts';
import { truth } from './truth.ts';
import { constant, type DictEntry, type DictValue, textValue, unknown, type Value, variablesOf } from './values.ts';

const builtins = new Set(
  (
    'int float bool str list tuple set frozenset dict sorted filter map len any all max min abs round sum range open zip enumerate ' +
    'print exit quit globals locals vars exec eval getattr setattr hasattr isinstance type super format repr reversed next iter ' +
    '__import__ Exception ImportError KeyError'
  ).split(' '),
);

export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}

/** The value of positional argument `index` or of the keyword; undefined when neither is given. */
export function argument(call: Call, index: number, keyword: string, scope: Scope): Value | undefined {
  const expr = argumentExpr(call, index, keyword);
  return expr === undefined ? undefined : valueFor(expr, scope);
}

export function argumentExpr(call: Call, index: number, keyword: string): Expr | undefined {
  const positional = call.args.slice(0, index + 1);
  const one = positional[index];
  if (one !== undefined && positional.every((arg) => arg.kind !== 'Starred')) return one;
  return call.keywords.find((given) => given.arg === keyword)?.value;
}

/** What a call gives: environment reads, builtins and methods of known values; all else is opaque. */
export function evaluateCall(call: Call, scope: Scope, at: Location): Internal {
  const { func } = call;
  if (func.kind === 'Attribute') {
    const base = evaluate(func.value, scope);
    if (base.kind === 'reader') return readWithReader(base, func.attr, call, scope, at);
    if (base.kind === 'symbol') return callSymbol(`${base.path}.${func.attr}`, call, scope, at);
    if (base.kind === 'module') return calledThing(evaluate(func, scope), call, scope, at);
    if (base.kind === 'class' || base.kind === 'instance' || base.kind === 'super')
      return calledThing(classAttribute(base, func.attr, scope, at), call, scope, at);
    if (isInternalOnly(base) && base.kind !== 'deferred') return opaque(undefined, call, scope, at);
    return mapVariants(toValue(base), at, (one) => callMethod(one, func.attr, call, scope, at));
  }
  return calledThing(evaluate(func, scope), call, scope, at);
}

function calledThing(callee: Internal, call: Call, scope: Scope, at: Location): Internal {
  if (callee.kind === 'reader') return readWithReader(callee, '', call, scope, at);
  if (callee.kind === 'symbol') return callSymbol(callee.path, call, scope, at);
  if (callee.kind === 'class') return instantiate(callee, call, scope, at);
  if (callee.kind === 'method') return callFunction(callee.function, callee.receiver, call, scope, at).value;
  return opaque(callee.kind === 'definition' ? callee.name : undefined, call, scope, at);
}

function opaque(callee: string | undefined, call: Call, scope: Scope, at: Location): Value {
  // Arguments are evaluated for what they assign (`:=`) and read: `sentry_sdk.init(dsn=os.environ['DSN'])`.
  for (const arg of call.args) evaluate(arg, scope);
  for (const { value } of call.keywords) evaluate(value, scope);
  return { kind: 'call', callee, at };
}

function callSymbol(path: string, call: Call, scope: Scope, at: Location): Internal {
  if (path.startsWith('builtins.')) return callBuiltin(path.slice('builtins.'.length), call, scope, at);
  if (path.startsWith('os.path.')) return callPath(path.slice('os.path.'.length), call, scope, at);
  const configured = configurationValue(path, call, scope, at);
  if (configured !== undefined) return configured;
  const reader = newReader(path, call, scope, at);
  if (reader !== undefined) return reader;
  switch (path) {
    case 'os.getenv':
    case 'os.environ.get':
    case 'os.environ.pop':
    case 'os.environ.setdefault':
      return readEnvironment(path, call, scope, at);
    case 'decouple.config':
      return readWithDecouple(call, scope, at);
    case 'pathlib.Path':
    case 'pathlib.PurePath':
      return newPath(call, scope, at);
    case 'copy.deepcopy':
    case 'copy.copy':
      return argument(call, 0, 'x', scope) ?? unknown(at);
    case 'json.loads':
    case 'ast.literal_eval':
      return cast(argument(call, 0, 's', scope), 'json', at);
    default:
      if (/(^|\.)(strtobool|str2bool|str_to_bool)$/.test(path))
        return strictBoolean(argument(call, 0, 'val', scope), at);
      return opaque(path, call, scope, at);
  }
}

function readEnvironment(path: string, call: Call, scope: Scope, at: Location): Value {
  const name = argument(call, 0, 'key', scope);
  const given = argument(call, 1, 'default', scope);
  const variable = name === undefined ? undefined : textValue(name);
  const raises = path === 'os.environ.pop' && given === undefined;
  const isKnown = variable !== undefined && scope.names.known.has(variable);
  const fallback = raises || isKnown ? undefined : (given ?? constant(null, at));
  return { kind: 'environment', variable, cast: 'string', fallback, at };
}

/** The same variable under another cast; the fallback is converted where `convert` can, else unknown. */
function cast(
  value: Value | undefined,
  to: 'json' | 'integer' | 'number' | 'unknown' | 'url',
  at: Location,
  convert: (fallback: Value) => Value = () => unknown(at),
): Value {
  if (value?.kind !== 'environment') return unknown(at, value === undefined ? [] : variablesOf(value));
  return { ...value, cast: to, fallback: value.fallback === undefined ? undefined : convert(value.fallback), at };
}

/** `strtobool` and its likes, which know the usual words. */
export function strictBoolean(value: Value | undefined, at: Location): Value {
  if (value === undefined) return unknown(at);
  return mapVariants(value, at, (one) => {
    if (one.kind === 'environment') return asBoolean(one, at, (fallback) => strictBoolean(fallback, at));
    if (one.kind !== 'constant') return unknown(at, variablesOf(one));
    if (typeof one.value !== 'string') return constant(truth(one) === true, at);
    const word = one.value.trim().toLowerCase();
    if (['y', 'yes', 't', 'true', 'on', '1'].includes(word)) return constant(true, at);
    return ['n', 'no', 'f', 'false', 'off', '0', ''].includes(word) ? constant(false, at) : unknown(at);
  });
}

function callBuiltin(name: string, call: Call, scope: Scope, at: Location): Internal {
  const first = argument(call, 0, '', scope);
  switch (name) {
    case 'int':
    case 'float':
      return first === undefined ? constant(0, at) : mapVariants(first, at, (one) => toNumber(one, name, at));
    case 'bool':
      return first === undefined ? constant(false, at) : mapVariants(first, at, (one) => toBoolean(one, at));
    case 'str':
      return first?.kind === 'constant' && typeof first.value === 'number'
        ? constant(String(first.value), at)
        : (first ?? constant('', at));
    case 'list':
    case 'tuple':
    case 'set':
    case 'sorted':
    case 'frozenset':
      return toSequence(name, first, at);
    case 'dict':
      return toDict(call, first, scope, at);
    case 'super':
      return superOf(call, scope, at);
    case 'filter':
      return filtered(argument(call, 1, '', scope), at);
    case 'map':
      return mapped(argument(call, 1, '', scope), at);
    default:
      return opaque(name, call, scope, at);
  }
}

function toNumber(value: Value, name: 'int' | 'float', at: Location): Value {
  if (value.kind === 'environment')
    return value.cast === 'boolean'
      ? value
      : cast(value, name === 'int' ? 'integer' : 'number', at, (one) => toNumber(one, name, at));
  if (value.kind !== 'constant' || value.value === null) return unknown(at, variablesOf(value));
  const number =
    typeof value.value === 'string' ? Number(value.value.replaceAll('_', '').trim() || 'x') : Number(value.value);
  if (!Number.isFinite(number)) return unknown(at);
  return constant(name === 'int' ? Math.trunc(number) : number, at);
}

function toBoolean(value: Value, at: Location): Value {
  const known = truth(value);
  if (known !== undefined) return constant(known, at);
  if (value.kind !== 'environment') return unknown(at, variablesOf(value));
  const test = asBoolean(value, at, (fallback) => fallback);
  // `bool()` of a text is true for every word, `'False'` included.
  return value.cast === 'string' ? { ...test, cast: 'truthiness' } : test;
}

function toSequence(name: string, first: Value | undefined, at: Location): Value {
  const bracket = name === 'tuple' ? 'tuple' : name === 'set' || name === 'frozenset' ? 'set' : 'list';
  if (first === undefined) return { kind: 'sequence', bracket, elements: [], at };
  return mapVariants(first, at, (one) => {
    if (one.kind === 'environment') return { ...one, at };
    if (one.kind !== 'sequence') return unknown(at, variablesOf(one));
    // The order of a set or of sorted text is not that of the source.
    if (name === 'sorted' && one.elements.length > 1) return unknown(at);
    return { ...one, bracket, at };
  });
}

function toDict(call: Call, first: Value | undefined, scope: Scope, at: Location): Value {
  const entries: DictEntry[] = [];
  const empty: DictValue = { kind: 'dict', entries: [], open: false, at };
  let result = first === undefined ? empty : mergeDicts(empty, first, at);
  for (const { arg, value, argStart } of call.keywords) {
    if (arg === null) result = mergeDicts(result, valueFor(value, scope), at);
    else {
      const keyAt = { file: scope.file, span: { start: argStart, end: argStart + arg.length } };
      entries.push({ key: arg, keyAt, value: valueFor(value, scope), guard: undefined });
    }
  }
  return mergeDicts(result, { ...empty, entries }, at);
}

function filtered(value: Value | undefined, at: Location): Value {
  if (value?.kind === 'environment' && value.cast === 'split') return { ...value, cast: 'list', at };
  return unknown(at, value === undefined ? [] : variablesOf(value));
}

function mapped(value: Value | undefined, at: Location): Value {
  if (value?.kind === 'environment' && (value.cast === 'split' || value.cast === 'list')) return { ...value, at };
  return unknown(at, value === undefined ? [] : variablesOf(value));
}

function newPath(call: Call, scope: Scope, at: Location): Value {
  const [first, ...rest] = call.args;
  if (first === undefined) return unknown(at);
  let path = pathOf(first, scope, at);
  for (const part of rest) path = path.kind === 'path' ? joinPath(path.path, valueFor(part, scope), at) : path;
  return path;
}

/** `__file__` is the only way into the root. */
function pathOf(expr: Expr, scope: Scope, at: Location): Value {
  if (expr.kind === 'Name' && expr.id === '__file__') return { kind: 'path', path: scope.file, at };
  const value = toValue(evaluate(expr, scope));
  return value.kind === 'path' ? value : unknown(at, variablesOf(value));
}

function callPath(name: string, call: Call, scope: Scope, at: Location): Value {
  const [first, ...rest] = call.args;
  if (first === undefined) return unknown(at);
  const path = pathOf(first, scope, at);
  if (path.kind !== 'path') return path;
  switch (name) {
    case 'abspath':
    case 'realpath':
    case 'normpath':
      return path;
    case 'dirname':
      return joinPath(path.path, constant('..', at), at);
    case 'join': {
      let joined: Value = path;
      for (const part of rest) if (joined.kind === 'path') joined = joinPath(joined.path, valueFor(part, scope), at);
      return joined;
    }
    default:
      return unknown(at);
  }
}
