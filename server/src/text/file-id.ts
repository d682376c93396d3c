// The name of a file inside one analysed root: relative, `/`-separated, without `.` or `..` parts.
// Must not touch a disk or an operating system's path rules; workspace/ alone turns it into a real path.

declare const brand: unique symbol;

/** A file of the analysed root, as `config/settings/base.py`. Only `fileId` makes one. */
export type FileId = string & { readonly [brand]: 'FileId' };

/**
 * Makes a FileId from a relative path: backslashes become `/`, `.` and `..` are resolved.
 * Returns undefined when the path is absolute or climbs out of the root.
 */
export function fileId(path: string): FileId | undefined {
  const plain = path.replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain)) return undefined;
  const parts: string[] = [];
  for (const part of plain.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/') as FileId;
}

/** The folder of a file or folder, `''` for the root. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

/** The last part of a path. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Resolves `path` against a folder of the root; undefined when it is absolute or leaves the root. */
export function resolveIn(folder: string, path: string): FileId | undefined {
  if (path.startsWith('/')) return undefined;
  return fileId(folder === '' ? path : `${folder}/${path}`);
}

/** True when `file` lies in `folder` or below it; every file lies in `''`. */
export function isInFolder(file: string, folder: string): boolean {
  return folder === '' || file === folder || file.startsWith(`${folder}/`);
}
