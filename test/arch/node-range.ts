type Version = readonly [number, number, number];

/**
 * True when an npm range (as in `engines.node`) admits a version. Knows `||`, spaces, `>=`, `>`, `<=`, `<`, `=`, `^`, `~`, hyphens, `x`, `*`
 * and missing parts; no pre-releases.
 * @throws Error on a range it cannot read, so that it is never taken for admitted.
 */
export function admitsVersion(range: string, version: string): boolean {
  const wanted = parse(version);
  return range.split('||').some((part) => {
    const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(part);
    const plain = hyphen === null ? part : `>=${hyphen[1]} <=${hyphen[2]}`;
    const comparators = plain
      .replaceAll(/([<>=^~]+)\s+/g, '$1')
      .split(/\s+/)
      .filter(Boolean);
    return comparators.every((comparator) => holds(comparator, wanted));
  });
}

function holds(comparator: string, version: Version): boolean {
  const match = /^(>=|<=|>|<|=|\^|~)?v?([\dxX*]+(?:\.[\dxX*]+){0,2})$/.exec(comparator);
  if (match === null) throw new Error(`cannot read the range ${comparator}`);
  const [, operator = '=', text = ''] = match;
  const given = text.split('.').filter((part) => /^\d+$/.test(part)).length;
  if (given === 0) return true;
  const low = parse(text);
  const [major, minor, patch] = low;
  // The first version after all those that the written parts stand for: 20 -> 21.0.0, 20.9 -> 20.10.0.
  const past: Version =
    given === 1 ? [major + 1, 0, 0] : given === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1];
  const atLeast = compare(version, low) >= 0;
  switch (operator) {
    case '>=':
      return atLeast;
    case '>':
      return compare(version, past) >= 0;
    case '<':
      return !atLeast;
    case '<=':
      return compare(version, past) < 0;
    case '^':
      return atLeast && compare(version, major > 0 ? [major + 1, 0, 0] : [0, minor + 1, 0]) < 0;
    case '~':
      return atLeast && compare(version, given === 1 ? past : [major, minor + 1, 0]) < 0;
    default:
      return atLeast && compare(version, past) < 0;
  }
}

function parse(text: string): Version {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return [major, minor, patch];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
