import { explain, satisfies, validRange } from '@renovatebot/pep440';

/** Longer specifiers are not read: no hand writes them. */
const longestSpecifier = 500;

/** The one version that a specifier names with `==` or `===`, else undefined. */
export function exactVersion(specifier: string): string | undefined {
  for (const clause of clausesOf(specifier)) {
    const match = /^={2,3}\s*([^\s*]+)$/.exec(clause);
    if (match?.[1] !== undefined && explain(match[1]) !== null) return match[1];
  }
  return undefined;
}

/** The release numbers of a version, as `[4, 2, 1]`; undefined when it is no version (PEP 440). */
export function releaseOf(version: string): readonly number[] | undefined {
  return version.length > longestSpecifier ? undefined : explain(version)?.release;
}

/**
 * Which of the `x.y` series have a patch release (`x.y` to `x.y.99`) that the specifier allows;
 * undefined when it is no specifier (PEP 440). An empty one allows all.
 */
export function seriesAllowed(specifier: string, series: readonly string[]): readonly string[] | undefined {
  const clauses = clausesOf(specifier);
  const plain = clauses.join(',');
  if (plain.length > longestSpecifier || (plain !== '' && !validRange(plain))) return undefined;
  const exact = exactVersion(plain);
  const exactRelease = exact === undefined ? undefined : releaseOf(exact);
  // `==6.0b1` names a series though no final release of it satisfies the specifier.
  if (exactRelease !== undefined) return series.filter((one) => one === `${exactRelease[0]}.${exactRelease[1] ?? 0}`);
  return series.filter((one) => patchesToTry(one, clauses).some((patch) => allows(plain, `${one}.${patch}`)));
}

function allows(specifier: string, version: string): boolean {
  return specifier === '' || satisfies(version, specifier);
}

/** The answer changes only at a patch that a clause names, so its neighbours and the two ends stand for all. */
function patchesToTry(series: string, clauses: readonly string[]): readonly number[] {
  const patches = new Set([0, 99]);
  for (const clause of clauses) {
    const match = /(\d+\.\d+)\.(\d+)/.exec(clause);
    if (match?.[1] !== series) continue;
    const patch = Number(match[2]);
    for (const near of [patch - 1, patch, patch + 1]) if (near >= 0 && near <= 99) patches.add(near);
  }
  return [...patches];
}

/** The clauses of a specifier without blanks and empty ones. */
function clausesOf(specifier: string): readonly string[] {
  return specifier
    .split(',')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}
