// The files of one analysed root as texts and names: the interface between the engine and where files live.
// Must not analyse anything. node-workspace.ts reads a disk, memory-workspace.ts serves tests and editors.
import type { FileId } from '../text/file-id.ts';
import { isInFolder } from '../text/file-id.ts';

/** A file that would have been read, and why it was not. */
export interface SkippedFile {
  readonly file: FileId;
  /** A full sentence for the user. */
  readonly reason: string;
}

/** One look at the root; every list is sorted by code units. */
export interface WorkspaceFiles {
  /** Texts that the engine can use, a byte order mark and line ends kept. */
  readonly texts: ReadonlyMap<FileId, string>;
  /** Every file that is not ignored, read or not. */
  readonly listing: readonly FileId[];
  readonly skipped: readonly SkippedFile[];
}

export interface Workspace {
  /** Absolute path of the root, for display. */
  readonly root: string;
  /** Files and folders that were asked for; undefined when the whole root was. */
  readonly only: readonly FileId[] | undefined;
  /** Reads the root anew. Never throws: what cannot be read is in `skipped`. */
  files(): WorkspaceFiles;
}

/** A workspace, or why there is none: one sentence for the user. */
export type OpenedWorkspace =
  | { readonly ok: true; readonly workspace: Workspace }
  | { readonly ok: false; readonly message: string };

/** True when the user asked about this file; the rest of the root is context. */
export function isAskedFor(workspace: Workspace, file: FileId): boolean {
  return workspace.only === undefined || workspace.only.some((folder) => isInFolder(file, folder));
}
