import type { Span } from '../../text/span.ts';
import type { LogicalText } from './logical-text.ts';
import type { DockerFlag, DockerProperty, DockerWord, JsonString } from './nodes.ts';

const blank = /[\t\v\f\r\n ]/;

/** Offsets in a logical text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The word from `start` to the next blank; with `quoted`, blanks between quotes belong to the word. */
function wordEnd(text: string, start: number, quoted: boolean, escapeChar: string): number {
  let quote = '';
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (quoted && char === escapeChar && quote !== "'") {
      at += 2;
      continue;
    }
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (blank.test(char)) break;
    else if (quoted && (char === '"' || char === "'")) quote = char;
    at++;
  }
  return Math.min(at, text.length);
}

function ranges(text: string, from: number, quoted: boolean, escapeChar: string): Range[] {
  const found: Range[] = [];
  let at = from;
  for (;;) {
    while (at < text.length && blank.test(text.charAt(at))) at++;
    if (at >= text.length) return found;
    const end = Math.max(at + 1, wordEnd(text, at, quoted, escapeChar));
    found.push({ start: at, end });
    at = end;
  }
}

/** The words from an offset on, cut at white space. */
export function readWords(logical: LogicalText, from: number): DockerWord[] {
  return ranges(logical.text, from, false, '').map(({ start, end }) => ({
    text: logical.text.slice(start, end),
    span: logical.spanOf(start, end),
  }));
}

/** The leading `--name=value` words and the offset at which the rest begins. */
export function readFlags(logical: LogicalText, escapeChar: string): { flags: DockerFlag[]; end: number } {
  const flags: DockerFlag[] = [];
  const { text } = logical;
  let at = 0;
  for (;;) {
    while (at < text.length && blank.test(text.charAt(at))) at++;
    if (!text.startsWith('--', at)) return { flags, end: at };
    const end = wordEnd(text, at, true, escapeChar);
    if (end - at === 2) return { flags, end };
    const equals = text.indexOf('=', at);
    const nameEnd = equals < 0 || equals > end ? end : equals;
    const value = nameEnd < end ? unquote(text.slice(nameEnd + 1, end)) : undefined;
    flags.push({
      name: text.slice(at + 2, nameEnd),
      value,
      valueSpan: value === undefined ? undefined : logical.spanOf(nameEnd + 1, end),
      options: readOptions(value ?? ''),
      span: logical.spanOf(at, end),
    });
    at = end;
  }
}

function readOptions(value: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const part of value.split(',')) {
    const equals = part.indexOf('=');
    if (part !== '') options.set(equals < 0 ? part : part.slice(0, equals), equals < 0 ? '' : part.slice(equals + 1));
  }
  return options;
}

/** Drops one pair of quotes around a text. */
function unquote(text: string): string {
  const first = text.charAt(0);
  return text.length > 1 && (first === '"' || first === "'") && text.endsWith(first) ? text.slice(1, -1) : text;
}

/** The properties of ENV, ARG and LABEL; `ENV NAME a b` is one property with the value `a b`. */
export function readProperties(logical: LogicalText, keyword: string, escapeChar: string): DockerProperty[] {
  const { text } = logical;
  const words = ranges(text, 0, true, escapeChar);
  const [first] = words;
  if (first === undefined) return [];
  const legacy = keyword !== 'ARG' && words.length > 1 && !text.slice(first.start, first.end).includes('=');
  if (legacy) {
    const start = words[1]?.start ?? first.end;
    const end = text.trimEnd().length;
    return [property(logical, first.start, first.end, { start, end }, true)];
  }
  return words.map(({ start, end }) => {
    const equals = text.slice(start, end).indexOf('=');
    if (equals < 0) return property(logical, start, end, undefined, false);
    return property(logical, start, start + equals, { start: start + equals + 1, end }, false);
  });
}

function property(
  logical: LogicalText,
  start: number,
  nameEnd: number,
  value: Range | undefined,
  legacy: boolean,
): DockerProperty {
  return {
    name: logical.text.slice(start, nameEnd),
    nameSpan: logical.spanOf(start, nameEnd),
    value: value === undefined ? undefined : logical.text.slice(value.start, value.end),
    valueSpan: value === undefined ? undefined : logical.spanOf(value.start, value.end),
    legacy,
    span: logical.spanOf(start, value?.end ?? nameEnd),
  };
}

/**
 * The strings of the JSON form; `undefined` when the text is not in brackets, `'broken'` when it is and Docker would
 * fall back to the shell form.
 */
export function readJson(logical: LogicalText, from: number): JsonString[] | 'broken' | undefined {
  const text = logical.text.slice(from);
  const lead = text.length - text.trimStart().length;
  if (text.charAt(lead) !== '[') return undefined;
  const trimmed = text.trim();
  let values: unknown;
  try {
    values = JSON.parse(trimmed);
  } catch {
    return 'broken';
  }
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return 'broken';
  const places = [...trimmed.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return values.map((value: string, index): JsonString => {
    const place = places[index];
    const start = from + lead + (place?.index ?? 0);
    const span: Span = logical.spanOf(start, start + (place?.[0].length ?? 0));
    return { value, span };
  });
}
