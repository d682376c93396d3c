import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { codeActionOf, extensionId, findingOf, noFindingOf, openFile, takeCodeAction } from './editor.ts';

suite('quick fix', () => {
  test('a setting left insecure is underlined, with its rule and page, and the quick fix mends it', async () => {
    const { document } = await openFile('config/settings/staging.py');
    const finding = await findingOf(document.uri, 'settings/debug-true', 4);
    assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, true);
    assert.equal(document.getText(finding.range), 'True');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.match(finding.message, /`DEBUG` is `True`/);
    assert.ok(
      typeof finding.code === 'object' && finding.code.target.path.includes('debug-true'),
      'a link to the page',
    );

    const fix = await codeActionOf(
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix,
      'Set `DEBUG = False` (suggestion)',
    );
    await takeCodeAction(fix);
    assert.equal(document.lineAt(3).text, 'DEBUG = False');
    assert.equal(document.isDirty, true);
    await noFindingOf(document.uri, 'settings/debug-true');
    await findingOf(document.uri, 'secrets/secret-key-insecure', 6);
  });
});
