import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { codeActionOf, findingOf, noFindingOf, openFile, takeCodeAction } from './editor.ts';

suite('fix all', () => {
  test('all safe fixes of a file are made at once', async () => {
    const { document } = await openFile('apps/orders/services.py');
    await findingOf(document.uri, 'n-plus-one/relation', 12);
    await findingOf(document.uri, 'n-plus-one/relation', 22);

    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('djpreflight');
    await takeCodeAction(await codeActionOf(document.uri, whole, kind));
    await noFindingOf(document.uri, 'n-plus-one/relation');
    assert.match(document.getText(), /prefetch_related\('order_set'\)/);
    assert.match(document.getText(), /select_related\('customer', 'shipping_address'\)/);
  });
});
