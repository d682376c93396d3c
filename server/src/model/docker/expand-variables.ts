/** What a name stands for: its text, `null` when nobody declares it, `undefined` when it is declared but not known. */
export type Lookup = (name: string) => string | null | undefined;

class Unknown extends Error {}

/**
 * The value of a word of a Dockerfile or of a shell line: quotes and escapes resolved, `$V`, `${V}` and the forms
 * `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/` and `//` replaced
 * (https://docs.docker.com/reference/dockerfile/#environment-replacement).
 * Undefined when a part is not known: a name nobody declares may come from the base image, `$(…)` from a command.
 */
export function expandWord(text: string, lookup: Lookup, escapeChar: string = '\\'): string | undefined {
  try {
    return new Expansion(text, lookup, escapeChar).word();
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

class Expansion {
  readonly #text: string;
  readonly #lookup: Lookup;
  readonly #escape: string;
  #at = 0;
  #depth = 0;

  constructor(text: string, lookup: Lookup, escapeChar: string) {
    this.#text = text;
    this.#lookup = lookup;
    this.#escape = escapeChar;
  }

  word(): string {
    return this.#until('');
  }

  /** Reads to the end or to `stop`, which is consumed. */
  #until(stop: string): string {
    let value = '';
    let quote = '';
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (quote === '' && char === stop) {
        this.#at++;
        return value;
      }
      if (quote === "'") {
        this.#at++;
        if (char === "'") quote = '';
        else value += char;
      } else if (char === this.#escape) value += this.#escaped(quote === '"');
      else if (char === '"' || (char === "'" && quote === '')) {
        quote = quote === '' ? char : '';
        this.#at++;
      } else if (char === '$') value += this.#variable();
      else if (char === '`') throw new Unknown();
      else {
        value += char;
        this.#at++;
      }
    }
    if (stop !== '') throw new Unknown();
    return value;
  }

  #escaped(inQuotes: boolean): string {
    const next = this.#text.charAt(this.#at + 1);
    this.#at += 2;
    const removed = !inQuotes || next === '"' || next === '$' || next === this.#escape;
    return removed ? next : this.#escape + next;
  }

  #variable(): string {
    const rest = this.#text.slice(this.#at + 1, this.#at + 200);
    const plain = /^(?:[A-Za-z_]\w*|\d)/.exec(rest)?.[0];
    if (plain !== undefined) {
      this.#at += 1 + plain.length;
      return known(this.#lookup(plain));
    }
    if (!rest.startsWith('{')) {
      if (/^[(@*#?$!-]/.test(rest)) throw new Unknown();
      this.#at++;
      return '$';
    }
    const braced = /^\{([A-Za-z_]\w*)(\}|:?[-+?]|##?|%%?|\/\/?)/.exec(rest);
    if (braced === null || this.#depth > 20) throw new Unknown();
    const [all, name = '', operator = ''] = braced;
    this.#at += 1 + all.length;
    const value = this.#lookup(name);
    if (operator === '}') return known(value);
    this.#depth++;
    const result = this.#modified(operator, value);
    this.#depth--;
    return result;
  }

  #modified(operator: string, value: string | null | undefined): string {
    if (operator === '/' || operator === '//') {
      const pattern = this.#until('/');
      const replacement = this.#until('}');
      const text = known(value);
      if (isGlob(pattern) || pattern === '') throw new Unknown();
      return operator === '/' ? text.replace(pattern, () => replacement) : text.split(pattern).join(replacement);
    }
    const word = this.#until('}');
    const isSet = value !== null && !(operator.startsWith(':') && value === '');
    if (operator.endsWith('-')) return isSet ? known(value) : word;
    if (operator.endsWith('+')) {
      if (value === undefined) throw new Unknown();
      return isSet ? word : '';
    }
    if (operator.endsWith('?')) return known(value);
    return trimmed(known(value), operator, word);
  }
}

function known(value: string | null | undefined): string {
  if (value === null || value === undefined) throw new Unknown();
  return value;
}

function isGlob(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}

/** `#` and `%` with a literal pattern or one `*`; other patterns are unknown. */
function trimmed(value: string, operator: string, pattern: string): string {
  const front = operator.startsWith('#');
  const greedy = operator.length === 2;
  if (!isGlob(pattern)) {
    if (front) return value.startsWith(pattern) ? value.slice(pattern.length) : value;
    return value.endsWith(pattern) ? value.slice(0, value.length - pattern.length) : value;
  }
  const literal = front ? /^\*([^*?[]+)$/.exec(pattern)?.[1] : /^([^*?[]+)\*$/.exec(pattern)?.[1];
  if (literal === undefined) throw new Unknown();
  const at = front === greedy ? value.lastIndexOf(literal) : value.indexOf(literal);
  if (front) return at < 0 ? value : value.slice(at + literal.length);
  const cut = greedy ? value.indexOf(literal) : value.lastIndexOf(literal);
  return cut < 0 ? value : value.slice(0, cut);
}
