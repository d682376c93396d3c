import type { DockerInstruction, DockerWord } from '../../syntax/dockerfile/nodes.ts';
import type { BuildFiles, ContextMatch } from './build-files.ts';
import { findInImage, type ImageLayer, isKnownFolder } from './image-files.ts';
import { type ImagePath, joinPath, resolveImagePath } from './image-path.ts';

/** A source word of COPY or ADD. */
export interface CopySource {
  readonly word: DockerWord;
  /** Variables resolved; undefined when not known. */
  readonly path: string | undefined;
  /** What it names in the context; empty for `--from`, URLs and what is not there. */
  readonly matches: readonly ContextMatch[];
}

/** A COPY or ADD of a stage. */
export interface DockerCopy {
  readonly instruction: DockerInstruction;
  readonly sources: readonly CopySource[];
  readonly destination: DockerWord;
  /** Absolute; undefined when not known. */
  readonly to: ImagePath | undefined;
  /** True when the sources land below `to`, false when the one source becomes `to`. */
  readonly intoFolder: boolean;
  /** `--from` as written; undefined for the context. */
  readonly from: string | undefined;
  readonly layers: readonly ImageLayer[];
}

/** What a COPY needs to know of the place where it stands. */
export interface CopyPlace {
  readonly layers: readonly ImageLayer[];
  readonly workdir: ImagePath | undefined;
  readonly folders: ReadonlySet<ImagePath>;
  readonly files: BuildFiles;
  expand(text: string): string | undefined;
  /** The layers of an earlier stage; undefined when the name is somebody else's image. */
  stageLayers(name: string): readonly ImageLayer[] | undefined;
}

const systemFolders = new Set(
  '/ /bin /etc /home /media /mnt /opt /root /run /sbin /srv /tmp /usr /usr/bin /usr/lib /usr/local /usr/local/bin /usr/local/lib /usr/sbin /usr/share /usr/src /var /var/cache /var/lib /var/log /var/tmp'.split(
    ' ',
  ),
);

/** Reads a COPY or ADD into the layers it makes; undefined when it has no destination. */
export function readCopy(instruction: DockerInstruction, place: CopyPlace): DockerCopy | undefined {
  const words = instruction.json?.map(({ value, span }) => ({ text: value, span })) ?? instruction.words;
  const destination = words.at(-1);
  if (words.length < 2 || destination === undefined) return undefined;
  const from = instruction.flags.find(({ name }) => name === 'from')?.value;
  const written = place.expand(destination.text);
  const to = written === undefined ? undefined : resolveAt(place.workdir, written);
  const sources = words.slice(0, -1).map((word) => readSource(word, from, place));
  const isFolder =
    /(?:^|\/)\.{0,2}$/.test(written ?? '') || sources.length > 1 || (to !== undefined && isFolderAt(to, place));
  const copy = { instruction, sources, destination, to, from };
  const layers =
    to === undefined ? unknown('/', instruction) : sources.flatMap((one) => layersOf(one, to, isFolder, copy, place));
  const copiesFile = sources.every(({ matches }) => matches.every(({ kind }) => kind === 'file'));
  return { ...copy, intoFolder: isFolder || !copiesFile, layers };
}

/** Resolves against a working folder that may be unknown. */
export function resolveAt(workdir: ImagePath | undefined, path: string): ImagePath | undefined {
  if (workdir !== undefined) return resolveImagePath(workdir, path);
  return path.startsWith('/') ? resolveImagePath('/', path) : undefined;
}

function isFolderAt(path: ImagePath, place: CopyPlace): boolean {
  return systemFolders.has(path) || place.folders.has(path) || isKnownFolder(place.layers, path, place.files);
}

function readSource(word: DockerWord, from: string | undefined, place: CopyPlace): CopySource {
  const path = word.text.startsWith('<<') ? undefined : place.expand(word.text);
  const isRemote = path !== undefined && /^(?:[a-z][a-z+]*:\/\/|git@)/i.test(path);
  const matches = path === undefined || from !== undefined || isRemote ? [] : place.files.match(path);
  return { word, path, matches };
}

