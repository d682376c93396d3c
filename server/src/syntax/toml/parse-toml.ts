// TOML text -> our own tree with places, by toml-eslint-parser; a broken text keeps every statement that parses alone.
// Must not throw, know what a key means, or let a type of the parser out. Look next at toml-tree.ts (nodes) and build-toml.ts (joining).
import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Span } from '../../text/span.ts';
import { TomlBuilder } from './build-toml.ts';
import type { TomlFile } from './toml-tree.ts';

/** Longest text that is parsed, in UTF-16 units: no hand-written file comes near it. */
const longestText = 1_000_000;

/** A dotted key and its `=` at the start of a line. */
const oneKey = `(?:[\\w-]+|"[^"\\n]*"|'[^'\\n]*')`;
const statementStart = new RegExp(`^[ \\t]*${oneKey}(?:[ \\t]*\\.[ \\t]*${oneKey})*[ \\t]*=`, 'gm');

/** A run of statements that is parsed in one go. */
interface Piece {
  readonly start: number;
  readonly text: string;
}

/**
 * Parses TOML 1.0, and 1.1's newlines in inline tables. Never throws; offsets are UTF-16 units of `text`, a byte order mark counts as one.
 * The first definition of a duplicate key wins and the second is an error.
 */
export function parseToml(text: string): TomlFile {
  const builder = new TomlBuilder(text);
  if (text.length > longestText) {
    builder.problem('The file is longer than 1,000,000 characters', { start: 0, end: 0 });
    return builder.finish();
  }
  // The parser refuses a byte order mark; a space keeps the offsets.
  const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const whole = { start: 0, text: plain };
  if (addPiece(builder, whole) !== undefined) {
    for (const section of splitBefore(whole, /^[ \t]*\[/gm)) addSection(builder, section);
  }
  return builder.finish();
}

/** A section that does not parse as a whole is parsed statement by statement. */
function addSection(builder: TomlBuilder, section: Piece): void {
  if (addPiece(builder, section) === undefined) return;
  for (const statement of splitBefore(section, statementStart)) {
    const problem = addPiece(builder, statement);
    if (problem === undefined) continue;
    builder.problem(problem.message, problem.span);
    // What follows a header that cannot be read belongs to no known table.
    if (statement.text.trimStart().startsWith('[')) builder.leaveTable();
  }
}

/** Adds the statements of a piece; gives the error and adds nothing when it does not parse. */
function addPiece(builder: TomlBuilder, piece: Piece): { message: string; span: Span } | undefined {
  let body: AST.TOMLTopLevelTable['body'];
  try {
    body = parseTOML(piece.text, { tomlVersion: '1.1' }).body[0].body;
  } catch (error) {
    return problemOf(error, piece);
  }
  builder.add(body, piece.start);
  return undefined;
}

function problemOf(error: unknown, piece: Piece): { message: string; span: Span } {
  const index = (error as { index?: unknown }).index;
  if (!(error instanceof Error) || typeof index !== 'number') {
    // A RangeError: the parser ran out of stack.
    const start = piece.start + piece.text.length - piece.text.trimStart().length;
    return { message: 'The value is too long or nests too deeply', span: { start, end: start } };
  }
  // A value that is missing is missed where the next line begins; the user looks for it behind the `=`.
  const before = piece.text.slice(0, index).trimEnd();
  const missing = before.endsWith('=') ? before.length - 1 : index;
  const at = piece.start + Math.min(missing, piece.text.length);
  return { message: error.message, span: { start: at, end: Math.min(at + 1, piece.start + piece.text.length) } };
}

function splitBefore(piece: Piece, boundary: RegExp): readonly Piece[] {
  const starts = [0];
  for (const match of piece.text.matchAll(boundary)) if (match.index > 0) starts.push(match.index);
  return starts.map((start, i) => ({ start: piece.start + start, text: piece.text.slice(start, starts[i + 1]) }));
}
