// The language server: which message does what. Sessions hold the texts and the analysis, one for each workspace folder.
// Must not analyse, read files or know a rule; main.ts brings rules, pages and the connection. Never throws into the connection.
// Look next at folder-session.ts, code-actions.ts and to-protocol.ts.
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnyRule } from '../contract/rule.ts';
import { fixAll } from '../engine/fix.ts';
import type { FileId } from '../text/file-id.ts';
import { type ActionData, actionsAt, editOfResult, fixAllKind, resolveAction } from './code-actions.ts';
import { type EditorChoice, readEditorChoice } from './folder-config.ts';
import { FolderSession, type SessionHost } from './folder-session.ts';
import {
  type CheckResult,
  checkRequest,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type FixAllParams,
  type FixAllResult,
  fixAllRequest,
  type RuleSummary,
  rulesRequest,
  type ServerStatus,
  statusNotification,
} from './protocol.ts';
import { pathOf } from './uris.ts';

/** What `main.ts` brings. */
export interface ServerParts {
  readonly rules: readonly AnyRule[];
  readonly version: string;
  readonly readPages: () => Readonly<Record<string, string>>;
  readonly now: () => number;
}

/** Answers a connection until it ends. */
export function startServer(connection: Connection, parts: ServerParts): void {
  new Server(connection, parts).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #parts: ServerParts;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #sessions = new Map<string, FolderSession>();
  readonly #statuses = new Map<FolderSession, ServerStatus>();
  #folders: readonly string[] = [];
  #canConfigure = false;
  #canWatch = false;
  #canWatchFolders = false;
  #hasCommands = false;
  #choice: EditorChoice = readEditorChoice(undefined);

  constructor(connection: Connection, parts: ServerParts) {
    this.#connection = connection;
    this.#parts = parts;
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.#configure(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes));
    connection.onCodeAction(async ({ textDocument, range, context }, token) => {
      const found = this.#fileOf(textDocument.uri);
      const snapshot = await found?.session.settled();
      if (found === undefined || snapshot === undefined || token.isCancellationRequested) return [];
      return [...actionsAt(found.session, snapshot, found.file, range, context.only, this.#hasCommands)];
    });
    connection.onCodeActionResolve(async (action, token) => {
      const data = action.data as ActionData | undefined;
      const session = data === undefined ? undefined : this.#fileOf(data.uri)?.session;
      const snapshot = await session?.settled();
      if (data === undefined || session === undefined || snapshot === undefined) return action;
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      const resolved = resolveAction(session, snapshot, data);
      // Some editors show the reason of a disabled action, all show an error.
      if ('reason' in resolved) throw new ResponseError(LSPErrorCodes.RequestFailed, resolved.reason);
      return { ...action, edit: resolved.edit };
    });
    connection.onRequest(explainRequest, ({ rule }: ExplainParams): ExplainResult => this.#explain(rule));
    connection.onRequest(rulesRequest, (): readonly RuleSummary[] =>
      this.#parts.rules.map(({ meta }) => ({ id: meta.id, title: meta.title })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    connection.onRequest(fixAllRequest, (params: FixAllParams): Promise<FixAllResult> => this.#fixAll(params));
    connection.onRequest(checkRequest, (): Promise<CheckResult> => this.#check());
    this.#documents.onDidChangeContent(({ document }) => {
      const found = this.#fileOf(document.uri);
      found?.session.edit(found.file, document.getText(), document.version);
    });
    this.#documents.onDidClose(({ document }) => {
      const found = this.#fileOf(document.uri);
      found?.session.close(found.file);
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { workspace } = params.capabilities;
    this.#canConfigure = workspace?.configuration === true;
    this.#canWatchFolders = workspace?.workspaceFolders === true;
    const options: unknown = params.initializationOptions;
    this.#hasCommands = typeof options === 'object' && options !== null && 'commands' in options;
    // Our own client watches files without being asked.
    this.#canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true && !this.#hasCommands;
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [params.rootUri].filter((uri) => uri !== null);
    this.#folders = folders.map(pathOf).filter((path) => path !== undefined);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: this.#canWatchFolders } },
      },
      serverInfo: { name: 'djpreflight', version: this.#parts.version },
    };
  }

  async #initialized(): Promise<void> {
    const { client, workspace } = this.#connection;
    if (this.#canConfigure) await client.register(DidChangeConfigurationNotification.type, { section: 'djpreflight' });
    if (this.#canWatch) {
      await client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    }
    if (this.#canWatchFolders) {
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#removeFolder(pathOf(uri));
        for (const { uri } of added) this.#addFolder(pathOf(uri));
      });
    }
    this.#choice = await this.#askChoice();
    for (const folder of this.#folders) this.#addFolder(folder);
  }

  async #askChoice(): Promise<EditorChoice> {
    if (!this.#canConfigure) return this.#choice;
    return readEditorChoice(await this.#connection.workspace.getConfiguration('djpreflight'));
  }

  /** Editors that can be asked are asked; others send their settings along. */
  async #configure(settings: unknown): Promise<void> {
    const sent = typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>) : {};
    this.#choice = this.#canConfigure ? await this.#askChoice() : readEditorChoice(sent['djpreflight']);
    for (const session of this.#sessions.values()) session.configure(this.#choice);
  }

  #addFolder(path: string | undefined): void {
    if (path === undefined || this.#sessions.has(path)) return;
    const session = new FolderSession(path, this.#choice, this.#host());
    this.#sessions.set(path, session);
    session.refresh();
    for (const document of this.#documents.all()) {
      const found = this.#fileOf(document.uri);
      if (found?.session === session) session.edit(found.file, document.getText(), document.version);
    }
  }

  #removeFolder(path: string | undefined): void {
    const session = path === undefined ? undefined : this.#sessions.get(path);
    if (path === undefined || session === undefined) return;
    session.dispose();
    this.#sessions.delete(path);
    this.#statuses.delete(session);
  }

  #host(): SessionHost {
    return {
      rules: this.#parts.rules,
      publish: (session, uri, version, diagnostics) => {
        // A folder inside of another one speaks for its own files.
        if (this.#fileOf(uri)?.session !== session) return;
        const params = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) };
        this.#settle(this.#connection.sendDiagnostics(params));
      },
      status: (session, status) => {
        this.#statuses.set(session, status);
        this.#settle(this.#connection.sendNotification(statusNotification, joined([...this.#statuses.values()])));
      },
      log: (message) => this.#connection.console.error(message),
      now: this.#parts.now,
    };
  }

  /** A connection that is gone takes no messages, which is nobody's fault. */
  #settle(sent: Promise<void>): void {
    sent.catch(() => undefined);
  }

  /** The session of the deepest workspace folder that holds a document. */
  #fileOf(uri: string): { readonly session: FolderSession; readonly file: FileId } | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const sessions = [...this.#sessions.values()].sort((a, b) => b.root.length - a.root.length);
    for (const session of sessions) {
      const file = session.fileOf(path);
      if (file !== undefined) return { session, file };
    }
    return undefined;
  }

  #filesChanged(changes: readonly { readonly uri: string; readonly type: FileChangeType }[]): void {
    const bySession = new Map<FolderSession, { files: FileId[]; isListingChanged: boolean }>();
    for (const { uri, type } of changes) {
      const found = this.#fileOf(uri);
      if (found === undefined || /(^|\/)(\.git|node_modules|__pycache__)\//.test(found.file)) continue;
      const noted = bySession.get(found.session) ?? { files: [], isListingChanged: false };
      noted.files.push(found.file);
      noted.isListingChanged ||= type !== FileChangeType.Changed;
      bySession.set(found.session, noted);
    }
    for (const [session, { files, isListingChanged }] of bySession) session.filesChanged(files, isListingChanged);
  }

  #explain(rule: string): ExplainResult {
    const [id = ''] = rule.split(':');
    return { markdown: this.#parts.readPages()[id] ?? null };
  }

  async #fixAll({ uri }: FixAllParams): Promise<FixAllResult> {
    const only = uri === undefined ? undefined : this.#fileOf(uri);
    if (uri !== undefined && only === undefined) return { applied: 0, files: 0, refused: [] };
    let applied = 0;
    let files = 0;
    const refused: string[] = [];
    for (const session of only === undefined ? this.#sessions.values() : [only.session]) {
      const snapshot = await session.settled();
      if (snapshot === undefined) continue;
      const result = fixAll(snapshot.input, ['safe'], (one) => only === undefined || one.file === only.file);
      for (const { title, reason } of result.refused) refused.push(`${title}: ${reason}`);
      if (result.applied.length === 0) continue;
      const edit = editOfResult(session, snapshot, result);
      const answer = await this.#connection.workspace.applyEdit({ label: 'Make all safe fixes', edit });
      if (!answer.applied) refused.push(answer.failureReason ?? 'The editor did not take the changes.');
      else {
        applied += result.applied.length;
        files += result.changed.size + result.created.size;
      }
    }
    return { applied, files, refused };
  }

  async #check(): Promise<CheckResult> {
    let files = 0;
    let findings = 0;
    for (const session of this.#sessions.values()) {
      session.refresh();
      const snapshot = await session.settled();
      files += snapshot?.input.texts.size ?? 0;
      findings += snapshot?.analysis.findings.length ?? 0;
    }
    return { files, findings };
  }
}

/** What several folders say together: work before rest, faults before all. */
function joined(statuses: readonly ServerStatus[]): ServerStatus {
  const order = ['error', 'reading', 'analysing', 'ready', 'idle'] as const;
  const state = order.find((one) => statuses.some((status) => status.state === one)) ?? 'idle';
  const message = statuses.find((status) => status.state === state)?.message;
  const sum = (of: (status: ServerStatus) => number): number => statuses.reduce((all, one) => all + of(one), 0);
  return {
    state,
    files: sum((one) => one.files),
    findings: sum((one) => one.findings),
    ...(message === undefined ? {} : { message }),
  };
}
