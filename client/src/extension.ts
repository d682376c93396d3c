// Activation: VS Code calls it in a workspace that looks like Django's (package.json, `activationEvents`) or for a command of ours.
// Must not hold anything else. Look next at language-client.ts and commands.ts.
import { type ExtensionContext, window, workspace } from 'vscode';
import { registerCommands } from './commands.ts';
import { documentSelector, LanguageServer } from './language-client.ts';
import { registerRulePages } from './rule-page.ts';
import { createStatusItem } from './status.ts';

let server: LanguageServer | undefined;

export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Django Preflight', { log: true });
  const status = createStatusItem(documentSelector);
  const started = new LanguageServer(context, output, status);
  server = started;
  context.subscriptions.push(
    output,
    status,
    registerCommands(context, started, output),
    registerRulePages(started),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('djpreflight.enable')) void started.update();
      if (change.affectsConfiguration('djpreflight.trace')) void started.updateTrace();
    }),
    workspace.onDidChangeWorkspaceFolders(() => void started.update()),
  );
  // Not awaited: an activation must not wait for another process.
  void started.update();
}

/** VS Code waits for what this gives, so that no server stays behind. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
