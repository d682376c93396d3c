import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** A Python 3 that answers when it is called. `version` is `3.12.1`, `minor` its second number. */
export interface Python {
  readonly executable: string;
  readonly version: string;
  readonly minor: number;
}

const isWindows = process.platform === 'win32';
const answerShape = z.object({ executable: z.string(), version: z.tuple([z.number(), z.number(), z.number()]) });
const question =
  'import json, os, sys; ' +
  'print(json.dumps({"executable": os.path.realpath(sys.executable), "version": list(sys.version_info[:3])}))';

/**
 * Gives every Python 3 at hand, newest first, each executable once: those on PATH from python3.14 down to python, and
 * those that pyenv keeps. A shim that has no version behind it does not answer and is left out.
 */
export function findPythons(): Python[] {
  const found = new Map<string, Python>();
  for (const candidate of [...namesOnPath(), ...pyenvExecutables()]) {
    const python = ask(candidate);
    if (python !== undefined && !found.has(python.executable)) found.set(python.executable, python);
  }
  return [...found.values()].sort((a, b) => b.minor - a.minor || b.version.localeCompare(a.version, 'en'));
}

function namesOnPath(): string[] {
  const minors = [14, 13, 12, 11, 10];
  return [...minors.map((minor) => `python3.${minor}`), 'python3', 'python'];
}

function pyenvExecutables(): string[] {
  const asked = spawnSync('pyenv', ['root'], { encoding: 'utf8' });
  const roots = [
    asked.status === 0 ? asked.stdout.trim() : '',
    process.env['PYENV_ROOT'] ?? '',
    join(homedir(), '.pyenv'),
  ];
  const executables: string[] = [];
  for (const root of new Set(roots.filter((path) => path !== ''))) {
    const versions = join(root, 'versions');
    if (!existsSync(versions)) continue;
    for (const name of readdirSync(versions).sort()) {
      executables.push(isWindows ? join(versions, name, 'python.exe') : join(versions, name, 'bin', 'python'));
    }
  }
  return executables;
}

function ask(command: string): Python | undefined {
  const asked = spawnSync(command, ['-c', question], { encoding: 'utf8', timeout: 20_000 });
  if (asked.status !== 0) return undefined;
  const answer = answerShape.safeParse(JSON.parse(asked.stdout));
  if (!answer.success || answer.data.version[0] !== 3) return undefined;
  return { executable: answer.data.executable, version: answer.data.version.join('.'), minor: answer.data.version[1] };
}
