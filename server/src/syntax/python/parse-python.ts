// Python text -> our own nodes, comments and syntax errors, by Ruff's parser compiled to WebAssembly.
// Must not read files, throw for any text, or let a type of the parser out.
// Next: nodes.ts the nodes, walk.ts going through them, flat-array.ts what the parser gives, parser/README.md the crate.

import type { Span } from '../../text/span.ts';
import { many, text as textAt, withFlatArray, word } from './flat-array.ts';
import type { Stmt } from './nodes.ts';
import { type WasmMemory, type WasmModule, webAssembly } from './web-assembly.ts';

/** A syntax error: what the parser says, and where. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/** One parsed text. All offsets are UTF-16 units of the text that was given; a byte order mark counts as one. */
export interface PythonFile {
  readonly body: readonly Stmt[];
  /** Spans of the comments, in order, from `#` to before the line end. */
  readonly comments: readonly Span[];
  /** Empty for a valid file. With errors, `body` holds what could be understood. */
  readonly errors: readonly SyntaxProblem[];
  /** True when the text nests deeper than the parser goes; then there is one error and no body. */
  readonly tooDeep: boolean;
}

interface ParserExports {
  readonly memory: WasmMemory;
  readonly allocate: (bytes: number) => number;
  readonly release: (at: number, bytes: number) => void;
  /** Gives the address of the output block; see parser/src/abi.rs. */
  readonly parse: (at: number, bytes: number) => number;
  readonly free_output: (block: number) => void;
}

/** What the parser's exports and one input buffer hold; replaced as a whole after a trap, which leaves an instance unusable. */
interface Parser {
  readonly exports: ParserExports;
  buffer: number;
  capacity: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
let compiled: WasmModule | undefined;
let parser: Parser | undefined;

/** Compiles the parser from the bytes of python-parser.wasm. Once, before the first `parsePython`; again does nothing. */
export async function loadPythonParser(wasm: Uint8Array): Promise<void> {
  compiled ??= await webAssembly.compile(wasm);
}

/**
 * Parses a whole file as the newest Python, which includes all older syntax since 3.8. Never throws for any text.
 * @throws Error when `loadPythonParser` has not finished: a mistake of the entry point.
 */
export function parsePython(text: string): PythonFile {
  parser ??= instantiate();
  try {
    return parseWith(parser, text);
  } catch (error) {
    parser = undefined;
    if (error instanceof webAssembly.RuntimeError || error instanceof RangeError) return tooDeep(text);
    throw error;
  }
}

function instantiate(): Parser {
  if (compiled === undefined) throw new Error('parsePython before loadPythonParser');
  const instance = new webAssembly.Instance(compiled, {});
  return { exports: instance.exports as ParserExports, buffer: 0, capacity: 0 };
}

function tooDeep(text: string): PythonFile {
  const span = { start: 0, end: text.length };
  return { body: [], comments: [], errors: [{ message: 'The code nests too deeply', span }], tooDeep: true };
}

/** Writes the text into the parser's memory and gives its length in bytes. A lone surrogate becomes U+FFFD, also one unit. */
function writeInput(at: Parser, text: string): number {
  const need = text.length * 3;
  if (need > at.capacity || at.capacity === 0) {
    if (at.capacity > 0) at.exports.release(at.buffer, at.capacity);
    at.capacity = 0;
    const capacity = Math.max(2 ** 16, Math.ceil(need * 1.25));
    at.buffer = at.exports.allocate(capacity);
    at.capacity = capacity;
  }
  return encoder.encodeInto(text, new Uint8Array(at.exports.memory.buffer, at.buffer, at.capacity)).written;
}

function parseWith(at: Parser, text: string): PythonFile {
  const bytes = writeInput(at, text);
  const output = at.exports.parse(at.buffer, bytes);
  // Only now: parsing can grow the memory, which detaches every earlier view of it.
  const memory = at.exports.memory.buffer;
  const [root = 0, words = 0, wordCount = 0, table = 0, tableBytes = 0] = new Uint32Array(memory, output, 5);
  const strings = tableBytes === 0 ? '' : decoder.decode(new Uint8Array(memory, table, tableBytes));
  const array = new Int32Array(memory, words, wordCount);
  const file = root === 0 ? tooDeep(text) : withFlatArray(array, text, strings, () => readFile(root));
  at.exports.free_output(output);
  return file;
}

/** The root of the flat array: body, comments as pairs of offsets, errors as start, end and text. */
function readFile(root: number): PythonFile {
  const comments: Span[] = [];
  const spans = word(root + 1);
  const spanWords = spans === 0 ? 0 : word(spans);
  for (let i = 1; i < spanWords; i += 2) comments.push({ start: word(spans + i), end: word(spans + i + 1) });
  const errors: SyntaxProblem[] = [];
  const problems = word(root + 2);
  const problemWords = problems === 0 ? 0 : word(problems);
  for (let i = 1; i < problemWords; i += 4) {
    const span = { start: word(problems + i), end: word(problems + i + 1) };
    errors.push({ message: textAt(problems + i + 2), span });
  }
  return { body: many<Stmt>(root), comments, errors, tooDeep: false };
}
