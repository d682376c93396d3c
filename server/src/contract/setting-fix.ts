import type { EditBuilders } from '../edit/builders.ts';
import type { NewSetting, SettingsHome } from '../edit/settings/settings-edits.ts';
import type { ReadStyle } from '../edit/settings/variable-reads.ts';
import type { SettingsLeaf } from '../model/settings/settings-model.ts';
import type { EnvironmentValue } from '../model/settings/values.ts';
import type { FileId } from '../text/file-id.ts';
import type { FileEdit, Location } from '../text/location.ts';
import type { Fix } from './finding.ts';
import { fixTitle } from './fix-title.ts';

/** Giving a setting another value. */
export interface SettingChange {
  readonly name: string;
  /** Python, on one line. */
  readonly value: string;
  /** The expression that goes; undefined for a setting that the module lacks. */
  readonly at: Location | undefined;
  /** The module that gets the setting when it is lacking; the leaf's own without it. */
  readonly into?: FileId | undefined;
  /** A comment to stand above it when it is new. */
  readonly note?: string;
}

/** Giving a setting, or one text in it, another text. */
export interface TextChange {
  readonly name: string;
  readonly text: string;
  readonly at: Location;
  /** For a part of a setting; else it says that the setting is set. */
  readonly title?: string;
}

/** The suggestion to write another text in place of a setting or a part of it, in the quotes that the file uses. */
export function settingTextFix(
  edit: EditBuilders,
  { name, text, at, title = `Set \`${name}\` to \`${text}\`` }: TextChange,
): Fix | undefined {
  const edits = edit.settings.replaceText(at, text);
  return (
    edits && {
      title: fixTitle(title, `Replace \`${name}\``),
      applicability: 'suggestion',
      edits,
      create: [],
    }
  );
}

/**
 * The suggestion to switch a flag on that only a site under HTTPS can have: for good where one environment is served, and wherever
 * DEBUG is off in a module where a variable decides that and where the name is bound already.
 */
export function httpsFlagFix(
  edit: EditBuilders,
  leaf: SettingsLeaf,
  { name, at }: Omit<SettingChange, 'value'>,
): Fix | undefined {
  const debug = leaf.get('DEBUG');
  const assigned = debug?.assigned?.statement;
  const isFixed = debug === undefined || debug.value.kind === 'constant';
  if (isFixed || assigned === undefined) return settingFix(edit, leaf, { name, value: 'True', at });
  const byDebug = settingFix(edit, leaf, { name, value: 'not DEBUG', at });
  const [place] = byDebug?.edits ?? [];
  const isBound = place?.file === assigned.file && place.edit.span.start >= assigned.span.end;
  return isBound ? byDebug : settingFix(edit, leaf, { name, value: 'True', at });
}

/**
 * The suggestion to set a setting, and others that it takes: in place where they are written, else behind their kin. Undefined when one
 * of them cannot be set.
 */
export function settingFix(
  edit: EditBuilders,
  leaf: SettingsLeaf,
  first: SettingChange,
  ...others: readonly SettingChange[]
): Fix | undefined {
  const edits: FileEdit[] = [];
  const inserted = new Map<FileId, [NewSetting, ...NewSetting[]]>();
  for (const { name, value, at, into = leaf.home.file, note } of [first, ...others]) {
    if (at === undefined) {
      const beside = inserted.get(into);
      if (beside === undefined) inserted.set(into, [{ name, value, note }]);
      else beside.push({ name, value, note });
      continue;
    }
    const replaced = edit.settings.replaceValue(at, value);
    if (replaced === undefined) return undefined;
    edits.push(...replaced);
  }
  for (const [file, settings] of inserted) {
    const home = homeIn(leaf, file);
    const added = home && edit.settings.insertSettings(home, settings);
    if (added === undefined) return undefined;
    edits.push(...added);
  }
  return { title: titleOf(first, others), applicability: 'suggestion', edits, create: [] };
}

/** Other modules of a leaf that is a class hold classes too, of which we do not know the right one. */
function homeIn(leaf: SettingsLeaf, file: FileId): SettingsHome | undefined {
  if (leaf.className === undefined) return { file, className: undefined };
  return file === leaf.home.file ? leaf.home : undefined;
}

function titleOf({ name, value }: SettingChange, others: readonly SettingChange[]): string {
  const [other, ...more] = others;
  const title = other === undefined ? `Set \`${name} = ${value}\`` : `Set \`${name}\` and \`${other.name}\``;
  const shorter = others.length === 0 ? `Set \`${name}\`` : `Set \`${name}\` and ${others.length} more`;
  return more.length === 0 ? fixTitle(title, shorter) : shorter;
}

/** How a module reads variables: what `readerAt` of the settings' questions gives. */
type ReadingModule = Pick<ReadStyle, 'reader' | 'hasOs'>;

/** A setting, or a part of one, to be read from a variable. */
export interface SettingRead {
  readonly name: string;
  readonly variable: string;
  readonly type: ReadStyle['type'];
}

/** The suggestion to read a value from a variable instead of writing it. */
export function readFix(
  edit: EditBuilders,
  module: ReadingModule,
  at: Location,
  { name, variable, type }: SettingRead,
): Fix | undefined {
  const edits = edit.settings.readVariable({ ...module, at, variable, type });
  return edits && { title: readTitle(name, variable), applicability: 'suggestion', edits, create: [] };
}

/** The suggestion to add a setting that is read from a variable to the leaf's own module. */
export function insertReadFix(
  edit: EditBuilders,
  module: ReadingModule,
  leaf: SettingsLeaf,
  { name, variable, type }: SettingRead,
): Fix | undefined {
  const edits = edit.settings.insertRead(leaf, name, { ...module, variable, type });
  return edits && { title: readTitle(name, variable), applicability: 'suggestion', edits, create: [] };
}

/** The suggestion to take the fallback from a read, so that a missing variable stops the start. */
export function requireFix(
  edit: EditBuilders,
  { reader }: ReadingModule,
  { at, variable }: Pick<EnvironmentValue, 'at' | 'variable'>,
): Fix | undefined {
  if (variable === undefined) return undefined;
  const edits = edit.settings.requireVariable(at, variable, reader?.library);
  const title = fixTitle(`Require \`${variable}\``, 'Require the variable');
  return edits && { title, applicability: 'suggestion', edits, create: [] };
}

/** The suggestion to have SECRET_KEY from a variable that must be set: from the one that `read` reads, else from one of the usual name. */
export function secretKeyFix(
  edit: EditBuilders,
  module: ReadingModule,
  at: Location,
  read: Pick<EnvironmentValue, 'at' | 'variable'> | undefined,
): Fix | undefined {
  if (read !== undefined) return requireFix(edit, module, read);
  return readFix(edit, module, at, { name: 'SECRET_KEY', variable: 'DJANGO_SECRET_KEY', type: 'text' });
}

/** A variable as messages name it. */
export function variableWord({ variable }: Pick<EnvironmentValue, 'variable'>): string {
  return variable === undefined ? 'its variable' : `\`${variable}\``;
}

function readTitle(name: string, variable: string): string {
  const shorter = variable.length <= 40 ? `Read it from \`${variable}\`` : 'Read it from the environment';
  return fixTitle(`Read \`${name}\` from \`${variable}\``, shorter);
}
