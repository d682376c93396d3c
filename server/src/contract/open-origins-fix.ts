import type { EditBuilders } from '../edit/builders.ts';
import type { ReaderInUse, SettingsLeaf } from '../model/settings/settings-model.ts';
import type { Location } from '../text/location.ts';
import type { Fix } from './finding.ts';
import { settingFix } from './setting-fix.ts';

/** A flag that lets every origin in, and what the module has at hand to do without. */
export interface OpenFlag {
  readonly setting: string;
  readonly at: Location;
  /** The module lists origins already, so that nothing is lost without the flag. */
  readonly hasOrigins: boolean;
  readonly reader: ReaderInUse | undefined;
  readonly hasOs: boolean;
}

/** The suggestion to let in the origins that a variable lists in place of all; undefined where the module has nothing to read it with. */
export function closeOriginsFix(edit: EditBuilders, leaf: SettingsLeaf, flag: OpenFlag): Fix | undefined {
  const off = edit.settings.replaceValue(flag.at, 'False');
  const name = 'CORS_ALLOWED_ORIGINS';
  if (flag.hasOrigins)
    return off && { title: `Set \`${flag.setting} = False\``, applicability: 'suggestion', edits: off, create: [] };
  const read = readList(name, flag);
  if (off === undefined || read === undefined) return undefined;
  const list = settingFix(edit, leaf, { name, value: read, at: undefined, into: flag.at.file });
  return list && { ...list, title: `Read \`${name}\` instead`, edits: [...off, ...list.edits] };
}

function readList(name: string, { reader, hasOs }: OpenFlag): string | undefined {
  const text =
    reader === undefined
      ? hasOs
        ? `os.environ.get("${name}", "")`
        : undefined
      : reader.library === 'decouple'
        ? `${reader.name}("${name}", default="")`
        : undefined;
  if (text !== undefined) return `[o for o in ${text}.split(",") if o]`;
  return reader === undefined || reader.library === 'decouple'
    ? undefined
    : `${reader.name}.list("${name}", default=[])`;
}
