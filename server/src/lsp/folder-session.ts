// One workspace folder: its texts (unsaved buffers over the disk), its analysis, and what the editor was last told of it.
// Must not know the connection or a request; server.ts brings both. Analyses in slices and gives up what an edit made old.
// Look next at server.ts (who calls) and to-protocol.ts (what is sent).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { AnyRule } from '../contract/rule.ts';
import { type Analysis, type AnalysisInput, analyzeInSteps } from '../engine/analyze.ts';
import { FactsCache } from '../engine/facts-cache.ts';
import type { FileId } from '../text/file-id.ts';
import { openWorkspace } from '../workspace/node-workspace.ts';
import { isRead, isRequirementsLike, largestSize } from '../workspace/read-policy.ts';
import { readText } from '../workspace/read-text.ts';
import { type ConfigProblem, type EditorChoice, type FolderConfig, loadFolderConfig } from './folder-config.ts';
import type { ServerStatus } from './protocol.ts';
import { type Place, source, toDiagnostic } from './to-protocol.ts';
import { fileBelow, pathOf, uriOf } from './uris.ts';

/** What a session asks of its surroundings. */
export interface SessionHost {
  readonly rules: readonly AnyRule[];
  publish(session: FolderSession, uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void;
  status(session: FolderSession, status: ServerStatus): void;
  log(message: string): void;
  now(): number;
}

/** A document that is open in the editor. */
interface OpenFile {
  readonly text: string;
  readonly version: number;
}

/** An analysis with the texts that it is of. */
export interface Snapshot {
  readonly input: AnalysisInput;
  readonly analysis: Analysis;
  /** Versions of the open documents whose texts were analysed. */
  readonly versions: ReadonlyMap<FileId, number>;
}

/** So long the thread is kept at most before others get their turn, in milliseconds. */
const slice = 12;
/** An analysis that was given up so often in a row is finished all the same: somebody who types on wants to see findings. */
const mostRestarts = 3;
/** Edits that follow each other faster are analysed together, in milliseconds. */
const pause = 25;

export class FolderSession {
  /** Absolute path. */
  readonly root: string;
  readonly #host: SessionHost;
  readonly #open = new Map<FileId, OpenFile>();
  readonly #cache = new FactsCache();
  #texts = new Map<FileId, string>();
  #listing = new Set<FileId>();
  #choice: EditorChoice;
  #folderConfig: FolderConfig;
  #snapshot: Snapshot | undefined;
  /** What was sent last, by URI. */
  readonly #published = new Map<string, string>();
  #isStale = true;
  #mustRead = true;
  #running: Promise<void> | undefined;
  #isClosed = false;

  constructor(root: string, choice: EditorChoice, host: SessionHost) {
    this.root = root;
    this.#host = host;
    this.#choice = choice;
    this.#folderConfig = loadFolderConfig(root, choice, host.rules);
  }

  /** The file that a path is in this folder; undefined outside. */
  fileOf(path: string): FileId | undefined {
    return fileBelow(this.root, path);
  }

  /** The file that a URI names in this folder. */
  fileOfUri(uri: string): FileId | undefined {
    const path = pathOf(uri);
    return path === undefined ? undefined : this.fileOf(path);
  }

  uriOf(file: FileId): string {
    return uriOf(this.root, file);
  }

  /** A document was opened or edited: its text counts until it is closed. */
  edit(file: FileId, text: string, version: number): void {
    this.#open.set(file, { text, version });
    if (isRead(file)) this.#schedule();
  }

  /** A document was closed: the disk counts again. */
  close(file: FileId): void {
    this.#open.delete(file);
    this.#readAgain(file);
    this.#schedule();
  }

  /** Files changed on disk. New and deleted ones change the listing, which ignore files decide: then the folder is read anew. */
  filesChanged(changed: readonly FileId[], isListingChanged: boolean): void {
    const isIgnoreFile = changed.some((file) => /(^|\/)\.gitignore$/.test(file));
    if (isListingChanged || isIgnoreFile) this.#mustRead = true;
    else for (const file of changed) this.#readAgain(file);
    if (changed.some((file) => /(^|\/)(pyproject\.toml|\.djpreflight\.toml)$/.test(file))) this.#reloadConfig();
    this.#schedule();
  }

  /** The editor's settings changed. */
  configure(choice: EditorChoice): void {
    this.#choice = choice;
    this.#reloadConfig();
    this.#schedule();
  }

  /** Reads everything anew. */
  refresh(): void {
    this.#reloadConfig();
    this.#schedule();
  }

