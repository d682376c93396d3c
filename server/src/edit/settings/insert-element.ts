import type { Expr } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { ElementTarget } from './list-element-edits.ts';
import { commaAfter, isAt, lineEnd, lineEndOf, lineStart, listWith, quoteOf, standsAlone } from './python-style.ts';

/**
 * Adds a text to a list or tuple, beside one of its elements and in that one's quotes; line breaks, indentation and the habit of a
 * trailing comma stay. Undefined when the elements stand neither one to a line nor all on one line.
 */
export function insertElement(
  tree: PythonFile,
  text: string,
  value: string,
  { side, element }: ElementTarget,
): readonly TextEdit[] | undefined {
  const list = listWith(tree, element);
  const beside = list?.elts.find((one) => isAt(one, element));
  if (list === undefined || beside === undefined) return undefined;
  const quote = quoteAt(text, beside) ?? quoteOf(tree, text);
  const written = `${quote}${value}${quote}`;
  const isOneLine = !text.slice(list.elts[0]?.start, list.elts.at(-1)?.end).includes('\n');
  if (isOneLine) {
    const at = side === 'before' ? beside.start : beside.end;
    return [{ span: { start: at, end: at }, newText: side === 'before' ? `${written}, ` : `, ${written}` }];
  }
  return standsAlone(text, beside) ? insertLine(text, beside, written, side) : undefined;
}

function insertLine(text: string, beside: Expr, written: string, side: 'before' | 'after'): readonly TextEdit[] {
  const ending = lineEndOf(text);
  const own = lineStart(text, beside.start);
  const indent = text.slice(own, beside.start);
  if (side === 'before') return [{ span: { start: own, end: own }, newText: `${indent}${written},${ending}` }];
  const end = lineEnd(text, beside.end);
  if (commaAfter(text, beside.end) !== undefined)
    return [{ span: { start: end, end }, newText: `${ending}${indent}${written},` }];
  const comma = { span: { start: beside.end, end: beside.end }, newText: ',' };
  const line = { span: { start: end, end }, newText: `${ending}${indent}${written}` };
  return end === beside.end ? [{ ...line, newText: `,${line.newText}` }] : [comma, line];
}

function quoteAt(text: string, element: Expr): string | undefined {
  const first = text[element.start];
  return first === '"' || first === "'" ? first : undefined;
}
