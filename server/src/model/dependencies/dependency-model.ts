// Which packages a project installs, from requirements, pyproject.toml, Pipfile, setup files and locks; above all, which Django.
// Must not touch a disk or ask a package index. dependency-files.ts knows the files, dependency-scope.ts joins those of a folder.
import { normalizedName } from '../../syntax/requirements/parse-requirements.ts';
import { baseName, type FileId, folderOf } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { Sources } from '../sources.ts';
import { type Declaration, isDevelopmentName } from './declaration.ts';
import { DependencyFiles } from './dependency-files.ts';
import { DependencyScope, type NamedPackage } from './dependency-scope.ts';
import { type DjangoVersions, djangoSeries, overriddenVersions, unitedVersions, upTo } from './django-versions.ts';
import { newestSeriesForPython } from './python-pins.ts';
import { exactVersion, releaseOf } from './version-specifier.ts';

/** What a project says about one package. */
export interface RequirementFact {
  /** PEP 440 specifier, `''` when any version will do. */
  readonly specifier: string;
  /** The one version that a lock file or an `==` names. */
  readonly version: string | undefined;
  /** True when only files or groups for developing, testing or documentation name it. */
  readonly development: boolean;
  readonly from: Location;
}

/** The dependency files of a root and what holds for each folder of it. */
export interface DependencyModel {
  /** Every file that was read for it, sorted. */
  readonly files: readonly FileId[];
  /** The Django that the code of `file` runs on; undefined when nothing names one. */
  djangoFor(file: FileId): DjangoVersions | undefined;
  /** The requirement of a package (any spelling of its name) that holds for `file`. */
  requirement(name: string, forFile: FileId): RequirementFact | undefined;
  /**
   * Whether a dependency file that serves `file` names the package. False does not rule out that another package brings it,
   * unless a lock is there; undefined when no file serves it or one could not be read wholly.
   */
  isRequired(name: string, forFile: FileId): boolean | undefined;
}

export interface DependencyInput {
  readonly sources: Sources;
  /** Wins over all files: `5.2`, or a specifier. */
  readonly djangoOverride?: string | undefined;
}

/**
 * Reads all dependency files of the root. The files nearest to a piece of code count, going up its folders; a lock beats a range,
 * production beats development, and where files disagree all that they allow is allowed.
 */
export function buildDependencies(input: DependencyInput): DependencyModel {
  const files = new DependencyFiles(input.sources);
  const scopes = new Map<string, DependencyScope>();
  for (const [folder, entries] of files.byFolder()) scopes.set(folder, new DependencyScope(folder, entries, files));
  return new Dependencies(scopes, newestSeriesForPython(input.sources), input.djangoOverride);
}

class Dependencies implements DependencyModel {
  readonly #scopes: ReadonlyMap<string, DependencyScope>;
  readonly #override: DjangoVersions | undefined;
  /** The newest series that the project's Python takes. */
  readonly #newest: string | undefined;
  readonly #django = new Map<string, DjangoVersions | undefined>();
  /** The one folder that names Django, for code that lies outside of it: `deploy/requirements.txt`. */
  readonly #only: DependencyScope | undefined;

  constructor(scopes: ReadonlyMap<string, DependencyScope>, newest: string | undefined, override: string | undefined) {
    this.#scopes = scopes;
    this.#newest = newest;
    this.#override = override === undefined ? undefined : overriddenVersions(override);
    const naming = [...scopes.values()].filter(
      (scope) => !isDevelopmentName(baseName(scope.folder)) && scope.named('django') !== undefined,
    );
    this.#only = naming.length === 1 ? naming[0] : undefined;
  }

  get files(): readonly FileId[] {
    return [...new Set([...this.#scopes.values()].flatMap((scope) => scope.files))].sort();
  }

  djangoFor(file: FileId): DjangoVersions | undefined {
    if (this.#override !== undefined) return this.#override;
    const folder = folderOf(file);
    if (!this.#django.has(folder)) this.#django.set(folder, upTo(this.#findDjango(file), this.#newest));
    return this.#django.get(folder);
  }

  requirement(name: string, forFile: FileId): RequirementFact | undefined {
    const found = this.#find(normalizedName(name), forFile);
    if (found === undefined) return undefined;
    const { declared, locked } = found.named;
    const [main] = [...declared, ...locked];
    if (main === undefined) return undefined;
    const versions = new Set((locked.length > 0 ? locked : declared).map((one) => exactVersion(one.specifier)));
    const [version] = versions;
    const { specifier, development, from } = main;
    return { specifier, version: versions.size === 1 ? version : undefined, development, from };
  }

  isRequired(name: string, forFile: FileId): boolean | undefined {
    if (this.#find(normalizedName(name), forFile) !== undefined) return true;
    const near = this.#upwards(forFile);
    const servesDjango = near.some((scope) => scope.named('django') !== undefined);
    return servesDjango && near.every((scope) => scope.isComplete) ? false : undefined;
  }

  /** The scopes of the file's folder and those above it, nearest first. */
  #upwards(file: FileId): readonly DependencyScope[] {
    const found: DependencyScope[] = [];
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      const scope = this.#scopes.get(folder);
      if (scope !== undefined) found.push(scope);
      if (folder === '') return found;
    }
  }

  #find(
    name: string,
    file: FileId,
  ): { readonly named: NamedPackage; readonly above: readonly DependencyScope[] } | undefined {
    const near = this.#upwards(file);
    for (const [i, scope] of near.entries()) {
      const named = scope.named(name);
      if (named !== undefined) return { named, above: near.slice(i + 1) };
    }
    const named = this.#only?.named(name);
    return named && { named, above: [] };
  }

  #findDjango(file: FileId): DjangoVersions | undefined {
    const found = this.#find('django', file);
    if (found === undefined) return undefined;
    const { declared, locked } = found.named;
    if (locked.length > 0) return unitedVersions(locked);
    const locks = found.above.flatMap((scope) => scope.named('django')?.locked ?? []);
    const fitting = locks.filter((lock) => declared.some((range) => isWithin(lock, range)));
    return unitedVersions(fitting.length > 0 ? fitting : declared);
  }
}

/** True when the locked version is of a series that the range allows: the lock of a folder above is also this one's. */
function isWithin(lock: Declaration, range: Declaration): boolean {
  const release = releaseOf(exactVersion(lock.specifier) ?? '');
  return release !== undefined && djangoSeries(range.specifier)?.includes(`${release[0]}.${release[1] ?? 0}`) === true;
}
