// The command "Explain Rule…": a rule's page in VS Code's Markdown preview, from a document that exists only in the editor.
// Must not hold pages: the server reads them. Look next at server/src/lsp/protocol.ts.
import { commands, type Disposable, extensions, languages, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type RuleSummary,
  rulesRequest,
} from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './language-client.ts';

const scheme = 'djpreflight-page';

/** Answers for the documents of rule pages. */
export function registerRulePages(server: LanguageServer): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => pageOf(server, path.replace(/^\//, '').replace(/\.md$/, '')),
  });
}

/**
 * Shows the page of a rule; asks which one when none is given.
 * @throws Error when there is no such rule or the server does not run.
 */
export async function explainRule(server: LanguageServer, given: string | undefined): Promise<void> {
  const rule = given ?? (await pickRule(server));
  if (rule === undefined) return;
  // Asked here too: the preview would show an error as a page.
  await pageOf(server, rule);
  const uri = Uri.from({ scheme, path: `/${rule}.md` });
  // It comes with VS Code and can be turned off; its command is in no list before the extension is awake.
  const hasPreview = extensions.getExtension('vscode.markdown-language-features') !== undefined;
  if (hasPreview) await commands.executeCommand('markdown.showPreview', uri);
  else await window.showTextDocument(uri);
}

async function pageOf(server: LanguageServer, rule: string): Promise<string> {
  const params: ExplainParams = { rule };
  const { markdown } = await server.request<ExplainResult>(explainRequest, params);
  if (markdown === null) throw new Error(`There is no rule ${rule}.`);
  return markdown;
}

async function pickRule(server: LanguageServer): Promise<string | undefined> {
  const rules = await server.request<readonly RuleSummary[]>(rulesRequest);
  const here = rulesAtCursor();
  const items: QuickPickItem[] = rules
    .map(({ id, title }) => ({ label: id, description: title }))
    // Stable: what is reported at the cursor first, the rest by id.
    .sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)));
  const options = { title: 'Explain Rule', placeHolder: 'Search by rule or title', matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.label;
}

/** The rules that have a finding on the line of the cursor; a row (`rule:row`) counts for its rule. */
function rulesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return new Set();
  const line = editor.selection.active.line;
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'djpreflight' && range.start.line <= line && line <= range.end.line)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
  return new Set(found.map((code) => code.replace(/:.*/, '')));
}
