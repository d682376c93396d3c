import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `work` while no other process runs under the same lock, and gives its answer. The lock is the folder `path`,
 * which holds its owner's process id; one whose owner has gone is taken over.
 */
export async function withLock<T>(path: string, work: () => T): Promise<T> {
  while (!take(path)) await wait(200);
  try {
    return work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function take(path: string): boolean {
  try {
    mkdirSync(path);
    writeFileSync(join(path, 'owner'), String(process.pid));
    return true;
  } catch {
    if (!isOwned(path)) rmSync(path, { recursive: true, force: true });
    return false;
  }
}

function isOwned(path: string): boolean {
  let owner: number;
  try {
    owner = Number(readFileSync(join(path, 'owner'), 'utf8'));
  } catch {
    // Made a moment ago, or let go just now; the next turn tells.
    return true;
  }
  try {
    process.kill(owner, 0);
    return true;
  } catch {
    return false;
  }
}
