// Runs dist/host-tests.cjs inside a real VS Code, on a copy of the storefront: `node --import tsx test/host/run-host-tests.ts [options]`.
// Must not believe VS Code's exit code: only the file that the suite itself writes says that tests have passed.
// Look next at suite/index.ts (the tests) and at the two hosts: code-server-host.ts when `CODE_SERVER_DIR` is set, else electron-host.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type CodeServerInstall,
  developExtension,
  findCodeServer,
  installIntoCodeServer,
  startBrowser,
  startCodeServer,
  workbenchUrl,
} from './code-server-host.ts';
import { findVsCode, installIntoVsCode, startVsCode } from './electron-host.ts';
import { type HostFolders, makeHostFolders, removeHostFolders } from './host-folders.ts';
import { readSuiteResult, variables } from './suite-result.ts';

/** Exit codes of this program; `notRun` is neither a pass nor a failure, and the caller says so. */
const exitCodes = { passed: 0, failed: 1, broken: 2, notRun: 3, timedOut: 124 } as const;

const usage = `node --import tsx test/host/run-host-tests.ts
  --vsix FILE        test the packaged extension, installed, in place of this folder
  --extension FOLDER test another folder's extension
  --tests FILE       run another bundle than dist/host-tests.cjs
  --grep WORDS       run only tests whose title matches
  --timeout SECONDS  default 180
CODE_SERVER_DIR, CODE_SERVER_NODE, CHROMIUM: code-server in Chromium (install-code-server.sh prints the first two).
VSCODE_PATH, VSCODE_VERSION: else this VS Code, or this version, downloaded. VERBOSE=1 shows what VS Code writes.
Exit: 0 passed, 1 failed, 2 the host broke, 3 not run (no VS Code here), 124 timed out.`;

interface Plan {
  readonly vsix: string | undefined;
  readonly extension: string;
  readonly tests: string;
  readonly folders: HostFolders;
  readonly environment: Readonly<Record<string, string>>;
}

/** How VS Code ended. `log` is what it wrote, shown when the suite left no result. */
interface Ending {
  readonly how: string;
  readonly timedOut: boolean;
  readonly log: string;
}

const started = Date.now();
const note = (text: string): void =>
  void process.stderr.write(`[host ${((Date.now() - started) / 1000).toFixed(1)} s] ${text}\n`);

async function runInCodeServer(install: CodeServerInstall, plan: Plan, timeout: Promise<string>): Promise<Ending> {
  if (plan.vsix !== undefined) installIntoCodeServer(install, plan.folders, plan.vsix);
  const server = await startCodeServer(install, plan.folders, plan.environment);
  note(`VS Code ${install.version} in code-server on ${server.authority}`);
  const log: string[] = [];
  const { browser, page } = await startBrowser(install);
  try {
    const ended = new Promise<string>((done) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => done(`exit code ${code}`));
      page.once('crash', () => done('the page crashed'));
      browser.once('disconnected', () => done('the browser ended'));
      void server.group.exited.then((code) => done(`code-server ended (${code})`));
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => log.push(args.join(' ')));
    await developExtension(page, server, plan.extension, plan.tests);
    await page.goto(workbenchUrl(server, plan.folders.workspace), { waitUntil: 'commit' });
    const how = await Promise.race([ended, timeout.then(() => undefined)]);
    return { how: how ?? '', timedOut: how === undefined, log: `${log.join('\n')}\n${server.group.output()}` };
  } finally {
    await browser.close().catch(() => {});
    await server.group.stop();
  }
}

async function runInVsCode(vscode: string, plan: Plan, timeout: Promise<string>): Promise<Ending> {
  if (plan.vsix !== undefined) installIntoVsCode(vscode, plan.folders, plan.vsix);
  note(`VS Code of ${vscode}`);
  const group = startVsCode(vscode, plan.folders, plan, plan.environment);
  try {
    const how = await Promise.race([group.exited.then((code) => `exit code ${code}`), timeout.then(() => undefined)]);
    return { how: how ?? '', timedOut: how === undefined, log: group.output() };
  } finally {
    await group.stop();
  }
}

/** Shows the tests' own lines while they run. The returned function shows the rest and ends it. */
function followLog(path: string): () => void {
  let shown = 0;
  const show = (): void => {
    const text = readFileSync(path, 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
  };
  const timer = setInterval(show, 200);
  return () => {
    clearInterval(timer);
    show();
  };
}

/** The program's exit code, from the result file and from how VS Code ended; says both. */
function judge(resultFile: string, ending: Ending): number {
  const result = readSuiteResult(resultFile);
  if (result !== undefined) {
    const { passes, failures, pending } = result;
    console.log(`host suite: ${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    return failures === 0 && passes > 0 ? exitCodes.passed : exitCodes.failed;
  }
  process.stderr.write(`--- what VS Code wrote ---\n${ending.log.slice(-6000)}\n---\n`);
  console.log(`host suite: no result (${ending.timedOut ? 'timed out' : ending.how})`);
  return ending.timedOut ? exitCodes.timedOut : exitCodes.broken;
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    vsix: text,
    extension: text,
    tests: text,
    grep: text,
    timeout: text,
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(usage);
    return exitCodes.passed;
  }
  const repository = fileURLToPath(new URL('../../', import.meta.url));
  const tests = resolve(values.tests ?? join(repository, 'dist/host-tests.cjs'));
  for (const file of [tests, values.vsix])
    if (file !== undefined && !existsSync(file)) throw new Error(`${file} is missing.`);
  const codeServer = findCodeServer();
  const found = codeServer ? undefined : await findVsCode();
  if (found !== undefined && 'missing' in found) {
    console.log(`host suite not run: ${found.missing}`);
    return exitCodes.notRun;
  }
  const folders = makeHostFolders(join(repository, 'test/projects/storefront'));
  process.once('exit', () => removeHostFolders(folders));
  const environment = {
    [variables.result]: folders.result,
    [variables.log]: folders.log,
    [variables.grep]: values.grep ?? '',
  };
  const vsix = values.vsix === undefined ? undefined : resolve(values.vsix);
  const extension = vsix ? folders.emptyExtension : resolve(values.extension ?? repository);
  const plan: Plan = { vsix, extension, tests, folders, environment };
  const timeout = delay(Number(values.timeout ?? 180) * 1000, 'timed out', { ref: false });
  const stopFollowing = followLog(folders.log);
  try {
    const run = codeServer ? runInCodeServer(codeServer, plan, timeout) : runInVsCode(found?.path ?? '', plan, timeout);
    const ending = await run;
    stopFollowing();
    return judge(folders.result, ending);
  } finally {
    stopFollowing();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().then(
  (code) => {
    note(`exit code ${code}`);
    process.exit(code);
  },
  (error: unknown) => {
    console.error(error);
    console.log('host suite: no result (the host could not be started)');
    process.exit(exitCodes.broken);
  },
);
