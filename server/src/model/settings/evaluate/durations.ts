import type { Call } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import type { CallValue } from '../values.ts';
import { argument } from './evaluate-call.ts';
import type { Scope } from './scope.ts';

/** The parameters of `timedelta`, in their order, in seconds. */
const units: readonly (readonly [name: string, seconds: number])[] = [
  ['days', 86_400],
  ['seconds', 1],
  ['microseconds', 1e-6],
  ['milliseconds', 1e-3],
  ['minutes', 60],
  ['hours', 3_600],
  ['weeks', 604_800],
];

/** `timedelta(days=1)`, with its length where all parts are constants. */
export function newDuration(call: Call, scope: Scope, at: Location): CallValue {
  const opaque: CallValue = { kind: 'call', callee: 'datetime.timedelta', at };
  const isHidden = call.args.some((one) => one.kind === 'Starred') || call.keywords.some((one) => one.arg === null);
  if (isHidden) return opaque;
  let total = 0;
  for (const [i, [name, seconds]] of units.entries()) {
    const part = argument(call, i, name, scope);
    if (part === undefined) continue;
    if (part.kind !== 'constant' || typeof part.value !== 'number') return opaque;
    total += part.value * seconds;
  }
  return { ...opaque, seconds: total };
}
