// When versions stop getting security fixes; data with the day on which it was checked, never a clock.
// Must not compare with today: the caller gives the day. Look next at end-of-life.json.
import data from './end-of-life.json' with { type: 'json' };

/** The day on which the dates were checked, `YYYY-MM-DD`. */
export const endOfLifeChecked: string = data.checked;

/** Days as `YYYY-MM-DD`: the last day with security fixes. */
const python: Readonly<Record<string, string>> = data.python;
const alpine: Readonly<Record<string, string>> = data.alpine;
const ubuntu: Readonly<Record<string, string>> = data.ubuntu;
const debian: Readonly<Record<string, { readonly name: string; readonly security: string; readonly lts: string }>> =
  data.debian;

/** The last day of a Python series such as `3.9`; undefined for one that is not in the table (https://devguide.python.org/versions/). */
export function pythonEndOfLife(series: string): string | undefined {
  return python[series];
}

/** The last day of an Alpine series such as `3.18` (https://alpinelinux.org/releases/). */
export function alpineEndOfLife(series: string): string | undefined {
  return alpine[series];
}

/** The last day of an Ubuntu release such as `20.04`, standard support. */
export function ubuntuEndOfLife(release: string): string | undefined {
  return ubuntu[release];
}

/** A Debian release by number or code name, with the end of its security and of its long-term support. */
export function debianRelease(
  nameOrNumber: string,
): { readonly name: string; readonly security: string; readonly lts: string } | undefined {
  return debian[nameOrNumber] ?? Object.values(debian).find(({ name }) => name === nameOrNumber);
}
