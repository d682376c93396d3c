import type { FileId } from '../../text/file-id.ts';
import type { PythonFacts } from '../python/facts.ts';
import type { ModuleIndex } from '../python/module-index.ts';
import type { Environment } from './environment.ts';
import type { SettingsPointer } from './settings-pointers.ts';

/** What the search for settings modules looks at. */
export interface ModuleSearch {
  readonly modules: ModuleIndex;
  readonly facts: ReadonlyMap<FileId, PythonFacts>;
  readonly pointers: readonly SettingsPointer[];
  /** Module name to environment, as configured. */
  readonly configured: ReadonlyMap<string, Environment>;
}

/** The pointers to each module. */
export type Pointed = ReadonlyMap<FileId, readonly SettingsPointer[]>;

/** Groups the pointers that lead to a file of the project. */
export function pointedFiles({ pointers, modules }: ModuleSearch): Pointed {
  const pointed = new Map<FileId, SettingsPointer[]>();
  for (const one of pointers) {
    const file = modules.fileOf(one.module, one.file);
    if (file === undefined) continue;
    const list = pointed.get(file);
    if (list === undefined) pointed.set(file, [one]);
    else list.push(one);
  }
  return pointed;
}

/** Which candidates import which, star or not. */
export function importersAmong(
  candidates: ReadonlySet<FileId>,
  search: ModuleSearch,
): ReadonlyMap<FileId, readonly FileId[]> {
  const importers = new Map<FileId, FileId[]>();
  for (const file of candidates) {
    for (const one of search.facts.get(file)?.imports ?? []) {
      const target = search.modules.resolve(file, one.level, one.module);
      const sub = target !== undefined && one.name !== null ? search.modules.submodule(target, one.name) : undefined;
      for (const imported of [target, sub]) {
        if (imported === undefined || imported === file || !candidates.has(imported)) continue;
        const list = importers.get(imported);
        if (list === undefined) importers.set(imported, [file]);
        else if (!list.includes(file)) list.push(file);
      }
    }
  }
  return importers;
}
