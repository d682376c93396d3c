// Which Python files are settings modules, which of them nothing else imports, and which environment each of those serves.
// Must not evaluate: names, imports and pointers decide. Look next at settings-pointers.ts and settings-model.ts.
import { baseName, type FileId, folderOf, isInFolder } from '../../text/file-id.ts';
import type { PythonFacts } from '../python/facts.ts';
import type { ModuleIndex } from '../python/module-index.ts';
import type { Environment } from './environment.ts';
import { isKnownSetting } from './known-settings.ts';
import type { SettingsPointer } from './settings-pointers.ts';

/** A module that Django is, or may be, started with, and those it is made of. */
export interface FoundModule {
  readonly file: FileId;
  readonly module: string;
  /** Undefined for a module that only others import. */
  readonly environment: Environment | undefined;
  /** True when nothing names the module, its own name neither. */
  readonly isUnnamed: boolean;
  /** True when a leaf of its project is for production, perhaps itself. */
  readonly isBesideProduction: boolean;
}

const settingsName = /^(\w+_)?settings(_\w+)?\.py$|^settings.*\.py$/;
const settingsFolder = /(^|\/)(\w+_)?(settings|settings_\w+)\//;
const templateName = /(^|[/._-])(examples?|samples?|templates?|skel|skeleton|dist)([/._-]|$)/i;
const skippedFolder = /(^|\/)(site-packages|node_modules|migrations|docs?)\/|\{\{|\}\}/;

const tokens: { readonly [token: string]: Environment } = {
  ...entries('production', 'prod production live staging stage deploy deployment heroku'),
  ...entries('development', 'local localhost debug devcontainer vagrant compose sandbox codespaces'),
  ...entries('test', 'test tests testing ci pytest unittest unittests e2e travis testsettings'),
};

function entries(environment: Environment, words: string): { readonly [token: string]: Environment } {
  return Object.fromEntries(words.split(' ').map((word) => [word, environment]));
}

/** What the name of a module says: `config.settings.production`, `settings_dev`, `docker_compose`. */
export function environmentOfName(file: FileId): Environment | undefined {
  const stem = baseName(file) === '__init__.py' ? folderOf(file) : file.replace(/\.py$/, '');
  const parts = stem.split('/').slice(-2);
  const name = parts.at(-1) ?? '';
  const own = fromTokens(name);
  if (own !== undefined) return own;
  if (/(^|\/)(tests?|testing|test_?project|test_?app)\//.test(file)) return 'test';
  // `environments/production/settings.py`, `development/config.py`: then the folder speaks, if that is all of its name.
  const folder = parts.length > 1 ? (parts[0] ?? '') : '';
  return environmentOfWord(folder);
}

function fromTokens(name: string): Environment | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9]+|_/);
  for (const wanted of ['test', 'development', 'production'] as const)
    if (words.some((word) => environmentOfWord(word) === wanted)) return wanted;
  return undefined;
}

/** Whatever begins with `dev` is for developers, `devstack` as `devbox`, but for devices and operations. */
function environmentOfWord(word: string): Environment | undefined {
  if (Object.hasOwn(tokens, word)) return tokens[word];
  return /^dev(?!i|ops)/.test(word) ? 'development' : undefined;
}

export interface ModuleSearch {
  readonly modules: ModuleIndex;
  readonly facts: ReadonlyMap<FileId, PythonFacts>;
  readonly pointers: readonly SettingsPointer[];
  /** Module name to environment, as configured. */
  readonly configured: ReadonlyMap<string, Environment>;
}

/** All settings modules, in the order of their files. */
export function findSettingsModules(search: ModuleSearch): readonly FoundModule[] {
  const pointed = pointedFiles(search);
  const candidates = new Set<FileId>();
  for (const file of search.facts.keys()) if (isSettingsModule(file, search, pointed)) candidates.add(file);
  addBuiltOn(candidates, search);
  // An example project counts only where it is all there is.
  const real = [...candidates].filter((file) => !templateName.test(file));
  for (const file of real.length > 0 ? candidates : []) if (templateName.test(file)) candidates.delete(file);
  const importers = importersAmong(candidates, search);
  const leaves = [...candidates].filter((file) => isLeaf(file, importers.get(file) ?? [], pointed));
  const environments = environmentsOf(leaves, candidates, search, pointed);
  const inProduction = byProject(leaves, search.modules).filter((group) =>
    group.some((file) => environments.get(file) === 'production'),
  );
  return [...candidates].sort().map((file) => ({
    file,
    module: search.modules.moduleOf(file),
    environment: environments.get(file),
    isBesideProduction: inProduction.some((group) => group.includes(file)),
    isUnnamed: environments.get(file) === 'unknown' && !pointed.has(file),
  }));
}

