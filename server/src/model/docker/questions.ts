// What the Docker rules ask, as pure functions over the model.
// Must not report, edit or read text: every answer is a fact with its places, or undefined for "nothing to say".
// Look next at docker-image.ts (the types) and docker-facts.ts (the same answers as plain JSON).
import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { ContextMatch } from './build-files.ts';
import type { CopySource, DockerCopy } from './copy-instruction.ts';
import type { DockerImage, DockerStage, InstallFile, MissingInclude, PythonInstall } from './docker-image.ts';
import { stageChain, stageCopies } from './stage-chain.ts';

export { holdsSource, type LateInstall, lateInstall, readsFiles } from './late-install.ts';

/** A container that runs as root. */
export interface RootUser {
  /** The USER that says so, else the image of FROM. */
  readonly at: Location;
  /** `stated` by USER, or `inherited` from a base image. */
  readonly kind: 'stated' | 'inherited';
  /** The user or the base image as written. */
  readonly name: string;
  /** False when something of the two below leaves a doubt. */
  readonly isCertain: boolean;
  /** True when the base image or a start script that is not here may set another user. */
  readonly mayBeOther: boolean;
  /** True when no start command that is known shows that the image is deployed. */
  readonly mayBeForDevelopment: boolean;
  /** The first command of a start script, or of a service in its compose file, that only root may run: a USER would stop the container. */
  readonly rootWork: { readonly script: FileId; readonly command: string } | undefined;
}

/** The user of an image: its name without group; `root` for images known to set none; undefined when not known. */
export function finalUser(image: DockerImage): string | undefined {
  const { target } = image;
  if (target.user === undefined) return target.base?.user === 'root' ? 'root' : undefined;
  const name = target.user.name?.split(':')[0]?.trim();
  return name === undefined || name === '' ? undefined : name === '0' ? 'root' : name;
}

/** Whether the container runs as root; undefined when it does not, drops root at start, or the user is not known. */
export function rootUser(image: DockerImage): RootUser | undefined {
  const { target } = image;
  if (image.userInCompose || dropsRoot(image)) return undefined;
  const isUnread = image.command.hasUnreadScript || image.isStartedElsewhere;
  const doubts = (mayBeOther: boolean) => ({
    isCertain: !mayBeOther && image.isDeployed,
    mayBeOther,
    mayBeForDevelopment: !image.isDeployed,
    rootWork: rootWork(image),
  });
  if (target.user !== undefined) {
    if (finalUser(image) !== 'root') return undefined;
    const { instruction, name } = target.user;
    const last = instruction.words.at(-1) ?? instruction;
    const span = { start: instruction.keywordSpan.start, end: last.span.end };
    return { at: { file: image.file, span }, kind: 'stated', name: name ?? 'root', ...doubts(isUnread) };
  }
  const from = target.from.from;
  if (target.base === undefined || target.base.user === 'nonroot' || from === undefined) return undefined;
  return {
    at: { file: image.file, span: from.image.span },
    kind: 'inherited',
    name: target.base.reference.name,
    ...doubts(isUnread || target.base.user !== 'root'),
  };
}

const onlyForRoot =
  /^(?:(?:\/\S+)?\/)?(?:apt|apt-get|apk|chown|chroot|cron|crond|iptables|mount|nginx|pg_ctlcluster|service|sshd|sysctl|update-ca-certificates|useradd|adduser|usermod|groupmod)$|^\/etc\/init\.d\//;

function rootWork({ command, services }: DockerImage): RootUser['rootWork'] {
  const composed = services.flatMap(({ compose, commands }) =>
    commands.map((one) => ({ ...one, script: one.script ?? compose })),
  );
  for (const { words, script } of [...command.commands, ...composed]) {
    const [name] = words;
    if (script !== undefined && name !== undefined && onlyForRoot.test(name)) return { script, command: name };
  }
  return undefined;
}

const dropsUser =
  /(?:^|[\s"'/;&|(])(?:gosu|su-exec|setpriv|s6-setuidgid|setuidgid|runuser|chroot\s+--userspec|capsh|setuser|start-stop-daemon|supervisord|s6-svscan|apache2ctl|apachectl|apache2-foreground|httpd-foreground|unitd)(?:[\s"';&|)]|$)|(?:^|[\s;&|])(?:su|sudo)\s+(?:-\S+\s+)*[\w$"{-]|(?:^|\s)--(?:user|uid|setuid)[=\s]/m;

/** True when the start command or a script it runs gives up root, or the image brings a tool whose only use that is. */
function dropsRoot(image: DockerImage): boolean {
  const { command } = image;
  if (command.scripts.some(({ text }) => dropsUser.test(text))) return true;
  if (command.commands.some(({ words }) => dropsUser.test(words.map((word) => word ?? '').join(' ')))) return true;
  if (command.commands.some(({ words }) => words[0] === '/init')) return true;
  if (image.target.environment.has('UWSGI_UID')) return true;
  if (command.configs.some(({ text }) => /^[ \t]*(?:uid|user)[ \t]*[:=]/m.test(text))) return true;
  return stageChain(image.target).some(({ runs }) =>
    runs.some(({ instruction }) => /\b(?:gosu|su-exec|s6-overlay)\b/.test(instruction.argument.text)),
  );
}

/** A requirements file in the image whose own includes are not. */
export interface UncopiedInclude {
  readonly install: PythonInstall;
  readonly file: InstallFile;
  /** The first file that pip will not find. */
  readonly first: MissingInclude;
  /** The COPY that brought the requirements file; undefined for a bind mount or another stage. */
  readonly copy: DockerCopy | undefined;
}

/** The installs of a stage that stop because a requirements file includes one that is not copied. */
export function uncopiedIncludes(stage: DockerStage): readonly UncopiedInclude[] {
  return stage.installs.flatMap((install) =>
    install.files.flatMap((file): UncopiedInclude[] => {
      const [first] = file.missing;
      if (first === undefined || file.lookup.state !== 'present') return [];
      const { layer } = file.lookup;
      return [{ install, file, first, copy: stageCopies(stage).find(({ layers }) => layers.includes(layer)) }];
    }),
  );
}

/** A COPY or ADD of the whole build context, and the source word that names it. */
export interface ContextCopy {
  readonly copy: DockerCopy;
  /** True when the copy is in the chain of the deployed stage, so that all of it is in the image. */
  readonly isDeployed: boolean;
  readonly source: CopySource;
  readonly at: Location;
}

/** The first copy of the whole context in the deployed stage or its chain, else in a stage whose files it takes. */
export function contextCopy(image: DockerImage): ContextCopy | undefined {
  const chain = stageCopies(image.target);
  const others = image.stages.filter(({ inTarget }) => inTarget).flatMap((stage) => stage.copies);
  for (const copy of new Set([...chain, ...others])) {
    if (copy.instruction.flags.some(({ name }) => name === 'exclude')) continue;
    const source = copy.sources.find(({ matches }) => matches.some((match) => isFolder(match, image.files.folder)));
    const at = { file: image.file, span: (source?.word ?? copy.destination).span };
    if (source !== undefined) return { copy, source, isDeployed: chain.includes(copy), at };
  }
  return undefined;
}

function isFolder(match: ContextMatch, folder: string): boolean {
  return match.kind === 'folder' && match.folder === folder;
}
