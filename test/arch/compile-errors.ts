import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Runs the compiler on the tsconfig.json of a folder; gives `file:line` of every error, paths relative to that folder. */
export function compileErrors(folder: string): readonly string[] {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const run = spawnSync(process.execPath, [compiler, '--pretty', 'false', '--project', 'tsconfig.json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(run.error, undefined);
  return [...run.stdout.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error /gm)].map(
    ([, path = '', line = '']) => `${path.replaceAll('\\', '/')}:${line}`,
  );
}
