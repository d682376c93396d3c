/** One unit of a pattern inside a folder or file name. */
type Unit =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'class'; readonly isNegated: boolean; readonly ranges: readonly (readonly [number, number])[] };

/** A part between slashes; `deep` is `**`. */
type Part = { readonly kind: 'deep' } | { readonly kind: 'name'; readonly units: readonly Unit[] };

const longestPattern = 1000;

/**
 * Compiles a glob of ignore files: `*`, `?`, `[a-z]`, `[!a-z]`, `\` and `**` as a whole part. Case counts.
 * No regular expression is built: a pattern from a stranger's repository costs at most its length times that of the path squared,
 * where a translation into `(?:[^/]+/)*` chains can take years.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > longestPattern) return () => false;
  const written = pattern.split('/');
  const parts = written.map(parsePart);
  // `a/**` means everything inside `a`, not `a` itself.
  if (parts.at(-1)?.kind === 'deep') parts.push({ kind: 'name', units: [{ kind: 'star' }] });
  const literal = literalName(pattern);
  if (literal !== undefined) return (path) => path === literal || path.endsWith(`/${literal}`);
  return (path) => matchesParts(parts, path.split('/'));
}

/** The name of `**` + `/name`, the commonest pattern, when it has no wildcard. */
function literalName(pattern: string): string | undefined {
  const name = pattern.startsWith('**/') ? pattern.slice(3) : '';
  return name !== '' && !/[*?[\\/]/.test(name) ? name : undefined;
}

function parsePart(text: string): Part {
  if (text === '**') return { kind: 'deep' };
  const units: Unit[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '*') {
      if (units.at(-1)?.kind !== 'star') units.push({ kind: 'star' });
    } else if (char === '?') {
      units.push({ kind: 'any' });
    } else if (char === '[') {
      const parsed = parseClass(text, i);
      if (parsed === undefined) return { kind: 'name', units: [{ kind: 'class', isNegated: false, ranges: [] }] };
      units.push(parsed.unit);
      i = parsed.last;
    } else {
      if (char === '\\' && i + 1 < text.length) i++;
      units.push({ kind: 'char', code: text.charCodeAt(i) });
    }
  }
  return { kind: 'name', units };
}

/** `[a-z_]`; undefined when it is not closed, and then the part matches nothing, as in git. */
function parseClass(text: string, open: number): { readonly unit: Unit; readonly last: number } | undefined {
  let at = open + 1;
  const isNegated = text[at] === '!' || text[at] === '^';
  if (isNegated) at++;
  const ranges: [number, number][] = [];
  for (let isFirst = true; at < text.length; isFirst = false, at++) {
    if (text[at] === ']' && !isFirst) return { unit: { kind: 'class', isNegated, ranges }, last: at };
    if (text[at] === '\\' && at + 1 < text.length) at++;
    const from = text.charCodeAt(at);
    if (text[at + 1] === '-' && at + 2 < text.length && text[at + 2] !== ']') {
      at += 2;
      if (text[at] === '\\' && at + 1 < text.length) at++;
      ranges.push([from, text.charCodeAt(at)]);
    } else {
      ranges.push([from, from]);
    }
  }
  return undefined;
}

/** Only the last `**` ever needs to take more: what an earlier one takes can stay as short as possible. */
function matchesParts(parts: readonly Part[], names: readonly string[]): boolean {
  return matchesWithStars(
    parts.length,
    names.length,
    (i) => parts[i]?.kind === 'deep',
    (i, j) => {
      const part = parts[i];
      return part?.kind === 'name' && matchesName(part.units, names[j] ?? '');
    },
  );
}

function matchesName(units: readonly Unit[], name: string): boolean {
  return matchesWithStars(
    units.length,
    name.length,
    (i) => units[i]?.kind === 'star',
    (i, j) => matchesUnit(units[i], name.charCodeAt(j)),
  );
}

function matchesWithStars(
  patternLength: number,
  inputLength: number,
  isStar: (at: number) => boolean,
  matchesOne: (at: number, input: number) => boolean,
): boolean {
  let at = 0;
  let input = 0;
  let star = -1;
  let starInput = 0;
  while (input < inputLength) {
    if (at < patternLength && isStar(at)) {
      star = at++;
      starInput = input;
    } else if (at < patternLength && matchesOne(at, input)) {
      at++;
      input++;
    } else if (star >= 0) {
      at = star + 1;
      input = ++starInput;
    } else {
      return false;
    }
  }
  while (at < patternLength && isStar(at)) at++;
  return at === patternLength;
}

function matchesUnit(unit: Unit | undefined, code: number): boolean {
  if (unit === undefined || unit.kind === 'star') return false;
  if (unit.kind === 'any') return true;
  if (unit.kind === 'char') return unit.code === code;
  return unit.ranges.some(([from, to]) => from <= code && code <= to) !== unit.isNegated;
}
