// Which classes django-configurations is, or may be, told to set up, and which environment each serves.
// Must not evaluate: bases, names and pointers decide. Look next at settings-modules.ts (modules without classes) and class-settings.ts.
import type { FileId } from '../../../text/file-id.ts';
import type { ClassFact } from '../../python/facts.ts';
import type { Environment } from '../environment.ts';
import { environmentOfClass, environmentOfName, isForDevelopers } from '../leaves/environment-names.ts';
import { projectFolder } from '../leaves/leaf-environments.ts';
import {
  essentialSettings,
  type FoundModule,
  isSkipped,
  isTemplate,
  type ModuleSearch,
} from '../leaves/module-search.ts';
import type { PointerKind } from '../leaves/settings-pointers.ts';
import { followClass } from './class-ancestry.ts';

/** The configuration classes of a workspace. */
export interface ConfigurationClasses {
  readonly found: readonly FoundModule[];
  /** The modules that hold such classes or import them by name. */
  readonly modules: ReadonlySet<FileId>;
}

/** One configuration class. */
interface Configuration {
  readonly file: FileId;
  readonly fact: ClassFact;
  /** `config.settings:Production` */
  readonly module: string;
  /** All classes of the project that it builds on, as their facts. */
  readonly ancestors: readonly ClassFact[];
  /** False for a part, such as what a library offers to mix in: it lacks what every project sets. */
  readonly isWhole: boolean;
  readonly pointers: ReadonlySet<PointerKind>;
}

const root = /^configurations\.(base\.)?(Configuration|Settings)$/;

/** Finds the classes; nothing where no file imports django-configurations or names a class of it. */
export function configurationClasses(search: ModuleSearch): ConfigurationClasses {
  const { facts } = search;
  const isUsed =
    search.classPointers.length > 0 ||
    [...facts.values()].some(({ imports }) =>
      imports.some((one) => one.level === 0 && /^configurations(\.|$)/.test(one.module)),
    );
  if (!isUsed) return { found: [], modules: new Set() };
  const all = readConfigurations(search);
  const leaves = all.filter((one) => isLeaf(one, all));
  const environments = environmentsOf(leaves, search);
  const found = all.map((one): FoundModule => {
    const environment = environments.get(one);
    const folder = projectFolder(one.file, search.modules);
    const isBesideProduction = leaves.some(
      (other) => environments.get(other) === 'production' && projectFolder(other.file, search.modules) === folder,
    );
    const { file, module, fact, pointers } = one;
    const base = homeOf(one, all, (other) => environments.get(other) === 'production');
    const home = { file: base.file, className: base.fact.name };
    return { file, module, className: fact.name, home, environment, isBesideProduction, isPointed: pointers.size > 0 };
  });
  return { found, modules: modulesWith(all, search) };
}

/** The first class for production that a class has all its settings from, without other bases on the way; else itself. */
function homeOf(
  one: Configuration,
  all: readonly Configuration[],
  isProduction: (one: Configuration) => boolean,
): Configuration {
  let home = one;
  let current: Configuration | undefined = one;
  for (const passed = new Set<Configuration>(); current?.fact.bases.length === 1 && !passed.has(current); ) {
    passed.add(current);
    const [parent]: readonly (ClassFact | undefined)[] = current.ancestors;
    current = all.find((other) => other.fact === parent);
    if (current !== undefined && isProduction(current)) home = current;
  }
  return home;
}

function readConfigurations(search: ModuleSearch): readonly Configuration[] {
  const all: Configuration[] = [];
  const files = [...search.facts.keys()].filter((file) => !isSkipped(file)).sort();
  const real = files.filter((file) => !isTemplate(file));
  for (const file of real) {
    for (const fact of search.facts.get(file)?.classes ?? []) {
      const module = search.modules.moduleOf(file);
      const ancestry = followClass(`${module}.${fact.name}`, file, search.modules, search.facts);
      const pointers = pointersTo(fact.name, file, search);
      if (!isConfiguration(ancestry, fact, pointers.size > 0 && settingsLike.test(file))) continue;
      const ancestors = ancestry.classes.filter((one) => one !== fact);
      const isWhole = !ancestry.complete || ancestry.classes.some(assignsEssential);
      all.push({ file, fact, module: `${module}:${fact.name}`, ancestors, isWhole, pointers });
    }
  }
  return all;
}

const settingsLike = /settings|conf/i;

/** A class that builds on something unseen counts when some file names it. */
function isConfiguration(ancestry: ReturnType<typeof followClass>, fact: ClassFact, isNamed: boolean): boolean {
  if (ancestry.classes[0] !== fact) return false;
  const isUnseen = isNamed && fact.bases.length > 0 && !ancestry.complete;
  return ancestry.names.some((name) => root.test(name)) || isUnseen;
}

