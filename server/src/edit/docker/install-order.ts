import type { DockerCopy } from '../../model/docker/copy-instruction.ts';
import type { DockerStage, PythonInstall } from '../../model/docker/docker-model.ts';
import { joinPath, relativeTo } from '../../model/docker/image-path.ts';
import type { LateInstall } from '../../model/docker/questions.ts';
import type { Sources } from '../../model/sources.ts';
import type { DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import { type FileId, folderOf, isInFolder } from '../../text/file-id.ts';
import type { FileEdit } from '../../text/location.ts';
import { contains } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { blockStart, copyHead, insertAfter, isPlainCopy, lineEndOf } from './dockerfile-text.ts';

/** Commands that never read the project's source. */
const sourceless = new Set(
  'apt-get apt apk yum dnf rm echo set export mkdir useradd adduser groupadd addgroup curl wget chown ldconfig'.split(
    ' ',
  ),
);
/** Instructions that mean the same with and without the source. */
const movable = new Set(['ENV', 'ARG', 'LABEL', 'EXPOSE', 'STOPSIGNAL', 'SHELL', 'VOLUME']);

/**
 * Copies only the dependency files before the install and the whole source after it.
 * Undefined when something between the two, or the install's own RUN, may need the source.
 */
export function copyRequirementsFirst(
  stage: DockerStage,
  late: LateInstall,
  sources: Sources,
): readonly FileEdit[] | undefined {
  const text = sources.text(stage.file);
  const { copy, install } = late;
  if (text === undefined || !isPlainCopy(copy) || copy.sources.length !== 1) return undefined;
  if (copy.instruction.flags.some(({ name }) => name === 'exclude' || name === 'parents')) return undefined;
  if (!canMoveBehind(stage, copy, install)) return undefined;
  const lines = narrowCopies(stage, copy, install, text, sources);
  if (lines === undefined) return undefined;
  const start = blockStart(text, copy.instruction);
  const moved = text.slice(start, copy.instruction.span.end);
  const edits: TextEdit[] = [
    { span: { start, end: copy.instruction.span.end }, newText: lines.join(lineEndOf(text)) },
    insertAfter(text, install.run.instruction, [moved]),
  ];
  return edits.map((edit) => ({ file: stage.file, edit }));
}

function canMoveBehind(stage: DockerStage, copy: DockerCopy, install: PythonInstall): boolean {
  const from = stage.instructions.indexOf(copy.instruction);
  const to = stage.instructions.indexOf(install.run.instruction);
  if (from < 0 || to < from) return false;
  return stage.instructions.slice(from + 1, to + 1).every((instruction) => isSourceless(stage, instruction));
}

function isSourceless(stage: DockerStage, instruction: DockerInstruction): boolean {
  if (instruction.keyword !== 'RUN') return movable.has(instruction.keyword);
  const run = stage.runs.find((one) => one.instruction === instruction);
  const spans = stage.installs
    .filter((one) => one.run === run && !one.needsSource)
    .flatMap(({ files, packages }) => [...files, ...packages].map(({ span }) => span));
  return (run?.commands ?? []).every(({ command }) => {
    const words = command.words.map(({ text }) => text);
    const isInstall = spans.some((span) => contains(command.span, span));
    return isInstall || words.length === 0 || sourceless.has(words[0] ?? '') || isToolSetting(words.join(' '));
  });
}

/** `poetry config …`, `uv venv`, `python -m venv`. */
function isToolSetting(words: string): boolean {
  return /^(?:poetry (?:config|self) |uv venv\b|python[\d.]* -m venv )/.test(words);
}

/** The COPY lines that bring the files of all installs of that RUN and no source. */
function narrowCopies(
  stage: DockerStage,
  copy: DockerCopy,
  install: PythonInstall,
  text: string,
  sources: Sources,
): readonly string[] | undefined {
  const installs = stage.installs.filter(({ run }) => run === install.run);
  const read = installs.flatMap(({ files }) => files).filter(({ lookup }) => lookup.state === 'present');
  const files = [...new Set(read.flatMap(({ included }) => included))].sort();
  const tree = copy.layers.find(({ kind }) => kind === 'tree');
  if (files.length === 0 || tree?.kind !== 'tree') return undefined;
  const byFolder = new Map<string, FileId[]>();
  for (const file of files) {
    if (!isInFolder(file, tree.folder)) return undefined;
    const folder = folderOf(file);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const head = copyHead(text, copy);
  return [...byFolder].map(([folder, inFolder]) => {
    const rest = tree.folder === '' ? folder : folder.slice(tree.folder.length + 1);
    const target = destination(copy, rest);
    const whole = rest !== '' && isDependencyFolder(folder, sources);
    const names = whole ? `${contextPath(stage, folder)}/` : inFolder.map((file) => contextPath(stage, file)).join(' ');
    return `${head} ${names} ${target}`;
  });
}

function contextPath(stage: DockerStage, path: string): string {
  return relativeTo(`/${stage.files.folder}`.replace(/\/$/, '') || '/', `/${path}`) ?? path;
}

/** The copy's destination with a folder below it, always with a closing slash. */
function destination(copy: DockerCopy, rest: string): string {
  const text = copy.destination.text === '.' ? './' : copy.destination.text;
  const folder = text.endsWith('/') ? text : `${text}/`;
  return rest === '' ? folder : `${folder === './' ? '' : folder}${rest}/`;
}

/** True for a folder that holds nothing but text files, as `requirements/`. */
function isDependencyFolder(folder: string, sources: Sources): boolean {
  return [...sources.listing].every(
    (file) => !isInFolder(file, folder) || /\.(?:txt|in|lock|toml)$/.test(joinPath('', file)),
  );
}
