import { settingReference } from '../../data/settings-reference.ts';

/** True for a setting of Django itself, of today or of an older release. */
export function isKnownSetting(name: string): boolean {
  return settingReference(name) !== undefined;
}
