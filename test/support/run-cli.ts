import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** The repository's root folder. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The environment without what a runner sets to get colours. */
const { FORCE_COLOR: _forced, NO_COLOR: _none, ...plainEnvironment } = process.env;

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line as a user would. */
export function runCli(args: readonly string[], options: { cwd?: string } = {}): CliRun {
  if (!existsSync(cli)) throw new Error('dist/cli.cjs is missing: run `npm run build` first');
  const run = spawnSync(process.execPath, [cli, ...args], {
    cwd: options.cwd ?? repository,
    encoding: 'utf8',
    env: plainEnvironment,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}
