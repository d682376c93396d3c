// The agreement between the runner and the suite inside VS Code: the variables that one sets and the file that the other leaves behind.
// Must not import vscode or mocha: both sides import it. Look next at suite/index.ts (who writes the file) and run-host-tests.ts (who reads it).
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Variables of the extension host. `result` and `log` are paths; `grep` is a regular expression over the tests' full titles, or empty. */
export const variables = {
  result: 'DJPREFLIGHT_HOST_RESULT',
  log: 'DJPREFLIGHT_HOST_LOG',
  grep: 'DJPREFLIGHT_HOST_GREP',
} as const;

/** What the suite says of itself. VS Code's own exit code is no proof: it is 0 after the extension host has been killed. */
export interface SuiteResult {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** Milliseconds from the first test to the last. */
  readonly duration: number;
}

/** Writes the result in one step, so that a reader never sees half of it. */
export function writeSuiteResult(path: string, result: SuiteResult): void {
  writeFileSync(`${path}.part`, JSON.stringify(result));
  renameSync(`${path}.part`, path);
}

/** The result, or undefined when the suite did not come to its end. Throws when the file holds something else. */
export function readSuiteResult(path: string): SuiteResult | undefined {
  if (!existsSync(path)) return undefined;
  const result = JSON.parse(readFileSync(path, 'utf8')) as Partial<SuiteResult>;
  const { passes, failures, pending, duration } = result;
  if ([passes, failures, pending, duration].some((value) => typeof value !== 'number'))
    throw new Error(`The suite's result file holds no result: ${JSON.stringify(result)}`);
  return result as SuiteResult;
}
