import type { Call, Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { constant, unknown, type Value, variablesOf } from '../values.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { toValue } from './internal-values.ts';
import { joinPath } from './operators.ts';
import type { Scope } from './scope.ts';

/** `Path(a, 'b')`, and django-environ's class of that name. */
export function newPath(call: Call, scope: Scope, at: Location): Value {
  const [first, ...rest] = call.args;
  if (first === undefined) return unknown(at);
  return joinedWith(pathOf(first, scope, at), rest, scope, at);
}

/** A path with texts joined to it: `a.joinpath('b', 'c')`. */
export function joinedWith(base: Value, parts: readonly Expr[], scope: Scope, at: Location): Value {
  let path = base;
  for (const part of parts) if (path.kind === 'path') path = joinPath(path.path, valueFor(part, scope), at);
  return path;
}

/** `__file__` is the only way into the root. */
function pathOf(expr: Expr, scope: Scope, at: Location): Value {
  if (expr.kind === 'Name' && expr.id === '__file__') return { kind: 'path', path: scope.file, at };
  const value = toValue(evaluate(expr, scope));
  return value.kind === 'path' ? value : unknown(at, variablesOf(value));
}

/** A function of `os.path` by its name. */
export function callPath(name: string, call: Call, scope: Scope, at: Location): Value {
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
    case 'basename':
      return constant(path.path.slice(path.path.lastIndexOf('/') + 1), at);
    case 'join':
      return joinedWith(path, rest, scope, at);
    default:
      return unknown(at);
  }
}
