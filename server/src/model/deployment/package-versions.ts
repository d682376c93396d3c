import { compareSeries } from '../../data/settings-reference.ts';
import type { FileId } from '../../text/file-id.ts';
import type { DependencyModel, RequirementFact } from '../dependencies/dependency-model.ts';
import { exactVersion, releaseOf, seriesAllowed } from '../dependencies/version-specifier.ts';

/** A specifier takes its time, and many rules ask the same. */
const answers = new WeakMap<DependencyModel, Map<string, boolean | undefined>>();

/**
 * Whether the package that code at `file` runs with is of the series `first` (`4.0`) or later. Undefined when the requirements allow both,
 * name different versions, or do not name it.
 */
export function isFromVersion(
  { dependencies }: { readonly dependencies: DependencyModel },
  file: FileId,
  name: string,
  first: string,
): boolean | undefined {
  const found = dependencies.requirement(name, file);
  if (found === undefined) return undefined;
  const known = answers.get(dependencies) ?? new Map<string, boolean | undefined>();
  answers.set(dependencies, known);
  const key = [found.version ?? '', found.specifier, first].join(' ');
  if (!known.has(key)) known.set(key, isFrom(found, first));
  return known.get(key);
}

function isFrom({ version, specifier }: RequirementFact, first: string): boolean | undefined {
  if (version !== undefined) return isLater(version, first);
  // Files that name different versions.
  if (exactVersion(specifier) !== undefined) return undefined;
  const allowed = seriesAllowed(specifier, seriesToTry(specifier, first)) ?? [];
  const sides = new Set(allowed.map((one) => isLater(one, first)));
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

/** What a specifier allows changes only at a series that it names, so these and some on both sides of `first` stand for all. */
function seriesToTry(specifier: string, first: string): readonly string[] {
  const [major = 0] = first.split('.').map(Number);
  const named = [...specifier.matchAll(/(\d+)(?:\.(\d+))?[\d.*]*/g)].flatMap(([, a = '0', b = '0']) => [
    `${a}.${b}`,
    `${a}.${Number(b) + 1}`,
  ]);
  return [...new Set([...named, `${major - 1}.99`, first, `${major}.99`, `${major + 1}.0`])].filter(
    (one) => !one.startsWith('-'),
  );
}

function isLater(version: string, first: string): boolean | undefined {
  const release = releaseOf(version);
  return release && compareSeries(`${release[0]}.${release[1] ?? 0}`, first) >= 0;
}
