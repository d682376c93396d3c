import type { Location } from '../../text/location.ts';

/** The Django versions that a project can run on. */
export interface DjangoVersions {
  /** Release series in rising order, as `['4.2', '5.0']`; never empty. */
  readonly series: readonly string[];
  /** True when one version is named: a lock file, `==`, or the command line. */
  readonly pinned: boolean;
  /** `5.2` for one series, else the specifier as written, as `>=4.2`. */
  readonly display: string;
  /** The requirement that says so; undefined when the command line does. */
  readonly from: Location | undefined;
}
