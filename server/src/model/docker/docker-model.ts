// The Dockerfiles of a workspace that build Django applications, with stages, files, users and commands.
// Must not judge, and knows nothing of settings or models: what joins areas lives in model/deployment.
// Look next at docker-image.ts (the types), stage-walk.ts (how a file is read) and production-image.ts (which files count).
import { parseDockerfile } from '../../syntax/dockerfile/parse-dockerfile.ts';
import { baseName, type FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { findBuildContext, foldersUpwards } from './build-context.ts';
import { type BuildFiles, buildFiles } from './build-files.ts';
import { type ComposeBuild, composeBuilds } from './compose-builds.ts';
import { readContainerCommand } from './container-command.ts';
import type { DockerImage, DockerStage } from './docker-image.ts';
import { joinPath } from './image-path.ts';
import {
  bringsPackages,
  chooseTarget,
  type DjangoEvidence,
  findDjango,
  hasProductionSibling,
  isDockerfileName,
  reasonNotDjango,
  reasonToSkipPath,
  saysDevelopment,
  stagesBehind,
} from './production-image.ts';
import { type OpenStage, walkStages } from './stage-walk.ts';

export type { DockerImage, DockerStage, InstallFile, PythonInstall } from './docker-image.ts';

/** A Dockerfile that was left out, and why. */
export interface DockerNote {
  readonly file: FileId;
  readonly reason: string;
}

export interface DockerModel {
  /** In the order of their names. */
  readonly images: readonly DockerImage[];
  readonly notes: readonly DockerNote[];
}

/** Reads every Dockerfile among the texts. Compose files give contexts and targets where they name them. */
export function buildDocker({ sources }: { readonly sources: Sources }): DockerModel {
  const dockerfiles = [...sources.files].filter((file) => isDockerfileName(baseName(file))).sort();
  if (dockerfiles.length === 0) return { images: [], notes: [] };
  const builds = composeBuilds(sources);
  const django = findDjango(sources);
  const images: DockerImage[] = [];
  const notes: DockerNote[] = [];
  for (const file of dockerfiles) {
    const image = hasProductionSibling(file, dockerfiles)
      ? 'a Dockerfile for production lies beside it'
      : readImage(file, sources, builds, django);
    if (typeof image === 'string') notes.push({ file, reason: image });
    else images.push(image);
  }
  return { images, notes };
}

/** The image of a Dockerfile, or why it is none that counts. */
function readImage(
  file: FileId,
  sources: Sources,
  allBuilds: readonly ComposeBuild[],
  django: DjangoEvidence,
): DockerImage | string {
  const skip = reasonToSkipPath(file);
  if (skip !== undefined) return skip;
  const tree = parseDockerfile(sources.text(file) ?? '');
  if (tree.templated) return 'it is a template of another tool';
  if (saysDevelopment(tree)) return 'its first comment says that it is for development';
  const builds = allBuilds.filter(({ dockerfile }) => dockerfile === file);
  const context = findBuildContext(file, tree, sources, builds);
  const files = buildFiles(sources, file, context.folder);
  const stages = walkStages({ file, tree, files, sources });
  const target = chooseTarget(stages, builds);
  if (stages.length === 0) return 'it has no FROM';
  if (target === undefined) return 'none of its stages brings Python for production';
  const notDjango = reasonNotDjango(target, files, django);
  if (notDjango !== undefined) return notDjango;
  markTarget(stages, target);
  const command = readContainerCommand(target, files, sources);
  if (!bringsPackages(target, command)) return 'nothing in it installs Python packages or starts Python';
  const userInCompose = builds.some(({ setsUser, isDevelopment }) => setsUser && !isDevelopment);
  const ignoreFile = files.ignoreFile ?? nearestIgnoreFile(file, sources);
  const isStartedElsewhere = command.commands.length === 0 && mayDropRoot(sources, files);
  return { file, tree, context, files, stages, target, command, isStartedElsewhere, ignoreFile, userInCompose };
}

/** True when a start script or a server's configuration in the context names another user, or cannot be read. */
function mayDropRoot(sources: Sources, files: BuildFiles): boolean {
  return [...sources.listing].some((file) => {
    if (!files.has(file) || !/uwsgi|supervisor|entry-?point|gunicorn/i.test(file) || file.endsWith('.py')) return false;
    const text = sources.text(file);
    return (
      text === undefined ||
      /\b(?:gosu|su-exec|setpriv|runuser)\b|^[ \t]*(?:uid|user)[ \t]*[:=]|--(?:uid|user)\b|\buwsgi\b.*\.ini\b/m.test(
        text,
      )
    );
  });
}

/** A build can be started from any folder above the Dockerfile, whatever we think of its context. */
function nearestIgnoreFile(file: FileId, sources: Sources): FileId | undefined {
  return foldersUpwards(file)
    .map((folder) => joinPath(folder, '.dockerignore') as FileId)
    .find((one) => sources.has(one));
}

/** Marks what the target is built from: its chain, and the stages whose files it takes. */
function markTarget(stages: readonly OpenStage[], target: DockerStage): void {
  const behind = new Set(stagesBehind(target));
  for (const stage of stages) stage.inTarget = behind.has(stage);
}
