// What a regular expression for CORS origins lets in beside what it means. django-cors-headers matches it with `re.match`, so that it
// begins at the scheme without `^` but ends only where it says so. The pattern is read, never run: a pattern can take for ever.
import { isRegistrableDomain, isSharedDomain } from '../../../data/shared-domains.ts';

/** A piece of a pattern, as far as it matters here. */
interface Token {
  readonly raw: string;
  /** `any` is the bare dot, `class` any other set of characters, `end` is `$` or `\Z`. */
  readonly kind: 'literal' | 'any' | 'class' | 'open' | 'close' | 'bar' | 'quantifier' | 'end' | 'start';
  /** The character that a literal stands for, else `''`. */
  readonly char: string;
  readonly depth: number;
}

/** How a pattern lets in more than it means. */
export interface LooseOrigin {
  /** `end`: more may follow; `dot`: a bare dot stands for any character; `joined`: a longer domain ends the same; `shared`: a domain that anybody gets a name under. */
  readonly fault: 'end' | 'dot' | 'joined' | 'shared';
  /** A host, or the end of one, that gets in: `example.org.evil.net`. */
  readonly example: string;
  /** The pattern without the faults; undefined when that takes a decision. */
  readonly repaired: string | undefined;
}

const scheme = String.raw`(?:\(?(?:\?:)?https?\??:(?:\\?\/){2}\)?\??)?`;
const rest = String.raw`(?:\(?(?:\.|\\S|\[\^\/?\\?s?\])[*+]\??\)?)?`;
const matchAll = new RegExp(String.raw`^(?:\^|\\A)?${scheme}${rest}(?:\$|\\Z)?$`);

/** True for a pattern that every origin fits: `.*`, `^https?://`, the empty one. */
export function fitsEveryOrigin(pattern: string): boolean {
  return matchAll.test(pattern);
}

/** The first fault of a pattern for origins; undefined when there is none or the pattern is not understood. */
export function looseOrigin(pattern: string): LooseOrigin | undefined {
  if (pattern.length > 300 || fitsEveryOrigin(pattern)) return undefined;
  const tokens = tokensOf(pattern);
  if (tokens === undefined || !tokens.some((one) => one.char === '.' || one.kind === 'any')) return undefined;
  const branches = branchesOf(tokens);
  for (const branch of branches) {
    const found = hostFault(branch);
    if (found === undefined) continue;
    return { ...found, repaired: branches.length > 1 || found.fault === 'shared' ? undefined : repaired(branch) };
  }
  return undefined;
}

function tokensOf(pattern: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let depth = 0;
  // A look-ahead, a flag or a back reference changes what the rest means.
  const piece =
    /\\[AZz]|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?!:|P<)|\((?:\?:|\?P<\w+>)?|[)|^$.]|[*+?]\??|\{\d*,?\d*\}\??|[^\\]/suy;
  while (piece.lastIndex < pattern.length) {
    const raw = piece.exec(pattern)?.[0];
    if (raw === undefined || raw === '(?') return undefined;
    if (raw === ')') depth--;
    tokens.push({ raw, depth, ...meaningOf(raw) });
    if (raw.startsWith('(')) depth++;
  }
  return depth === 0 ? tokens : undefined;
}

function meaningOf(raw: string): Pick<Token, 'kind' | 'char'> {
  const special = {
    '.': 'any',
    '^': 'start',
    $: 'end',
    '|': 'bar',
    ')': 'close',
    '\\A': 'start',
    '\\Z': 'end',
    '\\z': 'end',
  } as const;
  if (Object.hasOwn(special, raw)) return { kind: special[raw as keyof typeof special], char: '' };
  if (raw.startsWith('\\'))
    return /\w/.test(raw[1] ?? '') ? { kind: 'class', char: '' } : { kind: 'literal', char: raw[1] ?? '' };
  if (raw.startsWith('[')) return { kind: 'class', char: '' };
  if (raw.startsWith('(')) return { kind: 'open', char: '' };
  return /^([*+?]|\{\d*,?\d*\})/.test(raw) ? { kind: 'quantifier', char: '' } : { kind: 'literal', char: raw };
}

/** The alternatives at the top level. */
function branchesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const branches: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'bar' && token.depth === 0) branches.push([]);
    else branches.at(-1)?.push(token);
  }
  return branches;
}

function hostFault(branch: readonly Token[]): Omit<LooseOrigin, 'repaired'> | undefined {
  const start = hostStart(branch);
  if (start === undefined) return undefined;
  const host = branch.slice(start);
  return openEnd(host) ?? bareDot(host) ?? joinedDomain(host) ?? sharedDomain(host);
}

