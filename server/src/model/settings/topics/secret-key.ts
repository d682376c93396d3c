import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { EnvironmentValue, Value } from '../values.ts';

/** A SECRET_KEY that is `None` or empty, always or while a variable is unset. */
export interface SecretKeyGap {
  readonly at: Location;
  readonly read: EnvironmentValue | undefined;
  /** Empty text rather than `None`. */
  readonly isEmptyText: boolean;
}

/** How SECRET_KEY can come to nothing; undefined where a guard of the module refuses that, or it cannot be told. */
export function secretKeyGap(leaf: SettingsLeaf): SecretKeyGap | undefined {
  const key = effective(leaf, 'SECRET_KEY');
  if (key === undefined || key.overridable || key.rejected) return undefined;
  const read = key.value.kind === 'environment' ? key.value : undefined;
  const left = read === undefined ? key.value : read.fallback;
  if (left === undefined || !isNothing(left)) return undefined;
  const at = read?.at ?? key.assigned?.value ?? left.at;
  return { at, read, isEmptyText: left.kind === 'secret' };
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' ? value.value === null : value.kind === 'secret' && value.length === 0;
}
