import type { DockerCopy } from '../../model/docker/copy-instruction.ts';
import type { DockerInstruction } from '../../syntax/dockerfile/nodes.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** The line end that a file uses first; `\n` for a file of one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** A keyword in the case in which the file writes another one. */
export function inCaseOf(written: string, keyword: string): string {
  return written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}

/** The start of the block of comment lines directly above an instruction, or of the instruction's own line. */
export function blockStart(text: string, instruction: DockerInstruction): number {
  const lines = new LineIndex(text);
  let line = lines.position(instruction.span.start).line;
  while (line > 0 && /^[ \t]*#/.test(lines.lineText(line - 1)) && !isDirective(lines.lineText(line - 1))) line--;
  return lines.lineSpan(line).start;
}

function isDirective(line: string): boolean {
  return /^\s*#\s*(?:syntax|escape|check)\s*=/i.test(line);
}

/** Inserts whole lines before an offset that begins a line. */
export function insertLines(text: string, offset: number, lines: readonly string[]): TextEdit {
  const end = lineEndOf(text);
  return { span: { start: offset, end: offset }, newText: lines.map((line) => line + end).join('') };
}

/** Inserts whole lines behind an instruction, also when the file ends without a line end. */
export function insertAfter(text: string, instruction: DockerInstruction, lines: readonly string[]): TextEdit {
  const end = lineEndOf(text);
  const at = instruction.span.end;
  return { span: { start: at, end: at }, newText: lines.map((line) => end + line).join('') };
}

/** `COPY --chown=app` of a copy, as written and without its paths. */
export function copyHead(text: string, copy: DockerCopy): string {
  const { flags, writtenKeyword } = copy.instruction;
  const written = flags.map(({ span }) => text.slice(span.start, span.end));
  return [writtenKeyword, ...written].join(' ');
}

/** The span of the sources and the destination. */
export function copyArguments(copy: DockerCopy): Span | undefined {
  const first = copy.sources[0];
  return first === undefined ? undefined : { start: first.word.span.start, end: copy.destination.span.end };
}

/** True for a copy whose words can be rewritten: no JSON form, variable, quote or here-document. */
export function isPlainCopy(copy: DockerCopy): boolean {
  if (copy.instruction.json !== undefined || copy.instruction.heredocs.length > 0 || copy.from !== undefined)
    return false;
  return [...copy.sources.map(({ word }) => word.text), copy.destination.text].every((word) => !/[$"'\\`]/.test(word));
}
