/**
 * A Poetry constraint as PEP 440 specifiers, one for each part of `||`; undefined when a part is not understood.
 * Caret, tilde and wildcard: https://python-poetry.org/docs/dependency-specification/
 */
export function poetrySpecifiers(constraint: string): readonly string[] | undefined {
  const parts = constraint.split('||').map((part) => alternative(part.trim()));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** One alternative: clauses behind commas or blanks, as `>=4.2 <5.0`. */
function alternative(text: string): string | undefined {
  const clauses = text.replace(/([~^=!<>])\s+/g, '$1').split(/[\s,]+/);
  const plain = clauses.filter((clause) => clause !== '' && clause !== '*').map(oneClause);
  return plain.every((clause) => clause !== undefined) ? plain.filter((clause) => clause !== '').join(',') : undefined;
}

function oneClause(clause: string): string | undefined {
  const match = /^(\^|~=?|===?|=|!=|<=|>=|<|>)?v?(\d[\w.!+-]*(?:\.\*)?)$/.exec(clause);
  const version = match?.[2];
  if (version === undefined) return undefined;
  const operator = match?.[1] ?? '';
  if (operator === '^') return caret(version);
  if (operator === '~') return tilde(version);
  return operator === '' || operator === '=' ? `==${version}` : `${operator}${version}`;
}

/** `^4.2.1`: up to the next change of the first number that is not zero. */
function caret(version: string): string | undefined {
  const parts = numbers(version);
  if (parts === undefined) return undefined;
  const significant = parts.findIndex((part) => part > 0);
  const at = significant < 0 ? parts.length - 1 : significant;
  return `>=${version},<${bumped(parts, at)}`;
}

/** `~4.2.1` and `~4.2`: up to the next minor; `~4`: up to the next major. */
function tilde(version: string): string | undefined {
  const parts = numbers(version);
  return parts === undefined ? undefined : `>=${version},<${bumped(parts, Math.min(1, parts.length - 1))}`;
}

function bumped(parts: readonly number[], at: number): string {
  const upper = parts.slice(0, at + 1).map((part, i) => (i === at ? part + 1 : part));
  return (upper.length === 1 ? [...upper, 0] : upper).join('.');
}

/** The leading numbers of a version; a pre-release tail does not count. */
function numbers(version: string): readonly number[] | undefined {
  const match = /^\d+(?:\.\d+)*/.exec(version);
  return match?.[0].split('.').map(Number);
}
