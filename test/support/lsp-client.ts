import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { type ServerStatus, statusNotification } from '../../server/src/lsp/protocol.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a server said of one file last. */
export interface Published {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A language client without an editor, over stdio with the bundled server; ended with the test. */
export class LspClient {
  readonly connection: ProtocolConnection;
  readonly published = new Map<string, Published>();
  readonly statuses: ServerStatus[] = [];
  /** What `workspace/configuration` is answered. */
  settings: unknown = {};
  readonly #process: ChildProcess;
  readonly #folders: readonly string[];
  readonly #versions = new Map<string, number>();
  /** Messages that {@link together} holds back. */
  #held: Message[] | undefined;
  #wake: () => void = () => undefined;

  constructor(folders: readonly string[], command: readonly string[]) {
    this.#folders = folders;
    const [program = process.execPath, ...args] = command;
    this.#process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error('the server has no streams');
    const writer = new StreamMessageWriter(stdin);
    const write = writer.write.bind(writer);
    writer.write = (message) => {
      if (this.#held === undefined) return write(message);
      this.#held.push(message);
      return Promise.resolve();
    };
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), writer);
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      this.published.set(uri, { version, diagnostics });
      this.#wake();
    });
    this.connection.onNotification(statusNotification, (status: ServerStatus) => {
      this.statuses.push(status);
      this.#wake();
    });
    this.connection.onRequest(RegistrationRequest.type, () => undefined);
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.listen();
  }

  /** Starts `dist/server.cjs` for folders and waits until it is ready. */
  static async start(
    context: TestContext,
    folders: readonly string[],
    command = [process.execPath, join(root, 'dist/server.cjs'), '--stdio'],
  ): Promise<LspClient> {
    const client = new LspClient(folders, command);
    context.after(() => client.stop());
    await client.initialize();
    await client.ready();
    return client;
  }

  async initialize(): Promise<void> {
    await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: this.#folders.map((path) => ({ uri: pathToFileURL(path).href, name: path })),
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      initializationOptions: { commands: true },
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
  }

  /** Waits until the server has nothing more to do. */
  ready(): Promise<void> {
    return this.until(() => ['ready', 'idle', 'error'].includes(this.statuses.at(-1)?.state ?? ''));
  }

  /** Waits until something holds, looking again at each message; a test that waits too long fails by its own limit. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  }

  /** Sends what `send` says in one piece, so that the server has the last message before it is done with the first. */
  together(send: () => void): void {
    const held: Message[] = [];
    this.#held = held;
    try {
      send();
    } finally {
      this.#held = undefined;
    }
    const frames = held.map((message) => {
      const text = JSON.stringify(message);
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    });
    this.#process.stdin?.write(frames.join(''));
  }

  uri(file: string, folder = this.#folders[0] ?? ''): string {
    return pathToFileURL(join(folder, file)).href;
  }

  /** The file of a URI in the first folder. */
  fileOf(uri: string): string {
    return uri.slice(`${pathToFileURL(this.#folders[0] ?? '').href}/`.length);
  }

  async open(file: string, text?: string): Promise<string> {
    const path = join(this.#folders[0] ?? '', file);
    const document = {
      uri: this.uri(file),
      languageId: 'python',
      version: 1,
      text: text ?? readFileSync(path, 'utf8'),
    };
    this.#versions.set(file, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document });
    return document.text;
  }

  /** Sends one edit of an open document; gives its new version. */
  async change(file: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(file) ?? 0) + 1;
    this.#versions.set(file, version);
    const textDocument = { uri: this.uri(file), version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
    return version;
  }

  async close(file: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(file) },
    });
  }

  async changedOnDisk(file: string, type: FileChangeType): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(file), type }],
    });
  }

  /** Codes of the diagnostics of a file, sorted. */
  codes(file: string): readonly string[] {
    return (this.published.get(this.uri(file))?.diagnostics ?? []).map(({ code }) => String(code)).sort();
  }

  async actions(file: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [], ...(only === undefined ? {} : { only: [...only] }) };
    const params = { textDocument: { uri: this.uri(file) }, range, context };
    const actions = (await this.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    return actions.filter((one): one is CodeAction => 'kind' in one);
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }
}
