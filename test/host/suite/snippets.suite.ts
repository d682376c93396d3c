import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, workspaceFile } from './editor.ts';
import { until } from './until.ts';

const prefix = 'prod-security';

suite('snippets', () => {
  test('a prefix is completed to its snippet', async () => {
    // A file of its own: typing into settings would race with the findings of other suites.
    writeFileSync(workspaceFile('config/security.py').fsPath, '');
    const editor = await openFile('config/security.py');
    const { document } = editor;
    assert.equal(document.languageId, 'python');
    await vscode.commands.executeCommand('type', { text: prefix });
    await until(
      'the typed prefix',
      () => document.getText() === prefix || undefined,
      () => document.getText(),
    );

    const offers = async (): Promise<vscode.CompletionItem | undefined> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        editor.selection.active,
      );
      return list.items.find(({ label }) => (typeof label === 'object' ? label.label : label) === prefix);
    };
    const { insertText, kind } = await until(`a completion ${prefix}`, offers);
    assert.equal(kind, vscode.CompletionItemKind.Snippet);
    assert.ok(insertText instanceof vscode.SnippetString);

    const whole = new vscode.Range(0, 0, 0, prefix.length);
    assert.equal(await editor.insertSnippet(insertText, whole), true);
    assert.match(document.getText(), /^SECURE_SSL_REDIRECT = /m);
    assert.doesNotMatch(document.getText(), /\$\{?\d/);
  });
});
