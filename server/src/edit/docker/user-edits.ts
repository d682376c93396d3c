import type { DockerImage, DockerStage } from '../../model/docker/docker-model.ts';
import type { Sources } from '../../model/sources.ts';
import type { DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import type { FileEdit } from '../../text/location.ts';
import { blockStart, inCaseOf, insertAfter, insertLines } from './dockerfile-text.ts';

/** Instructions that may need root, or that the last user must not precede. */
const needsRoot = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER', 'VOLUME']);

/**
 * Lets the container of an image run as another user than root: USER with a user that the stage already makes, else a new
 * system user, before CMD and ENTRYPOINT. Undefined for a base image whose way to make a user is not known.
 */
export function setUser(image: DockerImage, sources: Sources): readonly FileEdit[] | undefined {
  const text = sources.text(image.file);
  const { target } = image;
  if (text === undefined) return undefined;
  const known = madeUser(target);
  const create = known === undefined ? createCommand(target) : undefined;
  if (known === 'unclear' || (known === undefined && create === undefined)) return undefined;
  const style = target.from.writtenKeyword;
  const user = `${inCaseOf(style, 'USER')} ${known ?? 'app'}`;
  const lines = create === undefined ? [user] : [`${inCaseOf(style, 'RUN')} ${create}`, user];
  const start = startInstruction(target);
  const last = target.instructions.at(-1) ?? target.from;
  const edit = start === undefined ? insertAfter(text, last, lines) : insertLines(text, blockStart(text, start), lines);
  return [{ file: image.file, edit }];
}

/** The first CMD or ENTRYPOINT behind everything that needs root. */
function startInstruction(stage: DockerStage): DockerInstruction | undefined {
  const { instructions } = stage;
  const lastWork = instructions.findLastIndex(({ keyword }) => needsRoot.has(keyword));
  return instructions.slice(lastWork + 1).find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
}

/** A user that a USER or a command of the chain names already; `'unclear'` when a command makes one that cannot be read. */
function madeUser(target: DockerStage): string | undefined {
  for (let stage: DockerStage | undefined = target; stage !== undefined; stage = stage.parent) {
    for (const instruction of [...stage.instructions].reverse()) {
      const name = instruction.keyword === 'USER' ? instruction.words[0]?.text : undefined;
      if (name !== undefined && /^[a-z_][\w-]*(?::[\w-]+)?$/i.test(name) && !/^root(?::|$)/.test(name)) return name;
    }
    const commands = stage.runs
      .flatMap((run) => run.commands)
      .map(({ command }) => command.words.map(({ text }) => text));
    const maker = commands.findLast(([name]) => /^(?:\/usr\/sbin\/)?(?:useradd|adduser)$/.test(name ?? ''));
    if (maker !== undefined) return userArgument(maker) ?? 'unclear';
  }
  return undefined;
}

/** The name in `useradd … NAME` and `adduser … NAME [GROUP]`; undefined when the words leave a doubt. */
function userArgument(words: readonly string[]): string | undefined {
  const withValue =
    /^(?:-[ugGdscekKpbfZ]|--(?:uid|gid|groups?|home(?:-dir)?|shell|comment|base-dir|expiredate|inactive|key|password|ingroup|gecos|conf))$/;
  const plain: string[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? '';
    // `-g` and `-G` name a group, but adduser of Debian and Alpine also take `-D` and `-S` without a value.
    if (withValue.test(word)) i++;
    else if (!word.startsWith('-')) plain.push(word);
  }
  const [name] = plain;
  return plain.length === 1 && name !== undefined && /^[a-z_][\w-]*$/.test(name) ? name : undefined;
}

function createCommand({ base }: DockerStage): string | undefined {
  if (base?.family === 'debian') return 'useradd --system --no-log-init --uid 10001 app';
  return base?.family === 'alpine' ? 'adduser -S -u 10001 app' : undefined;
}
