import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { type FileId, fileId } from '../text/file-id.ts';
import { isRead, isRequirementsLike, largestSize } from './read-policy.ts';
import { failureReason, linkReason, readText } from './read-text.ts';
import { type WalkStart, walkFolders } from './walk-folders.ts';
import type { OpenedWorkspace, SkippedFile, Workspace, WorkspaceFiles } from './workspace.ts';

export interface WorkspaceOptions {
  /** Patterns in the form of ignore files, relative to the root. */
  readonly exclude: readonly string[];
}

/** One PATH of the user. */
interface Asked {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * Opens folders or files of a disk. One folder is its own root; for several it is the deepest folder that holds them all. Files alone
 * are judged with their project around them: the nearest folder upwards with a `manage.py`, else the folder that holds them.
 * A root that is no project itself, as a home folder, is not searched beyond what was asked for.
 */
export function openWorkspace(path: string | readonly string[], options: WorkspaceOptions): OpenedWorkspace {
  const asked: Asked[] = [];
  for (const one of typeof path === 'string' ? [path] : path) {
    const stat = statOf(one);
    if (typeof stat === 'string') return refused(`\`${one}\`: ${stat}`);
    if (!stat.isDirectory() && !stat.isFile()) return refused(`\`${one}\` is neither a folder nor a file.`);
    asked.push({ path: resolve(one), isFolder: stat.isDirectory() });
  }
  const common = commonFolder(asked.map((one) => (one.isFolder ? one.path : dirname(one.path))));
  if (common === undefined) return refused('The paths have no folder in common.');
  const root = asked.some((one) => one.isFolder) ? common : (projectAround(common) ?? common);
  for (const one of asked) {
    const entries = one.isFolder ? entriesOf(one.path) : [];
    if (typeof entries === 'string') return refused(`\`${one.path}\`: ${entries}`);
  }
  return { ok: true, workspace: new NodeWorkspace(root, asked, options) };
}

function refused(message: string): OpenedWorkspace {
  return { ok: false, message };
}

class NodeWorkspace implements Workspace {
  readonly root: string;
  readonly only: readonly FileId[] | undefined;
  readonly #asked: readonly Asked[];
  readonly #exclude: readonly string[];

  constructor(root: string, asked: readonly Asked[], options: WorkspaceOptions) {
    this.root = root;
    this.#asked = asked;
    this.#exclude = options.exclude;
    const ids = asked.map((one) => fileId(relativeTo(root, one.path))).filter((id) => id !== undefined);
    this.only = ids.includes('' as FileId) ? undefined : ids;
  }

  files(): WorkspaceFiles {
    const walked = walkFolders(this.root, this.#starts(), this.#exclude);
    const skipped: SkippedFile[] = [...walked.skipped];
    const listed = new Set(walked.files);
    for (const one of this.#asked) {
      const file = one.isFolder ? undefined : fileId(relativeTo(this.root, one.path));
      if (file === undefined) continue;
      listed.add(file);
      if (!isRead(file)) skipped.push({ file, reason: 'It is not a kind of file that is analysed.' });
    }
    const listing = [...listed].sort();
    return { texts: this.#read(listing, skipped), listing, skipped: skipped.sort(byFile) };
  }

  #read(listing: readonly FileId[], skipped: SkippedFile[]): ReadonlyMap<FileId, string> {
    const texts = new Map<FileId, string>();
    for (const file of listing) {
      if (!isRead(file)) continue;
      const read = readText(
        join(this.root, file),
        largestSize(file),
        isRequirementsLike(file) ? 'utf-16 too' : undefined,
      );
      if (read.ok) texts.set(file, read.text);
      // A link inside the root: its target is read under its own name.
      else if (read.reason !== linkReason) skipped.push({ file, reason: read.reason });
    }
    return texts;
  }

  /** What was asked for comes first: ignore files above it do not count for it. */
  #starts(): readonly WalkStart[] {
    const starts: WalkStart[] = [];
    for (const one of this.#asked) {
      if (one.isFolder) starts.push({ folder: relativeTo(this.root, one.path), isDeep: true });
    }
    const isWhole = this.only === undefined || isProject(this.root);
    if (isWhole || starts.length < this.#asked.length) starts.push({ folder: '', isDeep: isWhole });
    return starts;
  }
}

/** The nearest folder, going up, that holds a `manage.py`. */
function projectAround(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (statSync(join(at, 'manage.py'), { throwIfNoEntry: false })?.isFile() === true) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** True when the folder holds what the root of a project or package holds. */
function isProject(folder: string): boolean {
  const entries = entriesOf(folder);
  if (typeof entries === 'string') return false;
  return entries.some(
    ({ name }) =>
      /^(?:manage\.py|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|__init__\.py|\.git|\.djpreflight\.toml)$/.test(name) ||
      /^requirements.*\.txt$|^Dockerfile|^(?:docker-)?compose.*\.ya?ml$/.test(name),
  );
}

function statOf(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return failureReason(error);
  }
}

function entriesOf(path: string): readonly Dirent[] | string {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return failureReason(error);
  }
}

/** The deepest folder that holds all; undefined for none or for different drives. */
function commonFolder(folders: readonly string[]): string | undefined {
  const [first, ...rest] = folders;
  if (first === undefined) return undefined;
  let common = first;
  for (const folder of rest) {
    while (folder !== common && !folder.startsWith(common.endsWith(sep) ? common : common + sep)) {
      if (common === parse(common).root) return undefined;
      common = dirname(common);
    }
  }
  return common;
}

function relativeTo(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function byFile(a: SkippedFile, b: SkippedFile): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
