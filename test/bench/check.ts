// Times a cold `check` of real projects against peers, interleaved in one run, and prints ratios. On demand, never part of the tests.
//   node --import tsx test/bench/check.ts FOLDER…
// Peers are installed by pip into .cache/bench; absolute times mean little, ratios of one run are what counts.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const venv = join(root, '.cache/bench/venv');
const bin = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin');
const rounds = 3;
/** A peer that has not answered by then is said to be unfinished. */
const patience = 60_000;

interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const contestants: readonly Contestant[] = [
  {
    name: 'djpreflight',
    command: process.execPath,
    args: [join(root, 'dist/cli.cjs'), 'check', '.', '--format', 'json'],
  },
  { name: 'django-lsp', command: join(bin, 'django-lsp'), args: ['check', '.'] },
];

function install(): void {
  if (existsSync(join(bin, 'django-lsp'))) return;
  run('python3', ['-m', 'venv', venv]);
  run(join(bin, 'pip'), ['install', '--quiet', 'django-lsp==0.6.2']);
}

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** Seconds of one run; undefined when it did not end in time or could not start. */
function time({ command, args }: Contestant, folder: string): number | undefined {
  const start = performance.now();
  const done = spawnSync(command, args, { cwd: folder, timeout: patience, killSignal: 'SIGKILL', stdio: 'ignore' });
  return done.error === undefined && done.signal === null ? (performance.now() - start) / 1000 : undefined;
}

function pythonSize(folder: string): { files: number; megabytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.py')) continue;
    files++;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, megabytes: bytes / 1e6 };
}

install();
console.log('| project | .py files | MB | djpreflight s | django-lsp s | ratio |');
console.log('|---|---|---|---|---|---|');
for (const folder of process.argv.slice(2)) {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const one of contestants) {
      const seconds = time(one, folder);
      if (seconds !== undefined) best.set(one.name, Math.min(best.get(one.name) ?? seconds, seconds));
    }
  }
  const { files, megabytes } = pythonSize(folder);
  const [ours, theirs] = contestants.map(({ name }) => best.get(name));
  const ratio = ours !== undefined && theirs !== undefined ? (ours / theirs).toFixed(2) : 'unfinished';
  const cells = [folder, files, megabytes.toFixed(1), ours?.toFixed(2) ?? '–', theirs?.toFixed(2) ?? '–', ratio];
  console.log(`| ${cells.join(' | ')} |`);
}
