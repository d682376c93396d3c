import { readFile } from 'node:fs/promises';
import { loadPythonParser } from '../../server/src/syntax/python/parse-python.ts';

const wasm = new URL('../../server/src/syntax/python/parser/python-parser.wasm', import.meta.url);

/** Loads the committed parsers from disk; await it once at the top of a test file. */
export async function loadParsers(): Promise<void> {
  await loadPythonParser(await readFile(wasm));
}
