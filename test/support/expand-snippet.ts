import { readFileSync } from 'node:fs';
import * as z from 'zod';

const snippetShape = z.strictObject({
  prefix: z.string(),
  description: z.string(),
  body: z.array(z.string()),
});

/** A snippet as VS Code reads it, with its title and the file of `snippets/` that has it. */
export interface Snippet extends z.infer<typeof snippetShape> {
  readonly title: string;
  readonly file: string;
}

/** Reads a file of `snippets/`, such as `python.json`. Throws where a snippet has another shape than ours. */
export function readSnippets(file: string): readonly Snippet[] {
  const text = readFileSync(new URL(`../../snippets/${file}`, import.meta.url), 'utf8');
  const entries = z.record(z.string(), snippetShape).parse(JSON.parse(text));
  return Object.entries(entries).map(([title, snippet]) => ({ ...snippet, title, file }));
}

/** The text of a snippet's defaults as an editor with an indentation of four spaces inserts it. */
export function snippetText(snippet: Snippet): string {
  const lines = expandSnippet(snippet.body.join('\n')).split('\n');
  return lines.map((line) => line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length))).join('\n');
}

type Part = string | { readonly index: number; readonly content: readonly Part[] | undefined };

/**
 * Gives the text that a snippet has when every default is left as it is. Knows tab stops (`$1`, `${1}`), defaults
 * (`${1:text}`, nested ones too), choices (`${1|a,b|}`, the first counts) and escapes (`\$`, `\}`, `\\`; in choices also
 * `\,` and `\|`); a tab stop without a default repeats the text of the one with the same number, wherever that stands.
 * @throws Error on variables, transformations and on what is not closed: none of our snippets needs them.
 * @see https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export function expandSnippet(body: string): string {
  const parts = new SnippetReader(body).parts(false);
  const defaults = new Map<number, readonly Part[]>();
  collectDefaults(parts, defaults);
  return textOf(parts, defaults, []);
}

class SnippetReader {
  readonly #body: string;
  #at = 0;

  constructor(body: string) {
    this.#body = body;
  }

  /** Reads up to the end, or with `inside` up to the brace that closes a placeholder. */
  parts(inside: boolean): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#body.length) {
      const character = this.#body.charAt(this.#at);
      if (inside && character === '}') return parts;
      if (character === '$') parts.push(this.#tabStop());
      else parts.push(this.#character('$}\\'));
    }
    if (inside) throw new Error(`a placeholder is not closed: ${this.#body}`);
    return parts;
  }

  /** One character; a backslash before one of `escapable` is dropped. */
  #character(escapable: string): string {
    const next = this.#body.charAt(this.#at + 1);
    const isEscape = this.#body.charAt(this.#at) === '\\' && next !== '' && escapable.includes(next);
    const read = isEscape ? next : this.#body.charAt(this.#at);
    this.#at += isEscape ? 2 : 1;
    return read;
  }

  #tabStop(): Part {
    const opener = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(this.#body.slice(this.#at));
    if (opener === null) throw new Error(`no tab stop at ${this.#at}: ${this.#body.slice(this.#at, this.#at + 20)}`);
    const [{ length }, plain, braced, kind] = opener;
    this.#at += length;
    const index = Number(plain ?? braced);
    if (kind === ':') {
      const content = this.parts(true);
      this.#at += 1;
      return { index, content };
    }
    return { index, content: kind === '|' ? [this.#firstChoice()] : undefined };
  }

  #firstChoice(): string {
    const choices = [''];
    while (this.#at < this.#body.length) {
      if (this.#body.startsWith('|}', this.#at)) {
        this.#at += 2;
        return choices[0] ?? '';
      }
      if (this.#body.charAt(this.#at) === ',') {
        choices.push('');
        this.#at += 1;
      } else choices.push((choices.pop() ?? '') + this.#character(',|\\'));
    }
    throw new Error(`a choice is not closed: ${this.#body}`);
  }
}

function collectDefaults(parts: readonly Part[], defaults: Map<number, readonly Part[]>): void {
  for (const part of parts) {
    if (typeof part === 'string' || part.content === undefined) continue;
    if (!defaults.has(part.index)) defaults.set(part.index, part.content);
    collectDefaults(part.content, defaults);
  }
}

function textOf(
  parts: readonly Part[],
  defaults: ReadonlyMap<number, readonly Part[]>,
  open: readonly number[],
): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (open.includes(part.index)) throw new Error(`tab stop ${part.index} stands inside itself`);
      return textOf(part.content ?? defaults.get(part.index) ?? [], defaults, [...open, part.index]);
    })
    .join('');
}
