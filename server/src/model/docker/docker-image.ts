import type { DockerfileTree, DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { BaseImage } from './base-image.ts';
import type { BuildFiles } from './build-files.ts';
import type { ContainerCommand, StartCommand } from './container-command.ts';
import type { DockerCopy } from './copy-instruction.ts';
import type { ImageLayer, ImageLookup } from './image-files.ts';
import type { ImagePath } from './image-path.ts';
import type { InstallArgument, InstallCommand } from './python-install.ts';
import type { RunCommand } from './run-instruction.ts';

/** A `-r` or `-c` of a requirements file that is there in the context but not in the image. */
export interface MissingInclude {
  /** The line that includes it. */
  readonly at: Location;
  /** As written in the file. */
  readonly written: string;
  /** The included file in the context. */
  readonly file: FileId;
  /** Where pip looks for it. */
  readonly imagePath: ImagePath;
  /** True when the ignore file keeps it out of the build: no COPY can bring it. */
  readonly isIgnored: boolean;
}

/** A file that an install reads, looked up in the image as it is at that command. */
export interface InstallFile extends InstallArgument {
  /** Undefined when a variable or folder is not known. */
  readonly imagePath: ImagePath | undefined;
  readonly lookup: ImageLookup;
  /** Itself and what it includes, also what is missing from the image; empty when it is not there itself. */
  readonly included: readonly FileId[];
  readonly missing: readonly MissingInclude[];
}

/** A command that installs Python packages. */
export interface PythonInstall extends InstallCommand {
  readonly file: FileId;
  readonly run: DockerRun;
  /** The command in the Dockerfile. */
  readonly span: Span;
  /** `pip install`, `uv sync` and the like, for messages. */
  readonly name: string;
  readonly folder: ImagePath | undefined;
  readonly files: readonly InstallFile[];
  /** True when the project's own source has to be in the image: `pip install .`, or `-e .` in a file. */
  readonly needsSource: boolean;
  readonly conditional: boolean;
}

export interface DockerRun {
  readonly instruction: DockerInstruction;
  readonly commands: readonly RunCommand[];
  /** True with `--mount=type=cache`. */
  readonly hasCache: boolean;
}

/** A variable's value; undefined when it is not known. */
export type Scope = ReadonlyMap<string, string | undefined>;

/** A USER instruction; `name` is undefined when a variable in it is not known. */
export interface UserSetting {
  readonly instruction: DockerInstruction;
  readonly name: string | undefined;
}

/** A stage of a Dockerfile with what it inherits. */
export interface DockerStage {
  readonly file: FileId;
  readonly index: number;
  /** In lower case, as Docker compares it. */
  readonly name: string | undefined;
  readonly from: DockerInstruction;
  /** All behind FROM. */
  readonly instructions: readonly DockerInstruction[];
  /** The stage that FROM names. */
  readonly parent: DockerStage | undefined;
  /** The image at the end of the chain of stages; undefined for `scratch` and unknown variables. */
  readonly base: BaseImage | undefined;
  /** True when the image that is built needs this stage. */
  readonly inTarget: boolean;
  /** The last USER of the chain; undefined when there is none. */
  readonly user: UserSetting | undefined;
  readonly workdir: ImagePath | undefined;
  /** ENV of the chain. */
  readonly environment: Scope;
  /** ARG and ENV of the chain, as the last instruction sees them. */
  readonly scope: Scope;
  readonly copies: readonly DockerCopy[];
  readonly runs: readonly DockerRun[];
  readonly installs: readonly PythonInstall[];
  readonly layers: readonly ImageLayer[];
  readonly cmd: DockerInstruction | undefined;
  readonly entrypoint: DockerInstruction | undefined;
  readonly healthcheck: DockerInstruction | undefined;
  /** What the build can see. */
  readonly files: BuildFiles;
  /** The stages whose files it copies or mounts. */
  readonly copiesFrom: readonly DockerStage[];
}

/** The folder that a build sends, and how sure that is. */
export interface BuildContext {
  readonly folder: string;
  /** `compose` or a build `command` names it; `sources` finds it by what COPY names; `folder` is a guess. */
  readonly origin: 'compose' | 'command' | 'sources' | 'folder';
}

/** A Dockerfile that builds a Django application for production. */
export interface DockerImage {
  readonly file: FileId;
  readonly tree: DockerfileTree;
  readonly context: BuildContext;
  readonly files: BuildFiles;
  readonly stages: readonly DockerStage[];
  /** The stage that is deployed. */
  readonly target: DockerStage;
  readonly command: ContainerCommand;
  /** True when it has no start command of its own, and a script or configuration of the project may set the user. */
  readonly isStartedElsewhere: boolean;
  /** True when a start command of the image or of a compose service shows that it is deployed, not only developed in. */
  readonly isDeployed: boolean;
  /** What compose services run in it in place of CMD, with the compose file. */
  readonly services: readonly { readonly compose: FileId; readonly commands: readonly StartCommand[] }[];
  /** The ignore file that holds, or one that another build of the Dockerfile may use. */
  readonly ignoreFile: FileId | undefined;
  /** True when a compose file gives the container a `user`. */
  readonly userInCompose: boolean;
}
