import { lastPart } from '../../text/dotted-name.ts';
import { baseName } from '../../text/file-id.ts';
import type { ComposeBuild } from './compose-builds.ts';
import { isDevelopmentName, isProductionName } from './development-name.ts';
import type { DockerImage, DockerStage, PythonInstall } from './docker-image.ts';
import { serverCommands } from './server-command.ts';
import { stageChain, stageCopies } from './stage-chain.ts';

/**
 * Why an image is for development by what it holds: its last install brings packages for development, or its settings
 * module is one for development. Undefined when nothing says so, or when it starts a server for production.
 */
export function reasonForDevelopment(image: DockerImage): string | undefined {
  const install = lastInstall(image.target);
  if (install !== undefined && bringsDevelopment(image.target, install)) {
    return `its last \`${install.name}\` installs what development needs`;
  }
  if (startsServer(image)) return undefined;
  const settings = image.target.environment.get('DJANGO_SETTINGS_MODULE');
  return isDevelopmentName(lastPart(settings ?? '')) ? `it sets \`${settings}\`, settings for development` : undefined;
}

/** True when all that is known of how it is started says development, and another image of the project is for production. */
export function isDevelopmentTwin(
  image: DockerImage,
  builds: readonly ComposeBuild[],
  others: readonly DockerImage[],
): boolean {
  if (startsServer(image) || saysProduction(image)) return false;
  const own = builds.filter(({ dockerfile }) => dockerfile === image.file);
  if (own.some(({ starts, compose }) => starts === 'production' || isProductionName(baseName(compose)))) return false;
  const runsDevelopment = serverCommands(image.command.commands).some(({ name }) => name === 'runserver');
  const isBuiltForIt = own.some(({ starts, isDevelopment }) => starts === 'development' || isDevelopment);
  if (!runsDevelopment && !isBuiltForIt) return false;
  return others.some((one) => one !== image && (startsServer(one) || saysProduction(one)));
}

function startsServer({ command }: DockerImage): boolean {
  return serverCommands(command.commands).some(({ name }) => name !== 'runserver');
}

/** True when the path, the stage or the last install of an image says production. */
function saysProduction({ file, target }: DockerImage): boolean {
  if (file.split('/').some(isProductionName) || isProductionName(target.name ?? '')) return true;
  const install = lastInstall(target);
  if (install === undefined) return false;
  if (install.files.some(({ path }) => isProductionName(baseName(path)))) return true;
  const text = install.run.instruction.argument.text;
  return /--(?:no-dev|only[= ]main|without[= ]\S*dev)\b|--(?:extra|group|with)[= ]\S*prod/.test(text);
}

/** The last install by files of the stage's chain that always runs; else that of the stages whose files it takes. */
function lastInstall(target: DockerStage): PythonInstall | undefined {
  const chain = stageChain(target);
  for (const stage of [...chain, ...chain.flatMap(({ copiesFrom }) => copiesFrom)]) {
    const found = stage.installs.findLast((one) => !one.conditional && (one.files.length > 0 || one.installsProject));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True when the command asks for it, or reads a file that a COPY brings under a plainer name. */
function bringsDevelopment(target: DockerStage, install: PythonInstall): boolean {
  if (install.forDevelopment) return true;
  return install.files.some(({ kind, lookup }) => {
    if (kind !== 'requirement' || lookup.state !== 'present' || !isDevelopmentName(baseName(lookup.file))) return false;
    const copy = stageCopies(target).find(({ layers }) => layers.includes(lookup.layer));
    return copy?.sources.some(({ word }) => isDevelopmentName(baseName(word.text))) === true;
  });
}
