// Django's own settings and those of well-known libraries: types, defaults by series, when each came and went.
// Facts only: what a project's version makes of them is asked in model/settings. Look next at settings-reference.json.
import data from './settings-reference.json' with { type: 'json' };

/** A default as JSON has it; a Python tuple is `{ $tuple: […] }`, an expression `{ $repr: '…' }`. */
export type DefaultValue =
  | null
  | boolean
  | number
  | string
  | readonly DefaultValue[]
  | { readonly [key: string]: DefaultValue };

/** One setting of Django, as the sources of Django 3.2.25 to 6.1.3 and its settings page have it. */
export interface SettingReference {
  /** Accepted types as Python writes them: `str`, `list[str]`, `None`. */
  readonly types: readonly string[];
  /** The contrib app that reads it; undefined for the core. */
  readonly app?: string;
  /** The series that brought it; undefined when 3.2 has it. */
  readonly since?: string;
  readonly deprecated?: string;
  /** The series that ignores it. */
  readonly removed?: string;
  readonly replacement?: string;
  /** All values that Django takes, where it takes few. */
  readonly allowed?: readonly (string | null)[];
  /** Defaults in rising order of the series that brought them, none before 4.2; undefined when there is none to compare with. */
  readonly default?: readonly (readonly [series: string, value: DefaultValue])[];
}

/** Names that a library reads: settings, and keys of the dict that it keeps them in. */
export interface LibrarySettings {
  readonly settings?: readonly string[];
  readonly container?: string;
  readonly keys?: readonly string[];
}

const settings = data.settings as unknown as Readonly<Record<string, SettingReference>>;
const libraries: Readonly<Record<string, LibrarySettings>> = data.libraries;

/** Names of all settings of Django, those that are gone included. */
export const settingNames: readonly string[] = Object.keys(settings);

/** What Django has under a name; undefined for a name that it never read. */
export function settingReference(name: string): SettingReference | undefined {
  return Object.hasOwn(settings, name) ? settings[name] : undefined;
}

/** The settings of a library by its name on PyPI; undefined for one that is not in the table. */
export function librarySettings(library: string): LibrarySettings | undefined {
  return Object.hasOwn(libraries, library) ? libraries[library] : undefined;
}

/** Names on PyPI of the libraries in the table. */
export const referencedLibraries: readonly string[] = Object.keys(libraries);

/**
 * The default of a setting in a series, with the series that brought this default.
 * Undefined when Django has no such setting then, or no default that can be compared.
 */
export function defaultIn(name: string, series: string): DefaultValue | undefined {
  const reference = settingReference(name);
  if (reference === undefined) return undefined;
  if (reference.since !== undefined && compareSeries(series, reference.since) < 0) return undefined;
  if (reference.removed !== undefined && compareSeries(series, reference.removed) >= 0) return undefined;
  const defaults = reference.default ?? [];
  const found = defaults.filter(([first]) => compareSeries(first, series) <= 0).at(-1) ?? defaults[0];
  return found?.[1];
}

/** Negative when the release series `a` (`4.2`) is older than `b`. */
export function compareSeries(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
