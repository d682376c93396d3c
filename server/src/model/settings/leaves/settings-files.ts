// The settings modules as files, leaf or not: what can be told from their text alone.
// Must not evaluate. Look next at provider-keys.ts and joined-texts.ts.
import type { FileId } from '../../../text/file-id.ts';
import type { Sources } from '../../sources.ts';
import type { ReaderInUse } from '../settings-model.ts';
import { type JoinedTexts, joinedTexts } from '../topics/joined-texts.ts';
import { type WrittenKey, writtenKeys } from '../topics/provider-keys.ts';
import { environmentOfName } from './environment-names.ts';

/** A settings module by its text. */
export interface SettingsFile {
  readonly file: FileId;
  readonly module: string;
  /** Named for tests. */
  readonly isForTests: boolean;
  /** Keys of known services among its literals. */
  keys(): readonly WrittenKey[];
  /** Texts in its lists that a missing comma has made one. */
  joinedTexts(): readonly JoinedTexts[];
  /** How it reads variables at its end. */
  reading(): { readonly reader: ReaderInUse | undefined; readonly hasOs: boolean };
}

/** The files of settings modules, each once. */
export function settingsFiles(
  modules: readonly { readonly file: FileId; readonly module: string }[],
  sources: Sources,
  reading: (file: FileId) => ReturnType<SettingsFile['reading']>,
): readonly SettingsFile[] {
  const files = new Map(modules.map((one) => [one.file, one.module]));
  return [...files].map(([file, module]) => ({
    file,
    module,
    isForTests: environmentOfName(file) === 'test',
    keys() {
      const tree = sources.python(file);
      return tree === undefined ? [] : writtenKeys(tree, file);
    },
    joinedTexts() {
      const tree = sources.python(file);
      return tree === undefined ? [] : joinedTexts(tree, sources.text(file) ?? '', file);
    },
    reading: () => reading(file),
  }));
}
