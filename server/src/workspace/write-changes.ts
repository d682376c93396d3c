import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { type FileId, fileId } from '../text/file-id.ts';
import { failureReason, readText } from './read-text.ts';

/** The whole new text of one file. */
export interface ChangedFile {
  readonly file: FileId;
  readonly text: string;
  /** The text that the change was made for; undefined for a new file, which must not exist yet. */
  readonly expectedBase: string | undefined;
}

/** The first file that cannot be written and why, in one sentence that names it; then nothing was changed. */
export type WrittenChanges =
  | { readonly ok: true }
  | { readonly ok: false; readonly file: FileId; readonly message: string };

const largestBase = 4 * 1024 * 1024;

/** A change that passed all checks. */
interface Planned extends ChangedFile {
  readonly path: string;
  readonly mode: number;
}

/**
 * Writes all changes or none, as far as a file system allows: everything is checked first, each text goes to a file beside its target
 * that then takes the target's place, and what was replaced is put back when a later one fails.
 * Refuses a text that has changed since, a path that leads through a symbolic link or out of the root, and a new file that exists.
 */
export function writeChanges(root: string, changes: readonly ChangedFile[]): WrittenChanges {
  const planned: Planned[] = [];
  const seen = new Set<FileId>();
  for (const change of changes) {
    const plan = seen.has(change.file) ? 'It is changed twice.' : checked(root, change);
    if (typeof plan === 'string') return refused(change.file, plan);
    seen.add(change.file);
    planned.push(plan);
  }
  const done: Planned[] = [];
  for (const plan of planned) {
    try {
      write(plan, plan.text);
      done.push(plan);
    } catch (error) {
      for (const one of done.reverse()) restore(one);
      return refused(plan.file, writeFailure(error));
    }
  }
  return { ok: true };
}

function refused(file: FileId, reason: string): WrittenChanges {
  return { ok: false, file, message: `\`${file}\` is not written, nor is any other file. ${reason}` };
}

function writeFailure(error: unknown): string {
  return failureReason(error).replace('be read', 'be written');
}

/** The change with its real path, or why it is refused. */
function checked(root: string, change: ChangedFile): Planned | string {
  if (fileId(change.file) !== change.file || change.file === '') return 'It lies outside of the root.';
  try {
    const realRoot = realpathSync(root);
    const path = join(realRoot, ...change.file.split('/'));
    // A folder that is a symbolic link resolves to another path than the one that was asked for.
    const folder = deepestExisting(dirname(path));
    if (realpathSync(folder) !== folder) return 'Its path leads through a symbolic link.';
    if (folder !== realRoot && !folder.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) {
      return 'It lies outside of the root.';
    }
    const exists = lstatSync(path, { throwIfNoEntry: false });
    if (change.expectedBase === undefined)
      return exists === undefined ? { ...change, path, mode: 0o644 } : 'It exists already.';
    if (exists === undefined) return 'It does not exist.';
    if (exists.isSymbolicLink()) return 'It is a symbolic link.';
    const read = readText(path, largestBase);
    if (!read.ok) return read.reason;
    if (read.text !== change.expectedBase) return 'Its text has changed since it was analysed.';
    accessSync(path, constants.W_OK);
    return { ...change, path, mode: read.mode & 0o7777 };
  } catch (error) {
    return writeFailure(error);
  }
}

function deepestExisting(folder: string): string {
  let at = folder;
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Writes beside the target and then puts it in the target's place in one step. */
function write(plan: Planned, text: string): void {
  const folder = dirname(plan.path);
  const beside = join(folder, `.${basename(plan.path)}.${process.pid}.djpreflight`);
  if (plan.expectedBase === undefined) mkdirSync(folder, { recursive: true });
  // Outside of the `try`: a file of that name that was there before is not ours to remove.
  const handle = openSync(beside, 'wx', plan.mode);
  try {
    writeFileSync(handle, text);
    closeSync(handle);
    chmodSync(beside, plan.mode);
    if (plan.expectedBase === undefined) placeNew(beside, plan.path);
    else renameSync(beside, plan.path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Unlike a rename, neither way replaces a file that has come to exist since the check. */
function placeNew(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    // Some file systems have no hard links.
    copyFileSync(beside, path, constants.COPYFILE_EXCL);
  }
}

function restore(plan: Planned): void {
  try {
    if (plan.expectedBase === undefined) rmSync(plan.path, { force: true });
    else write(plan, plan.expectedBase);
  } catch {
    // The disk that failed once fails again; the first failure is what the user is told.
  }
}
