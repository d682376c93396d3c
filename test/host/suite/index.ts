// The tests that run inside VS Code; built as dist/host-tests.cjs, which both hosts load and call.
// Must not hold tests. Look next at the *.suite.ts files beside it and at ../run-host-tests.ts, which starts all this.
import { appendFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { variables, writeSuiteResult } from '../suite-result.ts';

/** Runs all suites, writes the result file, and throws when a test failed: VS Code shows that and ends. */
export async function run(): Promise<void> {
  const log = process.env[variables.log];
  const result = process.env[variables.result];
  if (!log || !result) throw new Error('The runner gave no files for the log and the result.');
  // Mocha's reporters write through this function; the extension host's console does not reach a terminal.
  Object.assign(Mocha.reporters.Base, {
    consoleLog: (...parts: unknown[]) => appendFileSync(log, `${format(...parts)}\n`),
  });
  const grep = process.env[variables.grep];
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 30_000,
    slow: 5000,
    color: false,
    ...(grep ? { grep: new RegExp(grep) } : {}),
  });
  // What mocha does before it reads a file: from here on its `suite` and `test` add to this run.
  mocha.suite.emit('pre-require', {}, '', mocha);
  await loadSuites();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0, duration = 0 } = runner.stats ?? {};
      writeSuiteResult(result, { passes, failures: failed, pending, duration });
      resolve(failed);
    });
  });
  if (failures > 0) throw new Error(`${failures} of the host tests failed.`);
}

/** One suite a file, in this order; each opens files that no other one opens, so that none waits for the other's editors to close. */
async function loadSuites(): Promise<void> {
  await import('./quick-fix.suite.ts');
  await import('./unsaved-edits.suite.ts');
  await import('./fix-all.suite.ts');
  await import('./related-places.suite.ts');
  await import('./snippets.suite.ts');
  await import('./commands.suite.ts');
  // Last: it kills the server.
  await import('./restart.suite.ts');
}
