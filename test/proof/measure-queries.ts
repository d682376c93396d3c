import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { ReadyDjango } from './prepare-djangos.ts';

/** What one function did with a number of rows: how many SQL statements it ran, and what it gave, as JSON. */
export interface Measurement {
  readonly queries: number;
  readonly result: unknown;
}

interface MeasureRequest {
  /** The project's root folder, put first on Python's path. */
  readonly projectDir: string;
  readonly settings: string;
  /** `module:function`; called with the number of rows on an empty database. */
  readonly seed: string;
  /** Modules whose public functions are measured; each is called without arguments. */
  readonly modules: readonly string[];
  readonly rows: readonly number[];
  /** More folders of Python modules, for seeds that do not belong into the project. */
  readonly pythonPath?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const pythonFolder = fileURLToPath(new URL('./python/', import.meta.url));
const answerShape = z.record(
  z.string(),
  z.record(z.string(), z.object({ queries: z.number().int(), result: z.unknown() })),
);

/**
 * Runs every public function of `modules` under a real Django on a test database with each number of rows, and gives
 * the measurements by `module.function` and then by number of rows. Every measured call starts from the same rows.
 * Throws with Python's own words when a call raises. Writes nothing into the project.
 */
export function measureQueries(django: ReadyDjango, request: MeasureRequest): Map<string, Map<number, Measurement>> {
  const { projectDir, settings, seed, modules, rows } = request;
  const done = spawnSync(django.python, [`${pythonFolder}measure_queries.py`], {
    cwd: projectDir,
    encoding: 'utf8',
    input: JSON.stringify({ seed, modules, rows }),
    env: {
      ...process.env,
      ...request.environment,
      DJANGO_SETTINGS_MODULE: settings,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONPATH: [projectDir, ...(request.pythonPath ?? [])].join(delimiter),
    },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  });
  if (done.status !== 0) throw new Error(`measuring under Django ${django.version} failed:\n${done.stderr}`);
  const answer = answerShape.parse(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? ''));
  return new Map(
    Object.entries(answer).map(([name, byRows]) => [
      name,
      new Map(Object.entries(byRows).map(([count, measured]) => [Number(count), measured])),
    ]),
  );
}
