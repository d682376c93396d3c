import type { Location } from '../../../text/location.ts';
import { isWhole, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';

/** What Django and browsers take. */
export const referrerPolicies = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
] as const;

/** One text of SECURE_REFERRER_POLICY with the policies in it: all of a comma-separated text, one of each element of a list. */
export interface WrittenPolicies {
  readonly at: Location;
  readonly policies: readonly string[];
}

/** The policies that a module writes, in order; browsers take the last one that they know. Undefined when not all can be seen. */
export function writtenReferrerPolicies(leaf: SettingsLeaf): readonly WrittenPolicies[] | undefined {
  const found = settled(leaf, 'SECURE_REFERRER_POLICY');
  if (found === undefined || found.read !== undefined) return undefined;
  const { value, at } = found;
  if (value.kind === 'constant' && typeof value.value === 'string')
    return [{ at, policies: value.value.split(',').map((one) => one.trim()) }];
  if (value.kind !== 'sequence' || !isWhole(value)) return undefined;
  return value.elements.map((element) => ({
    at: element.at,
    policies: element.value.kind === 'constant' ? [String(element.value.value)] : [],
  }));
}
