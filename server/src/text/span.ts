// A place in one text: half-open ranges of UTF-16 offsets, the unit of every position inside the analyser.
// Must not know lines, files or protocols. Lines live in line-index.ts, edits in text-edit.ts.

/** A half-open range `[start, end)` of UTF-16 code units from the beginning of a text (a byte order mark counts as one). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when `inner` lies wholly inside `outer` (equal spans included). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The text that a span covers. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
