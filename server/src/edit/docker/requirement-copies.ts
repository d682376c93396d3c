import type { DockerCopy } from '../../model/docker/copy-instruction.ts';
import type { DockerStage, InstallFile } from '../../model/docker/docker-model.ts';
import { imageFolderOf, joinPath, relativeTo } from '../../model/docker/image-path.ts';
import type { UncopiedInclude } from '../../model/docker/questions.ts';
import type { Sources } from '../../model/sources.ts';
import { baseName, type FileId, folderOf, isInFolder } from '../../text/file-id.ts';
import type { FileEdit } from '../../text/location.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { copyArguments, copyHead, insertAfter, isPlainCopy } from './dockerfile-text.ts';

/**
 * Copies the folder of requirements files instead of one of them, and points the `-r` of the stage to it.
 * Undefined when the files lie in the context's own folder or beside Python code, or when another command names the old path.
 */
export function copyRequirementFolder(
  stage: DockerStage,
  { file, copy }: UncopiedInclude,
  sources: Sources,
): readonly FileEdit[] | undefined {
  const text = sources.text(stage.file);
  if (text === undefined || copy?.to === undefined || !isPlainCopy(copy) || !stage.copies.includes(copy))
    return undefined;
  const folder = sourceFolder(copy);
  if (folder === undefined || folder === stage.files.folder || holdsCode(folder, sources)) return undefined;
  if (file.missing.some((one) => one.isIgnored || !isInFolder(one.file, folder))) return undefined;
  const written = copy.sources[0]?.word.text ?? '';
  const source = written.slice(0, written.lastIndexOf('/') + 1);
  const target = folderTarget(copy, baseName(folder));
  const span = copyArguments(copy);
  if (source === '' || target === undefined || span === undefined) return undefined;
  const paths = installPaths(stage, copy, target.path);
  if (paths === undefined || namesOldPath(stage, copy)) return undefined;
  return [{ span, newText: `${source} ${target.written}` }, ...paths].map((edit) => ({ file: stage.file, edit }));
}

/** The one folder that all sources of a copy are files of. */
function sourceFolder(copy: DockerCopy): string | undefined {
  const folders = new Set<string>();
  for (const { word, matches } of copy.sources) {
    if (matches.length === 0 || /[*?[]/.test(word.text)) return undefined;
    for (const match of matches) folders.add(match.kind === 'file' ? folderOf(match.file) : '\n');
  }
  const [only] = folders;
  return folders.size === 1 && only !== '\n' ? only : undefined;
}

function holdsCode(folder: string, sources: Sources): boolean {
  return [...sources.listing].some((file) => isInFolder(file, folder) && file.endsWith('.py'));
}

/** The folder of the image that takes the whole folder, as a path and as the Dockerfile writes it. */
function folderTarget(copy: DockerCopy, name: string): { readonly path: string; readonly written: string } | undefined {
  if (copy.to === undefined) return undefined;
  const { text } = copy.destination;
  const parent = copy.intoFolder ? copy.to : imageFolderOf(copy.to);
  const writtenParent = copy.intoFolder
    ? text.replace(/\/?\.?\/?$/, '')
    : text.slice(0, Math.max(0, text.lastIndexOf('/')));
  if (baseName(parent) === name && writtenParent !== '') return { path: parent, written: `${writtenParent}/` };
  const isAbsolute = text.startsWith('/');
  const written = writtenParent === '' ? `${isAbsolute ? '/' : ''}${name}/` : `${writtenParent}/${name}/`;
  return { path: joinPath(parent, name), written };
}

/** Edits of the `-r` and `-c` of all installs that read what the copy brought; undefined when one cannot be rewritten. */
function installPaths(stage: DockerStage, copy: DockerCopy, target: string): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const install of stage.installs) {
    for (const file of install.files) {
      if (!comesFrom(file, copy) || file.lookup.state !== 'present') continue;
      const path = joinPath(target, baseName(file.lookup.file));
      const relative = install.folder === undefined ? undefined : relativeTo(install.folder, path);
      const newText = file.path.startsWith('/')
        ? path
        : file.path.startsWith('./') && relative !== undefined
          ? `./${relative}`
          : relative;
      if (newText === undefined || file.kind === 'project' || /[$"'\\`]/.test(file.path)) return undefined;
      if (newText !== file.path) edits.push({ span: file.span, newText });
    }
  }
  return edits;
}

function comesFrom({ lookup }: InstallFile, copy: DockerCopy): boolean {
  return lookup.state === 'present' && copy.layers.includes(lookup.layer);
}

/** True when another command than an install names a file that the copy brought. */
function namesOldPath(stage: DockerStage, copy: DockerCopy): boolean {
  const names = copy.layers.map(({ to }) => baseName(to));
  const installs = new Set(stage.installs.flatMap(({ run }) => run.instruction));
  return stage.runs.some(({ instruction, commands }) => {
    const others = installs.has(instruction)
      ? commands.filter(({ command }) => !readsRequirements(command.words))
      : commands;
    const words = others.flatMap(({ command }) => command.words.map(({ text }) => text));
    return words.some((word) => names.some((name) => word.includes(name)));
  });
}

function readsRequirements(words: readonly { readonly text: string }[]): boolean {
  return words.some(({ text }) => /^(?:-r|--requirement|-c|--constraint)/.test(text));
}

/**
 * Copies the included files beside the one that includes them: as more sources of the same COPY, else as lines of their own.
 * Undefined when an included file is kept out of the build.
 */
export function copyIncludedFiles(
  stage: DockerStage,
  { file, copy }: UncopiedInclude,
  sources: Sources,
): readonly FileEdit[] | undefined {
  const text = sources.text(stage.file);
  if (text === undefined || copy?.to === undefined || !isPlainCopy(copy) || !stage.copies.includes(copy))
    return undefined;
  const { to, destination } = copy;
  const missing = [...new Map(file.missing.map((one) => [one.imagePath, one])).values()];
  if (missing.some(({ isIgnored, file: one }) => isIgnored || !isInFolder(one, stage.files.folder))) return undefined;
  const beside = missing.every(
    (one) => imageFolderOf(one.imagePath) === to && baseName(one.imagePath) === baseName(one.file),
  );
  if (copy.intoFolder && beside) {
    const at = destination.span.start;
    const names = missing.map((one) => `${besideWritten(copy, one.file, stage)} `).join('');
    const slash = destination.text.endsWith('/')
      ? []
      : [{ span: { start: destination.span.end, end: destination.span.end }, newText: '/' }];
    return [{ span: { start: at, end: at }, newText: names }, ...slash].map((edit) => ({ file: stage.file, edit }));
  }
  const lines = missing.map((one) => `${copyHead(text, copy)} ${inContext(one.file, stage)} ${one.imagePath}`);
  return [{ file: stage.file, edit: insertAfter(text, copy.instruction, lines) }];
}

function inContext(file: FileId, stage: DockerStage): string {
  return stage.files.folder === '' ? file : file.slice(stage.files.folder.length + 1);
}

/** The path of a file as a source, with the `./` that the copy's own sources have. */
function besideWritten(copy: DockerCopy, file: FileId, stage: DockerStage): string {
  const lead = copy.sources[0]?.word.text.startsWith('./') === true ? './' : '';
  return lead + inContext(file, stage);
}
