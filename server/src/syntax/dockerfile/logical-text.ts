import type { Span } from '../../text/span.ts';

interface Piece {
  readonly at: number;
  readonly source: number;
  readonly length: number;
}

/**
 * Text of an instruction read as one line, with the way back to the file:
 * what Docker drops (line continuations, comments between them) is not in `text`.
 */
export class LogicalText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** @param spans parts of `source` in their order; they do not overlap. */
  constructor(source: string, spans: readonly Span[]) {
    const pieces: Piece[] = [];
    let text = '';
    for (const { start, end } of spans) {
      if (end <= start) continue;
      pieces.push({ at: text.length, source: start, length: end - start });
      text += source.slice(start, end);
    }
    this.text = text;
    this.#pieces = pieces.length > 0 ? pieces : [{ at: 0, source: spans[0]?.start ?? 0, length: 0 }];
  }

  /** The span in the file of `[start, end)` of `text`; what was cut out inside it is part of the span. */
  spanOf(start: number, end: number): Span {
    const from = this.#sourceOf(start, false);
    return { start: from, end: Math.max(from, this.#sourceOf(end, true)) };
  }

  /** Source offset; at a seam the end of the earlier piece when `closing`, else the start of the later one. */
  #sourceOf(offset: number, closing: boolean): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const at = this.#pieces[middle]?.at ?? 0;
      if (closing ? at < offset : at <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    return piece === undefined ? 0 : piece.source + Math.max(0, Math.min(offset - piece.at, piece.length));
  }
}

/**
 * The parts of `[start, end)` that Docker joins to one line: drops the escape character before a line end, and the empty
 * and comment lines that follow it.
 */
export function joinedSpans(source: string, start: number, end: number, escapeChar: string): Span[] {
  const spans: Span[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    const next = source.charAt(at) === escapeChar ? lineEndAfter(source, at + 1, end) : undefined;
    if (next === undefined) {
      at++;
      continue;
    }
    spans.push({ start: from, end: at });
    from = afterIgnoredLines(source, next, end);
    at = from;
  }
  spans.push({ start: from, end });
  return spans;
}

/** The offset after the line end that follows only blanks; undefined when something else comes first. */
function lineEndAfter(source: string, from: number, end: number): number | undefined {
  let at = from;
  while (at < end && (source.charAt(at) === ' ' || source.charAt(at) === '\t')) at++;
  if (at >= end) return undefined;
  if (source.charAt(at) === '\r') return source.charAt(at + 1) === '\n' ? at + 2 : at + 1;
  return source.charAt(at) === '\n' ? at + 1 : undefined;
}

function afterIgnoredLines(source: string, from: number, end: number): number {
  let lineStart = Math.min(from, end);
  for (;;) {
    let at = lineStart;
    while (at < end && (source.charAt(at) === ' ' || source.charAt(at) === '\t')) at++;
    if (source.charAt(at) === '#') while (at < end && source.charAt(at) !== '\n' && source.charAt(at) !== '\r') at++;
    const next = at < end ? lineEndAfter(source, at, end) : undefined;
    if (next === undefined) return at >= end ? at : lineStart;
    lineStart = next;
  }
}
