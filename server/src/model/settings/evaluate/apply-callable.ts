import type { Location } from '../../../text/location.ts';
import type { Value } from '../values.ts';
import { castBySymbol } from './casts.ts';
import type { Internal } from './internal-values.ts';
import { toValue } from './internal-values.ts';
import { callDefinition } from './project-functions.ts';
import type { Scope } from './scope.ts';

/** What a type, a function of the project or a lambda makes of one value; undefined when that cannot be said. */
export function applyCallable(callee: Internal, value: Value, scope: Scope, at: Location): Value | undefined {
  if (callee.kind === 'symbol') return castBySymbol(callee.path, value, at);
  if (callee.kind !== 'definition') return undefined;
  const result = callDefinition(callee, { positional: [value], named: new Map() }, scope, at);
  return result === undefined ? undefined : toValue(result);
}
