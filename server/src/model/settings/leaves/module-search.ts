import type { FileId } from '../../../text/file-id.ts';
import type { PythonFacts } from '../../python/facts.ts';
import type { ModuleIndex } from '../../python/module-index.ts';
import type { Environment } from '../environment.ts';
import { filesMatching } from './file-patterns.ts';
import type { ClassPointer, SettingsPointer } from './settings-pointers.ts';

/** What the search for settings modules looks at. */
export interface ModuleSearch {
  readonly modules: ModuleIndex;
  readonly facts: ReadonlyMap<FileId, PythonFacts>;
  readonly pointers: readonly SettingsPointer[];
  readonly classPointers: readonly ClassPointer[];
  /** Module name to environment, as configured. */
  readonly configured: ReadonlyMap<string, Environment>;
}

/** A module that Django is, or may be, started with, and those it is made of; a class of it with django-configurations. */
export interface FoundModule {
  readonly file: FileId;
  /** `config.settings`, or `config.settings:Production` for a class. */
  readonly module: string;
  /** Undefined unless settings are the members of a class. */
  readonly className: string | undefined;
  /** Where a setting is written that it lacks: itself, or a class for production that it builds on and that lacks it too. */
  readonly home: { readonly file: FileId; readonly className: string | undefined };
  /** Undefined for a module that only others import, and for a class that only others build on. */
  readonly environment: Environment | undefined;
  /** True when a leaf of its project is for production, perhaps itself, or one that is not here. */
  readonly isBesideProduction: boolean;
  /** True when some file names the module. */
  readonly isPointed: boolean;
}

/** Without any of these Django serves nothing: the module is loaded by another one in a way of its own. */
export const essentialSettings: readonly string[] = [
  'INSTALLED_APPS',
  'ROOT_URLCONF',
  'MIDDLEWARE',
  'MIDDLEWARE_CLASSES',
];

const templateName = /(^|[/._-])(examples?|samples?|templates?|skel|skeleton|dist)([/._-]|$)/i;
const skippedFolder = /(^|\/)(site-packages|node_modules|migrations|docs?)\/|\{\{|\}\}/;

/** True for an example, which counts only where it is all there is. */
export function isTemplate(file: FileId): boolean {
  return templateName.test(file);
}

/** True below a folder that holds no settings of the project. */
export function isSkipped(file: FileId): boolean {
  return skippedFolder.test(file);
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

/** Which candidates other modules run in their own namespace (django-split-settings): alone they are none. */
export function includersOf(
  candidates: ReadonlySet<FileId>,
  { facts }: ModuleSearch,
): ReadonlyMap<FileId, readonly FileId[]> {
  const includers = new Map<FileId, FileId[]>();
  for (const [file, { includes }] of facts) {
    for (const pattern of includes) {
      for (const included of filesMatching(candidates, file, pattern)) {
        const list = includers.get(included) ?? [];
        includers.set(included, [...list, file]);
      }
    }
  }
  return includers;
}

/** Which candidates import which, star or not. */
export function importersAmong(
  candidates: ReadonlySet<FileId>,
  search: ModuleSearch,
): ReadonlyMap<FileId, readonly FileId[]> {
  const importers = new Map<FileId, FileId[]>();
  const note = (imported: FileId, file: FileId): void => {
    const list = importers.get(imported);
    if (list === undefined) importers.set(imported, [file]);
    else if (!list.includes(file)) list.push(file);
  };
  for (const [imported, includers] of includersOf(candidates, search))
    for (const file of includers) if (imported !== file && candidates.has(file)) note(imported, file);
  for (const file of candidates) {
    for (const one of search.facts.get(file)?.imports ?? []) {
      const target = search.modules.resolve(file, one.level, one.module);
      const sub = target !== undefined && one.name !== null ? search.modules.submodule(target, one.name) : undefined;
      for (const imported of [target, sub]) {
        if (imported !== undefined && imported !== file && candidates.has(imported)) note(imported, file);
      }
    }
  }
  return importers;
}
