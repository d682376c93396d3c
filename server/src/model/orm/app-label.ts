import { lastPart } from '../../text/dotted-name.ts';
import { type FileId, folderOf } from '../../text/file-id.ts';
import type { PythonFacts } from '../python/facts.ts';

/** The app that a module belongs to. Look-ups go by folder, so that equal names of two projects stay apart. */
export class AppLabels {
  /** Folder of the app's `name` → label. */
  readonly #labels = new Map<string, string>();

  constructor(
    facts: ReadonlyMap<FileId, PythonFacts>,
    moduleFolder: (module: string, from: FileId) => string | undefined,
  ) {
    for (const [file, one] of facts) {
      if (!file.endsWith('apps.py') && !file.endsWith('__init__.py')) continue;
      for (const config of one.classes) {
        const value = (name: string): string | undefined => {
          const found = config.assignments.find((assignment) => assignment.name === name)?.value;
          return found?.kind === 'string' ? found.value : undefined;
        };
        const name = value('name');
        if (name === undefined || !config.bases.some((base) => base.kind === 'name' && base.name.endsWith('Config')))
          continue;
        const folder = moduleFolder(name, file) ?? folderOf(file);
        if (!this.#labels.has(folder)) this.#labels.set(folder, value('label') ?? lastPart(name));
      }
    }
  }

  /** The label of the app whose folder holds the file, else the package before `models`, else the folder's name. */
  of(file: FileId): string {
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      const label = this.#labels.get(folder);
      if (label !== undefined) return label;
      if (folder === '') break;
    }
    const parts = file.replace(/\.pyi?$/, '').split('/');
    const models = parts.lastIndexOf('models');
    return parts[models > 0 ? models - 1 : parts.length - 2] ?? '';
  }
}
