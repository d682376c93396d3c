// Reads snippet files of VS Code's format and shows what a snippet gives before anybody types into it.
// Must not know VS Code, so that it can be tested without one. Look next at snippet-picker.ts and ../../snippets/.

export interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  /** In VS Code's snippet syntax, lines joined by line feeds. */
  readonly body: string;
  /** Language id of the documents that it is for. */
  readonly language: string;
}

/**
 * The snippets of one file; entries without a body are left out.
 * @throws SyntaxError when the text is no JSON.
 */
export function readSnippets(text: string, language: string): readonly Snippet[] {
  const data: unknown = JSON.parse(text);
  return Object.entries(asRecord(data)).flatMap(([name, entry]) => {
    const { prefix, description, body } = asRecord(entry);
    const joined = joinLines(body);
    if (joined === '') return [];
    return [{ name, prefix: firstOf(prefix), description: joinLines(description), body: joined, language }];
  });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function firstOf(value: unknown): string {
  return String((Array.isArray(value) ? value[0] : value) ?? '');
}

function joinLines(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

/** The text of a snippet with each placeholder's default in its place, choices at their first, variables by name or default. */
export function expandedBody(body: string): string {
  const reader = { body, at: 0, defaults: new Map<string, string>() };
  return readUntil(reader, '');
}

interface Reader {
  readonly body: string;
  at: number;
  /** Texts of the tab stops so far: `$1` repeats what `${1:text}` says. */
  readonly defaults: Map<string, string>;
}

/** Reads on to `end` (`}` inside a placeholder, nothing at the top) and past it. */
function readUntil(reader: Reader, end: string): string {
  let text = '';
  while (reader.at < reader.body.length) {
    const char = reader.body[reader.at] ?? '';
    reader.at++;
    if (char === end) return text;
    const next = reader.body[reader.at] ?? '';
    if (char === '\\' && /[$}\\]/.test(next)) {
      text += next;
      reader.at++;
    } else text += char === '$' ? readPlaceholder(reader) : char;
  }
  return text;
}

/** Reads what follows a `$`. */
function readPlaceholder(reader: Reader): string {
  const [whole = '', bare, name = '', separator = ''] =
    /^(?:(\w+)|\{(\w+)([:|/}]))/.exec(reader.body.slice(reader.at)) ?? [];
  reader.at += whole.length;
  if (whole === '') return '$';
  if (bare !== undefined || separator === '}') return textOf(reader, bare ?? name);
  if (separator === '|') return noted(reader, name, readChoice(reader));
  if (separator === ':') return noted(reader, name, readUntil(reader, '}'));
  // A transformation: what it would give depends on the document.
  readUntil(reader, '}');
  return textOf(reader, name);
}

/** `a` of `a,b|}`, read past the whole. */
function readChoice(reader: Reader): string {
  const close = reader.body.indexOf('|}', reader.at);
  const end = close < 0 ? reader.body.length : close;
  const choices = reader.body.slice(reader.at, end);
  reader.at = end + 2;
  return choices.split(/(?<!\\),/, 1)[0]?.replaceAll(/\\([,|\\])/g, '$1') ?? '';
}

function noted(reader: Reader, name: string, text: string): string {
  if (!reader.defaults.has(name)) reader.defaults.set(name, text);
  return text;
}

function textOf(reader: Reader, name: string): string {
  return reader.defaults.get(name) ?? (/^\d/.test(name) ? '' : name);
}
