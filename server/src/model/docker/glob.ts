/**
 * True when a name without `/` matches one part of a pattern of COPY: `*`, `?`, `[a-z]`, `[^a]` and `\x`, as Go's
 * `filepath.Match`. Time is at most the product of both lengths; a broken class matches nothing.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let starAt = -1;
  let starName = 0;
  while (n < name.length) {
    const step = p < pattern.length && pattern.charAt(p) !== '*' ? matchOne(pattern, p, name.charAt(n)) : undefined;
    if (p < pattern.length && pattern.charAt(p) === '*') {
      starAt = p++;
      starName = n;
    } else if (step !== undefined) {
      p = step;
      n++;
    } else if (starAt >= 0) {
      p = starAt + 1;
      n = ++starName;
    } else return false;
  }
  while (pattern.charAt(p) === '*') p++;
  return p >= pattern.length;
}

/** The offset behind the part of the pattern that matches `char`; undefined when it does not. */
function matchOne(pattern: string, at: number, char: string): number | undefined {
  const first = pattern.charAt(at);
  if (first === '?') return at + 1;
  if (first === '\\' && at + 1 < pattern.length) return pattern.charAt(at + 1) === char ? at + 2 : undefined;
  if (first !== '[') return first === char ? at + 1 : undefined;
  const end = pattern.indexOf(']', at + 2);
  if (end < 0) return undefined;
  const negated = pattern.charAt(at + 1) === '^';
  const members = pattern.slice(at + (negated ? 2 : 1), end);
  let found = false;
  for (let i = 0; i < members.length; i++) {
    if (members.charAt(i + 1) === '-' && i + 2 < members.length) {
      if (char >= members.charAt(i) && char <= members.charAt(i + 2)) found = true;
      i += 2;
    } else if (members.charAt(i) === char) found = true;
  }
  return found !== negated ? end + 1 : undefined;
}
