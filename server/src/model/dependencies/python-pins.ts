import { baseName } from '../../text/file-id.ts';
import type { Sources } from '../sources.ts';

/** Python versions as `[3, 11]`. */
type Minor = readonly [number, number];

/** The newest Django series that installs on a Python before 3.12: https://docs.djangoproject.com/en/stable/faq/install/ */
const newestDjango: readonly (readonly [Minor, string])[] = [
  [[3, 10], '5.2'],
  [[3, 8], '4.2'],
  [[3, 6], '3.2'],
  [[3, 5], '2.2'],
  [[2, 7], '1.11'],
];

const image = /^[^\S\r\n]*FROM\s+(?:--\S+\s+)*(?:\S+\/)?python(?::(\S+))?(?:\s|$)/gim;

/**
 * The newest Django series that the Pythons named in the project can install, or undefined when one of them takes every series or none is
 * named: images, `runtime.txt`, `.python-version`, `Pipfile`. The newest of them decides.
 */
export function newestSeriesForPython(sources: Sources): string | undefined {
  let newest: Minor | undefined;
  for (const tag of namedPythons(sources)) {
    const match = /^(\d)\.(\d{1,2})(?!\d)/.exec(tag);
    if (match === null) return undefined;
    const minor: Minor = [Number(match[1]), Number(match[2])];
    if (newest === undefined || compare(minor, newest) > 0) newest = minor;
  }
  const named = newest;
  if (named === undefined || compare(named, [3, 12]) >= 0) return undefined;
  return newestDjango.find(([from]) => compare(named, from) >= 0)?.[1];
}

function* namedPythons(sources: Sources): Iterable<string> {
  for (const file of sources.files) {
    const name = baseName(file);
    const text = sources.text(file) ?? '';
    if (/^(docker|container)file|\.(docker|container)file$/i.test(name)) {
      for (const [, tag] of text.matchAll(image)) yield tag ?? 'latest';
    } else if (name === 'runtime.txt') {
      const runtime = /^\uFEFF?python-(\S+)/.exec(text);
      if (runtime?.[1] !== undefined) yield runtime[1];
    } else if (name === '.python-version') yield* text.split(/\s+/).filter((word) => /^\d/.test(word));
    else if (name === 'Pipfile') {
      const wanted = /^python(?:_full)?_version\s*=\s*["']([^"']+)["']/m.exec(text);
      if (wanted?.[1] !== undefined) yield wanted[1];
    }
  }
}

function compare(a: Minor, b: Minor): number {
  return a[0] - b[0] || a[1] - b[1];
}
