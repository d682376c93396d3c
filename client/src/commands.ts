// The commands of the palette. Must not analyse: each asks the server or VS Code. What they say is the only notification of ours,
// and only after somebody has called them. Look next at package.json (`contributes.commands`), rule-page.ts and snippet-picker.ts.
import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  ProgressLocation,
  Uri,
  window,
} from 'vscode';
import {
  type CheckResult,
  checkRequest,
  type FixAllParams,
  type FixAllResult,
  fixAllRequest,
} from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './language-client.ts';
import { explainRule } from './rule-page.ts';
import { insertProductionSnippet } from './snippet-picker.ts';
import { count } from './status-text.ts';

/** Registers all commands. Arguments come from key bindings, code actions and links, so their types are checked. */
export function registerCommands(
  context: ExtensionContext,
  server: LanguageServer,
  output: LogOutputChannel,
): Disposable {
  const handlers: Readonly<Record<string, (argument: unknown) => Promise<void> | void>> = {
    restartServer: () => server.restart(),
    showOutput: () => output.show(true),
    explainRule: (rule) => explainRule(server, asText(rule)),
    fixAllSafe: (uri) => fixAllSafe(server, uri instanceof Uri ? uri.toString() : asText(uri)),
    checkWorkspace: () => checkWorkspace(server),
    insertSnippet: (prefix) => insertProductionSnippet(context, asText(prefix)),
  };
  const registered = Object.entries(handlers).map(([name, handler]) =>
    commands.registerCommand(`djpreflight.${name}`, async (argument: unknown) => {
      try {
        await handler(argument);
      } catch (error) {
        output.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        void window.showErrorMessage(`Django Preflight: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
  return { dispose: () => registered.forEach((one) => void one.dispose()) };
}

function asText(argument: unknown): string | undefined {
  return typeof argument === 'string' && argument !== '' ? argument : undefined;
}

/** Makes the safe fixes of one document, or of the whole workspace. */
async function fixAllSafe(server: LanguageServer, uri: string | undefined): Promise<void> {
  const params: FixAllParams = uri === undefined ? {} : { uri };
  const { applied, files, refused } = await withProgress('Fixing', () =>
    server.request<FixAllResult>(fixAllRequest, params),
  );
  const made =
    applied === 0
      ? 'Nothing to fix safely.'
      : `${count(applied, 'safe fix', 'safe fixes')} in ${count(files, 'file')}.`;
  void window.showInformationMessage(`Django Preflight: ${[made, ...refused].join(' ')}`);
}

async function checkWorkspace(server: LanguageServer): Promise<void> {
  const { files, findings } = await withProgress('Checking the workspace', () =>
    server.request<CheckResult>(checkRequest),
  );
  const text = `Django Preflight: ${findings === 0 ? 'no findings' : count(findings, 'finding')} in ${count(files, 'file')}.`;
  const buttons = findings === 0 ? [] : ['Show Problems'];
  // Not awaited: the command ends here, the notification when somebody closes it.
  void window.showInformationMessage(text, ...buttons).then((chosen) => {
    if (chosen !== undefined) void commands.executeCommand('workbench.actions.view.problems');
  });
}

function withProgress<Answer>(title: string, work: () => Promise<Answer>): Thenable<Answer> {
  return window.withProgress({ location: ProgressLocation.Window, title: `Django Preflight: ${title}` }, work);
}
