import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { DjangoVersions } from './django-versions.ts';

/** What a project says about one package. */
export interface RequirementFact {
  /** Version specifier as written, `''` when any version will do. */
  readonly specifier: string;
  /** The one version that a lock file or an `==` names. */
  readonly version: string | undefined;
  readonly from: Location;
}

/** The dependency files of a root and what holds for each folder of it. */
export interface DependencyModel {
  /** Every file that was read for it, sorted. */
  readonly files: readonly FileId[];
  /** The Django that the code of `file` runs on; undefined when nothing near it names one. */
  djangoFor(file: FileId): DjangoVersions | undefined;
  /** The requirement of a package (any spelling of its name) that holds for `file`. */
  requirement(name: string, forFile: FileId): RequirementFact | undefined;
  /** Whether the package is installed for `file`; undefined when no dependency file is near or one could not be read wholly. */
  isRequired(name: string, forFile: FileId): boolean | undefined;
}
