import type { PythonFile } from '../../syntax/python/parse-python.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { isAt, lineEnd, lineStart, listWith, nextLine, standsAlone } from './python-style.ts';

/**
 * Takes an element out of a list or tuple of several, with its comma and, where it has one of its own, its line. Undefined where a comment
 * would go too, or a tuple would be left without the comma that makes it one.
 */
export function removeElement(tree: PythonFile, text: string, element: Span): TextEdit | undefined {
  const list = listWith(tree, element);
  const elements = list?.elts ?? [];
  const at = elements.findIndex((one) => isAt(one, element));
  const found = elements[at];
  const isLastOfTuple = list?.kind === 'Tuple' && elements.length <= 2;
  if (found === undefined || elements.length < 2 || isLastOfTuple) return undefined;
  const isOneLine = !text.slice(elements[0]?.start, elements.at(-1)?.end).includes('\n');
  if (!isOneLine) {
    const hasComment = text.slice(found.end, lineEnd(text, found.end)).includes('#');
    if (hasComment || !standsAlone(text, found)) return undefined;
    return { span: { start: lineStart(text, found.start), end: nextLine(text, found.end) }, newText: '' };
  }
  const next = elements[at + 1];
  const previous = elements[at - 1];
  if (next !== undefined) return { span: { start: found.start, end: next.start }, newText: '' };
  return previous && { span: { start: previous.end, end: found.end }, newText: '' };
}
