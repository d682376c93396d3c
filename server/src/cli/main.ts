// The entry point of `djpreflight`: gives the commands the process, the rules, and the bytes of the parser.
// Must not decide anything; program.ts does. It is bundled as CommonJS, beside the parser and the pages.
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pc from 'picocolors';
import packageJson from '../../../package.json' with { type: 'json' };
import { rules } from '../../../rules/registry.ts';
import { loadPythonParser } from '../syntax/python/parse-python.ts';
import { runProgram } from './program.ts';

/** The folder of the bundle; `import.meta` is empty in a CommonJS bundle. */
declare const __dirname: string;
declare const __filename: string;

async function main(): Promise<void> {
  await loadPythonParser(readFileSync(join(__dirname, 'python-parser.wasm')));
  process.exitCode = runProgram(process.argv.slice(2), {
    rules,
    version: packageJson.version,
    // A bundle of its own beside this one, which reads the same command line.
    startServer: () => void createRequire(__filename)(join(__dirname, 'server.cjs')),
    readPages: () => JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8')) as Record<string, string>,
    terminal: {
      stdout: (text) => process.stdout.write(text),
      stderr: (text) => process.stderr.write(text),
      isTty: process.stderr.isTTY === true,
      colours: process.stdout.isTTY === true && pc.isColorSupported,
      today: new Date().toISOString().slice(0, 10),
      cwd: realpathSync(process.cwd()),
      now: () => performance.now(),
    },
  });
}

// A closed pipe (`djpreflight check | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main().catch((error: unknown) => {
  process.stderr.write(`Internal error, which is a fault of djpreflight: ${String(error)}\n`);
  process.exitCode = 3;
});
