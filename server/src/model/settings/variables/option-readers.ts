// Reads by python-decouple (3.8) and starlette's Config (1.10): `config('X', default=…, cast=…)`. Both send the default through the cast too.
import type { Call, Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { applyCallable } from '../evaluate/apply-callable.ts';
import { strictBoolean } from '../evaluate/casts.ts';
import { argument, argumentExpr } from '../evaluate/evaluate-call.ts';
import { evaluate } from '../evaluate/evaluate-expression.ts';
import type { Scope } from '../evaluate/scope.ts';
import { constant, type EnvironmentValue, textValue, unknown, type Value, variablesOf } from '../values.ts';

/** One read; `prefix` is undefined when it is not known. */
export function readOption(
  library: 'decouple' | 'starlette',
  prefix: string | undefined,
  call: Call,
  scope: Scope,
  at: Location,
): Value {
  const isStarlette = library === 'starlette';
  const name = argument(call, 0, isStarlette ? 'key' : 'option', scope);
  const text = name === undefined ? undefined : textValue(name);
  const variable = text === undefined || prefix === undefined ? undefined : `${prefix}${text}`;
  const given = argument(call, isStarlette ? 2 : 1, 'default', scope);
  const isKnown = variable !== undefined && scope.names.known.has(variable);
  const fallback = isKnown ? undefined : given;
  const read: EnvironmentValue = {
    kind: 'environment',
    variable,
    cast: 'string',
    fallback,
    at,
    read: { library, fallback, at },
  };
  const cast = argumentExpr(call, isStarlette ? 1 : 2, 'cast');
  if (cast === undefined || cast.kind === 'NoneLit') return read;
  const isUncast = isStarlette && given?.kind === 'constant' && given.value === null;
  const value = castBy(cast, isUncast ? { ...read, fallback: undefined } : read, scope, at);
  return isUncast && value.kind === 'environment' ? { ...value, fallback: given } : value;
}

function castBy(cast: Expr, read: EnvironmentValue, scope: Scope, at: Location): Value {
  const type = evaluate(cast, scope);
  const made =
    type.kind === 'call' || type.kind === 'symbol' ? (type.kind === 'call' ? type.callee : type.path) : undefined;
  switch (made) {
    case 'builtins.bool':
      return strictBoolean(read, at);
    case 'decouple.Csv':
      return separated(read, cast.kind === 'Call' ? cast : undefined, scope, at);
    case 'starlette.datastructures.CommaSeparatedStrings':
      return separated(read, undefined, scope, at);
    case 'starlette.datastructures.Secret':
    case 'starlette.datastructures.URL':
    case 'decouple.Choices':
      return read;
    default: {
      const result = applyCallable(type, read, scope, at);
      const isOpaque = result === undefined || result.kind === 'unknown' || result.kind === 'call';
      return isOpaque
        ? { ...read, cast: 'unknown', fallback: read.fallback === undefined ? undefined : unknown(at) }
        : result;
    }
  }
}

/** `Csv(cast=int, post_process=tuple)`: blank parts are dropped, so that an empty text gives an empty list. */
function separated(read: EnvironmentValue, csv: Call | undefined, scope: Scope, at: Location): Value {
  const fallback = read.fallback === undefined ? undefined : partsOf(read.fallback, csv, scope, at);
  return { ...read, cast: 'list', fallback, at };
}

function partsOf(fallback: Value, csv: Call | undefined, scope: Scope, at: Location): Value {
  const isNone = fallback.kind === 'constant' && fallback.value === null;
  const text = isNone ? '' : textValue(fallback);
  const by = csv === undefined ? undefined : argument(csv, 1, 'delimiter', scope);
  const delimiter = by === undefined ? ',' : textValue(by);
  // Quotes and backslashes have a meaning of their own there.
  if (text === undefined || !delimiter || /["'\\]/.test(text)) return unknown(at, variablesOf(fallback));
  const type = csv === undefined ? undefined : argumentExpr(csv, 0, 'cast');
  const process = csv === undefined ? undefined : argumentExpr(csv, 3, 'post_process');
  const parts = text.split(delimiter).map((part) => part.trim());
  const elements = parts
    .filter((part) => part !== '')
    .map((part) => constant(part, fallback.at))
    .map((part) => (type === undefined ? part : (applyCallable(evaluate(type, scope), part, scope, at) ?? unknown(at))))
    .map((value) => ({ value, many: false, guard: undefined, at: fallback.at }));
  const list: Value = { kind: 'sequence', bracket: 'list', elements, at: fallback.at };
  return process === undefined ? list : (applyCallable(evaluate(process, scope), list, scope, at) ?? unknown(at));
}
