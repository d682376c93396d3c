import type { DockerfileTree } from '../../syntax/dockerfile/nodes.ts';
import { baseName, type FileId, folderOf } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { buildFiles } from './build-files.ts';
import type { CommandBuild } from './command-builds.ts';
import type { ComposeBuild } from './compose-builds.ts';
import type { BuildContext } from './docker-image.ts';
import { joinPath } from './image-path.ts';

/**
 * The folder that a build sends: what compose says, else the folder in which most sources of COPY are found, that of a
 * build command or the nearest upwards, else that of a build command, else the nearest that looks like a project.
 */
export function findBuildContext(
  file: FileId,
  tree: DockerfileTree,
  sources: Sources,
  builds: readonly ComposeBuild[],
  commands: readonly CommandBuild[],
): BuildContext {
  const composed = contextOfCompose(builds);
  if (composed !== undefined) return { folder: composed, origin: 'compose' };
  const named = [...new Set(commands.map(({ context }) => context).filter((one) => one !== undefined))];
  const folders = [...new Set([...(named.length === 1 ? named : []), ...foldersUpwards(file), ...named])];
  const names = copiedNames(tree);
  const counts = folders.map((folder) => {
    const files = buildFiles(sources, file, folder);
    return names.filter((name) => files.match(name).length > 0).length;
  });
  const most = Math.max(...counts);
  const best = folders[counts.indexOf(most)];
  if (named.length === 1 && best !== undefined && best === named[0]) return { folder: best, origin: 'command' };
  if (most > 0 && best !== undefined) return { folder: best, origin: 'sources' };
  const project = folders.find((folder) => projectFiles.some((name) => sources.has(joinPath(folder, name))));
  return { folder: project ?? folders[0] ?? '', origin: 'folder' };
}

/**
 * An ignore file that some build of the Dockerfile uses, or may use: one of its contexts, of a folder above it, or any of
 * the project when a variable hides a context. Where the context is not sure, a file that is there must not be missed.
 */
export function possibleIgnoreFile(
  file: FileId,
  sources: Sources,
  builds: readonly { readonly context: string | undefined }[],
): FileId | undefined {
  const contexts = builds.map(({ context }) => context);
  const folders = [...contexts.filter((one) => one !== undefined), ...foldersUpwards(file)];
  const names = folders.flatMap((folder) => ignoreNames.map((name) => joinPath(folder, name) as FileId));
  const found = names.find((one) => sources.has(one));
  if (found !== undefined || !contexts.includes(undefined)) return found;
  return [...sources.listing].find((one) => ignoreNames.includes(baseName(one)));
}

/** Docker's name and Podman's. */
const ignoreNames = ['.dockerignore', '.containerignore'];

const projectFiles = ['manage.py', 'requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py'];

/** One context that all builds agree on; builds for deployment go before those for development. */
function contextOfCompose(builds: readonly ComposeBuild[]): string | undefined {
  const deployed = builds.filter(({ isDevelopment }) => !isDevelopment);
  const contexts = new Set((deployed.length > 0 ? deployed : builds).map(({ context }) => context));
  return contexts.size === 1 ? [...contexts][0] : undefined;
}

/** The folder of a file and all above it, the nearest first; the last is `''`. */
function foldersUpwards(file: FileId): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === '') return folders;
  }
}

/** Sources of COPY and bind mounts that tell folders apart: no `.`, variable, URL or `--from`. */
function copiedNames(tree: DockerfileTree): readonly string[] {
  const names = new Set<string>();
  for (const instruction of tree.instructions) {
    const from = instruction.flags.some(({ name }) => name === 'from');
    if ((instruction.keyword === 'COPY' || instruction.keyword === 'ADD') && !from) {
      const words = instruction.json?.map(({ value }) => value) ?? instruction.words.map(({ text }) => text);
      for (const word of words.slice(0, -1)) names.add(word);
    }
    for (const { name, options } of instruction.flags) {
      const source = options.get('source') ?? options.get('src');
      if (name === 'mount' && source !== undefined && !options.has('from')) names.add(source);
    }
  }
  return [...names].filter((name) => !/^(?:[./]*|.*\$.*|<<.*|[a-z]+:\/\/.*)$/s.test(name) && !/^\*/.test(name));
}
