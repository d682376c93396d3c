import { compareSeries } from '../../data/settings-reference.ts';
import type { DjangoVersions } from '../dependencies/django-versions.ts';

/** The series that get fixes or that projects still run on, for a project that does not say what it wants. */
const currentSeries: readonly string[] = ['4.2', '5.0', '5.1', '5.2', '6.0', '6.1'];

/** The release series that a project can run on, `5.2` for one; those of today where it does not say. Never empty. */
export function djangoSeriesOf(django: DjangoVersions | undefined): readonly string[] {
  return django?.series ?? currentSeries;
}

/** Whether all, or some, of the Django series that the project allows are `first` or later; neither when they are not known. */
export function seriesFrom(
  django: DjangoVersions | undefined,
  first: string,
): { readonly all: boolean; readonly some: boolean } {
  const later = (django?.series ?? []).map((one) => compareSeries(one, first) >= 0);
  return { all: later.length > 0 && !later.includes(false), some: later.includes(true) };
}
