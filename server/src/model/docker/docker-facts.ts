import { pythonEndOfLife } from '../../data/end-of-life.ts';
import type { FileId } from '../../text/file-id.ts';
import type { Pin } from './base-image.ts';
import { resolveAt } from './copy-instruction.ts';
import type { DockerImage, DockerStage } from './docker-image.ts';
import { expandWord } from './expand-variables.ts';
import { findInImage } from './image-files.ts';
import { type ImagePath, joinPath } from './image-path.ts';
import { finalUser, holdsSource, lateInstall, readsFiles } from './questions.ts';
import { applicationModule, type ServerCommand, serverCommands } from './server-command.ts';

/** What is known of one Dockerfile; null is unknown. The shape is a promise of `facts --format json`. */
export interface DockerFacts {
  readonly file: FileId;
  /** `.` for the root. */
  readonly context: string;
  readonly finalUser: string | null;
  readonly base: { readonly image: string; readonly tag: string | null; readonly pin: Pin } | null;
  readonly python: string | null;
  readonly pythonEndOfLife: boolean | null;
  /** The servers that the container starts; empty when it starts none that we know. */
  readonly serverCommand: readonly string[];
  readonly runserver: boolean | null;
  readonly shellForm: boolean;
  readonly healthCheck: boolean;
  readonly copyAllBeforeInstall: boolean;
  readonly dockerignore: boolean;
  readonly settingsModule: string | null;
  readonly application: { readonly ref: string; readonly exists: boolean | null } | null;
  readonly secretInEnvOrArg: boolean;
  /** Files of the context that matter for the build beside the copied source. */
  readonly contextFiles: readonly FileId[];
}

/** The facts of an image on a day, `YYYY-MM-DD`. */
export function dockerFacts(image: DockerImage, today: string): DockerFacts {
  const { target, command } = image;
  const servers = serverCommands(command.commands);
  const lastDay = target.base?.python === undefined ? undefined : pythonEndOfLife(target.base.python);
  return {
    file: image.file,
    context: image.context.folder === '' ? '.' : image.context.folder,
    finalUser: finalUser(image) ?? null,
    base: baseFact(target),
    python: target.base?.python ?? null,
    pythonEndOfLife: lastDay === undefined ? null : lastDay < today,
    serverCommand: [...new Set(servers.map(({ name }) => name))],
    runserver: runserverFact(image, servers),
    shellForm: command.shellForm,
    healthCheck: target.healthcheck?.inner?.keyword === 'CMD',
    copyAllBeforeInstall: image.stages.some((stage) => stage.inTarget && copiesSourceFirst(stage)),
    dockerignore: image.ignoreFile !== undefined,
    settingsModule: target.environment.get('DJANGO_SETTINGS_MODULE') ?? null,
    application: applicationFact(image, servers),
    secretInEnvOrArg: image.stages.some(hasSecret),
    contextFiles: contextFiles(image),
  };
}

function baseFact({ base }: DockerStage): DockerFacts['base'] {
  if (base === undefined) return null;
  const { registry, name, tag } = base.reference;
  return { image: registry === undefined ? name : `${registry}/${name}`, tag: tag ?? null, pin: base.pin };
}

function runserverFact(image: DockerImage, servers: readonly ServerCommand[]): boolean | null {
  if (servers.some(({ name }) => name === 'runserver')) return true;
  return image.command.hasUnreadScript ? null : false;
}

/** True when the source comes before the first dependencies, whatever the install needs or caches. */
function copiesSourceFirst(stage: DockerStage): boolean {
  if (lateInstall(stage) !== undefined) return true;
  const install = stage.installs.find((one) => readsFiles(one) && !one.needsSource);
  if (install === undefined || install.files.some(({ lookup }) => lookup.state === 'present')) return false;
  return stage.copies.some(
    ({ instruction, layers }) =>
      instruction.span.start < install.run.instruction.span.start &&
      layers.some((layer) => layer.kind === 'tree' && holdsSource(stage, layer.folder)),
  );
}

function applicationFact(image: DockerImage, servers: readonly ServerCommand[]): DockerFacts['application'] {
  for (const server of servers) {
    const module = applicationModule(server);
    if (module !== undefined) return { ref: module, exists: moduleExists(image, server, module) };
  }
  return null;
}

/** Whether a module can be imported from the folder, `--chdir` or PYTHONPATH of the server. */
function moduleExists(image: DockerImage, server: ServerCommand, module: string): boolean | null {
  const { target, files } = image;
  const folders = moduleFolders(target, server);
  if (folders === undefined) return null;
  const path = module.replaceAll('.', '/');
  const states = folders.flatMap((folder) =>
    [`${path}.py`, `${path}/__init__.py`].map(
      (name) => findInImage(target.layers, joinPath(folder, name), files).state,
    ),
  );
  return states.includes('present') ? true : states.includes('maybe') ? null : false;
}

function moduleFolders(target: DockerStage, server: ServerCommand): readonly ImagePath[] | undefined {
  const folders: (ImagePath | undefined)[] = [server.command.folder];
  for (const [index, word] of server.arguments.entries()) {
    const value = /^(?:--chdir|--app-dir|--pythonpath|--python-path)(?:=(.*))?$/.exec(word ?? '');
    if (value === null) continue;
    const path = value[1] ?? server.arguments[index + 1];
    folders.push(path === undefined ? undefined : resolveAt(target.workdir, path));
  }
  const pythonPath = target.environment.has('PYTHONPATH') ? target.environment.get('PYTHONPATH') : '';
  if (pythonPath === undefined) return undefined;
  for (const part of pythonPath.split(':')) if (part !== '') folders.push(resolveAt(target.workdir, part));
  return folders.every((folder) => folder !== undefined) ? folders : undefined;
}

const secretName = /(?:^|_)(?:SECRET|PASSWORD|PASSWD|PASS|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)(?:_|$)/i;

/** True for an ENV with a written-out value, or any ARG, whose name says secret; also for values that show one. */
function hasSecret(stage: DockerStage): boolean {
  return stage.instructions.some(({ keyword, properties }) =>
    properties.some(({ name, value }) => {
      if (keyword !== 'ENV' && keyword !== 'ARG') return false;
      const plain = value === undefined ? undefined : expandWord(value, () => undefined);
      if (plain !== undefined && /:\/\/[^/\s:@]+:[^/\s:@]+@|AKIA[0-9A-Z]{16}|-----BEGIN|django-insecure-/.test(plain))
        return true;
      if (!secretName.test(name) || /_(?:FILE|PATH|DIR|URL|NAME|LENGTH|AGE|TIMEOUT)$/i.test(name)) return false;
      return keyword === 'ARG' || (plain !== undefined && plain !== '');
    }),
  );
}

function contextFiles(image: DockerImage): readonly FileId[] {
  const files = new Set<FileId>(image.command.scripts.map(({ file }) => file));
  if (image.ignoreFile !== undefined) files.add(image.ignoreFile);
  for (const stage of image.stages) {
    for (const install of stage.installs)
      for (const { included } of install.files) for (const file of included) files.add(file);
  }
  return [...files].sort();
}
