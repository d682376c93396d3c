// The values of literals that the decoder derives: numbers, and strings of several parts.
// Must not read the flat array. decode-node.ts (generated) calls these.

import type { NumberForm, StrPart } from './nodes.ts';

/** The text of a string literal: that of its only part, or all of them joined. */
export function joinedParts(parts: readonly StrPart[]): string {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first.value;
  return parts.map((part) => part.value).join('');
}

const PREFIXED = /^0[xXoObB]/;

/**
 * The value of a Python number written at `start` to `end`: underscores, hexadecimal, octal, binary, floats.
 * Null when it is complex, infinite, an integer that a JavaScript number cannot hold exactly, or misspelt.
 */
export function numberValue(source: string, start: number, end: number, form: NumberForm): number | null {
  if (end - start === 1 && form === 'int') {
    const digit = source.charCodeAt(start) - 48;
    return digit >= 0 && digit <= 9 ? digit : null;
  }
  if (form === 'complex') return null;
  let spelling = source.slice(start, end);
  if (spelling.includes('_')) spelling = spelling.replaceAll('_', '');
  if (form === 'int' && !PREFIXED.test(spelling) && !/^\d+$/.test(spelling)) return null;
  const value = Number(spelling);
  if (form === 'int') return Number.isSafeInteger(value) ? value : null;
  return Number.isFinite(value) ? value : null;
}
