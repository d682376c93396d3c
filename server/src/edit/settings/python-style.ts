import type { Expr, List, Node, Stmt, Tuple } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';

/** The line end that a text uses. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The quote that most of a file's plain strings use. */
export function quoteOf(tree: PythonFile, text: string): '"' | "'" {
  let single = 0;
  let double = 0;
  walkAll(tree.body, (node) => {
    if (node.kind !== 'StrPart') return;
    const quote = text[node.contentStart - 1];
    if (text.startsWith('"""', node.contentStart - 3) || text.startsWith("'''", node.contentStart - 3)) return;
    if (quote === '"') double++;
    else if (quote === "'") single++;
  });
  return single > double ? "'" : '"';
}

/** One step of indentation: that of the first indented statement block or bracket, else four blanks. */
export function indentOf(text: string): string {
  return /^( {2,8}|\t)[^\s#]/m.exec(text)?.[1] ?? '    ';
}

/** Offset of the start of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Offset after the line end that follows `offset`; the text's end for the last line. */
export function nextLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

/** Offset of the line end that follows `offset`. */
export function lineEnd(text: string, offset: number): number {
  const next = nextLine(text, offset);
  if (next === text.length && text[next - 1] !== '\n') return next;
  return text[next - 2] === '\r' ? next - 2 : next - 1;
}

/** The node of one of the kinds that covers exactly the span. */
export function nodeAt<Kind extends Node['kind']>(
  tree: PythonFile,
  span: Span,
  kinds: readonly Kind[],
): Extract<Node, { kind: Kind }> | undefined {
  let found: Extract<Node, { kind: Kind }> | undefined;
  walkAll(tree.body, (node) => {
    if (node.end < span.start || node.start > span.end) return false;
    if (node.start === span.start && node.end === span.end && (kinds as readonly string[]).includes(node.kind))
      found ??= node as Extract<Node, { kind: Kind }>;
    return true;
  });
  return found;
}

/** The list or tuple that has an element of exactly this span. */
export function listWith(tree: PythonFile, element: Span): List | Tuple | undefined {
  let found: List | Tuple | undefined;
  walkAll(tree.body, (node) => {
    if (node.end < element.end || node.start > element.start) return false;
    if ((node.kind === 'List' || node.kind === 'Tuple') && node.elts.some((one) => isAt(one, element))) found = node;
    return true;
  });
  return found;
}

export function isAt(node: Span, span: Span): boolean {
  return node.start === span.start && node.end === span.end;
}

/** The names that a statement of the module assigns directly. */
export function assignedNames(statement: Stmt): readonly string[] {
  const targets: readonly Expr[] =
    statement.kind === 'Assign' ? statement.targets : statement.kind === 'AnnAssign' ? [statement.target] : [];
  return targets.flatMap((target) => (target.kind === 'Name' ? [target.id] : []));
}

/** True when nothing but blanks, a comma and a comment shares the element's lines. */
export function standsAlone(text: string, element: Span): boolean {
  const before = text.slice(lineStart(text, element.start), element.start);
  const after = text.slice(element.end, lineEnd(text, element.end));
  return before.trim() === '' && /^[ \t]*(,[ \t]*)?(#.*)?$/.test(after);
}

/** Offset of the comma that follows `offset` on its line. */
export function commaAfter(text: string, offset: number): number | undefined {
  const match = /^[ \t]*,/.exec(text.slice(offset, lineEnd(text, offset)));
  return match === null ? undefined : offset + match[0].length - 1;
}
