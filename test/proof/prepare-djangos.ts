// Makes one environment for each pinned Django that a Python at hand can run, and says which it could not make.
// Never counts a missing Django as proved; writes only below .cache/proof.
// Look next at not-proved.ts, which turns what is missing into lines of the test report.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DjangoPin, djangoPins } from './django-pins.ts';
import { findPythons, type Python } from './find-pythons.ts';
import { withLock } from './lock.ts';

/** A Django that can be run: `python` is the interpreter of its own environment. */
export interface ReadyDjango {
  readonly series: string;
  readonly version: string;
  readonly python: string;
  readonly pythonVersion: string;
}

/** A pinned Django that cannot be run here, and why. */
interface MissingDjango {
  readonly series: string;
  readonly version: string;
  readonly reason: string;
}

export interface Djangos {
  readonly ready: readonly ReadyDjango[];
  readonly missing: readonly MissingDjango[];
}

export const repositoryRoot: string = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(repositoryRoot, '.cache', 'proof');

/** Gives the Djangos that can be run now. The first call on a machine installs them, which needs pip's index. */
export async function prepareDjangos(): Promise<Djangos> {
  mkdirSync(cache, { recursive: true });
  return withLock(join(cache, 'lock'), () => {
    const pythons = findPythons();
    const made = djangoPins.map((pin) => prepareOne(pin, pythons));
    return {
      ready: made.filter((one): one is ReadyDjango => 'python' in one),
      missing: made.filter((one): one is MissingDjango => 'reason' in one),
    };
  });
}

function prepareOne(pin: DjangoPin, pythons: readonly Python[]): ReadyDjango | MissingDjango {
  const [first, last] = pin.pythons;
  const fitting = pythons.filter(({ minor }) => minor >= first && minor <= last);
  const { series, version } = pin;
  if (fitting.length === 0) {
    const atHand = pythons.length === 0 ? 'none' : pythons.map((python) => python.version).join(', ');
    return { series, version, reason: `it needs Python 3.${first} to 3.${last}; at hand: ${atHand}` };
  }
  const failures: string[] = [];
  for (const python of fitting) {
    const outcome = makeEnvironment(pin, python);
    if ('python' in outcome) return { series, version, python: outcome.python, pythonVersion: python.version };
    failures.push(`Python ${python.version}: ${outcome.failure}`);
  }
  return { series, version, reason: failures.join('; ') };
}

function makeEnvironment(pin: DjangoPin, python: Python): { python: string } | { failure: string } {
  const packages = [`Django==${pin.version}`, ...pin.beside];
  const key = createHash('sha256')
    .update([python.executable, ...packages].join('\n'))
    .digest('hex')
    .slice(0, 8);
  const folder = join(cache, `django-${pin.version}-python-${python.version}-${key}`);
  if (runs(folder, pin.version)) return { python: interpreter(folder) };
  rmSync(folder, { recursive: true, force: true });

  // Built aside and moved, so that a run that is stopped half-way leaves nothing that looks finished.
  const building = `${folder}.${process.pid}`;
  rmSync(building, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--retries', '1'];
  const failure =
    attempt('venv', python.executable, ['-m', 'venv', building]) ??
    attempt('pip', interpreter(building), [...pip, '--only-binary', ':all:', ...packages]);
  if (failure !== undefined) {
    rmSync(building, { recursive: true, force: true });
    return { failure };
  }
  renameSync(building, folder);
  return runs(folder, pin.version) ? { python: interpreter(folder) } : { failure: 'the environment does not start' };
}

function runs(folder: string, version: string): boolean {
  if (!existsSync(interpreter(folder))) return false;
  const asked = spawnSync(interpreter(folder), ['-m', 'django', '--version'], { encoding: 'utf8', timeout: 60_000 });
  return asked.status === 0 && asked.stdout.trim() === version;
}

function attempt(step: string, command: string, parameters: readonly string[]): string | undefined {
  const done = spawnSync(command, parameters, { encoding: 'utf8', timeout: 300_000 });
  if (done.status === 0) return undefined;
  const said = `${done.stderr ?? ''}\n${done.stdout ?? ''}`.split('\n').filter((line) => line.trim() !== '');
  return `${step} failed (${said.find((line) => /error/i.test(line)) ?? said.at(-1) ?? done.error?.message ?? 'no word'})`;
}

function interpreter(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