function assignsEssential({ assignments, methods }: ClassFact): boolean {
  return [...assignments, ...methods].some(({ name }) => essentialSettings.includes(name));
}

/** The kinds of files of the same project that name a class. */
function pointersTo(name: string, file: FileId, search: ModuleSearch): ReadonlySet<PointerKind> {
  const { modules, pointers } = search;
  const folder = projectFolder(file, modules);
  const kinds = new Set<PointerKind>();
  for (const one of search.classPointers) {
    if (one.name !== name) continue;
    const inFile = pointers.filter((other) => other.file === one.file);
    // A file that also names the module means the class of that module, or one that the module imports.
    const isHere = inFile.some((other) => {
      const target = modules.fileOf(other.module, one.file);
      return target !== undefined && projectFolder(target, modules) === folder;
    });
    if (isHere || inFile.length === 0) kinds.add(one.kind);
  }
  return kinds;
}

/** A class that nothing builds on, that an image or process file names, that is named for production, or that the server falls back on. */
function isLeaf({ fact, pointers }: Configuration, all: readonly Configuration[]): boolean {
  if (pointers.has('deployment')) return true;
  const heirs = all.filter((one) => one.ancestors.includes(fact));
  if (heirs.length === 0) return true;
  if (environmentOfClass(fact.name) === 'production' && !/base|common|default|mixin/i.test(fact.name)) return true;
  const environments = heirs.map((one) => environmentOfClass(one.fact.name));
  return (pointers.has('server') || pointers.has('manage')) && !environments.includes('production');
}

/** The environment of each leaf, decided as for modules: configuration, image and process files, names, then who points at it. */
function environmentsOf(
  leaves: readonly Configuration[],
  search: ModuleSearch,
): ReadonlyMap<Configuration, Environment> {
  const environments = new Map<Configuration, Environment>();
  const byFolder = new Map<string, Configuration[]>();
  for (const one of leaves) {
    const folder = projectFolder(one.file, search.modules);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), one]);
  }
  for (const group of byFolder.values()) {
    const named = new Map(group.map((one) => [one, namedEnvironment(one, group, search)]));
    const hasProduction = [...named.values()].includes('production');
    const served = group.filter((one) => named.get(one) !== 'test' && (one.isWhole || one.pointers.size > 0));
    const undecided = served.filter((one) => named.get(one) === undefined);
    for (const one of group) {
      const own = named.get(one);
      const isOnly = served.length === 1 || (undecided.length === 1 && own === undefined && !hasProduction);
      const isServed = one.pointers.has('server') && !hasProduction && (own === undefined || undecided.length === 0);
      if (!one.isWhole && one.pointers.size === 0 && !isConfigured(one, search)) environments.set(one, 'unknown');
      else if (own === 'test' || own === 'production' || isConfigured(one, search))
        environments.set(one, own ?? 'unknown');
      else environments.set(one, isOnly || isServed ? 'production' : (own ?? 'unknown'));
    }
  }
  return environments;
}

function isConfigured(one: Configuration, search: ModuleSearch): boolean {
  return configured(one, search) !== undefined;
}

function configured({ file, module }: Configuration, search: ModuleSearch): Environment | undefined {
  return search.configured.get(module) ?? search.configured.get(search.modules.moduleOf(file));
}

function namedEnvironment(
  one: Configuration,
  group: readonly Configuration[],
  search: ModuleSearch,
): Environment | undefined {
  const given = configured(one, search);
  if (given !== undefined) return given;
  const { fact, file, pointers, ancestors } = one;
  const name = environmentOfClass(fact.name) ?? environmentOfName(file);
  // An image that selects what is named for developers is theirs too, beside a class for production.
  const isBeside = group.some((other) => environmentOfClass(other.fact.name) === 'production');
  if (isForDevelopers(name) && isBeside) return name;
  if (pointers.has('deployment')) return 'production';
  if (name !== undefined) return name;
  const inherited = ancestors.map((base) => environmentOfClass(base.name)).find(isForDevelopers);
  if (inherited !== undefined) return inherited;
  const kinds = [...pointers];
  if (kinds.length > 0 && kinds.every((kind) => kind === 'test')) return 'test';
  return kinds.length > 0 && kinds.every((kind) => kind === 'development') ? 'development' : undefined;
}

function modulesWith(all: readonly Configuration[], search: ModuleSearch): ReadonlySet<FileId> {
  const modules = new Set(all.map((one) => one.file));
  for (const [file, { imports }] of search.facts) {
    const isImporter = imports.some((one) => {
      if (one.name === null) return false;
      const target = search.modules.resolve(file, one.level, one.module);
      return all.some((other) => other.file === target && (one.name === '*' || one.name === other.fact.name));
    });
    if (isImporter) modules.add(file);
  }
  return modules;
}
