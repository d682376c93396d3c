// Finds the language server's process, for the suite that kills it: the child of this extension host that runs dist/server.cjs.
// Must not end anything. Look next at restart.suite.ts.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The server's process id, or undefined while there is none. */
export function findServerProcess(): number | undefined {
  const own = (one: RunningProcess): boolean =>
    one.parent === process.pid && /[\\/]dist[\\/]server\.cjs/.test(one.command);
  return listProcesses().find(own)?.pid;
}

function listProcesses(): readonly RunningProcess[] {
  if (process.platform === 'linux') return listFromProc();
  const windowsQuery =
    'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }';
  const text =
    process.platform === 'win32'
      ? execFileSync('powershell', ['-NoProfile', '-Command', windowsQuery], { encoding: 'utf8' })
      : execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || parent === undefined ? [] : [{ pid: +pid, parent: +parent, command }];
  });
}

/** Small containers have no `ps`. */
function listFromProc(): readonly RunningProcess[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      // The name in brackets may hold anything; the parent is the second field after it.
      const parent = /.*\) \S+ (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return parent === undefined ? [] : [{ pid: +pid, parent: +parent, command }];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}
