import type { Span } from '../../text/span.ts';
import type { Requirement, RequirementsProblem, UnnamedRequirement } from './requirements-file.ts';

/** What one requirement text is. */
export type ParsedRequirement =
  | { readonly kind: 'named'; readonly requirement: Requirement }
  | { readonly kind: 'unnamed'; readonly requirement: UnnamedRequirement }
  | { readonly kind: 'problem'; readonly problem: RequirementsProblem };

const nameStart = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y;
const oneClause = /^(?:===\s*\S+|(?:~=|==|!=|<=|>=|<|>)\s*[\w.*+!-]+)$/;
const urlScheme = /^(?:[a-z][a-z0-9+.-]*:\/\/|file:)/i;
const archive = /\.(?:whl|zip|tar|tgz|tar\.(?:gz|bz2|xz|Z|lz))$/i;

/** The normalised name of a distribution: lower case, runs of `-`, `_` and `.` as one `-` (PEP 503). */
export function normalizedName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/**
 * Parses one requirement (PEP 508, and the paths and URLs that pip takes beside it), without comment or options.
 * @param start offset of `text` in its file, added to all spans.
 */
export function parseRequirement(text: string, start: number, editable = false): ParsedRequirement {
  const lead = text.length - text.trimStart().length;
  const plain = text.trim();
  const at = start + lead;
  if (isPlace(plain)) return parsePlace(plain, at, editable);
  nameStart.lastIndex = 0;
  const rawName = nameStart.exec(plain)?.[0];
  if (rawName === undefined) return problem('A requirement begins with a name', at, plain.length);
  const nameSpan = { start: at, end: at + rawName.length };
  const extras = readExtras(plain, rawName.length);
  if (extras === undefined) return problem('The brackets of the extras are not closed', at, plain.length);
  const { url, specifier, marker, specifierSpan } = readTail(plain, extras.end, at);
  if (url === undefined && !isSpecifier(specifier)) {
    return problem(`\`${clipped(specifier)}\` is no version specifier`, specifierSpan.start, specifier.length);
  }
  const span = { start: at, end: at + plain.length };
  const name = normalizedName(rawName);
  return {
    kind: 'named',
    requirement: {
      name,
      rawName,
      specifier,
      extras: extras.names,
      marker,
      url,
      editable,
      span,
      nameSpan,
      specifierSpan,
    },
  };
}

function problem(message: string, start: number, length: number): ParsedRequirement {
  return { kind: 'problem', problem: { message, span: { start, end: start + length } } };
}

function clipped(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

/** True for what pip takes as a path or URL and not as a name. */
function isPlace(text: string): boolean {
  if (text === '') return false;
  const first = text.split(/[\s;]/, 1)[0] ?? '';
  if (text.startsWith('.') || text.startsWith('/') || urlScheme.test(first)) return true;
  if (/^[\w.-]+(?:\[[^\]]*\])?\s*@/.test(text)) return false;
  return first.includes('/') || first.includes('\\') || archive.test(first);
}

/** A path or URL: its name stands in `#egg=` or in the file name of a wheel, or nowhere. */
function parsePlace(text: string, at: number, editable: boolean): ParsedRequirement {
  const marked = /\s;|\s/.exec(text);
  const url = marked === null ? text : text.slice(0, marked.index);
  const marker = marked === null ? undefined : text.slice(marked.index).replace(/^\s*;?\s*/, '') || undefined;
  const span = { start: at, end: at + text.length };
  const egg = /[#&]egg=([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/.exec(url);
  const wheel = /(?:^|[/\\])([A-Za-z0-9][A-Za-z0-9._]*)-([0-9][\w.!+]*)(?:-[\w.]+){3,4}\.whl(?:[#?]|$)/.exec(url);
  const rawName = egg?.[1] ?? wheel?.[1];
  if (rawName === undefined) return { kind: 'unnamed', requirement: { url, editable, span } };
  const from = at + (egg === null ? url.lastIndexOf(`${rawName}-`) : egg.index + '#egg='.length);
  const nameSpan = { start: from, end: from + rawName.length };
  const specifier = egg === null && wheel?.[2] !== undefined ? `==${wheel[2]}` : '';
  const specifierSpan = { start: nameSpan.end, end: nameSpan.end };
  const name = normalizedName(rawName);
  return {
    kind: 'named',
    requirement: { name, rawName, specifier, extras: [], marker, url, editable, span, nameSpan, specifierSpan },
  };
}

function readExtras(text: string, from: number): { names: readonly string[]; end: number } | undefined {
  const open = skipSpace(text, from);
  if (text[open] !== '[') return { names: [], end: from };
  const close = text.indexOf(']', open);
  if (close < 0) return undefined;
  const names = text
    .slice(open + 1, close)
    .split(',')
    .map((name) => normalizedName(name.trim()))
    .filter((name) => name !== '');
  return { names, end: close + 1 };
}

interface Tail {
  readonly url: string | undefined;
  readonly specifier: string;
  readonly marker: string | undefined;
  readonly specifierSpan: Span;
}

/** What follows name and extras: `@ url` or a specifier, then `; marker`. */
function readTail(text: string, from: number, at: number): Tail {
  const begin = skipSpace(text, from);
  if (text[begin] === '@') {
    const start = skipSpace(text, begin + 1);
    const space = text.slice(start).search(/\s/);
    const url = space < 0 ? text.slice(start) : text.slice(start, start + space);
    const rest = space < 0 ? '' : text.slice(start + space).trim();
    const marker = rest.startsWith(';') ? rest.slice(1).trim() : undefined;
    return { url, specifier: '', marker, specifierSpan: { start: at + from, end: at + from } };
  }
  const semicolon = text.indexOf(';', begin);
  const written = text.slice(begin, semicolon < 0 ? text.length : semicolon);
  const marker = semicolon < 0 ? undefined : text.slice(semicolon + 1).trim();
  const trimmed = written.trimEnd();
  const inner = trimmed.startsWith('(') && trimmed.endsWith(')') ? trimmed.slice(1, -1) : trimmed;
  const specifier = inner.trim();
  const start = specifier === '' ? at + from : at + begin + written.indexOf(specifier);
  const specifierSpan = { start, end: start + specifier.length };
  return { url: undefined, specifier, marker: marker === '' ? undefined : marker, specifierSpan };
}

function isSpecifier(text: string): boolean {
  return text === '' || text.split(',').every((clause) => oneClause.test(clause.trim()) || clause.trim() === '');
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
