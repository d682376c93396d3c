import type { Call } from '../../syntax/python/nodes.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** The arguments of a call in the order of the text. */
function argumentsOf(call: Call): readonly Span[] {
  return [...call.args, ...call.keywords].sort((a, b) => a.start - b.start);
}

/** Adds arguments at the end of a call, on lines of their own where the others stand so; a trailing comma stays one. */
export function appendArguments(text: string, call: Call, added: readonly string[]): TextEdit {
  const all = argumentsOf(call);
  const last = all.at(-1);
  if (last === undefined) {
    const at = call.end - 1;
    return { span: { start: at, end: at }, newText: added.join(', ') };
  }
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const indent = text.slice(lineStart, last.start);
  const isOnOwnLine = /^[ \t]*$/.test(indent) && lineStart > call.start;
  const separator = isOnOwnLine ? `,${lineBreakAt(text, lineStart)}${indent}` : ', ';
  return { span: { start: last.end, end: last.end }, newText: added.map((one) => separator + one).join('') };
}

/** Takes one item out of a list of items, with the comma that belongs to it; undefined when a comment would go too. */
export function removeItem(text: string, items: readonly Span[], item: Span, closing: number): TextEdit | undefined {
  const index = items.findIndex((one) => one.start === item.start && one.end === item.end);
  if (index < 0) return undefined;
  const before = items[index - 1];
  const after = items[index + 1];
  let span: Span;
  if (before !== undefined) span = { start: before.end, end: item.end };
  else if (after !== undefined) span = { start: item.start, end: after.start };
  else span = { start: item.start, end: item.end + (/^\s*,/.exec(text.slice(item.end, closing))?.[0].length ?? 0) };
  const between =
    before !== undefined
      ? text.slice(before.end, item.start)
      : after !== undefined
        ? text.slice(item.end, after.start)
        : '';
  return between.includes('#') ? undefined : { span, newText: '' };
}

/** Takes one argument out of a call. */
export function removeArgument(text: string, call: Call, argument: Span): TextEdit | undefined {
  return removeItem(text, argumentsOf(call), argument, call.end - 1);
}

/** The line break before a line, as the file writes it. */
function lineBreakAt(text: string, lineStart: number): string {
  return text[lineStart - 2] === '\r' ? '\r\n' : '\n';
}
