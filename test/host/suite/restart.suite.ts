import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { appendText, findingOf, noFindingOf, openFile } from './editor.ts';
import { findServerProcess } from './server-process.ts';
import { until } from './until.ts';

suite('restart', () => {
  test('a server that was killed comes back by itself and sees what is typed afterwards', async () => {
    const editor = await openFile('Dockerfile');
    const { document } = editor;
    await findingOf(document.uri, 'docker/run-as-root', 1);
    const first = await until('the server process', findServerProcess);
    let wasCleared = false;
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      wasCleared ||= vscode.languages.getDiagnostics(document.uri).length === 0;
    });

    process.kill(first, 'SIGKILL');
    const other = (): number | undefined => {
      const pid = findServerProcess();
      return pid === first ? undefined : pid;
    };
    const second = await until('another server process', other);
    assert.notEqual(second, first);
    await findingOf(document.uri, 'docker/run-as-root', 1);
    listener.dispose();
    assert.ok(wasCleared, 'nobody stands behind what a dead server said');

    await appendText(editor, '\nUSER 1000\n');
    await noFindingOf(document.uri, 'docker/run-as-root');
    // The new server's own findings are here, so the one above is gone for having been mended.
    await findingOf(document.uri, 'docker/requirements-include-not-copied', 6);
  });
});
