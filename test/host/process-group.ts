// Starts VS Code, in whichever form, as the head of a process group and ends all of it: servers, extension hosts, language servers.
// Must not know what it runs. Look next at code-server-host.ts and electron-host.ts.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Resolves with the exit code of the head, or with null when a signal ended it or it could not be started. */
  readonly exited: Promise<number | null>;
  /** What all of them have written so far. */
  readonly output: () => string;
  /** Ends the group and waits for that: politely first, by force after three seconds. */
  readonly stop: () => Promise<void>;
}

const windows = process.platform === 'win32';

/** Starts a program. Whatever way this process ends, the group does not outlive it. */
export function startGroup(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup {
  const child = spawn(program, args, { env, detached: !windows, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      if (process.env['VERBOSE']) process.stderr.write(data);
    });
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      output += `${error}\n`;
      resolve(null);
    });
  });
  const kill = (): boolean => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      for (let tries = 0; tries < 30 && signalGroup(child.pid, tries === 0 ? signal : 0); tries++) await delay(100);
    }
    process.removeListener('exit', kill);
  };
  return { child, exited, output: () => output, stop };
}

/** Sends a signal to a group, 0 to ask only; false when nothing of it is left. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  // Windows has no groups; its taskkill ends a tree, and finds none once the head is gone.
  if (windows) return signal !== 0 && spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']).status === 0;
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
