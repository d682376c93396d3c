import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { appendText, findingOf, noFindingOf, openFile } from './editor.ts';

suite('unsaved edits', () => {
  test('what is typed counts before it is saved, and no longer once it is taken back', async () => {
    const editor = await openFile('config/settings/production.py');
    const { document } = editor;
    await findingOf(document.uri, 'env/list-split-empty', 5);
    const saved = document.getText();

    await appendText(editor, '\nDEBUG = True\n');
    const finding = await findingOf(document.uri, 'settings/debug-true');
    assert.equal(document.lineAt(finding.range.start.line).text, 'DEBUG = True');
    assert.equal(document.isDirty, true);
    assert.equal(readFileSync(document.uri.fsPath, 'utf8'), saved);

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), saved);
    await noFindingOf(document.uri, 'settings/debug-true');
  });
});
