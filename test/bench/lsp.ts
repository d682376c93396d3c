// Times the language server on a real project: from a key to the findings of the edited file. On demand, never part of the tests.
//   node --import tsx test/bench/lsp.ts FOLDER FILE…
// Each FILE is opened and typed into, a character at a time with a pause after each answer; median and 95th percentile are printed.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LspClient } from '../support/lsp-client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const keys = 40;

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined || files.length === 0) {
  console.error('node --import tsx test/bench/lsp.ts FOLDER FILE…');
  process.exit(2);
}
const begin = performance.now();
const client = new LspClient([resolve(folder)], [process.execPath, join(root, 'dist/server.cjs'), '--stdio']);
await client.initialize();
await client.ready();
console.log(`ready after ${Math.round(performance.now() - begin)} ms, ${client.statuses.at(-1)?.files} files`);
/** Analyses that are done: findings are published before the server says that it is ready. */
const readyCount = (): number => client.statuses.filter(({ state }) => state === 'ready').length;

for (const file of files) {
  const text = await client.open(file);
  const line = text.split('\n').length;
  const times: number[] = [];
  await client.change(file, { text: `${text}\n` });
  await client.ready();
  for (let i = 0; i < keys; i++) {
    const at = { line, character: 0 };
    const start = performance.now();
    const before = readyCount();
    await client.change(file, { range: { start: at, end: at }, text: i % 20 === 19 ? '\n' : 'x' });
    await client.until(() => readyCount() > before);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => Math.round(times[Math.floor(part * (times.length - 1))] ?? 0);
  console.log(`${file}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms over ${keys} keys`);
  await client.close(file);
}
await client.stop();
