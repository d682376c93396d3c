// Builders that turn the intention of a Docker rule into edits in the Dockerfile's own style: keyword case, line ends, comments.
// Must not judge or apply: a builder that cannot keep the build as it is gives undefined.
// Look next at requirement-copies.ts, install-order.ts, user-edits.ts and ignore-file.ts.
import type { DockerImage, DockerStage } from '../../model/docker/docker-model.ts';
import type { LateInstall, UncopiedInclude } from '../../model/docker/questions.ts';
import type { Sources } from '../../model/sources.ts';
import type { FileEdit, NewFile } from '../../text/location.ts';
import { newIgnoreFile } from './ignore-file.ts';
import { copyRequirementsFirst } from './install-order.ts';
import { copyIncludedFiles, copyRequirementFolder } from './requirement-copies.ts';
import { setUser } from './user-edits.ts';

export interface DockerEdits {
  /** USER, and a new user when the stage makes none, before CMD and ENTRYPOINT of the target stage. */
  setUser(image: DockerImage): readonly FileEdit[] | undefined;
  /** The folder of requirements files instead of one of them, and the `-r` paths with it. */
  copyRequirementFolder(stage: DockerStage, include: UncopiedInclude): readonly FileEdit[] | undefined;
  /** The included requirements files beside the one that includes them. */
  copyIncludedFiles(stage: DockerStage, include: UncopiedInclude): readonly FileEdit[] | undefined;
  /** A new `.dockerignore` in the build context. */
  newIgnoreFile(image: DockerImage): NewFile | undefined;
  /** The dependency files before the install, the source after it. */
  copyRequirementsFirst(stage: DockerStage, late: LateInstall): readonly FileEdit[] | undefined;
}

/** The builders over one state of the texts. */
export function dockerEdits(sources: Sources): DockerEdits {
  return {
    setUser: (image) => setUser(image, sources),
    copyRequirementFolder: (stage, include) => copyRequirementFolder(stage, include, sources),
    copyIncludedFiles: (stage, include) => copyIncludedFiles(stage, include, sources),
    newIgnoreFile: (image) => newIgnoreFile(image, sources),
    copyRequirementsFirst: (stage, late) => copyRequirementsFirst(stage, late, sources),
  };
}
