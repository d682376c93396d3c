import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileId, fileId } from '../text/file-id.ts';

/** The path of a `file:` URI; undefined for others, such as those of unsaved files. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The URI of a file below `root`, an absolute path. */
export function uriOf(root: string, file: FileId): string {
  return pathToFileURL(join(root, ...file.split('/'))).href;
}

/** The file that a path is below `root`; undefined outside. */
export function fileBelow(root: string, path: string): FileId | undefined {
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith('..') || inside.includes(`..${sep}`)) return undefined;
  return fileId(inside.split(sep).join('/'));
}
