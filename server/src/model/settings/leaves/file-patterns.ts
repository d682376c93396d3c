import { type FileId, folderOf, resolveIn } from '../../../text/file-id.ts';

/** Patterns with more stars than that match nothing. */
const maxStars = 5;

/** Files among `files` that a pattern with `*` and `?` matches, relative to the folder of `from`, sorted as `glob` users sort them. */
export function filesMatching(files: Iterable<FileId>, from: FileId, pattern: string): readonly FileId[] {
  const path = resolveIn(folderOf(from), pattern);
  if (path === undefined) return [];
  if (!/[*?]/.test(path)) return [...files].filter((file) => file === path);
  if (path.split('*').length > maxStars) return [];
  const parts = path.split('/');
  const folder = parts
    .slice(
      0,
      parts.findIndex((part) => /[*?]/.test(part)),
    )
    .join('/');
  const shape = new RegExp(`^${parts.map(partShape).join('/')}$`);
  return [...files].filter((file) => (folder === '' || file.startsWith(`${folder}/`)) && shape.test(file)).sort();
}

/** One part of a path; a leading `*` does not match a hidden file. Runs of stars are one. */
function partShape(part: string): string {
  const shape = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  return part.startsWith('*') ? `(?!\\.)${shape}` : shape;
}