function unknown(to: ImagePath, instruction: DockerInstruction): readonly ImageLayer[] {
  return [{ kind: 'unknown', to, instruction }];
}

function layersOf(
  source: CopySource,
  to: ImagePath,
  isFolder: boolean,
  copy: Pick<DockerCopy, 'instruction' | 'from'>,
  place: CopyPlace,
): readonly ImageLayer[] {
  const { instruction, from } = copy;
  if (source.path === undefined) return unknown(to, instruction);
  if (from !== undefined) return stageLayers(source.path, to, isFolder, copy, place);
  if (source.matches.length === 0) return unknown(to, instruction);
  const maybe = instruction.flags.some(({ name }) => name === 'exclude');
  const parents = instruction.flags.some(({ name, value }) => name === 'parents' && value !== 'false');
  const unpacks = instruction.keyword === 'ADD' && /\.(?:tar|tgz|tbz2?|txz)(?:\.\w+)?$/.test(source.path);
  if (unpacks) return unknown(to, instruction);
  const asFolder = isFolder || source.matches.length > 1;
  return source.matches.flatMap((match): readonly ImageLayer[] => {
    const path = match.kind === 'file' ? match.file : match.folder;
    const inContext = place.files.folder === '' ? path : path.slice(place.files.folder.length + 1);
    if (match.kind === 'folder') {
      return [{ kind: 'tree', folder: match.folder, to: parents ? joinPath(to, inContext) : to, maybe, instruction }];
    }
    const name = parents ? inContext : path.slice(path.lastIndexOf('/') + 1);
    return [{ kind: 'file', file: match.file, to: asFolder || parents ? joinPath(to, name) : to, maybe, instruction }];
  });
}

function stageLayers(
  path: string,
  to: ImagePath,
  isFolder: boolean,
  { instruction, from }: Pick<DockerCopy, 'instruction' | 'from'>,
  place: CopyPlace,
): readonly ImageLayer[] {
  const name = from === undefined ? undefined : place.expand(from);
  const layers = name === undefined ? undefined : place.stageLayers(name);
  const source = resolveImagePath('/', path);
  if (layers === undefined || source === undefined || /[*?[]/.test(source)) {
    // A tool of two files, whose folder is often `/` or `/bin`.
    const isTool = /^\/(?:uvx?|tini|gosu|dumb-init|bin\/(?:uvx?|tini|gosu))$/.test(source ?? '');
    const base = path.slice(path.lastIndexOf('/') + 1);
    return unknown(isTool && isFolder ? joinPath(to, base) : to, instruction);
  }
  const found = findInImage(layers, source, place.files);
  const inFolder = isFolder ? joinPath(to, source.slice(source.lastIndexOf('/') + 1)) : to;
  const asFile: ImageLayer = { kind: 'stage', layers, from: source, to: inFolder, instruction };
  if (found.state === 'present') return [asFile];
  return [asFile, { kind: 'stage', layers, from: source, to, instruction }];
}

/** The layers that `RUN --mount=type=bind` gives one command. */
export function mountLayers(instruction: DockerInstruction, place: CopyPlace): readonly ImageLayer[] {
  return instruction.flags.flatMap(({ name, options }): readonly ImageLayer[] => {
    if (name !== 'mount') return [];
    const type = options.get('type') ?? 'bind';
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    const written = target === undefined ? undefined : place.expand(target);
    const to = written === undefined ? undefined : resolveAt(place.workdir, written);
    if (to === undefined) return type === 'bind' ? unknown('/', instruction) : [];
    if (type !== 'bind') return type === 'secret' || type === 'ssh' ? unknown(to, instruction) : [];
    const source = place.expand(options.get('source') ?? options.get('src') ?? '.');
    const from = options.get('from');
    if (source === undefined) return unknown(to, instruction);
    if (from !== undefined) return stageLayers(source, to, false, { instruction, from }, place);
    const [match] = place.files.match(source);
    if (match === undefined) return unknown(to, instruction);
    if (match.kind === 'file') return [{ kind: 'file', file: match.file, to, maybe: false, instruction }];
    return [{ kind: 'tree', folder: match.folder, to, maybe: false, instruction }];
  });
}
