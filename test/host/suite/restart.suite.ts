import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { appendText, findingOf, noFindingOf, openFile } from './editor.ts';
import { findServerProcess } from './server-process.ts';
import { until } from './until.ts';

suite('restart', () => {
  test('a server that was killed comes back by itself and sees what is typed afterwards', async () => {
    const editor = await openFile('Dockerfile');
    const { document } = editor;
    await findingOf(document.uri, 'docker/run-as-root', 1);
    const first = await until('the server process', findServerProcess);

    process.kill(first, 'SIGKILL');
    const other = (): number | undefined => {
      const pid = findServerProcess();
      return pid === first ? undefined : pid;
    };
    const second = await until('another server process', other);
    assert.notEqual(second, first);

    await appendText(editor, '\nUSER 1000\n');
    await noFindingOf(document.uri, 'docker/run-as-root');
    // The new server's own findings are here, so the one above is gone for having been mended.
    await findingOf(document.uri, 'docker/requirements-include-not-copied', 6);
  });
});
