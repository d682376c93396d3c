// Turns the text of a Dockerfile into our own typed nodes with UTF-16 spans; the one file that knows `dockerfile-ast`.
// Must not resolve variables, follow stages or read another file: that is meaning, and lives in model/docker.
// Look next at nodes.ts (what comes out) and read-words.ts (words, flags, properties and JSON, which we read ourselves).
import {
  type Heredoc as AstHeredoc,
  type Instruction as AstInstruction,
  type Dockerfile,
  DockerfileParser,
} from 'dockerfile-ast';
import { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { joinedSpans, LogicalText } from './logical-text.ts';
import type { DockerfileTree, DockerInstruction, DockerSyntaxError, FromParts, Heredoc } from './nodes.ts';
import { readFlags, readJson, readProperties, readWords } from './read-words.ts';
import { isTemplated } from './template-marks.ts';

const keywords = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
const withFlags = new Set(['ADD', 'COPY', 'FROM', 'HEALTHCHECK', 'RUN']);
const withJson = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);
const withProperties = new Set(['ARG', 'ENV', 'LABEL']);

/** A range of the parser: 0-based lines, columns in UTF-16 units. */
interface AstRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

class Reader {
  readonly errors: DockerSyntaxError[] = [];
  readonly escape: '\\' | '`';
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string, escapeChar: '\\' | '`') {
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.escape = escapeChar;
  }

  span(range: AstRange): Span {
    return {
      start: this.#lines.offset({ line: range.start.line, column: range.start.character }),
      end: this.#lines.offset({ line: range.end.line, column: range.end.character }),
    };
  }

  instruction(ast: AstInstruction): DockerInstruction {
    const span = this.span(ast.getRange());
    const keywordSpan = this.span(ast.getInstructionRange());
    const written = this.#text.slice(keywordSpan.start, keywordSpan.end);
    const heredocs = this.#heredocs(ast);
    const bodies = heredocs.map(({ bodySpan }) => bodySpan.start);
    const end = Math.min(span.end, ...bodies);
    const joined = joinedSpans(this.#text, keywordSpan.end, end, this.escape);
    return this.#read(written, keywordSpan, new LogicalText(this.#text, joined), heredocs, span);
  }

  #read(
    written: string,
    keywordSpan: Span,
    argument: LogicalText,
    heredocs: readonly Heredoc[],
    span: Span,
  ): DockerInstruction {
    const keyword = written.toUpperCase();
    const { flags, end } = withFlags.has(keyword) ? readFlags(argument, this.escape) : noFlags(argument);
    const words = readWords(argument, end);
    const json = withJson.has(keyword) ? readJson(argument, end) : undefined;
    if (!keywords.has(keyword)) this.errors.push({ code: 'unknown-instruction', span: keywordSpan });
    else if (words.length === 0 && flags.length === 0)
      this.errors.push({ code: 'missing-argument', span: keywordSpan });
    if (json === 'broken') this.errors.push({ code: 'bad-json', span: argument.spanOf(end, argument.text.length) });
    return {
      keyword,
      writtenKeyword: written,
      keywordSpan,
      flags,
      words,
      argument: this.#tail(argument, end),
      json: json === 'broken' ? undefined : json,
      heredocs,
      properties: withProperties.has(keyword) ? readProperties(argument, keyword, this.escape) : [],
      from: keyword === 'FROM' ? readFrom(words, flags) : undefined,
      inner:
        keyword === 'ONBUILD' || keyword === 'HEALTHCHECK' ? this.#inner(words, argument, heredocs, span) : undefined,
      span,
    };
  }

  #inner(
    words: DockerInstruction['words'],
    argument: LogicalText,
    heredocs: readonly Heredoc[],
    span: Span,
  ): DockerInstruction | undefined {
    const [first] = words;
    if (first === undefined || !/^[A-Za-z]+$/.test(first.text)) return undefined;
    const at = argument.text.indexOf(first.text, wordOffset(argument, first.span));
    return this.#read(first.text, first.span, this.#tail(argument, at + first.text.length), heredocs, span);
  }

  /** The logical text from an offset on. */
  #tail(argument: LogicalText, from: number): LogicalText {
    const { start, end } = argument.spanOf(from, argument.text.length);
    return new LogicalText(this.#text, joinedSpans(this.#text, start, end, this.escape));
  }

  #heredocs(ast: AstInstruction): Heredoc[] {
    const asts = heredocsOf(ast);
    return asts.map((heredoc) => {
      const startSpan = this.span(heredoc.getStartRange());
      const content = heredoc.getContentRange() ?? heredoc.getDelimiterRange();
      const bodySpan = content === null ? { start: startSpan.end, end: startSpan.end } : this.span(content);
      const body = heredoc.getContentRange() === null ? { start: bodySpan.start, end: bodySpan.start } : bodySpan;
      return {
        name: heredoc.getName(),
        startSpan,
        bodySpan: body,
        body: new LogicalText(this.#text, [body]),
        expands: !/['"\\]/.test(this.#text.slice(startSpan.start, startSpan.end)),
      };
    });
  }
}

function noFlags({ text }: LogicalText): { readonly flags: []; readonly end: number } {
  return { flags: [], end: text.length - text.trimStart().length };
}

/** Offset in the logical text of a word's span: words are found in order, so the first match at or after it is the word. */
function wordOffset(argument: LogicalText, span: Span): number {
  let low = 0;
  let high = argument.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (argument.spanOf(middle, middle).start < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function heredocsOf(ast: AstInstruction): readonly AstHeredoc[] {
  // The method is public on RUN, COPY and ADD only, and protected on their base.
  const read: unknown = Reflect.get(ast, 'getHeredocs');
  if (typeof read !== 'function' || !['RUN', 'COPY', 'ADD', 'ONBUILD'].includes(ast.getKeyword())) return [];
  return read.call(ast) as readonly AstHeredoc[];
}

function readFrom(words: DockerInstruction['words'], flags: DockerInstruction['flags']): FromParts | undefined {
  const [image, as, alias] = words;
  if (image === undefined) return undefined;
  return {
    image,
    alias:
      as?.text.toUpperCase() === 'AS' && alias !== undefined ? { ...alias, text: alias.text.toLowerCase() } : undefined,
    platform: flags.find(({ name }) => name === 'platform')?.value,
  };
}

/** Parses a Dockerfile. Never throws: a text that the parser cannot take gives an error and no instructions. */
export function parseDockerfile(text: string): DockerfileTree {
  const empty = { instructions: [], comments: [], directives: [], escape: '\\' } as const;
  if (isTemplated(text)) return { ...empty, templated: true, errors: [] };
  let ast: Dockerfile;
  try {
    ast = DockerfileParser.parse(text);
    return lower(text, ast);
  } catch {
    const span = { start: 0, end: text.length };
    return { ...empty, templated: false, errors: [{ code: 'parser', span }] };
  }
}

function lower(text: string, ast: Dockerfile): DockerfileTree {
  const reader = new Reader(text, ast.getEscapeCharacter() === '`' ? '`' : '\\');
  return {
    instructions: ast.getInstructions().map((instruction) => reader.instruction(instruction)),
    comments: ast.getComments().map((comment) => ({
      text: comment.getContent() ?? '',
      span: reader.span(comment.getRange()),
    })),
    directives: ast.getDirectives().map((directive) => ({
      name: directive.getName().toLowerCase(),
      value: directive.getValue(),
      valueSpan: reader.span(directive.getValueRange()),
      span: reader.span(directive.getRange()),
    })),
    escape: reader.escape,
    templated: false,
    errors: reader.errors,
  };
}
