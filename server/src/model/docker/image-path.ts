/** A path inside an image: absolute, without `.`, `..` and a closing slash; the root is `/`. */
export type ImagePath = string;

/** Resolves a path of COPY, WORKDIR or a command against a folder of the image; Windows paths are not known. */
export function resolveImagePath(workdir: ImagePath, path: string): ImagePath | undefined {
  if (path.includes('\\') || /^[A-Za-z]:/.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${workdir}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The folder of a path; that of `/` is `/`. */
export function imageFolderOf(path: ImagePath): ImagePath {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** `b/c` for `/a/b/c` below `/a`; `''` for the folder itself; undefined outside. */
export function relativeTo(folder: ImagePath, path: ImagePath): string | undefined {
  if (path === folder) return '';
  const prefix = folder === '/' ? '/' : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/** Joins two parts of which either can be empty. */
export function joinPath(folder: string, rest: string): string {
  if (folder === '') return rest;
  if (rest === '') return folder;
  return folder.endsWith('/') ? `${folder}${rest}` : `${folder}/${rest}`;
}
