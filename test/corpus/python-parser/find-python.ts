import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A CPython at hand. */
export interface Python {
  readonly command: string;
  readonly version: string;
}

function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

function versionOf(command: string): string | undefined {
  try {
    const answer = execFileSync(command, ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return answer.trim();
  } catch {
    return undefined;
  }
}

/** The newest CPython of the path or of pyenv, at least 3.12, whose positions inside f-strings are right; undefined when there is none. */
export function findPython(): Python | undefined {
  const versions = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const installed = existsSync(versions)
    ? readdirSync(versions).map((name) => join(versions, name, 'bin', 'python3'))
    : [];
  const named = ['python3.15', 'python3.14', 'python3.13', 'python3.12', 'python3'];
  let best: Python | undefined;
  for (const command of [...installed, ...named]) {
    const version = versionOf(command);
    if (version === undefined || !version.startsWith('3.') || minorOf(version) < 12) continue;
    if (best === undefined || minorOf(version) > minorOf(best.version)) best = { command, version };
  }
  return best;
}
