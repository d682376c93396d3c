import type { Span } from '../../text/span.ts';
import type { LogicalText } from './logical-text.ts';

/** A word of an instruction, cut at white space as Docker does; quotes and variables are kept in `text`. */
export interface DockerWord {
  /** As written, without line continuations. */
  readonly text: string;
  readonly span: Span;
}

/** `--name=value`, `--name` (value undefined); the options of a mount are in `options`. */
export interface DockerFlag {
  readonly name: string;
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  /** `type=bind,target=/x` of `--mount`, read from the value. */
  readonly options: ReadonlyMap<string, string>;
  readonly span: Span;
}

/** A string of the JSON form, escapes resolved. */
export interface JsonString {
  readonly value: string;
  /** With its quotes. */
  readonly span: Span;
}

/** A here-document; its body is no part of the instruction's words. */
export interface Heredoc {
  readonly name: string;
  /** `<<EOF` or `<<-"EOF"` in the instruction's line. */
  readonly startSpan: Span;
  /** The lines between the instruction and the closing name. */
  readonly bodySpan: Span;
  readonly body: LogicalText;
  /** False for `<<'EOF'`: variables stay as written. */
  readonly expands: boolean;
}

/** `NAME=value` of ENV, ARG and LABEL; also the old `ENV NAME value`. */
export interface DockerProperty {
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, quotes kept; undefined for `ARG NAME`. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  /** True for `ENV NAME value`. */
  readonly legacy: boolean;
  readonly span: Span;
}

/** What FROM says, variables unresolved. */
export interface FromParts {
  readonly image: DockerWord;
  /** The name after AS, in lower case as Docker compares it. */
  readonly alias: DockerWord | undefined;
  readonly platform: string | undefined;
}

export interface DockerInstruction {
  /** In upper case, whatever the file writes. */
  readonly keyword: string;
  /** As written: an edit keeps its case. */
  readonly writtenKeyword: string;
  readonly keywordSpan: Span;
  readonly flags: readonly DockerFlag[];
  /** After the flags; for the JSON form the raw words, which nobody needs. */
  readonly words: readonly DockerWord[];
  /** What follows the flags as one line: continuations, comments between lines and heredoc bodies are cut out. */
  readonly argument: LogicalText;
  /** The strings of the JSON form; undefined for the shell form and for broken JSON. */
  readonly json: readonly JsonString[] | undefined;
  readonly heredocs: readonly Heredoc[];
  /** Of ENV, ARG and LABEL. */
  readonly properties: readonly DockerProperty[];
  /** Of FROM with an image. */
  readonly from: FromParts | undefined;
  /** The instruction behind ONBUILD; the CMD behind HEALTHCHECK. */
  readonly inner: DockerInstruction | undefined;
  /** From the keyword to the end of the last line, heredoc bodies included, without the line end. */
  readonly span: Span;
}

export interface DockerComment {
  /** Without `#` and the blanks around it. */
  readonly text: string;
  readonly span: Span;
}

/** `# syntax=…`, `# escape=…`, `# check=…` at the head of the file. */
export interface DockerDirective {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
  readonly span: Span;
}

export interface DockerSyntaxError {
  readonly code: 'unknown-instruction' | 'missing-argument' | 'bad-json' | 'parser';
  readonly span: Span;
}

export interface DockerfileTree {
  readonly instructions: readonly DockerInstruction[];
  readonly comments: readonly DockerComment[];
  readonly directives: readonly DockerDirective[];
  readonly escape: '\\' | '`';
  /** True when the file is a template (`{{ }}`, `{% %}`): its instructions mean nothing and are not given. */
  readonly templated: boolean;
  readonly errors: readonly DockerSyntaxError[];
}
