import { compareSeries } from '../../data/settings-reference.ts';
import type { Location } from '../../text/location.ts';
import { exactVersion, releaseOf, seriesAllowed } from './version-specifier.ts';

/** The Django versions that a project can run on. */
export interface DjangoVersions {
  /** Release series in rising order, as `['4.2', '5.0']`; never empty. */
  readonly series: readonly string[];
  /** True when one version is named: a lock file, `==`, or the command line. */
  readonly pinned: boolean;
  /** `5.2` for one series; else the specifier as written, `any version` without one, `4.2 or 5.2` where files disagree. */
  readonly display: string;
  /** The requirement that says so; undefined when the command line does. */
  readonly from: Location | undefined;
}

/** The series that rules reason about: https://docs.djangoproject.com/en/6.1/releases/ */
const knownSeries: readonly string[] = ['3.2', '4.0', '4.1', '4.2', '5.0', '5.1', '5.2', '6.0', '6.1'];

/** Asked only when a specifier allows none of the known ones, so that an old project is not taken for a new one. */
const otherSeries: readonly string[] = [
  ...['1.8', '1.9', '1.10', '1.11', '2.0', '2.1', '2.2', '3.0', '3.1'],
  ...['6.2', '7.0', '7.1', '7.2', '8.0'],
];

/**
 * The series that have a release which the specifier (PEP 440) allows; outside of 3.2 to 6.1 only when none of those does.
 * Undefined when it is no specifier or nothing satisfies it.
 */
export function djangoSeries(specifier: string): readonly string[] | undefined {
  const known = seriesAllowed(specifier, knownSeries);
  const series = known?.length === 0 ? seriesAllowed(specifier, otherSeries) : known;
  return series === undefined || series.length === 0 ? undefined : series;
}

/** One requirement of Django with what its file says about it. */
export interface DjangoRequirement {
  readonly specifier: string;
  readonly written: string;
  readonly from: Location;
}

/** Joins requirements that hold side by side: their series united, the first place kept. */
export function unitedVersions(requirements: readonly DjangoRequirement[]): DjangoVersions | undefined {
  const read = requirements.flatMap((one) => {
    const series = djangoSeries(one.specifier);
    return series === undefined ? [] : [{ ...one, series }];
  });
  const first = read[0];
  if (first === undefined) return undefined;
  const series = [...new Set(read.flatMap((one) => one.series))].sort(compareSeries);
  const versions = new Set(read.map((one) => exactVersion(one.specifier)));
  const written = new Set(read.map((one) => one.written));
  const pinned = versions.size === 1 && !versions.has(undefined);
  return { series, pinned, display: display(series, written.size === 1 ? first.written : undefined), from: first.from };
}

function display(series: readonly string[], written: string | undefined): string {
  const first = series[0] ?? '';
  if (series.length === 1) return first;
  if (written !== undefined) return written === '' ? 'any version' : written;
  return series.length === 2 ? series.join(' or ') : `${first} to ${series.at(-1)}`;
}

/** Without the series behind `newest`, which the Python of the project cannot install; a pin stays what it is. */
export function upTo(versions: DjangoVersions | undefined, newest: string | undefined): DjangoVersions | undefined {
  if (versions === undefined || newest === undefined || versions.pinned) return versions;
  const series = versions.series.filter((one) => compareSeries(one, newest) <= 0);
  if (series.length === versions.series.length || series.length === 0) return versions;
  return { ...versions, series, display: display(series, undefined) };
}

/** The versions that `--django-version` names: `5.2`, `5.2.1` or a specifier; undefined when it is neither. */
export function overriddenVersions(text: string): DjangoVersions | undefined {
  const release = releaseOf(text.trim());
  const specifier = release === undefined ? text : `==${release[0]}.${release[1] ?? 0}.*`;
  const series = djangoSeries(specifier);
  return series && { series, pinned: release !== undefined, display: display(series, text.trim()), from: undefined };
}
