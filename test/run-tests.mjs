// Runs test files with node's own runner: all of them, or those whose path holds one of the words given (`npm run test:only -- unit/settings`).
// Without words the tests inside a real VS Code follow, with the packed extension installed; where there is no VS Code they are said to be
// not run, unless DJPREFLIGHT_HOST_REQUIRED is set, which makes that a failure. Node 20 expands no globs itself and Windows' shell expands
// none, so the files are found here. The last line counts all tests.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const files = ['unit', 'arch', 'cli', 'lsp', 'fuzz', 'proof']
  .flatMap((folder) => readdirSync(join(root, 'test', folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches: ${words.join(' ')}`);
  process.exit(1);
}

/** Exit code of the host runner when there is no VS Code to run in. */
const notRun = 3;

const node = await run(['--import', 'tsx', '--test', '--test-reporter=spec', ...files]);
const counts = { passed: counted(node.output, /^ℹ pass (\d+)$/m), failed: counted(node.output, /^ℹ fail (\d+)$/m) };
const host = words.length === 0 ? await runHost() : { code: 0, passed: 0, failed: 0 };
// A runner that ended badly without a failed test has failed all the same.
const failed = Math.max(counts.failed, node.code === 0 ? 0 : 1) + host.failed;
console.log(`${counts.passed + host.passed} passed, ${failed} failed`);
if (host.code === notRun) console.log('host suite not run');
process.exit(failed === 0 ? 0 : 1);

async function runHost() {
  const packed = spawnSync(process.execPath, ['--import', 'tsx', 'rules/tools/pack.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  if (packed.status !== 0) return { code: 1, passed: 0, failed: 1 };
  const { code, output } = await run(['--import', 'tsx', 'test/host/run-host-tests.ts', '--vsix', vsix]);
  const passed = counted(output, /^host suite: (\d+) passed/m);
  const isExcused = code === notRun && process.env.DJPREFLIGHT_HOST_REQUIRED === undefined;
  const failedTests = counted(output, /^host suite: \d+ passed, (\d+) failed/m);
  return { code, passed, failed: isExcused ? 0 : Math.max(failedTests, code === 0 && passed > 0 ? 0 : 1) };
}

/** Runs Node, shows what it prints, and gives its exit code and standard output. */
function run(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function counted(output, pattern) {
  return Number(pattern.exec(output)?.[1] ?? 0);
}
