import { type FileId, fileId } from '../text/file-id.ts';
import type { Workspace, WorkspaceFiles } from './workspace.ts';

/** A workspace without a disk: `texts` are read files, `listed` are files that are only there. */
export interface MemoryFiles {
  readonly texts: Readonly<Record<string, string>>;
  readonly listed?: readonly string[];
  readonly only?: readonly string[];
}

/**
 * A workspace for tests and unsaved projects.
 * @throws RangeError when a path is absolute or leaves the root: a mistake of the caller.
 */
export function memoryWorkspace(files: MemoryFiles): Workspace {
  const texts = new Map<FileId, string>();
  const named = Object.entries(files.texts).map(([path, text]) => [requireId(path), text] as const);
  for (const [file, text] of named.sort(([a], [b]) => (a < b ? -1 : 1))) texts.set(file, text);
  const listing = [...new Set([...texts.keys(), ...(files.listed ?? []).map(requireId)])].sort();
  const result: WorkspaceFiles = { texts, listing, skipped: [] };
  return { root: '/memory', only: files.only?.map(requireId), files: () => result };
}

function requireId(path: string): FileId {
  const file = fileId(path);
  if (file === undefined) throw new RangeError(`not inside the root: ${path}`);
  return file;
}
