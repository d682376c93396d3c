// The entry point of the language server: gives it the connection that the editor asked for, the rules, the pages and the parser.
// Must not decide anything; server.ts does. It is bundled as CommonJS, beside the parser and the pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { rules } from '../../../rules/registry.ts';
import { loadPythonParser } from '../syntax/python/parse-python.ts';
import { startServer } from './server.ts';

/** The folder of the bundle; `import.meta` is empty in a CommonJS bundle. */
declare const __dirname: string;

async function main(): Promise<void> {
  await loadPythonParser(readFileSync(join(__dirname, 'python-parser.wasm')));
  // Reads `--stdio`, `--node-ipc`, `--socket=…` or `--pipe=…` from the command line.
  startServer(createConnection(ProposedFeatures.all), {
    rules,
    version: packageJson.version,
    readPages: () => JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8')) as Record<string, string>,
    now: () => performance.now(),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`Internal error, which is a fault of djpreflight: ${String(error)}\n`);
  process.exitCode = 3;
});
