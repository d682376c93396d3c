// The Dockerfiles of a workspace that build Django applications, with stages, files, users and commands.
// Must not judge, and knows nothing of settings or models: what joins areas lives in model/deployment.
// Look next at docker-image.ts (the types), stage-walk.ts (how a file is read) and production-image.ts (which files count).

import { parseDockerfile } from '../../syntax/dockerfile/parse-dockerfile.ts';
import { baseName, type FileId } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { findBuildContext, possibleIgnoreFile } from './build-context.ts';
import { type BuildFiles, buildFiles } from './build-files.ts';
import { isBuiltByPlatform } from './buildpack.ts';
import { type CommandBuild, commandBuilds } from './command-builds.ts';
import { type ComposeBuild, composeBuilds } from './compose-builds.ts';
import { readContainerCommand, readStartLine } from './container-command.ts';
import { serviceStartsDeployment, startsDeployment } from './deployment-evidence.ts';
import { isDevelopmentTwin, reasonForDevelopment } from './development-image.ts';
import { isDevelopmentName } from './development-name.ts';
import type { DockerImage, DockerStage } from './docker-image.ts';
import {
  bringsPackages,
  chooseTarget,
  type DjangoEvidence,
  findDjango,
  hasProductionSibling,
  headSaysDevelopment,
  isDockerfileName,
  reasonNotDjango,
  reasonToSkipPath,
  stagesBehind,
} from './production-image.ts';
import { stageChain } from './stage-chain.ts';
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
  /** Images that were read and left out as made for development; rules do not see them. */
  readonly developmentImages: readonly DockerImage[];
  readonly notes: readonly DockerNote[];
}

/** Reads every Dockerfile among the texts. Compose files give contexts and targets where they name them. */
export function buildDocker({ sources }: { readonly sources: Sources }): DockerModel {
  const dockerfiles = [...sources.files].filter((file) => isDockerfileName(baseName(file))).sort();
  if (dockerfiles.length === 0) return { images: [], developmentImages: [], notes: [] };
  const builds = composeBuilds(sources);
  const known: Known = { sources, builds, commands: commandBuilds(sources), django: findDjango(sources) };
  const images: DockerImage[] = [];
  const developmentImages: DockerImage[] = [];
  const notes: DockerNote[] = [];
  for (const file of dockerfiles) {
    const image = readImage(file, known);
    const isAside = hasProductionSibling(file, dockerfiles);
    const aside = isAside ? 'a Dockerfile for production lies beside it' : undefined;
    const reason = aside ?? (typeof image === 'string' ? image : reasonForDevelopment(image));
    if (reason !== undefined) notes.push({ file, reason });
    if (typeof image !== 'string') (reason === undefined ? images : developmentImages).push(image);
  }
  const twins = new Set(images.filter((image) => isDevelopmentTwin(image, builds, images)));
  for (const { file } of twins) {
    notes.push({ file, reason: 'it is started for development alone, and another Dockerfile is for production' });
  }
  developmentImages.push(...twins);
  return { images: images.filter((image) => !twins.has(image)), developmentImages, notes };
}

/** What is read once for all Dockerfiles. */
interface Known {
  readonly sources: Sources;
  readonly builds: readonly ComposeBuild[];
  readonly commands: readonly CommandBuild[];
  readonly django: DjangoEvidence;
}

/** The image of a Dockerfile, or why it is none that counts. */
function readImage(file: FileId, known: Known): DockerImage | string {
  const { sources, django } = known;
  const skip = reasonToSkipPath(file);
  if (skip !== undefined) return skip;
  const tree = parseDockerfile(sources.text(file) ?? '');
  if (tree.templated) return 'it is a template of another tool';
  if (headSaysDevelopment(tree)) return 'its first comment says that it is for development';
  const builds = known.builds.filter(({ dockerfile }) => dockerfile === file);
  const commands = known.commands.filter(({ dockerfile }) => dockerfile === file);
  const context = findBuildContext(file, tree, sources, builds, commands);
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
  const ignoreFile = files.ignoreFile ?? possibleIgnoreFile(file, sources, [...builds, ...commands]);
  const isStartedElsewhere = command.commands.length === 0 && mayDropRoot(sources, files);
  const services = builds
    .filter(({ isDevelopment }) => !isDevelopment)
    .map(({ compose, lines }) => ({
      compose,
      commands: lines.flatMap((line) => readStartLine(line, target, files, sources)),
    }));
  // An image that selects settings of developers is theirs.
  const settings = target.environment.get('DJANGO_SETTINGS_MODULE')?.split('.').at(-1) ?? '';
  const isStarted =
    startsDeployment(command, exposesPort(target)) || serviceStartsDeployment(services.map(({ commands }) => commands));
  const isDeployed = isStarted && !isDevelopmentName(settings) && !isBuiltByPlatform(sources);
  return {
    file,
    tree,
    context,
    files,
    stages,
    target,
    command,
    isStartedElsewhere,
    isDeployed,
    services,
    ignoreFile,
    userInCompose,
  };
}

/** True for an image that somebody talks to over the network. */
function exposesPort(target: DockerStage): boolean {
  return stageChain(target).some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'EXPOSE'));
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

/** Marks what the target is built from: its chain, and the stages whose files it takes. */
function markTarget(stages: readonly OpenStage[], target: DockerStage): void {
  const behind = new Set(stagesBehind(target));
  for (const stage of stages) stage.inTarget = behind.has(stage);
}
