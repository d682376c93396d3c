import type { DockerImage } from '../../model/docker/docker-model.ts';
import type { Sources } from '../../model/sources.ts';
import { type FileId, isInFolder, resolveIn } from '../../text/file-id.ts';
import type { NewFile } from '../../text/location.ts';
import { lineEndOf } from './dockerfile-text.ts';

/** Patterns of what no image needs; `probe` finds a COPY that names it all the same. */
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
 * Leaves out what a COPY names and folders that hold Python code. Undefined when the file is there already.
 */
export function newIgnoreFile(image: DockerImage, sources: Sources): NewFile | undefined {
  const { folder } = image.context;
  const file = resolveIn(folder, '.dockerignore');
  if (file === undefined || sources.has(file)) return undefined;
  const copied = image.stages.flatMap(({ copies }) =>
    copies.flatMap(({ from, sources: words }) => (from === undefined ? words.map(({ word }) => word.text) : [])),
  );
  const kept = patterns.filter(
    ({ pattern, probe }) => !copied.some((word) => probe.test(word)) && !holdsCode(pattern, folder, sources),
  );
  const end = lineEndOf(sources.text(image.file) ?? '');
  return { file, text: kept.map(({ pattern }) => pattern + end).join('') };
}

/** True when a plain folder of that name is a package of the project and no store of uploads. */
function holdsCode(pattern: string, folder: string, sources: Sources): boolean {
  if (pattern !== 'media' && pattern !== 'staticfiles') return false;
  const path: FileId | undefined = resolveIn(folder, pattern);
  return [...sources.listing].some((file) => path !== undefined && isInFolder(file, path) && file.endsWith('.py'));
}
