import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { DockerCopy } from './copy-instruction.ts';
import type { DockerStage, PythonInstall } from './docker-image.ts';
import { findInImage } from './image-files.ts';
import { joinPath, resolveImagePath } from './image-path.ts';
import { stageChain } from './stage-chain.ts';

/** An install that runs again with every change of the source, because the source is copied before it. */
export interface LateInstall {
  readonly copy: DockerCopy;
  readonly install: PythonInstall;
  /** Every install of that RUN, the first included: all their files have to be there. */
  readonly together: readonly PythonInstall[];
  readonly at: Location;
}

/**
 * The first install of a stage's chain that reads dependency files, when these come with the source of the project.
 * Undefined when the install, or a command before it, needs the source, its downloads are cached between builds, or an earlier one read
 * its files.
 */
export function lateInstall(stage: DockerStage): LateInstall | undefined {
  if (stage.parent !== undefined && stageChain(stage.parent).some(({ installs }) => installs.some(readsFiles)))
    return undefined;
  const install = stage.installs.find(readsFiles);
  if (install === undefined || install.needsSource || install.conditional || install.run.hasCache) return undefined;
  if (mayHoldPackages(stage)) return undefined;
  const [main] = install.files;
  if (main?.lookup.state !== 'present') return undefined;
  const { layer } = main.lookup;
  const copy = stage.copies.find(({ layers }) => layers.includes(layer));
  if (copy === undefined || layer.kind !== 'tree' || !holdsSource(stage, layer.folder)) return undefined;
  const together = stage.installs.filter((one) => one.run === install.run && readsFiles(one));
  if (together.some((one) => one.needsSource) || usesSource(stage, copy, together)) return undefined;
  const span: Span = { start: copy.instruction.keywordSpan.start, end: copy.destination.span.end };
  return { copy, install, together, at: { file: stage.file, span } };
}

/** True when a command between the copy and the install names another file that the copy brought, such as a script. */
function usesSource(stage: DockerStage, copy: DockerCopy, together: readonly PythonInstall[]): boolean {
  const own = new Set(together.flatMap(({ files }) => files.flatMap(({ included }) => included)));
  const start = copy.instruction.keywordSpan.start;
  const end = together[0]?.span.start ?? start;
  const between = stage.runs
    .filter(({ instruction }) => instruction.keywordSpan.start > start)
    .flatMap(({ commands }) => commands)
    .filter(({ command }) => command.span.start < end);
  return between.some(({ command, folder }) =>
    command.words.some(({ text }) => {
      const path = folder === undefined ? undefined : resolveImagePath(folder, text.replace(/^["']|["']$/g, ''));
      const found = path === undefined ? undefined : findInImage(copy.layers, path, stage.files);
      return found?.state === 'present' && !own.has(found.file);
    }),
  );
}

/** True for a base image of the project's own, which often brings the packages, so that the install has little left to do. */
function mayHoldPackages({ base }: DockerStage): boolean {
  return base !== undefined && !base.isKnown && !/(?:^|\/)(?:python[\d.]*|pypy|uv)$/.test(base.reference.name);
}

/** True when the install reads a file or the project. */
export function readsFiles(install: PythonInstall): boolean {
  return install.files.length > 0 || install.installsProject;
}

/** True for the context itself and for folders with Python files of their own. */
export function holdsSource(stage: DockerStage, folder: string): boolean {
  if (folder === stage.files.folder) return true;
  const inContext = stage.files.folder === '' ? folder : folder.slice(stage.files.folder.length + 1);
  return stage.files.match(joinPath(inContext, '*.py')).length > 0;
}
