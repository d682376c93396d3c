import type { Call, Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { classAttribute, instantiate } from '../classes/class-values.ts';
import { configurationValue } from '../classes/configuration-values.ts';
import { passwordsIn } from '../secret-values.ts';
import { textValue, unknown, type Value } from '../values.ts';
import { newReader, readWithReader } from '../variables/environment-readers.ts';
import { readOption } from '../variables/option-readers.ts';
import { callEnvironment } from '../variables/process-environment.ts';
import { callUrlReader } from '../variables/url-readers.ts';
import { callBuiltin } from './call-builtin.ts';
import { callFunction } from './call-function.ts';
import { castBySymbol } from './casts.ts';
import { newDuration } from './durations.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { callMethod } from './methods.ts';
import { takeFromPlace } from './mutate.ts';
import { mapVariants } from './operators.ts';
import { callPath, joinedWith, newPath } from './path-values.ts';
import { argumentsOf, callDefinition } from './project-functions.ts';
import type { Scope } from './scope.ts';
import { markChangedByCall } from './side-effects.ts';

/** The value of positional argument `index` or of the keyword; undefined when neither is given. */
export function argument(call: Call, index: number, keyword: string, scope: Scope): Value | undefined {
  const expr = argumentExpr(call, index, keyword);
  return expr === undefined ? undefined : valueFor(expr, scope);
}

/** As `argument`, the expression itself. */
export function argumentExpr(call: Call, index: number, keyword: string): Expr | undefined {
  const positional = call.args.slice(0, index + 1);
  const one = positional[index];
  if (one !== undefined && positional.every((arg) => arg.kind !== 'Starred')) return one;
  return call.keywords.find((given) => given.arg === keyword)?.value;
}

/** The value of a keyword that no position stands for. */
export function keywordArgument(call: Call, keyword: string, scope: Scope): Value | undefined {
  return argument(call, call.args.length, keyword, scope);
}

/** What a call gives: environment reads, builtins, functions of the project and methods of known values; all else is opaque. */
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
    const value = toValue(base);
    return (
      takeFromPlace(call, value, scope, at) ??
      mapVariants(value, at, (one) => callMethod(one, func.attr, call, scope, at))
    );
  }
  return calledThing(evaluate(func, scope), call, scope, at);
}

function calledThing(callee: Internal, call: Call, scope: Scope, at: Location): Internal {
  switch (callee.kind) {
    case 'reader':
      return readWithReader(callee, '', call, scope, at);
    case 'symbol':
      return callSymbol(callee.path, call, scope, at);
    case 'class':
      return instantiate(callee, call, scope, at);
    case 'method':
      return callFunction(callee.function, callee.receiver, call, scope, at).value;
    case 'definition':
      markChangedByCall(callee, call, scope);
      return callDefinition(callee, argumentsOf(call, scope), scope, at) ?? { kind: 'call', callee: callee.name, at };
    // `root('static')` with `root = environ.Path(…)`
    case 'path':
      return joinedWith(callee, call.args, scope, at);
    default:
      return opaque(undefined, call, scope, at);
  }
}

function opaque(callee: string | undefined, call: Call, scope: Scope, at: Location): Value {
  // Arguments are evaluated for what they assign (`:=`) and read: `sentry_sdk.init(dsn=os.environ['DSN'])`.
  const given = passwordsIn(
    [...call.args, ...call.keywords.map((one) => one.value)].map((one) => valueFor(one, scope)),
  );
  return given.length === 0 ? { kind: 'call', callee, at } : { kind: 'call', callee, given, at };
}

function callSymbol(path: string, call: Call, scope: Scope, at: Location): Internal {
  if (path.startsWith('builtins.')) {
    const name = path.slice('builtins.'.length);
    return callBuiltin(name, call, scope, at) ?? opaque(name, call, scope, at);
  }
  if (path.startsWith('os.path.')) return callPath(path.slice('os.path.'.length), call, scope, at);
  return (
    configurationValue(path, call, scope, at) ??
    newReader(path, call, scope, at) ??
    callEnvironment(path, call, scope, at) ??
    callUrlReader(path, call, scope, at) ??
    callLibrary(path, call, scope, at) ??
    opaque(path, call, scope, at)
  );
}

function callLibrary(path: string, call: Call, scope: Scope, at: Location): Internal | undefined {
  switch (path) {
    case 'decouple.config':
      return readOption('decouple', '', call, scope, at);
    case 'pathlib.Path':
    case 'pathlib.PurePath':
    case 'environ.Path':
      return newPath(call, scope, at);
    case 'copy.deepcopy':
    case 'copy.copy':
      return argument(call, 0, 'x', scope) ?? unknown(at);
    case 'split_settings.tools.optional':
      return { kind: 'call', callee: path, marked: argument(call, 0, 'filename', scope) ?? unknown(at), at };
    case 'datetime.timedelta':
      return newDuration(call, scope, at);
    case 'importlib.import_module':
      return importedModule(call, scope, at);
    default: {
      const [only] = call.args;
      return only === undefined ? undefined : castBySymbol(path, valueFor(only, scope), at);
    }
  }
}

function importedModule(call: Call, scope: Scope, at: Location): Internal | undefined {
  const name = argument(call, 0, 'name', scope);
  const text = name === undefined ? undefined : textValue(name);
  const file = text === undefined || text.startsWith('.') ? undefined : scope.loader.resolve(scope.file, 0, text);
  return file === undefined ? undefined : { kind: 'module', file, at };
}
