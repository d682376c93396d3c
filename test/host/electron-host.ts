// VS Code itself, as people have it: an installed one (`VSCODE_PATH`) or one that @vscode/test-electron downloads (`VSCODE_VERSION`, default stable).
// Must not know the tests. Look next at run-host-tests.ts; code-server-host.ts is the way where nothing can be downloaded.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import type { HostFolders } from './host-folders.ts';
import { type ProcessGroup, startGroup } from './process-group.ts';

/** Ignored by Git and by the tests that read the repository. */
const cachePath = join(fileURLToPath(new URL('../../', import.meta.url)), '.cache/vscode-test');

/** Path of a VS Code that can be started here, or a sentence that says why there is none. */
export async function findVsCode(): Promise<{ readonly path: string } | { readonly missing: string }> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { missing: 'there is no display; `xvfb-run -a` before the command gives it one' };
  const installed = process.env['VSCODE_PATH'];
  if (installed) return { path: installed };
  try {
    const version = process.env['VSCODE_VERSION'] || 'stable';
    return { path: await downloadAndUnzipVSCode({ version, cachePath, timeout: 20_000 }) };
  } catch (error) {
    return { missing: `VS Code cannot be downloaded: ${error instanceof Error ? error.message : error}` };
  }
}

/** Installs a packaged extension into the run's own folder. Throws with the output when that fails. */
export function installIntoVsCode(vscode: string, folders: HostFolders, vsix: string): void {
  const [cli = vscode, ...first] = resolveCliArgsFromVSCodeExecutablePath(vscode, { reuseMachineInstall: true });
  const args = [...first, ...folderArguments(folders), '--install-extension', vsix, '--force'];
  const run = spawnSync(cli, args, { encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`The extension cannot be installed:\n${run.stdout}${run.stderr}`);
}

/** Starts VS Code with the workspace open and has it run the tests; it ends with them. `variables` reach the extension host. */
export function startVsCode(
  vscode: string,
  folders: HostFolders,
  paths: { readonly extension: string; readonly tests: string },
  variables: Readonly<Record<string, string>>,
): ProcessGroup {
  // The same switches as runTests() of @vscode/test-electron gives, which cannot be told to end after a while.
  const quiet = ['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--disable-workspace-trust'];
  quiet.push('--skip-welcome', '--skip-release-notes');
  const tests = [`--extensionDevelopmentPath=${paths.extension}`, `--extensionTestsPath=${paths.tests}`];
  const args = [folders.workspace, ...quiet, ...folderArguments(folders), ...tests];
  return startGroup(vscode, args, { ...process.env, ...variables });
}

const folderArguments = (folders: HostFolders): string[] => [
  `--user-data-dir=${folders.userData}`,
  `--extensions-dir=${folders.extensions}`,
];
