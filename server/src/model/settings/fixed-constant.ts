import type { Location } from '../../text/location.ts';
import { outcome, outcomeConstant } from './outcome.ts';
import type { SettingsLeaf } from './settings-model.ts';
import type { ConstantValue } from './values.ts';

/** A constant that no variable decides. */
export interface FixedConstant {
  readonly value: ConstantValue['value'];
  /** The value where a module writes it; undefined for Django's default. */
  readonly at: Location | undefined;
}

/** The constant that a setting of Django has for certain, written or by default; undefined where a variable or unseen code decides. */
export function fixedConstant(leaf: SettingsLeaf, name: string): FixedConstant | undefined {
  const found = outcome(leaf, name);
  if (found?.from === 'module' && found.read !== undefined) return undefined;
  const value = outcomeConstant(found);
  return value === undefined ? undefined : { value, at: found?.from === 'module' ? found.at : undefined };
}
