// Which environment each settings module that Django is started with serves: configuration, pointers and names decide, in this order.
// Must not evaluate a module. Look next at environment-names.ts (what a name says) and settings-modules.ts (who asks).
import { type FileId, isInFolder } from '../../../text/file-id.ts';
import type { ModuleIndex } from '../../python/module-index.ts';
import type { Environment } from '../environment.ts';
import {
  environmentOfName,
  isDevelopersProject,
  isForDevelopers,
  namesDevelopersMachine,
} from './environment-names.ts';
import type { ModuleSearch, Pointed } from './module-search.ts';

/** What was found before environments are told apart. */
export interface FoundLeaves {
  /** All settings modules, the leaves among them. */
  readonly candidates: ReadonlySet<FileId>;
  /** Which candidates import which. */
  readonly importers: Importers;
  /** The leaves of each project, none of them empty. */
  readonly projects: readonly (readonly FileId[])[];
  /** As `isDeployedElsewhere` says. */
  readonly deployedElsewhere: boolean;
}

type Importers = ReadonlyMap<FileId, readonly FileId[]>;

/** The environment of each leaf. */
export function environmentsOf(
  { candidates, importers, projects, deployedElsewhere }: FoundLeaves,
  search: ModuleSearch,
  pointed: Pointed,
): ReadonlyMap<FileId, Environment> {
  const environments = new Map<FileId, Environment>();
  const isForDevelopersBeside = forDevelopersBeside(candidates, search);
  const isConfigured = (file: FileId): boolean => search.configured.has(search.modules.moduleOf(file));
  for (const group of projects) {
    const spoken = (file: FileId): Environment | undefined => {
      if (isForDevelopersBeside(file)) return 'development';
      if (isLeftBehind(file, group, importers, search, pointed)) return 'unknown';
      if (deployedElsewhere && environmentOfName(file) === undefined && !isConfigured(file)) return 'unknown';
      return namedEnvironment(file, search, pointed) ?? inherited(file, search);
    };
    const named = new Map(group.map((file) => [file, spoken(file)]));
    const hasProduction = [...named.values()].includes('production');
    const served = group.filter((file) => named.get(file) !== 'test');
    const undecided = served.filter((file) => named.get(file) === undefined);
    for (const file of group) {
      const own = named.get(file);
      const isServed = pointed.get(file)?.some((one) => one.kind === 'server') === true;
      const isOnly = served.length === 1 || (undecided.length === 1 && own === undefined && !hasProduction);
      if (own === 'test' || own === 'production') environments.set(file, own);
      else if (isDevelopersProject(file)) environments.set(file, 'development');
      else if (isConfigured(file) && own !== undefined) environments.set(file, own);
      else if (deployedElsewhere && own === 'unknown') environments.set(file, own);
      // `vagrant/settings_local.py` beside the projects of the repository: the only one of its folder, but no deployment.
      else if (own === 'development' && !isServed && projects.length > 1) environments.set(file, own);
      else if (isForDevelopersBeside(file) || (own === 'development' && namesDevelopersMachine(file)))
        environments.set(file, 'development');
      // What the web server falls back on is production unless another module is, or may be and is not named for developers.
      else if (isOnly || (isServed && !hasProduction && (own === undefined || undecided.length === 0))) {
        environments.set(file, 'production');
      } else environments.set(file, own ?? 'unknown');
    }
  }
  return environments;
}

/** True when what image and process files select is none of the repository's modules, such as one that is written when it is set up. */
export function isDeployedElsewhere({ pointers, facts }: ModuleSearch, pointed: Pointed): boolean {
  const deployed = pointers.filter(({ kind }) => kind === 'deployment');
  if (deployed.length === 0 || [...pointed.values()].flat().some(({ kind }) => kind === 'deployment')) return false;
  // A name that leads nowhere may still mean a file that is here, seen from a folder that we do not know.
  return deployed.every(({ module }) => {
    const tail = module.split('.').slice(-2).join('/');
    return ![...facts.keys()].some(
      (file) => `/${file}`.endsWith(`/${tail}.py`) || `/${file}`.endsWith(`/${tail}/__init__.py`),
    );
  });
}

/** Tells what is named for developers beside a module that is named for production: an image that selects it is theirs too. */
function forDevelopersBeside(
  candidates: ReadonlySet<FileId>,
  { configured, modules, pointers }: ModuleSearch,
): (file: FileId) => boolean {
  // What `wsgi.py` names may be written at the server, after an example that is here.
  const served = pointers.filter(({ kind }) => kind === 'server').map(({ module }) => module.replaceAll('.', '/'));
  const isServedElsewhere = served.some((path) => environmentOfName(`${path}.py` as FileId) === 'production');
  const named = [...candidates].filter((file) => environmentOfName(file) === 'production');
  const projects = new Set(named.map((file) => projectFolder(file, modules)));
  return (file) =>
    !configured.has(modules.moduleOf(file)) &&
    environmentOfName(file) === 'development' &&
    (isServedElsewhere || projects.has(projectFolder(file, modules)));
}

/**
 * Named for production, yet nothing selects it while an image or process file selects a module beside it that serves every environment
 * and that it does not build on: what an earlier way of deploying left behind.
 */
function isLeftBehind(
  file: FileId,
  group: readonly FileId[],
  importers: Importers,
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

/** The project of a settings module: the deepest folder with a `manage.py` above it. */
export function projectFolder(file: FileId, modules: ModuleIndex): string {
  return modules.manageFolders.find((one) => isInFolder(file, one)) ?? '';
}

/** Leaves by the project they belong to. */
export function byProject(leaves: readonly FileId[], modules: ModuleIndex): readonly (readonly FileId[])[] {
  const groups = new Map<string, FileId[]>();
  for (const file of leaves) {
    const folder = projectFolder(file, modules);
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [file]);
    else group.push(file);
  }
  return [...groups.values()];
}
