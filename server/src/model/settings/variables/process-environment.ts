// Reads and writes of `os.environ` itself, which every library reads from in the end.
// Look next at environment-readers.ts (the libraries) and namespace.ts (what a path knows of variables).
import type { Call } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { argument } from '../evaluate/evaluate-call.ts';
import type { Scope } from '../evaluate/scope.ts';
import { constant, textValue, unknown, type Value, variablesOf } from '../values.ts';

const methods = new Set(['get', 'pop', 'setdefault', '__getitem__']);

/** `os.getenv('X')`, `os.environ.get('X', d)`, `.pop`, `.setdefault`; undefined for any other function. */
export function callEnvironment(path: string, call: Call, scope: Scope, at: Location): Value | undefined {
  if (path === 'os.getenv') return callEnvironment('os.environ.get', call, scope, at);
  const prefix = 'os.environ.';
  const method = path.startsWith(prefix) ? path.slice(prefix.length) : '';
  if (!methods.has(method)) return undefined;
  const key = argument(call, 0, 'key', scope);
  const variable = key === undefined ? undefined : textValue(key);
  const given = argument(call, 1, 'default', scope);
  const isRequired = method === '__getitem__' || (method === 'pop' && given === undefined);
  const read = readVariable(variable, isRequired ? undefined : (given ?? constant(null, at)), scope, at);
  if (variable === undefined)
    return key === undefined || key.kind === 'constant' ? read : unknown(at, variablesOf(key));
  if (method === 'setdefault' && given !== undefined) setDefault(variable, given, scope);
  if (method === 'pop') scope.names.environment = new Map([...scope.names.environment, [variable, null]]);
  return read;
}

/** One variable, with what the module itself has given it before. */
export function readVariable(
  variable: string | undefined,
  fallback: Value | undefined,
  scope: Scope,
  at: Location,
): Value {
  const own = variable === undefined ? undefined : scope.names.environment.get(variable);
  if (own === null) return fallback ?? unknown(at);
  if (own?.always === true) return own.value;
  const isSet = variable !== undefined && scope.names.known.has(variable);
  const written = isSet ? undefined : (own?.value ?? fallback);
  const read = { library: 'os', fallback: written, at } as const;
  return { kind: 'environment', variable, cast: 'string', fallback: written, at, read };
}

/** `os.environ.setdefault('X', value)` */
function setDefault(variable: string, value: Value, scope: Scope): void {
  if (scope.names.environment.has(variable)) return;
  scope.names.environment = new Map([...scope.names.environment, [variable, { value, always: false }]]);
}

/** `os.environ['X'] = value` */
export function setVariable(key: Value, value: Value, scope: Scope): void {
  const variable = textValue(key);
  if (variable === undefined) return;
  scope.names.environment = new Map([...scope.names.environment, [variable, { value, always: true }]]);
}
