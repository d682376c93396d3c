import type { Span } from './span.ts';

/** A position in a text: both numbers are 0-based, `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Converts between offsets and lines. `\n`, `\r\n` and a lone `\r` end a line, as in Python and in the language server protocol.
 */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#text = text;
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: at - this.#start(low) };
  }

  /** The offset of a position; a line or column outside the text is clamped to it. */
  offset(position: Position): number {
    const line = Math.max(0, Math.min(position.line, this.lineCount - 1));
    const span = this.lineSpan(line);
    return Math.min(span.start + Math.max(0, position.column), span.end);
  }

  /** The span of a 0-based line without its line end. */
  lineSpan(line: number): Span {
    const start = this.#start(line);
    let end = line + 1 < this.lineCount ? this.#start(line + 1) : this.#text.length;
    while (end > start && (this.#text.charCodeAt(end - 1) === 10 || this.#text.charCodeAt(end - 1) === 13)) end--;
    return { start, end };
  }

  /** The text of a 0-based line without its line end. */
  lineText(line: number): string {
    const span = this.lineSpan(line);
    return this.#text.slice(span.start, span.end);
  }

  #start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }
}
