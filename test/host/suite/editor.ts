// What a person does and sees in the editor, for the suites: open a file, edit it, read its findings, take a light bulb's offer.
// Must not judge. Look next at the *.suite.ts files.
import * as vscode from 'vscode';
import { until } from './until.ts';

/** The extension's identifier, in development and installed. */
export const extensionId = 'django-preflight.djpreflight';

/** A file of the copied storefront. */
export function workspaceFile(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(path)));
}

/** Types text at the end of the document, unsaved. */
export async function appendText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const done = await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, text));
  if (!done) throw new Error('The editor refused the edit.');
}

/** A finding's rule id, whether or not it has a page to link to. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Our findings of a file as the Problems panel shows them. */
function findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'djpreflight');
}

const summary = (uri: vscode.Uri): readonly string[] =>
  findingsOf(uri).map((finding) => `${finding.range.start.line + 1} ${ruleOf(finding)}`);

/** Waits for a rule's first finding in a file, on the given line (1-based) if one is given. */
export function findingOf(uri: vscode.Uri, rule: string, line?: number): Promise<vscode.Diagnostic> {
  const fits = (finding: vscode.Diagnostic): boolean =>
    ruleOf(finding) === rule && (line === undefined || finding.range.start.line + 1 === line);
  return until(
    `a finding of ${rule}`,
    () => findingsOf(uri).find(fits),
    () => summary(uri),
  );
}

/** Waits until a rule has no finding in a file. */
export async function noFindingOf(uri: vscode.Uri, rule: string): Promise<void> {
  const gone = (): true | undefined => findingsOf(uri).every((finding) => ruleOf(finding) !== rule) || undefined;
  await until(`no finding of ${rule}`, gone, () => summary(uri));
}

/** Waits for a code action with this title, its edit resolved, as the light bulb or the command palette offers it at a range. */
export function codeActionOf(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
  title?: string,
): Promise<vscode.CodeAction> {
  let titles: readonly string[] = [];
  const ask = async (): Promise<vscode.CodeAction | undefined> => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind.value,
      20,
    );
    titles = actions.map((action) => action.title);
    return actions.find((action) => title === undefined || action.title === title);
  };
  return until(`a code action ${title ?? kind.value}`, ask, () => titles);
}

/** Does what taking a code action does: its edit first, then its command. */
export async function takeCodeAction({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit !== undefined && !(await vscode.workspace.applyEdit(edit))) throw new Error('VS Code refused the edit.');
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
