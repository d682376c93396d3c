// Which setting of Django a name that Django does not know may have been meant for.
// Must not look at files. Look next at model/deployment/name-uses.ts (whether somebody reads the name).
import {
  librarySettings,
  referencedLibraries,
  settingNames,
  settingReference,
} from '../../../data/settings-reference.ts';
import type { SettingsLeaf } from '../settings-model.ts';

/** Shorter names are alike by chance. */
const shortest = 6;
/** From this length on two typing errors may be in a name. */
const shortestForTwo = 10;

const libraryNames = new Set(referencedLibraries.flatMap((one) => librarySettings(one)?.settings ?? []));

/** The setting of Django that a name is one or two typing errors, or the order of its words, away from; undefined for names of a project or library. */
export function misspelledSetting(leaf: SettingsLeaf, name: string): string | undefined {
  if (name.length < shortest || isKnown(name) || hasKin(leaf, name)) return undefined;
  const near = settingNames.filter((one) => settingReference(one)?.removed === undefined && isNear(name, one));
  // Two candidates leave open which one is meant, and a setting that is there was not misspelled.
  const [only, ...more] = near;
  return only === undefined || more.length > 0 || leaf.get(only) !== undefined ? undefined : only;
}

/** True for a name that Django reads today, in the core or in an app of its own. */
export function isCurrentSetting(name: string): boolean {
  const reference = settingReference(name);
  return reference !== undefined && reference.removed === undefined;
}

function isKnown(name: string): boolean {
  return settingReference(name) !== undefined || libraryNames.has(name);
}

/** True when other unknown names of the module begin with the same word: a family of the project's own. */
function hasKin(leaf: SettingsLeaf, name: string): boolean {
  const [first = ''] = name.split('_');
  return leaf.names.some((one) => one !== name && !isKnown(one) && one.startsWith(`${first}_`));
}

function isNear(name: string, setting: string): boolean {
  const words = (one: string): string => one.split('_').sort().join('_');
  if (words(name) === words(setting)) return true;
  // A number at the end makes a second one of the same kind.
  if (/\d/.test(name)) return false;
  const most = name.length >= shortestForTwo ? 2 : 1;
  if (Math.abs(name.length - setting.length) > most) return false;
  return distance(name, setting) <= most;
}

/** Damerau's distance: insertions, deletions, substitutions and swaps of neighbours, each letter touched once. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
