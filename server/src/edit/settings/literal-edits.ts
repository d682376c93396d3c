import type { PythonFile } from '../../syntax/python/parse-python.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { nodeAt } from './python-style.ts';

/**
 * Gives a string literal another text, in its own quotes where the text allows them. Undefined for anything but one plain literal, and
 * for a text that no simple literal holds.
 */
export function rewriteText(tree: PythonFile, text: string, literal: Span, value: string): TextEdit | undefined {
  const part = nodeAt(tree, literal, ['Str'])?.parts;
  const [only] = part ?? [];
  if (only === undefined || part?.length !== 1) return undefined;
  const written = text.slice(literal.start, literal.end);
  const [, prefix = '', quote = ''] = /^([a-z]*)('''|"""|'|")/i.exec(written) ?? [];
  if (/[\n\r]/.test(value) || quote.length !== 1 || /[bf]/i.test(prefix)) return undefined;
  const other = quote === '"' ? "'" : '"';
  const fitting = [quote, other].find((one) => !value.includes(one));
  if (fitting === undefined || value.endsWith('\\')) return undefined;
  const isRaw = /r/i.test(prefix);
  const newPrefix = value.includes('\\') && !isRaw ? `r${prefix}` : prefix;
  return { span: literal, newText: `${newPrefix}${fitting}${value}${fitting}` };
}

/** Makes the tuple that brackets around one text were meant to be: `("a")` becomes `("a",)`. Undefined without the brackets. */
export function addTupleComma(tree: PythonFile, text: string, literal: Span): TextEdit | undefined {
  if (nodeAt(tree, literal, ['Str']) === undefined) return undefined;
  const isBracketed =
    text.slice(0, literal.start).trimEnd().endsWith('(') && text.slice(literal.end).trimStart().startsWith(')');
  return isBracketed ? { span: { start: literal.end, end: literal.end }, newText: ',' } : undefined;
}

/** Puts a literal into a list of its own. */
export function rewriteAsList(tree: PythonFile, text: string, literal: Span): TextEdit | undefined {
  if (nodeAt(tree, literal, ['Str']) === undefined) return undefined;
  return { span: literal, newText: `[${text.slice(literal.start, literal.end)}]` };
}
