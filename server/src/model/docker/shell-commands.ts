// Reads a shell line of RUN, CMD or a script into its simple commands: words with places, assignments, operators.
// A plain reader for what installs and start commands look like; it knows no functions, loops or expansions, and must not
// guess: what it cannot read stays a word with an unknown value. Look next at python-install.ts, which reads the commands.
import type { LogicalText } from '../../syntax/dockerfile/logical-text.ts';
import type { Span } from '../../text/span.ts';

/** A word as written, quotes and variables kept; `expandWord` gives its value. */
export interface ShellWord {
  readonly text: string;
  readonly span: Span;
}

/** A simple command: `A=1 pip install x > log`. */
export interface ShellCommand {
  readonly assignments: readonly ShellWord[];
  readonly words: readonly ShellWord[];
  /** What joins it to the command before: `&&`, `||`, `;`, `|`, `&` or a new line as `;`; undefined for the first. */
  readonly operator: '&&' | '||' | ';' | '|' | '&' | undefined;
  /** The targets of `>` and `>>`. */
  readonly writes: readonly ShellWord[];
  /** True below `if`, a loop, or after `||`. */
  readonly conditional: boolean;
  /** How deep in subshells. */
  readonly depth: number;
  readonly span: Span;
}

const reserved = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'do',
  'done',
  'while',
  'until',
  '!',
  '{',
  '}',
  'exec',
  'time',
]);

class ShellReader {
  readonly commands: ShellCommand[] = [];
  readonly #logical: LogicalText;
  readonly #text: string;
  #at = 0;
  #words: ShellWord[] = [];
  #assignments: ShellWord[] = [];
  #writes: ShellWord[] = [];
  #operator: ShellCommand['operator'];
  #depth = 0;
  #branches = 0;

  constructor(logical: LogicalText) {
    this.#logical = logical;
    this.#text = logical.text;
  }

  read(): void {
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (char === '\\' && /[\r\n]/.test(this.#text.charAt(this.#at + 1))) this.#at += 2;
      else if (char === ' ' || char === '\t' || char === '\r') this.#at++;
      else if (char === '#') this.#skipLine();
      else if (this.#text.startsWith('&>', this.#at) || this.#isRedirect()) this.#redirect();
      else if (/[\n;&|()]/.test(char)) this.#separator(char);
      else this.#word();
    }
    this.#close(undefined);
  }

  #isRedirect(): boolean {
    return /^\d{0,3}[<>]/.test(this.#text.slice(this.#at, this.#at + 4));
  }

  #separator(char: string): void {
    const two = this.#text.slice(this.#at, this.#at + 2);
    const operator = two === '&&' || two === '||' ? two : char === '|' || char === '&' ? char : ';';
    this.#at += operator.length;
    this.#close(operator);
    if (char === '(') this.#depth++;
    if (char === ')') this.#depth = Math.max(0, this.#depth - 1);
  }

  #close(next: ShellCommand['operator']): void {
    const all = [...this.#assignments, ...this.#words];
    const first = all[0];
    const last = all.at(-1);
    if (first !== undefined && last !== undefined) {
      this.commands.push({
        assignments: this.#assignments,
        words: this.#words,
        operator: this.commands.length === 0 ? undefined : this.#operator,
        writes: this.#writes,
        conditional: this.#branches > 0 || this.#operator === '||',
        depth: this.#depth,
        span: { start: first.span.start, end: last.span.end },
      });
      this.#operator = next;
    } else if (next !== undefined && next !== ';') this.#operator = next;
    this.#words = [];
    this.#assignments = [];
    this.#writes = [];
  }

  #redirect(): void {
    const match =
      /^(?:&>>?|\d*(?:>>|>\||>&|<&|<<<|<<-?|<>|>|<))/.exec(this.#text.slice(this.#at, this.#at + 12))?.[0] ?? '>';
    this.#at += match.length;
    while (this.#text.charAt(this.#at) === ' ' || this.#text.charAt(this.#at) === '\t') this.#at++;
    const start = this.#at;
    this.#at = this.#wordEnd(start);
    const target = this.#text.slice(start, this.#at);
    if (!match.includes('>') || /^(?:\d|-|\/dev\/(?:null|stdout|stderr|fd\/\d))$/.test(target)) return;
    this.#writes.push({ text: target, span: this.#logical.spanOf(start, this.#at) });
  }

  #word(): void {
    const start = this.#at;
    this.#at = Math.max(start + 1, this.#wordEnd(start));
    const word = { text: this.#text.slice(start, this.#at), span: this.#logical.spanOf(start, this.#at) };
    if (this.#words.length > 0) this.#words.push(word);
    else if (/^[A-Za-z_]\w*\+?=/.test(word.text)) this.#assignments.push(word);
    else if (!reserved.has(word.text)) this.#words.push(word);
    else if (word.text === 'then' || word.text === 'do') this.#branches++;
    else if (word.text === 'fi' || word.text === 'done') this.#branches = Math.max(0, this.#branches - 1);
  }

  #skipLine(): void {
    while (this.#at < this.#text.length && this.#text.charAt(this.#at) !== '\n') this.#at++;
  }

  #wordEnd(start: number): number {
    let at = start;
    let quote = '';
    let nested = 0;
    for (; at < this.#text.length; at++) {
      const char = this.#text.charAt(at);
      if (char === '\\' && quote !== "'") at++;
      else if (quote !== '') {
        if (char === quote) quote = '';
      } else if (char === '"' || char === "'" || char === '`') quote = char;
      else if (char === '$' && (this.#text.charAt(at + 1) === '(' || this.#text.charAt(at + 1) === '{')) {
        nested++;
        at++;
      } else if (nested > 0) {
        if (char === '(' || char === '{') nested++;
        else if (char === ')' || char === '}') nested--;
      } else if (/[\s;&|()<>]/.test(char)) break;
    }
    return Math.min(at, this.#text.length);
  }
}

/** The simple commands of a shell text, in their order. Never throws. */
export function readShellCommands(logical: LogicalText): readonly ShellCommand[] {
  const reader = new ShellReader(logical);
  reader.read();
  return reader.commands;
}