/** Index behind `://`, or of a beginning that fits any scheme; undefined for another scheme and for what can fit no origin. */
function hostStart(branch: readonly Token[]): number | undefined {
  const from = branch[0]?.kind === 'start' ? 1 : 0;
  const slashes = branch.findIndex(
    (one, i) => one.char === ':' && branch[i + 1]?.char === '/' && branch[i + 2]?.char === '/',
  );
  if (slashes < 0) return isRepeated(branch, from) ? from : undefined;
  const written = branch
    .slice(from, slashes)
    .map((one) => one.raw)
    .join('');
  return /http|\.[*+]|\\w|\[/.test(written) ? slashes + 3 : undefined;
}

function isRepeated(tokens: readonly Token[], index: number): boolean {
  const kind = tokens[index]?.kind;
  return (kind === 'any' || kind === 'class') && /^[*+]/.test(tokens[index + 1]?.raw ?? '');
}

function openEnd(host: readonly Token[]): Omit<LooseOrigin, 'repaired'> | undefined {
  // Behind the colon of a port only digits can come, and behind a slash nothing.
  const isClosed = host.some((one, i) => one.depth === 0 && /[:/]/.test(one.char) && !isOptional(host, i));
  const end = host.findIndex((one) => one.kind === 'end');
  const tail = end < 0 ? host.length : end;
  if (isClosed || (end >= 0 && !isFree(host, tail - 2))) return undefined;
  // With nothing but a free part behind the last dot every domain gets in, or it is no name at all.
  const text = lastName(host.slice(0, withoutPort(host, isFree(host, tail - 2) ? tail - 2 : tail)));
  return text === undefined ? undefined : { fault: 'end', example: `${text}.evil.net` };
}

function isOptional(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.raw.startsWith('?') === true;
}

/** True at `.*` behind something. */
function isFree(host: readonly Token[], index: number): boolean {
  return index > 0 && host[index]?.kind === 'any' && isRepeated(host, index);
}

/** Where the host ends when what is before `tail` is an optional group: `(:\d+)?`. */
function withoutPort(host: readonly Token[], tail: number): number {
  const close = host[tail - 2];
  if (close?.kind !== 'close' || !isOptional(host, tail - 2)) return tail;
  const open = host.findLastIndex((one, i) => i < tail && one.kind === 'open' && one.depth === close.depth);
  return host[open + 1]?.char === ':' ? open : tail;
}

/** The characters at the end of a host that are certain: `example.org`, with a bare dot taken for what it means. */
function lastName(host: readonly Token[]): string | undefined {
  let text = '';
  for (let i = host.length - 1; i >= 0; i--) {
    const one = host[i];
    if (one?.kind === 'any') text = `.${text}`;
    else if (one?.kind === 'literal') text = one.char + text;
    else break;
  }
  const name = text.replace(/^[^a-z0-9]+/i, '');
  return name === '' ? undefined : name;
}

function bareDot(host: readonly Token[]): Omit<LooseOrigin, 'repaired'> | undefined {
  for (const [i, one] of host.entries()) {
    const [before, next] = [host[i - 1], host[i + 1]];
    if (one.kind !== 'any' || before === undefined || next?.kind !== 'literal' || !/[a-z0-9]/i.test(next.char))
      continue;
    // Within one's own domain, or as the only dot, it lets nobody in.
    const name = nameFrom(host, i + 1);
    if (name === undefined || !isBought(name)) continue;
    const stem = before.kind === 'literal' && /[a-z0-9]/i.test(before.char) ? wordBefore(host, i) : 'a';
    return { fault: 'dot', example: `${stem}x${name}` };
  }
  return undefined;
}

function wordBefore(host: readonly Token[], index: number): string {
  let text = '';
  for (let i = index - 1; i >= 0; i--) {
    const char = host[i]?.kind === 'literal' ? (host[i]?.char ?? '') : '';
    if (!/^[a-z0-9-]$/i.test(char)) break;
    text = char + text;
  }
  return text;
}

/** The host from a token to its end when that is plain text that ends like a domain: `example.org`. */
function nameFrom(host: readonly Token[], index: number): string | undefined {
  let text = '';
  for (const [i, one] of host.entries()) {
    if (i < index) continue;
    if (one.kind === 'end' || one.char === ':' || one.kind === 'open') break;
    const isPlain = one.kind === 'literal' || one.kind === 'any';
    if (!isPlain || host[i + 1]?.kind === 'quantifier') return undefined;
    text += one.kind === 'any' ? '.' : one.char;
  }
  return /^[a-z0-9.-]*\.[a-z]{2,}$/i.test(text) ? text : undefined;
}

/** True for a domain that one buys, so that others can buy one that ends the same. */
function isBought(domain: string): boolean {
  return domain.split('.').length === 2 || isRegistrableDomain(domain);
}

function joinedDomain(host: readonly Token[]): Omit<LooseOrigin, 'repaired'> | undefined {
  const found = joinedAt(host);
  const name = found === undefined ? undefined : nameFrom(host, found + 2);
  return name === undefined ? undefined : { fault: 'joined', example: `evil${name}` };
}

/** Index of a free part that is followed by a domain without a dot between: `.*example\.org`. */
function joinedAt(host: readonly Token[]): number | undefined {
  const found = host.findIndex((_, i) => {
    if (!isRepeated(host, i) || host[i + 2]?.kind !== 'literal' || !/[a-z0-9]/i.test(host[i + 2]?.char ?? ''))
      return false;
    const name = nameFrom(host, i + 2);
    return name !== undefined && isBought(name);
  });
  return found < 0 ? undefined : found;
}

function sharedDomain(host: readonly Token[]): Omit<LooseOrigin, 'repaired'> | undefined {
  for (const [i] of host.entries()) {
    if (!isRepeated(host, i) || (host[i + 2]?.char !== '.' && host[i + 2]?.kind !== 'any')) continue;
    const name = nameFrom(host, i + 3);
    // Something of one's own before it may be all that anybody cannot have.
    if (i === 0 && name !== undefined && isSharedDomain(name)) return { fault: 'shared', example: `evil.${name}` };
  }
  return undefined;
}

function repaired(branch: readonly Token[]): string {
  const start = hostStart(branch) ?? 0;
  const joined = joinedAt(branch.slice(start));
  const parts = branch.map((one, i) => {
    const isBare = i >= start && one.kind === 'any' && branch[i + 1]?.kind !== 'quantifier';
    if (joined !== undefined && i === start + joined) return `(?:${one.raw}`;
    if (joined !== undefined && i === start + joined + 1) return `${one.raw}\\.)?`;
    return isBare ? '\\.' : one.raw;
  });
  const text = parts.join('');
  const isOpen = openEnd(branch.slice(start)) !== undefined;
  return isOpen ? `${text.replace(/(\$|\\Z)$/, '').replace(/\.[*+]\??$/, '(?::\\d+)?')}$` : text;
}
