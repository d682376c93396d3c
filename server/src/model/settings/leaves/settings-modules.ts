// Which Python files are settings modules, which of them nothing else imports, and which environment each of those serves.
// Must not evaluate: names, imports and pointers decide. Look next at settings-pointers.ts and settings-model.ts.
import { baseName, type FileId } from '../../../text/file-id.ts';
import type { PythonFacts } from '../../python/facts.ts';
import { configurationClasses } from '../classes/configuration-classes.ts';
import { isKnownSetting } from '../known-settings.ts';
import { environmentOfName, isForDevelopers } from './environment-names.ts';
import { byProject, environmentsOf, isDeployedElsewhere } from './leaf-environments.ts';
import {
  type FoundModule,
  importersAmong,
  includersOf,
  isSkipped,
  isTemplate,
  type ModuleSearch,
  type Pointed,
  pointedFiles,
} from './module-search.ts';

const settingsName = /^(\w+_)?settings(_\w+)?\.py$|^settings.*\.py$/;
const settingsFolder = /(^|\/)(\w+_)?(settings|settings_\w+)\//;
/** All settings modules, in the order of their files. */
export function findSettingsModules(search: ModuleSearch): readonly FoundModule[] {
  const pointed = pointedFiles(search);
  const candidates = new Set<FileId>();
  for (const file of search.facts.keys()) if (isSettingsModule(file, search, pointed)) candidates.add(file);
  addBuiltOn(candidates, search);
  const classes = configurationClasses(search);
  // Of a module with configuration classes Django sees what one of them has.
  for (const file of classes.modules) candidates.delete(file);
  // An example project counts only where it is all there is.
  const real = [...candidates].filter((file) => !isTemplate(file));
  for (const file of real.length > 0 ? candidates : []) if (isTemplate(file)) candidates.delete(file);
  const importers = importersAmong(candidates, search);
  const included = includersOf(candidates, search);
  const leaves = [...candidates].filter(
    (file) => !included.has(file) && isLeaf(file, importers.get(file) ?? [], pointed),
  );
  const projects = byProject(leaves, search.modules);
  const deployedElsewhere = isDeployedElsewhere(search, pointed);
  const environments = environmentsOf({ candidates, importers, projects, deployedElsewhere }, search, pointed);
  const inProduction = projects.filter((group) => group.some((file) => environments.get(file) === 'production'));
  const modules = [...candidates].sort().map((file) => ({
    file,
    module: search.modules.moduleOf(file),
    className: undefined,
    home: { file, className: undefined },
    environment: environments.get(file),
    isBesideProduction: deployedElsewhere || inProduction.some((group) => group.includes(file)),
    isPointed: pointed.has(file),
  }));
  return [...modules, ...classes.found];
}

function isSettingsModule(file: FileId, search: ModuleSearch, pointed: Pointed): boolean {
  const facts = search.facts.get(file);
  if (facts === undefined || isSkipped(file)) return false;
  const isNamed = search.configured.has(search.modules.moduleOf(file)) || pointed.has(file);
  // An empty `__init__.py` is named where a text builds the rest of the name itself.
  if (isNamed) return facts.settingNames.length > 0 || facts.imports.length > 0 || facts.classes.length > 0;
  if (isTemplate(file)) return false;
  if (!settingsName.test(baseName(file)) && !settingsFolder.test(file)) return false;
  return facts.includes.length > 0 || knownIn(facts) >= 2;
}

function knownIn(facts: PythonFacts): number {
  return facts.settingNames.filter(isKnownSetting).length;
}

/** Adds what begins with `from <settings module> import *`, beside it or with the name of a settings module. */
function addBuiltOn(candidates: Set<FileId>, search: ModuleSearch): void {
  for (let before = -1; before !== candidates.size; ) {
    before = candidates.size;
    for (const [file, facts] of search.facts) {
      if (candidates.has(file) || isTemplate(file) || isSkipped(file)) continue;
      const isLike = settingsName.test(baseName(file)) || settingsFolder.test(file) || knownIn(facts) > 0;
      const base = isLike ? facts.imports.find((one) => one.name === '*' && one.scope === 'module') : undefined;
      const target = base === undefined ? undefined : search.modules.resolve(file, base.level, base.module);
      if (target !== undefined && candidates.has(target)) candidates.add(file);
    }
  }
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

function isDefaults(file: FileId): boolean {
  return /(^|_)(defaults?|base|common)(_|\.py$)/.test(baseName(file));
}
