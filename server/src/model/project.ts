// The root of what the texts of a workspace mean: Django projects, versions, and the tables of each area.
// Must not judge: rules do. An area gets another's facts from here as plain parameters, never by import.
// Look next at settings/settings-model.ts, orm/model-graph.ts and docker/docker-model.ts.
import type { FileId } from '../text/file-id.ts';
import { buildDependencies, type DependencyModel } from './dependencies/dependency-model.ts';
import type { DjangoVersions } from './dependencies/django-versions.ts';
import { buildDocker, type DockerModel } from './docker/docker-model.ts';
import { buildOrm, type OrmModel } from './orm/model-graph.ts';
import type { PythonFacts } from './python/facts.ts';
import { fileRole } from './python/file-role.ts';
import { ModuleIndex } from './python/module-index.ts';
import type { Environment } from './settings/environment.ts';
import { buildSettings, type SettingsModel } from './settings/settings-model.ts';
import type { Sources } from './sources.ts';

/** One Django project of the workspace: the folder of its `manage.py`, or the root when there is none. */
export interface DjangoRoot {
  readonly folder: string;
  readonly django: DjangoVersions | undefined;
}

/** What configuration can say about a project. */
export interface ProjectOptions {
  /** Module name to environment, as the user declares it. */
  readonly environments: ReadonlyMap<string, Environment>;
  /** A Django version that overrides what requirements say, as `5.2`. */
  readonly djangoVersion: string | undefined;
}

/** Everything the rules can ask about. */
export interface Project {
  readonly sources: Sources;
  readonly modules: ModuleIndex;
  readonly python: ReadonlyMap<FileId, PythonFacts>;
  readonly roots: readonly DjangoRoot[];
  readonly dependencies: DependencyModel;
  readonly settings: SettingsModel;
  readonly orm: OrmModel;
  readonly docker: DockerModel;
}

/** True for a Python file whose facts the project needs. */
export function needsFacts(file: FileId): boolean {
  return file.endsWith('.py') && fileRole(file) === 'code';
}

/** Builds the tables, an area a step. `python` holds the facts of every file for which `needsFacts` is true. */
export function* buildProject(
  sources: Sources,
  python: ReadonlyMap<FileId, PythonFacts>,
  options: ProjectOptions,
): Generator<void, Project> {
  const modules = new ModuleIndex(sources);
  yield;
  const dependencies = buildDependencies({ sources, djangoOverride: options.djangoVersion });
  yield;
  const settings = buildSettings({
    sources,
    modules,
    facts: python,
    environments: options.environments,
    djangoFor: (file) => dependencies.djangoFor(file),
  });
  yield;
  const orm = buildOrm({
    sources,
    modules,
    facts: python,
    userModelFor: (file) => settings.userModelFor(file),
    isTestFile: (file) => fileRole(file) === 'test',
  });
  yield;
  const docker = buildDocker({ sources });
  yield;
  const roots = djangoRoots(sources, python, modules, dependencies);
  return { sources, modules, python, roots, dependencies, settings, orm, docker };
}

/** Folders of the `manage.py` files; the root alone when there are none but something imports Django. */
function djangoRoots(
  sources: Sources,
  python: ReadonlyMap<FileId, PythonFacts>,
  modules: ModuleIndex,
  dependencies: DependencyModel,
): readonly DjangoRoot[] {
  const folders = modules.manageFolders.filter((folder) => {
    const manage = (folder === '' ? 'manage.py' : `${folder}/manage.py`) as FileId;
    return sources.text(manage)?.includes('django') === true;
  });
  const found = folders.length > 0 ? folders : importsDjango(python) ? [''] : [];
  return [...found].sort().map((folder) => ({ folder, django: dependencies.djangoFor(manageFile(folder)) }));
}

function manageFile(folder: string): FileId {
  return (folder === '' ? 'manage.py' : `${folder}/manage.py`) as FileId;
}

function importsDjango(python: ReadonlyMap<FileId, PythonFacts>): boolean {
  for (const facts of python.values()) {
    if (facts.imports.some((one) => one.level === 0 && /^(django|rest_framework)(\.|$)/.test(one.module))) return true;
  }
  return false;
}
