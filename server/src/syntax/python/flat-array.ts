// Reads the words of the parser's flat array: numbers, names, texts, lists and nodes.
// Must not know node kinds (decode-node.ts, generated) nor the WebAssembly instance (parse-python.ts).

import { decodeNode } from './decode-node.ts';
import type { Node } from './nodes.ts';

// Module state instead of a parameter of every read: the decoder is the hottest loop of a cold run, and never re-entered.
let words = new Int32Array(0);
let table = '';
/** The text that the array describes. */
export let source = '';

const NOTHING: readonly never[] = Object.freeze([]);

/** Runs `read` over one flat array; `strings` holds the texts that do not stand in `text` as they are. */
export function withFlatArray<T>(array: Int32Array<ArrayBuffer>, text: string, strings: string, read: () => T): T {
  words = array;
  source = text;
  table = strings;
  try {
    return read();
  } finally {
    words = new Int32Array(0);
    source = '';
    table = '';
  }
}

/** The number at `i`. */
export function word(i: number): number {
  return words[i] as number;
}

/** Two words: a slice of the source, or of the table when the first is negative (`-2 - start`). */
export function text(i: number): string {
  const start = word(i);
  return start >= 0 ? source.slice(start, word(i + 1)) : table.slice(-2 - start, word(i + 1));
}

/** Three words: offset of the name, then its text. */
export function name(i: number): string {
  return text(i + 1);
}

/** As `name`; null where the offset is -1. */
export function optionalName(i: number): string | null {
  return word(i) < 0 ? null : text(i + 1);
}

/** The node that the word points to. */
export function one<T extends Node>(i: number): T {
  return decodeNode(word(i)) as T;
}

/** As `one`; null where the word is 0. */
export function optional<T extends Node>(i: number): T | null {
  const at = word(i);
  return at === 0 ? null : (decodeNode(at) as T);
}

/** The list that the word points to: its length, then one word for each node. */
export function many<T extends Node>(i: number): readonly T[] {
  const at = word(i);
  if (at === 0) return NOTHING;
  const length = word(at);
  const list: T[] = [];
  for (let j = 1; j <= length; j++) list.push(decodeNode(word(at + j)) as T);
  return list;
}

/** As `many`; 0 stands for a gap. */
export function gapped<T extends Node>(i: number): readonly (T | null)[] {
  const at = word(i);
  if (at === 0) return NOTHING;
  const length = word(at);
  const list: (T | null)[] = [];
  for (let j = 1; j <= length; j++) list.push(optional<T>(at + j));
  return list;
}

/** The name that the word's number stands for. */
export function chosen<T extends string>(names: readonly T[], i: number): T {
  return names[word(i)] as T;
}

/** As `many`, of names. */
export function chosenList<T extends string>(names: readonly T[], i: number): readonly T[] {
  const at = word(i);
  if (at === 0) return NOTHING;
  const length = word(at);
  const list: T[] = [];
  for (let j = 1; j <= length; j++) list.push(names[word(at + j)] as T);
  return list;
}

/** The letter of `!s`, `!r` or `!a`. */
export function conversion(i: number): 's' | 'r' | 'a' | null {
  const code = word(i);
  if (code === 115) return 's';
  if (code === 114) return 'r';
  return code === 97 ? 'a' : null;
}

/** `True`, `False` or, as 2, `None`. */
export function singleton(i: number): boolean | null {
  const value = word(i);
  return value === 2 ? null : value === 1;
}
