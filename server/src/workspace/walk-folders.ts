import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type FileId, fileId } from '../text/file-id.ts';
import { excludedFolder } from './excluded-folders.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { isRead } from './read-policy.ts';
import { failureReason, readText } from './read-text.ts';
import type { SkippedFile } from './workspace.ts';

/** Folders below this depth are not entered. */
const deepestFolder = 64;
/** A tree with more files than this is no project. */
const mostFiles = 200_000;
const largestIgnoreFile = 256 * 1024;

export interface WalkStart {
  /** Relative to the root, `''` for the root itself. */
  readonly folder: string;
  /** False to look at the folder's own files only. */
  readonly isDeep: boolean;
}

export interface Walked {
  readonly files: readonly FileId[];
  readonly skipped: readonly SkippedFile[];
}

/** An ignore file and the folder that its patterns are relative to. */
interface IgnoreLayer {
  readonly folder: string;
  readonly rules: IgnoreRules;
}

interface Pending extends WalkStart {
  readonly depth: number;
  readonly layers: readonly IgnoreLayer[];
}

/**
 * Lists the files below the given folders of a root, in no order. Ignore files above a start do not count for it, nor do default
 * excludes that match the start itself. Symbolic links are never followed, so that no loop and no way out of the root exists.
 */
export function walkFolders(root: string, starts: readonly WalkStart[], exclude: readonly string[]): Walked {
  const walk = new Walk(root, new IgnoreRules(exclude.join('\n')));
  for (const start of starts) walk.run(start);
  return walk;
}

class Walk implements Walked {
  readonly files: FileId[] = [];
  readonly skipped: SkippedFile[] = [];
  readonly #root: string;
  readonly #exclude: IgnoreRules;
  readonly #entered = new Set<string>();
  readonly #pending: Pending[] = [];
  #realRoot: string | undefined;

  constructor(root: string, exclude: IgnoreRules) {
    this.#root = root;
    this.#exclude = exclude;
  }

  run(start: WalkStart): void {
    this.#pending.push({ ...start, depth: 0, layers: [] });
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      if (this.files.length > mostFiles) {
        this.#skip(next.folder, `More than ${mostFiles.toLocaleString('en')} files: the rest is left out.`);
        this.#pending.length = 0;
        return;
      }
      if (this.#entered.has(next.folder)) continue;
      this.#entered.add(next.folder);
      this.#enter(next);
    }
  }

  #enter(at: Pending): void {
    const path = join(this.#root, at.folder);
    let entries: readonly Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      this.#skip(at.folder, failureReason(error));
      return;
    }
    if (at.depth > 0 && excludedFolder(path, entries)) return;
    const layers = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
      ? this.#withLayer(at)
      : at.layers;
    for (const entry of entries) this.#take(entry, { ...at, layers });
  }

  #withLayer(at: Pending): readonly IgnoreLayer[] {
    const read = readText(join(this.#root, at.folder, '.gitignore'), largestIgnoreFile);
    return read.ok ? [...at.layers, { folder: at.folder, rules: new IgnoreRules(read.text) }] : at.layers;
  }

  #take(entry: Dirent, at: Pending): void {
    const name = at.folder === '' ? entry.name : `${at.folder}/${entry.name}`;
    const isFolder = entry.isDirectory();
    if (isFolder && (!at.isDeep || at.depth >= deepestFolder)) return;
    // Docker reads its ignore files whatever git thinks of them; a pattern such as `.*` often covers them though they are tracked.
    const isDockers = /(?:^|\.)(?:docker|container)ignore$/.test(entry.name);
    if (this.#isIgnored(name, isFolder, isDockers ? [] : at.layers)) return;
    if (isFolder) {
      this.#pending.push({ folder: name, isDeep: true, depth: at.depth + 1, layers: at.layers });
      return;
    }
    const file = fileId(name);
    // A backslash or a drive letter in a name would make it another path.
    if (file !== name) return;
    if (entry.isFile()) this.files.push(file);
    else if (entry.isSymbolicLink()) this.#takeLink(file);
  }

  /** A link to a file of the root is listed, as its target is read under its own name; one that leads out is told. */
  #takeLink(file: FileId): void {
    const path = join(this.#root, file);
    const target = realTarget(path);
    this.#realRoot ??= realpathSync(this.#root);
    if (target === undefined) {
      if (isRead(file)) this.#skip(file, 'It is a symbolic link that leads nowhere.');
    } else if (!target.path.startsWith(withSeparator(this.#realRoot))) {
      if (isRead(file) && target.isFile) this.#skip(file, 'It is a symbolic link that leads out of the root.');
    } else if (target.isFile) {
      this.files.push(file);
    }
  }

  #isIgnored(name: string, isFolder: boolean, layers: readonly IgnoreLayer[]): boolean {
    if (this.#exclude.verdict(name, isFolder) === true) return true;
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i];
      if (layer === undefined) continue;
      const inside = layer.folder === '' ? name : name.slice(layer.folder.length + 1);
      const verdict = layer.rules.verdict(inside, isFolder);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }

  #skip(file: string, reason: string): void {
    this.skipped.push({ file: file as FileId, reason });
  }
}

function realTarget(path: string): { readonly path: string; readonly isFile: boolean } | undefined {
  try {
    return { path: realpathSync(path), isFile: statSync(path).isFile() };
  } catch {
    return undefined;
  }
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
