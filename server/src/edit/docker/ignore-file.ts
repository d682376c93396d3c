import type { DockerImage } from '../../model/docker/docker-model.ts';
import type { Sources } from '../../model/sources.ts';
import { type FileId, isInFolder, resolveIn } from '../../text/file-id.ts';
import type { NewFile } from '../../text/location.ts';
import { lineEndOf } from './dockerfile-text.ts';

/** Patterns of what no image needs; `probe` finds a word of COPY or RUN that names it all the same. */
const patterns: readonly { readonly pattern: string; readonly probe: RegExp }[] = [
  { pattern: '.git', probe: /(?:^|\/)\.git(?:\/|$)/ },
  { pattern: '**/.env*', probe: /(?:^|\/)\.env/ },
  { pattern: '**/*.sqlite3', probe: /\.sqlite3$/ },
  { pattern: '**/__pycache__', probe: /__pycache__/ },
  { pattern: '**/*.pyc', probe: /\.pyc$/ },
  { pattern: '**/.venv', probe: /(?:^|\/)\.venv/ },
  { pattern: '**/venv', probe: /(?:^|\/)venv(?:\/|$)/ },
  { pattern: '**/node_modules', probe: /node_modules/ },
  { pattern: 'media', probe: /^(?:\.\/)?media(?:\/|$)/ },
  { pattern: 'staticfiles', probe: /^(?:\.\/)?staticfiles(?:\/|$)/ },
];

/**
 * A new `.dockerignore` in the build context: history, secrets, databases, caches and uploads stay out of the image.
 * Leaves out what the Dockerfile names, the history when the build reads it, and folders that hold Python code.
 * Undefined when the file is there already.
 */
export function newIgnoreFile(image: DockerImage, sources: Sources): NewFile | undefined {
  const { folder } = image.context;
  const file = resolveIn(folder, '.dockerignore');
  if (file === undefined || sources.has(file)) return undefined;
  const words = namedWords(image);
  const needsHistory = words.includes('git') || readsVersionFromGit(folder, sources);
  const kept = patterns.filter(({ pattern, probe }) => {
    if (words.some((word) => probe.test(word)) || holdsCode(pattern, folder, sources)) return false;
    return pattern !== '.git' || !needsHistory;
  });
  const end = lineEndOf(sources.text(image.file) ?? '');
  return { file, text: kept.map(({ pattern }) => pattern + end).join('') };
}

/** The words of the image's own COPY sources and of its commands, but not of what they delete or fetch. */
function namedWords(image: DockerImage): readonly string[] {
  return image.stages.flatMap(({ copies, runs }) => [
    ...copies.flatMap(({ from, sources: words }) => (from === undefined ? words.map(({ word }) => word.text) : [])),
    ...runs.flatMap(({ commands }) =>
      commands.flatMap(({ command }) => {
        const [name, verb] = command.words;
        const isOther = name?.text === 'rm' || (name?.text === 'git' && verb?.text === 'clone');
        // Names of packages, as in `apt-get install git`, are no commands.
        const rest = command.words.slice(1).filter(({ text }) => text !== 'git');
        return isOther ? [] : [...command.words.slice(0, 1), ...rest].map(({ text }) => text);
      }),
    ),
  ]);
}

/** True when the project's build takes its version from the history. */
function readsVersionFromGit(folder: string, sources: Sources): boolean {
  const file = resolveIn(folder, 'pyproject.toml');
  const text = file === undefined ? undefined : sources.text(file);
  return /setuptools[-_]scm|hatch-vcs|versioningit|poetry-dynamic-versioning|uv-dynamic-versioning/.test(text ?? '');
}

/** True when a plain folder of that name is a package of the project and no store of uploads. */
function holdsCode(pattern: string, folder: string, sources: Sources): boolean {
  if (pattern !== 'media' && pattern !== 'staticfiles') return false;
  const path: FileId | undefined = resolveIn(folder, pattern);
  return [...sources.listing].some((file) => path !== undefined && isInFolder(file, path) && file.endsWith('.py'));
}