  /** Takes back all that was published; the session does nothing more. */
  dispose(): void {
    this.#isClosed = true;
    for (const uri of this.#published.keys()) this.#host.publish(this, uri, undefined, []);
    this.#published.clear();
  }

  /** The analysis of the texts as they are now, when it is done. */
  async settled(): Promise<Snapshot | undefined> {
    while (this.#running !== undefined) await this.#running;
    return this.#snapshot;
  }

  #reloadConfig(): void {
    // Other files may be excluded now.
    this.#mustRead = true;
    this.#folderConfig = loadFolderConfig(this.root, this.#choice, this.#host.rules);
  }

  #readAgain(file: FileId): void {
    if (!this.#listing.has(file) || !isRead(file)) return;
    const read = readText(
      join(this.root, file),
      largestSize(file),
      isRequirementsLike(file) ? 'utf-16 too' : undefined,
    );
    if (read.ok) this.#texts.set(file, read.text);
    else this.#texts.delete(file);
  }

  #schedule(): void {
    this.#isStale = true;
    if (this.#isClosed || this.#running !== undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    for (let restarts = 0; this.#isStale && !this.#isClosed; ) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      this.#isStale = false;
      try {
        const finished = await this.#analyse(restarts < mostRestarts);
        restarts = finished ? 0 : restarts + 1;
      } catch (error) {
        // A fault of ours: the findings of before stay, and the next edit tries again.
        this.#host.log(
          `The analysis failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return;
      }
    }
  }

  /** One analysis; false when an edit made it old before it was done. */
  async #analyse(mayGiveUp: boolean): Promise<boolean> {
    if (this.#mustRead) this.#read();
    const { config } = this.#folderConfig;
    const texts = new Map(this.#texts);
    const versions = new Map<FileId, number>();
    for (const [file, { text, version }] of this.#open) {
      if (!isRead(file) || text.length > largestSize(file) || !this.#isPart(file)) continue;
      texts.set(file, text);
      versions.set(file, version);
    }
    this.#tell('analysing', texts.size);
    const listing = new Set([...this.#listing, ...texts.keys()]);
    const sorted = new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
    const input: AnalysisInput = { texts: sorted, listing, rules: this.#host.rules, config, cache: this.#cache };
    const steps = analyzeInSteps(input);
    for (let until = this.#host.now() + slice; ; ) {
      const step = steps.next();
      if (step.done === true) {
        this.#snapshot = { input, analysis: step.value, versions };
        this.#publish();
        return true;
      }
      if (this.#host.now() < until) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#isClosed || (this.#isStale && mayGiveUp)) return false;
      until = this.#host.now() + slice;
    }
  }

  /** False for what ignore files leave out, as the packages of a virtual environment; a file that is not saved yet is part. */
  #isPart(file: FileId): boolean {
    return this.#listing.has(file) || !existsSync(join(this.root, file));
  }

  #read(): void {
    this.#mustRead = false;
    this.#tell('reading', 0);
    const opened = openWorkspace(this.root, { exclude: this.#folderConfig.config.exclude });
    const files = opened.ok ? opened.workspace.files() : undefined;
    if (!opened.ok) this.#host.log(opened.message);
    this.#texts = new Map(files?.texts ?? []);
    this.#listing = new Set(files?.listing ?? []);
  }

  #publish(): void {
    const snapshot = this.#snapshot;
    if (snapshot === undefined || this.#isClosed) return;
    const { analysis, versions } = snapshot;
    const findings = this.#choice.enable ? analysis.findings : [];
    const place: Place = { root: this.root, lines: (file) => analysis.project.sources.lines(file) };
    const metas = new Map(this.#host.rules.map(({ meta }) => [meta.id, meta]));
    const byUri = new Map<string, Diagnostic[]>();
    for (const uri of this.#published.keys()) byUri.set(uri, []);
    for (const finding of findings)
      push(byUri, this.uriOf(finding.file), toDiagnostic(finding, metas.get(finding.rule), place));
    for (const problem of this.#folderConfig.problems) this.#addProblem(byUri, problem);
    for (const [uri, diagnostics] of byUri) this.#send(uri, diagnostics, versions);
    const { problems } = this.#folderConfig;
    const [problem] = problems;
    if (problem !== undefined)
      this.#tell('error', versions.size, `${problem.path}:${problem.position.line + 1}: ${problem.message}`);
    else if (analysis.project.roots.length === 0) this.#tell('idle', 0);
    else this.#tell('ready', snapshot.input.texts.size);
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], versions: ReadonlyMap<FileId, number>): void {
    const file = [...this.#open.keys()].find((one) => this.uriOf(one) === uri);
    const version = file === undefined ? undefined : versions.get(file);
    // An edit came in the meantime: its own analysis follows, and these places may be wrong.
    if (file !== undefined && version !== this.#open.get(file)?.version) return;
    const said = JSON.stringify([version, diagnostics]);
    if (this.#published.get(uri) === said) return;
    if (diagnostics.length === 0 && !this.#published.has(uri)) return;
    if (diagnostics.length === 0) this.#published.delete(uri);
    else this.#published.set(uri, said);
    this.#host.publish(this, uri, version, diagnostics);
  }

  #addProblem(byUri: Map<string, Diagnostic[]>, { path, position, message }: ConfigProblem): void {
    const file = this.fileOf(path);
    if (file === undefined) return;
    const at = { line: position.line, character: position.column };
    push(byUri, this.uriOf(file), {
      range: { start: at, end: at },
      severity: 1,
      source,
      code: 'configuration',
      message,
    });
  }

  #tell(state: ServerStatus['state'], files: number, message?: string): void {
    const findings = this.#snapshot?.analysis.findings.length ?? 0;
    this.#host.status(this, { state, files, findings, ...(message === undefined ? {} : { message }) });
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
