import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadyDjango } from './prepare-djangos.ts';

/** The folder of the Python modules that the proofs bring along, for `PYTHONPATH`. */
export const proofModules: string = fileURLToPath(new URL('./python/', import.meta.url));

/** How a management command ended, and all that it wrote. */
interface CommandOutcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs `manage.py` of a project with one settings module and these variables. Leaves no bytecode in the project. */
export function runManage(
  django: ReadyDjango,
  projectDir: string,
  settings: string,
  command: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): CommandOutcome {
  const done = spawnSync(django.python, ['manage.py', ...command], {
    cwd: projectDir,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...variables,
      DJANGO_SETTINGS_MODULE: settings,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONPATH: [projectDir, proofModules].join(delimiter),
    },
    timeout: 120_000,
  });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
}

/**
 * Gives the ids of what `check --deploy` reports, sorted. Throws when the command does not end well: then Django did
 * not judge these settings at all.
 */
export function checkDeploy(
  django: ReadyDjango,
  projectDir: string,
  settings: string,
  variables: Readonly<Record<string, string>>,
): string[] {
  const { status, output } = runManage(django, projectDir, settings, ['check', '--deploy'], variables);
  const counted = /System check identified (no|\d+) issues?/.exec(output)?.[1];
  const ids = [...output.matchAll(/\(([a-z_0-9.]+\.[WE]\d{3})\)/g)].flatMap((match) => match[1] ?? []).sort();
  if (status !== 0 || counted === undefined || ids.length !== (counted === 'no' ? 0 : Number(counted))) {
    throw new Error(`check --deploy of ${settings} ended with ${status}:\n${output}`);
  }
  return ids;
}
