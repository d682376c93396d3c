// Reads annotated fixtures: virtual files opened by `#- path`, and marks (carets under the reported span) that say what is expected.
// Must not know rules or the engine. Look next at run-fixture.ts, which lays a fixture over the clean base and compares.
import { type FileId, fileId } from '../../server/src/text/file-id.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';

/** One expected finding: `rule` or `rule:row` at a span of a file. */
export interface Mark {
  readonly file: FileId;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** What the finding says, when the mark says it too. */
  readonly what: string | undefined;
}

export interface Fixture {
  readonly files: ReadonlyMap<FileId, string>;
  readonly marks: readonly Mark[];
  /** False with `#- base: none`: the fixture is a whole project by itself. */
  readonly onCleanBase: boolean;
  /** Rules of `#- select: id`, which are named by hand beside all others: one that is off speaks only then. */
  readonly select: readonly string[];
}

const header = /^#- (.+)$/;
/** `#   ^^^^ id: text`, `#<^^^ id`, `#  ^^^> id` and the same between `{#` and `#}`. */
const markLine = /^(\s*)(#|\{#)(<?)(\s*)(\^+)(>?)\s+([a-z0-9-]+\/[a-z0-9-]+(?::[a-z0-9-]+)?)(?::\s+(.*?))?\s*(?:#\})?$/;

/**
 * Parses a fixture.
 * @param defaultPath the file that lines before any `#- path` belong to.
 * @throws Error on a mark that stands under nothing, or a header that is no path inside the project.
 */
export function parseFixture(text: string, defaultPath: string): Fixture {
  const chunks: { path: string; lines: string[] }[] = [];
  let current: { path: string; lines: string[] } | undefined;
  let onCleanBase = true;
  const select: string[] = [];
  for (const line of text.split('\n')) {
    const path = header.exec(line)?.[1];
    if (path === 'base: none') onCleanBase = false;
    else if (path?.startsWith('select: ')) select.push(path.slice('select: '.length));
    else if (path !== undefined) {
      current = { path, lines: [] };
      chunks.push(current);
    } else {
      if (current === undefined) {
        if (line === '') continue;
        current = { path: defaultPath, lines: [] };
        chunks.push(current);
      }
      current.lines.push(line);
    }
  }
  const files = new Map<FileId, string>();
  const marks: Mark[] = [];
  for (const chunk of chunks) {
    const file = fileId(chunk.path);
    if (file === undefined) throw new Error(`fixture: ${chunk.path} is no path inside the project`);
    const read = readChunk(file, chunk.lines);
    files.set(file, read.text);
    marks.push(...read.marks);
  }
  return { files, marks, onCleanBase, select };
}

function readChunk(file: FileId, lines: readonly string[]): { text: string; marks: readonly Mark[] } {
  const code: string[] = [];
  const raw: {
    line: number;
    column: number;
    length: number;
    toEnd: boolean;
    rule: string;
    what: string | undefined;
  }[] = [];
  for (const line of lines) {
    const match = markLine.exec(line);
    if (match === null) {
      code.push(line);
      continue;
    }
    if (code.length === 0) throw new Error(`fixture: a mark stands above all code of ${file}: ${line}`);
    const [, indent = '', opener = '', atStart = '', gap = '', carets = '', pastEnd = '', rule = '', what] = match;
    const column = atStart === '<' ? 0 : indent.length + opener.length + gap.length;
    const length = carets.length + (atStart === '<' ? indent.length + opener.length + 1 : 0);
    raw.push({ line: code.length - 1, column, length, toEnd: pastEnd === '>', rule, what });
  }
  const text = code.join('\n');
  const index = new LineIndex(text);
  const marks = raw.map(({ line, column, length, toEnd, rule, what }) => {
    const start = index.offset({ line, column });
    return { file, start, end: toEnd ? Number.POSITIVE_INFINITY : start + length, rule, what };
  });
  return { text, marks };
}
