// The command "Insert Production Snippet…": a list of our snippets with a preview beside it, and the insertion of the chosen one.
// Must not hold snippets: they are the contributed files. Look next at snippet-text.ts and ../../snippets/.
import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  languages,
  type QuickPickItem,
  SnippetString,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { expandedBody, readSnippets, type Snippet } from './snippet-text.ts';

interface SnippetItem extends QuickPickItem {
  readonly snippet: Snippet;
}

/** Scheme of the preview: one read-only document whose text changes. */
const scheme = 'djpreflight-snippet';
const previewUri = Uri.from({ scheme, path: '/Snippet preview' });

/**
 * Asks for a snippet and inserts it at the cursors, or into a new document when the active one is of another language.
 * @param prefix of the wanted snippet, from a key binding; nothing is asked then.
 * @throws Error when there is no such snippet or the files cannot be read.
 */
export async function insertProductionSnippet(context: ExtensionContext, prefix: string | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  const snippets = await contributedSnippets(context);
  if (prefix === undefined) {
    const chosen = await pickSnippet(snippets, editor?.document);
    if (chosen !== undefined) await insert(chosen, editor);
    return;
  }
  const named = snippets.find((snippet) => snippet.prefix === prefix);
  if (named === undefined) throw new Error(`There is no snippet with the prefix ${prefix}.`);
  await insert(named, editor);
}

/** All snippets that the manifest contributes, in its order. */
async function contributedSnippets({ extension, extensionUri }: ExtensionContext): Promise<readonly Snippet[]> {
  const manifest = extension.packageJSON as {
    readonly contributes?: { readonly snippets?: readonly { readonly language: string; readonly path: string }[] };
  };
  const files = (manifest.contributes?.snippets ?? []).map(async ({ language, path }) => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, path));
    return readSnippets(new TextDecoder().decode(bytes), language);
  });
  return (await Promise.all(files)).flat();
}

/** Undefined when the user changes their mind. */
async function pickSnippet(
  snippets: readonly Snippet[],
  document: TextDocument | undefined,
): Promise<Snippet | undefined> {
  const preview = openPreview();
  const picker = window.createQuickPick<SnippetItem>();
  picker.title = 'Insert Production Snippet';
  picker.placeholder = 'Search by name, prefix or description';
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // The preview beside it takes no focus, but opening it must not close the list.
  picker.ignoreFocusOut = true;
  // What fits the document first.
  picker.items = [...snippets]
    .sort((a, b) => Number(b.language === document?.languageId) - Number(a.language === document?.languageId))
    .map((snippet) => ({
      label: snippet.name,
      description: `${snippet.prefix} · ${snippet.language}`,
      detail: snippet.description,
      snippet,
    }));
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeActive(([item]) => item !== undefined && preview.show(item.snippet));
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.snippet));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
    await preview.close();
  }
}

interface Preview {
  show(snippet: Snippet): void;
  close(): Promise<void>;
}

/** A read-only document beside the active editor; it opens with the first snippet shown. */
function openPreview(): Preview {
  const changed = new EventEmitter<Uri>();
  let text = '';
  const registration: Disposable = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  });
  // One change after the other, so that the last snippet shown is the one that stays.
  let work: Promise<void> = Promise.resolve();
  const render = async (snippet: Snippet): Promise<void> => {
    text = expandedBody(snippet.body);
    changed.fire(previewUri);
    const document = await workspace.openTextDocument(previewUri);
    await languages.setTextDocumentLanguage(document, snippet.language);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  };
  return {
    show(snippet) {
      // A preview that cannot be shown must not stand in the way of the list.
      work = work.then(() => render(snippet)).catch(() => undefined);
    },
    async close() {
      await work;
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      await window.tabGroups.close(tabs.filter(({ input }) => isPreview(input)));
      registration.dispose();
      changed.dispose();
    },
  };
}

function isPreview(input: unknown): boolean {
  const uri = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return uri instanceof Uri && uri.scheme === scheme;
}

async function insert(snippet: Snippet, editor: TextEditor | undefined): Promise<void> {
  const target = editor?.document.languageId === snippet.language ? editor : undefined;
  const document = target?.document ?? (await workspace.openTextDocument({ language: snippet.language }));
  const shown = await window.showTextDocument(document, target?.viewColumn ?? ViewColumn.Active);
  await shown.insertSnippet(new SnippetString(snippet.body));
}
