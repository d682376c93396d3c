import dockerignorePackage from '@balena/dockerignore';
import { type FileId, isInFolder } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';
import { matchesGlob } from './glob.ts';
import { joinPath } from './image-path.ts';

/** What a source path of COPY names in the build context. */
export type ContextMatch =
  | { readonly kind: 'file'; readonly file: FileId }
  /** A folder by its place in the root; `''` is the root. */
  | { readonly kind: 'folder'; readonly folder: string };

/** The files that a build can see: a folder of the project without what its ignore file takes out. */
export interface BuildFiles {
  /** The context folder, `''` for the root. */
  readonly folder: string;
  /** `<Dockerfile>.dockerignore`, else `.dockerignore` of the context. */
  readonly ignoreFile: FileId | undefined;
  /** True when the file is in the context and not ignored. */
  has(file: string): boolean;
  /** True when something lies below the folder. */
  hasFolder(folder: string): boolean;
  isIgnored(file: string): boolean;
  /** What a source names, relative to the context: none when it is not there; globs as Go's `filepath.Match`. */
  match(source: string): readonly ContextMatch[];
}

/** The files of a context for one Dockerfile. */
export function buildFiles(sources: Sources, dockerfile: FileId, folder: string): BuildFiles {
  const ignoreFile = [`${dockerfile}.dockerignore`, joinPath(folder, '.dockerignore')].find((file) =>
    sources.has(file),
  );
  const ignored = ignoreFilter(ignoreFile === undefined ? undefined : sources.text(ignoreFile as FileId));
  const inContext = (file: string) => (folder === '' ? file : file.slice(folder.length + 1));
  const isIgnored = (file: string) => isInFolder(file, folder) && file !== folder && ignored(inContext(file));
  return {
    folder,
    ignoreFile: ignoreFile as FileId | undefined,
    isIgnored,
    has: (file) => sources.has(file) && isInFolder(file, folder) && !isIgnored(file),
    hasFolder: (path) => sources.hasFolder(path) && isInFolder(path, folder),
    match: (source) => matchSource(sources, folder, source),
  };
}

function ignoreFilter(text: string | undefined): (path: string) => boolean {
  if (text === undefined) return () => false;
  const ignore = dockerignorePackage.default();
  try {
    ignore.add(text.replace(/^\uFEFF/, ''));
    ignore.ignores('a');
  } catch {
    // A pattern that is no valid one stops Docker too; nothing is known to be ignored.
    return () => false;
  }
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const result = ignore.ignores(path);
    known.set(path, result);
    return result;
  };
}

function matchSource(sources: Sources, folder: string, source: string): readonly ContextMatch[] {
  const parts: string[] = [];
  for (const part of source.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const path = parts.join('/');
  if (!/[*?[]/.test(path)) {
    const full = joinPath(folder, path);
    if (sources.has(full)) return [{ kind: 'file', file: full as FileId }];
    return sources.hasFolder(full) ? [{ kind: 'folder', folder: full }] : [];
  }
  const files = new Set<FileId>();
  const folders = new Set<string>();
  const skip = folder === '' ? 0 : folder.length + 1;
  for (const file of sources.listing) {
    if (!isInFolder(file, folder)) continue;
    const names = file.slice(skip).split('/');
    if (names.length < parts.length || !parts.every((part, index) => matchesGlob(part, names[index] ?? ''))) continue;
    if (names.length === parts.length) files.add(file);
    else folders.add(joinPath(folder, names.slice(0, parts.length).join('/')));
  }
  return [
    ...[...files].sort().map((file): ContextMatch => ({ kind: 'file', file })),
    ...[...folders].sort().map((one): ContextMatch => ({ kind: 'folder', folder: one })),
  ];
}
