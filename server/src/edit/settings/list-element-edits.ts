import type { Expr } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { commaAfter, isAt, lineEndOf, lineStart, listWith, nextLine, standsAlone } from './python-style.ts';

/** Where an element goes, by the element it stands beside afterwards. */
export interface ElementTarget {
  readonly side: 'before' | 'after';
  readonly element: Span;
}

/**
 * Moves an element of a list or tuple within it, its comments included; brackets, quotes, indentation and the habit of a trailing
 * comma stay. Undefined when the elements do not stand one to a line or all on one line.
 */
export function moveElement(
  tree: PythonFile,
  text: string,
  element: Span,
  target: ElementTarget,
): readonly TextEdit[] | undefined {
  const list = listWith(tree, element);
  const elements = list?.elts;
  const from = elements?.find((one) => isAt(one, element));
  const beside = elements?.find((one) => isAt(one, target.element));
  if (elements === undefined || from === undefined || beside === undefined || from === beside) return undefined;
  const isOneLine = !text.slice(elements[0]?.start, elements.at(-1)?.end).includes('\n');
  if (isOneLine) return moveOnOneLine(text, elements, from, beside, target.side);
  const layout = { text, elements, comments: tree.comments };
  return moveLines(layout, from, beside, target.side);
}

function moveOnOneLine(
  text: string,
  elements: readonly Expr[],
  from: Expr,
  beside: Expr,
  side: 'before' | 'after',
): readonly TextEdit[] | undefined {
  const at = elements.indexOf(from);
  const next = elements[at + 1];
  const previous = elements[at - 1];
  const removed =
    next !== undefined ? { start: from.start, end: next.start } : { start: previous?.end ?? from.start, end: from.end };
  const gap = text.slice(removed.start, removed.end);
  if (gap.includes('(') && !text.slice(from.start, from.end).includes('(')) return undefined;
  const moved = text.slice(from.start, from.end);
  const insert =
    side === 'before'
      ? { span: { start: beside.start, end: beside.start }, newText: `${moved}, ` }
      : { span: { start: beside.end, end: beside.end }, newText: `, ${moved}` };
  return [insert, { span: removed, newText: '' }];
}

interface Layout {
  readonly text: string;
  readonly elements: readonly Expr[];
  readonly comments: readonly Span[];
}

function moveLines(
  layout: Layout,
  from: Expr,
  beside: Expr,
  side: 'before' | 'after',
): readonly TextEdit[] | undefined {
  const { text, elements } = layout;
  if (!standsAlone(text, from) || !standsAlone(text, beside)) return undefined;
  const end = nextLine(text, from.end);
  const start = leadingComments(layout, from);
  const isLast = elements.at(-1) === from;
  const hasComma = commaAfter(text, from.end) !== undefined;
  const ending = lineEndOf(text);
  let moved = text.slice(start, end);
  if (!hasComma) moved = `${text.slice(start, from.end)},${text.slice(from.end, end)}`;
  if (!moved.endsWith('\n')) moved += ending;
  const place = side === 'before' ? leadingComments(layout, beside) : nextLine(text, beside.end);
  const edits: TextEdit[] = [
    { span: { start: place, end: place }, newText: moved },
    { span: { start, end }, newText: '' },
  ];
  const previous = elements[elements.indexOf(from) - 1];
  if (isLast && !hasComma && previous !== undefined) {
    // The list had no trailing comma, so its new last element has none either.
    const comma = commaAfter(text, previous.end);
    if (comma !== undefined) edits.push({ span: { start: comma, end: comma + 1 }, newText: '' });
  }
  if (elements.at(-1) === beside && side === 'after' && commaAfter(text, beside.end) === undefined) return undefined;
  return edits;
}

/**
 * Start of the lines that go with an element: its own and the comment lines right above it. A heading of several elements stays with
 * them, unless it speaks of this one.
 */
function leadingComments({ text, elements, comments }: Layout, element: Expr): number {
  const own = lineStart(text, element.start);
  let start = own;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const isComment = comments.some(
      (one) => one.start >= above && one.end <= start && text.slice(above, one.start).trim() === '',
    );
    if (!isComment) break;
    start = above;
  }
  if (start === own) return own;
  const next = elements[elements.indexOf(element) + 1];
  const headsMore =
    next !== undefined && text.slice(nextLine(text, element.end), lineStart(text, next.start)).trim() === '';
  return headsMore && isHeading(text.slice(start, own), text.slice(element.start, element.end)) ? own : start;
}

/** `# Third party`: a few words without punctuation that do not name the element. */
function isHeading(comment: string, element: string): boolean {
  if (comment.length > 120 || !/^\s*#[-=# ]*\w+(?: [\w-]+){0,3}[-=# ]*\s*$/.test(comment)) return false;
  const plain = element.toLowerCase();
  return !(comment.toLowerCase().match(/[a-z]{5,}/g) ?? []).some(
    (word) => word !== 'middleware' && word !== 'django' && plain.includes(word),
  );
}
