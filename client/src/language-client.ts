// The connection to the language server (dist/server.cjs): starts it, starts it again after a crash, stops it.
// Must not analyse anything nor notify anybody: failures go to the output and to the status item.
// Look next at restart-policy.ts, project-files.ts and server/src/lsp/main.ts.
import {
  type DocumentSelector,
  type ExtensionContext,
  type FileSystemWatcher,
  type LogOutputChannel,
  Uri,
  workspace,
} from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  Trace,
  TransportKind,
} from 'vscode-languageclient/node';
import { type ServerStatus, statusNotification } from '../../server/src/lsp/protocol.ts';
import { anyFilePattern, isProjectPath, projectFilePatterns } from './project-files.ts';
import { RestartPolicy } from './restart-policy.ts';
import type { StatusItem } from './status.ts';

/** The documents that the server is told of, by file pattern: templates are covered whatever their language is called. */
export const documentSelector = projectFilePatterns.map((pattern) => ({
  scheme: 'file',
  pattern,
})) satisfies DocumentSelector;

/** A client that never opens a notification of its own accord. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }

  /** The library shows its trace only at the output's lowest level; who turned our setting on wants to see it. */
  override trace(message: string, data?: unknown): void {
    this.outputChannel.info(data === undefined ? message : `${message}\n${String(data)}`);
  }
}

/** The one server of a window. All its methods may be called in any state. */
export class LanguageServer {
  readonly #context: ExtensionContext;
  readonly #output: LogOutputChannel;
  readonly #status: StatusItem;
  readonly #restarts = new RestartPolicy();
  #watchers: FileSystemWatcher[] | undefined;
  #client: LanguageClient | undefined;
  /** Ends the wait for a restart at once. */
  #endWait: (() => void) | undefined;
  /** Starts and stops run one after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(context: ExtensionContext, output: LogOutputChannel, status: StatusItem) {
    this.#context = context;
    this.#output = output;
    this.#status = status;
  }

  /** Starts the server, or stops it when no folder wants it. Never throws. */
  update(): Promise<void> {
    return this.#enqueue(async () => {
      if (!isEnabled()) return this.#stop();
      if (this.#client === undefined) await this.#start();
    });
  }

  /** Stops the server, however it is, and starts a new one. Never throws. */
  restart(): Promise<void> {
    this.#restarts.reset();
    return this.#enqueue(async () => {
      await this.#stop();
      if (isEnabled()) await this.#start();
    });
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#stop());
  }

  /**
   * Asks the server.
   * @throws Error when it does not run or cannot answer.
   */
  async request<Answer>(method: string, params?: object): Promise<Answer> {
    await this.#queue;
    const client = this.#client;
    if (client?.isRunning() !== true) throw new Error('The language server does not run.');
    return client.sendRequest<Answer>(method, params ?? {});
  }

  /** Brings the trace to what the setting says. */
  async updateTrace(): Promise<void> {
    // The library sets the trace itself on each change of settings; ours comes after.
    await Promise.resolve();
    const wanted = workspace.getConfiguration('djpreflight').get('trace.server', 'off');
    if (this.#client?.isRunning() === true) await this.#client.setTrace(Trace.fromString(wanted));
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#output.error(String(error)));
    return this.#queue;
  }

  async #start(): Promise<void> {
    const client = this.#createClient();
    this.#client = client;
    this.#status.show({ state: 'starting' });
    await client.start().catch((error: unknown) => this.#output.error(`The language server does not start: ${error}`));
    await this.updateTrace();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#endWait?.();
    this.#status.show({ state: isEnabled() ? 'starting' : 'disabled' });
    if (client === undefined) return;
    // A dead server cannot be stopped, and one that never started has nothing to clear.
    await client.dispose().catch((error: unknown) => this.#output.debug(String(error)));
  }

  #createClient(): LanguageClient {
    const client: LanguageClient = new QuietClient('djpreflight', 'Django Preflight', this.#serverOptions(), {
      ...this.#clientOptions(),
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#afterCrash(client),
      },
    });
    client.onNotification(statusNotification, (status: ServerStatus) => {
      if (this.#client === client) this.#status.show(status);
    });
    return client;
  }

  #serverOptions(): ServerOptions {
    const server = {
      module: Uri.joinPath(this.#context.extensionUri, 'dist', 'server.cjs').fsPath,
      transport: TransportKind.ipc,
      // Not the workspace, which is a stranger's folder.
      options: { cwd: this.#context.extensionUri.fsPath },
    };
    return { run: server, debug: server };
  }

  #clientOptions(): LanguageClientOptions {
    const watch = (pattern: string, isDeletedOnly: boolean) => {
      const watcher = workspace.createFileSystemWatcher(pattern, isDeletedOnly, isDeletedOnly, !isDeletedOnly);
      this.#context.subscriptions.push(watcher);
      return watcher;
    };
    this.#watchers ??= [...projectFilePatterns.map((pattern) => watch(pattern, false)), watch(anyFilePattern, true)];
    return {
      documentSelector,
      // The actions that explain a rule call a command of ours.
      initializationOptions: { commands: true },
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      synchronize: { fileEvents: this.#watchers },
      markdown: { isTrusted: false, supportHtml: false },
      middleware: {
        workspace: {
          didChangeWatchedFile: (event, next) => (isProjectPath(event.uri) ? next(event) : Promise.resolve()),
        },
      },
    };
  }

  /** Clears what a dead server said, waits, and says whether it is started again. */
  async #afterCrash(client: LanguageClient): Promise<CloseHandlerResult> {
    const isCurrent = (): boolean => this.#client === client;
    client.diagnostics?.clear();
    const delay = isCurrent() ? this.#restarts.nextDelay(Date.now()) : undefined;
    if (delay !== undefined) {
      this.#output.error(`The language server ended unexpectedly. Restart in ${delay / 1000} s.`);
      this.#status.show({ state: 'restarting', seconds: Math.ceil(delay / 1000) });
      await this.#wait(delay);
      if (isCurrent()) {
        this.#status.show({ state: 'starting' });
        return { action: CloseAction.Restart, message: 'Restarting the language server.', handled: true };
      }
    } else if (isCurrent()) {
      this.#status.show({ state: 'stopped' });
    }
    return { action: CloseAction.DoNotRestart, message: 'The language server is not started again.', handled: true };
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#endWait = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#endWait = end;
    });
  }
}

/** True when one of the folders, or the window without a folder, wants findings. */
function isEnabled(): boolean {
  const scopes = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [undefined];
  return scopes.some((scope) => workspace.getConfiguration('djpreflight', scope).get('enable', true));
}
