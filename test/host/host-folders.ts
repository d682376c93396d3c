// Throw-away folders of one run in a real VS Code: user data, extensions, and a copy of an example project as workspace.
// Must not start anything. Look next at code-server-host.ts and electron-host.ts, which run VS Code in them.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface HostFolders {
  readonly root: string;
  readonly userData: string;
  readonly extensions: string;
  readonly workspace: string;
  /** An extension that holds nothing: VS Code runs tests only while one is under development, also when the installed one is tested. */
  readonly emptyExtension: string;
  readonly result: string;
  readonly log: string;
}

/** Nothing reaches for the network, nothing saves, asks or suggests on its own. */
const settings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Makes the folders. `moreSettings` go over the settings that every run has. */
export function makeHostFolders(project: string, moreSettings: Readonly<Record<string, unknown>> = {}): HostFolders {
  // Short names: VS Code puts a socket into its user data, and the path of a socket has 107 bytes at most.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dj-')));
  const folders: HostFolders = {
    root,
    userData: join(root, 'u'),
    extensions: join(root, 'e'),
    workspace: join(root, 'w'),
    emptyExtension: join(root, 'x'),
    result: join(root, 'result.json'),
    log: join(root, 'tests.log'),
  };
  for (const folder of [join(folders.userData, 'User'), folders.extensions, folders.emptyExtension])
    mkdirSync(folder, { recursive: true });
  cpSync(project, folders.workspace, { recursive: true });
  writeFileSync(join(folders.userData, 'User', 'settings.json'), JSON.stringify({ ...settings, ...moreSettings }));
  const manifest = { name: 'empty', publisher: 'djpreflight-tests', version: '0.0.0', engines: { vscode: '^1.91.0' } };
  writeFileSync(join(folders.emptyExtension, 'package.json'), JSON.stringify(manifest));
  writeFileSync(folders.log, '');
  return folders;
}

/** Removes the folders; a process that is just ending may still write into them. */
export function removeHostFolders(folders: HostFolders): void {
  rmSync(folders.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