type Pointed = ReadonlyMap<FileId, readonly SettingsPointer[]>;

function pointedFiles({ pointers, modules }: ModuleSearch): Pointed {
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

function isSettingsModule(file: FileId, search: ModuleSearch, pointed: Pointed): boolean {
  const facts = search.facts.get(file);
  if (facts === undefined || skippedFolder.test(file)) return false;
  const isNamed = search.configured.has(search.modules.moduleOf(file)) || pointed.has(file);
  // An empty `__init__.py` is named where a text builds the rest of the name itself.
  if (isNamed) return facts.settingNames.length > 0 || facts.imports.length > 0 || facts.classes.length > 0;
  if (templateName.test(file)) return false;
  if (!settingsName.test(baseName(file)) && !settingsFolder.test(file)) return false;
  return knownIn(facts) >= 2;
}

function knownIn(facts: PythonFacts): number {
  return facts.settingNames.filter(isKnownSetting).length;
}

/** Adds what begins with `from <settings module> import *`, beside it or with the name of a settings module. */
function addBuiltOn(candidates: Set<FileId>, search: ModuleSearch): void {
  for (let before = -1; before !== candidates.size; ) {
    before = candidates.size;
    for (const [file, facts] of search.facts) {
      if (candidates.has(file) || templateName.test(file) || skippedFolder.test(file)) continue;
      const isLike = settingsName.test(baseName(file)) || settingsFolder.test(file) || knownIn(facts) > 0;
      const base = isLike ? facts.imports.find((one) => one.name === '*' && one.scope === 'module') : undefined;
      const target = base === undefined ? undefined : search.modules.resolve(file, base.level, base.module);
      if (target !== undefined && candidates.has(target)) candidates.add(file);
    }
  }
}

/** Which candidates import which, star or not. */
function importersAmong(candidates: ReadonlySet<FileId>, search: ModuleSearch): ReadonlyMap<FileId, readonly FileId[]> {
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

/**
 * A module that Django is started with: nothing imports it, an image or process file names it, it is named for production, or it is what
 * server or manage.py name while no module for production builds on it.
 */
function isLeaf(file: FileId, importers: readonly FileId[], pointed: Pointed): boolean {
  const kinds = (pointed.get(file) ?? []).map((one) => one.kind);
  if (kinds.includes('deployment')) return true;
  // Defaults are made to be built on, also where what builds on them lies elsewhere.
  if (isDefaults(file) && !kinds.includes('server')) return false;
  if (importers.length === 0) return true;
  const isPart = /^(base|common|defaults?|shared|components?)\b/.test(baseName(file));
  if (environmentOfName(file) === 'production' && !isPart) return true;
  const environments = importers.map(environmentOfName);
  // What the server falls back on counts unless another module is meant for production.
  if (kinds.includes('server') || kinds.includes('manage')) return !environments.includes('production');
  return baseName(file) === 'settings.py' && environments.every(isForDevelopers);
}

/** `devproject/settings.py`, `sandbox/settings.py`: the whole project, its `wsgi.py` too, is there to work on a library. */
function isDevelopersProject(file: FileId): boolean {
  const inPackage = baseName(folderOf(file)) === 'settings' ? folderOf(file) : file;
  const folder = baseName(folderOf(inPackage));
  return environmentOfWord(folder) === 'development';
}

function isDefaults(file: FileId): boolean {
  return /(^|_)(defaults?|base|common)(_|\.py$)/.test(baseName(file));
}

function isForDevelopers(environment: Environment | undefined): boolean {
  return environment === 'development' || environment === 'test';
}

function environmentsOf(
  leaves: readonly FileId[],
  candidates: ReadonlySet<FileId>,
  search: ModuleSearch,
  pointed: Pointed,
): ReadonlyMap<FileId, Environment> {
  const environments = new Map<FileId, Environment>();
  for (const group of byProject(leaves, search.modules)) {
    const named = new Map<FileId, Environment | undefined>(
      group.map((file) => [file, namedEnvironment(file, search, pointed) ?? inherited(file, search)]),
    );
    const importers = importersAmong(new Set(group), search);
    for (const file of group) if (isForDevelopersBeside(file, candidates, search)) named.set(file, 'development');
    for (const file of group) if (isLeftBehind(file, group, importers, search, pointed)) named.set(file, 'unknown');
    const hasProduction = [...named.values()].includes('production');
    const served = group.filter((file) => named.get(file) !== 'test');
    const undecided = served.filter((file) => named.get(file) === undefined);
    for (const file of group) {
      const own = named.get(file);
      const isServed = pointed.get(file)?.some((one) => one.kind === 'server') === true;
      const isOnly = served.length === 1 || (undecided.length === 1 && own === undefined && !hasProduction);
      if (own === 'test' || own === 'production') environments.set(file, own);
      else if (isDevelopersProject(file)) environments.set(file, 'development');
      else if (search.configured.has(search.modules.moduleOf(file)) && own !== undefined) environments.set(file, own);
      // What the web server falls back on is production unless another module is, or may be and is not named for developers.
      else if (isOnly || (isServed && !hasProduction && (own === undefined || undecided.length === 0))) {
        environments.set(file, 'production');
      } else environments.set(file, own ?? 'unknown');
    }
  }
  return environments;
}

/** Named for developers beside a module that is named for production: an image that selects it is theirs too. */
function isForDevelopersBeside(
  file: FileId,
  candidates: ReadonlySet<FileId>,
  { configured, modules }: ModuleSearch,
): boolean {
  if (configured.has(modules.moduleOf(file)) || environmentOfName(file) !== 'development') return false;
  const beside = byProject([...candidates], modules).find((group) => group.includes(file)) ?? [];
  return beside.some((other) => environmentOfName(other) === 'production');
}

/**
 * Named for production, yet nothing selects it while an image or process file selects a module beside it that serves every environment
 * and that it does not build on: what an earlier way of deploying left behind.
 */
function isLeftBehind(
  file: FileId,
  group: readonly FileId[],
  importers: ReadonlyMap<FileId, readonly FileId[]>,
  { configured, modules }: ModuleSearch,
  pointed: Pointed,
): boolean {
  if (pointed.has(file) || configured.has(modules.moduleOf(file)) || environmentOfName(file) !== 'production')
    return false;
  return group.some(
    (other) =>
      pointed.get(other)?.some((one) => one.kind === 'deployment') === true &&
      environmentOfName(other) === undefined &&
      importers.get(other)?.includes(file) !== true,
  );
}

/** What configuration, an image or process file, the name, or a test runner says of a module, in this order. */
function namedEnvironment(file: FileId, search: ModuleSearch, pointed: Pointed): Environment | undefined {
  const configured = search.configured.get(search.modules.moduleOf(file));
  if (configured !== undefined) return configured;
  const pointers = pointed.get(file) ?? [];
  if (pointers.some((one) => one.kind === 'deployment')) return 'production';
  const name = environmentOfName(file);
  if (name !== undefined) return name;
  if (pointers.some((one) => one.kind === 'server' || one.kind === 'manage')) return undefined;
  if (pointers.length > 0 && pointers.every((one) => one.kind === 'test')) return 'test';
  if (pointers.length > 0 && pointers.every((one) => one.kind === 'development')) return 'development';
  return undefined;
}

/** `docker.py` that begins with `from .dev import *` is for developers too. */
function inherited(file: FileId, search: ModuleSearch): Environment | undefined {
  for (const one of search.facts.get(file)?.imports ?? []) {
    const target = one.name === '*' ? search.modules.resolve(file, one.level, one.module) : undefined;
    const environment = target === undefined ? undefined : environmentOfName(target);
    if (isForDevelopers(environment)) return environment;
  }
  return undefined;
}

/** Leaves by the project they belong to: the deepest folder with a `manage.py` above them. */
function byProject(leaves: readonly FileId[], modules: ModuleIndex): readonly (readonly FileId[])[] {
  const groups = new Map<string, FileId[]>();
  for (const file of leaves) {
    const folder = modules.manageFolders.find((one) => isInFolder(file, one)) ?? '';
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [file]);
    else group.push(file);
  }
  return [...groups.values()];
}
