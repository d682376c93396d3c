import type { Span } from './span.ts';

/** Replaces the text of `span` by `newText`; an empty span inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** True when the edits cannot both be made: they overlap, or insert different text at one place. */
export function conflicts(a: TextEdit, b: TextEdit): boolean {
  if (a.span.start === b.span.start && a.span.end === b.span.end) return a.newText !== b.newText;
  const [first, second] = a.span.start <= b.span.start ? [a, b] : [b, a];
  return (
    second.span.start < first.span.end || (second.span.start === first.span.start && first.span.end === second.span.end)
  );
}

/** Sorts edits by place and drops equal ones; undefined when two of them clash. */
export function mergeEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const merged: TextEdit[] = [];
  for (const edit of sorted) {
    const last = merged.at(-1);
    if (last === undefined) merged.push(edit);
    else if (last.span.start === edit.span.start && last.span.end === edit.span.end) {
      if (last.newText !== edit.newText) return undefined;
    } else if (conflicts(last, edit)) return undefined;
    else merged.push(edit);
  }
  return merged;
}

/**
 * The text after the edits, all of which refer to the text before them.
 * @throws RangeError when edits clash or lie outside the text: a caller merges first.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const merged = mergeEdits(edits);
  if (merged === undefined) throw new RangeError('edits clash');
  let result = '';
  let at = 0;
  for (const { span, newText } of merged) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError('an edit lies outside the text');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
