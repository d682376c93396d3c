import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { repositoryRoot } from './prepare-djangos.ts';

const commandLine = join(repositoryRoot, 'dist', 'cli.cjs');

/** Whether the bundled command line is there to fix anything. */
export function isFixBuilt(): boolean {
  return existsSync(commandLine);
}

/** Gives a fresh copy of a project in the system's temporary folder; the caller removes it. */
export function copyProject(projectDir: string): string {
  const copy = join(realpathSync(mkdtempSync(join(tmpdir(), 'djpreflight-proof-'))), basename(projectDir));
  cpSync(projectDir, copy, { recursive: true, filter: (source) => basename(source) !== '__pycache__' });
  return copy;
}

/**
 * Lets the bundled command line make the fixes of some rules in `projectDir`, in place: the safe ones, or the suggestions too. Exit
 * codes 0 and 1 are both answers (findings may be left); any other throws with what it said.
 * @param selected rules or groups, separated by commas
 */
export function applyOurFix(projectDir: string, selected: string, kind: 'safe' | 'suggestions' = 'safe'): void {
  const fix = kind === 'safe' ? ['--fix'] : ['--fix', '--fix-suggestions'];
  const done = spawnSync(
    process.execPath,
    [commandLine, 'check', projectDir, '--preset', 'strict', '--select', selected, ...fix],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (done.status === 0 || done.status === 1) return;
  throw new Error(`check --fix ended with ${done.status}:\n${done.stderr}\n${done.stdout}`);
}
