import type { EditBuilders } from '../edit/builders.ts';
import type { SettingsLeaf } from '../model/settings/settings-model.ts';
import type { Location } from '../text/location.ts';
import type { Fix } from './finding.ts';

/** Giving a setting another value. */
export interface SettingChange {
  readonly name: string;
  /** Python, on one line. */
  readonly value: string;
  /** The expression that goes; undefined for a setting that the module lacks. */
  readonly at: Location | undefined;
}

/** The suggestion to set a setting: in place where it is written, else in the leaf's own module, behind its kin. */
export function settingFix(
  edit: EditBuilders,
  leaf: SettingsLeaf,
  { name, value, at }: SettingChange,
): Fix | undefined {
  const edits =
    at === undefined ? edit.settings.insertSetting(leaf.file, name, value) : edit.settings.replaceValue(at, value);
  const title = `Set \`${name} = ${value}\``;
  return (
    edits && { title: title.length <= 60 ? title : `Set \`${name}\``, applicability: 'suggestion', edits, create: [] }
  );
}
