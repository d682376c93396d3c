// Which environment variables reach the settings, and how their text is used there.
// Must not judge. Look next at values.ts (what is kept of a read) and setting-types.ts (what Django expects at a place).
import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { ConstantValue, EnvironmentRead, EnvironmentValue, Value } from '../values.ts';

/** A variable that is read for a setting, with its read followed to the call itself. */
export interface FollowedRead extends EnvironmentValue {
  readonly read: EnvironmentRead;
}

/** A read somewhere in a setting. */
export interface ReadInSetting {
  readonly setting: string;
  /** The key that holds the read in a dict; undefined when it is the setting itself or in a list. */
  readonly key: string | undefined;
  /** True when the read is the whole setting. */
  readonly whole: boolean;
  readonly read: FollowedRead;
}

/** The reads that a value may be: itself, or a branch that is taken whatever this variable is. */
export function readsAs(value: Value): readonly FollowedRead[] {
  if (value.kind === 'union')
    return value.variants.flatMap(({ guard, value: one }) => {
      // A branch of a test that is not seen may be where the text has been looked at.
      const isSeen = !guard.unseen || guard.variables.length > 0;
      return isSeen ? readsAs(one).filter((read) => !guard.variables.includes(read.variable ?? '')) : [];
    });
  return isFollowed(value) ? [value] : [];
}

function isFollowed(value: Value): value is FollowedRead {
  return value.kind === 'environment' && value.read !== undefined;
}

/** Every read that certainly takes place for a setting of the leaf, parts of lists and dicts included; one that several settings share once. */
export function certainReads(leaf: SettingsLeaf): readonly ReadInSetting[] {
  const seen = new Set<string>();
  return leaf.names.flatMap((setting) => {
    const found = effective(leaf, setting);
    if (found === undefined || found.overridable) return [];
    return readsIn(found.value, undefined).flatMap(({ key, read }) => {
      const place = `${read.at.file}:${read.at.span.start}:${read.at.span.end}`;
      if (seen.has(place)) return [];
      seen.add(place);
      return [{ setting, key, whole: found.value === read, read }];
    });
  });
}

function readsIn(value: Value, key: string | undefined): readonly { key: string | undefined; read: FollowedRead }[] {
  switch (value.kind) {
    case 'environment':
      return isFollowed(value) ? [{ key, read: value }] : [];
    case 'sequence':
      return value.elements.flatMap((one) =>
        one.many || one.guard !== undefined ? [] : readsIn(one.value, undefined),
      );
    case 'dict':
      return value.entries.flatMap((one) => (one.guard === undefined ? readsIn(one.value, String(one.key)) : []));
    default:
      return [];
  }
}

/** True when nothing was made of the text of a variable: the setting is that text. */
export function isBareText(read: EnvironmentValue): boolean {
  return read.cast === 'string' && (read.steps ?? []).every(({ name }) => name === 'Or' || textSteps.includes(name));
}

const textSteps = ['lower', 'upper', 'casefold', 'strip', 'lstrip', 'rstrip', 'replace'];

/** The constant that is written as the default of a read; undefined when there is none, `null` for `None` or a `.get()` without one. */
export function writtenDefault(read: FollowedRead): ConstantValue | undefined {
  const { fallback } = read.read;
  return fallback?.kind === 'constant' ? fallback : undefined;
}

/** True when the default is written in the very expression, where it can be pointed at and replaced; a helper may make one of its own. */
export function hasOwnDefault(read: FollowedRead): boolean {
  const { fallback } = read.read;
  return fallback !== undefined && isInside(fallback.at, read.at);
}

function isInside(inner: Location, outer: Location): boolean {
  const [a, b] = [inner.span, outer.span];
  return inner.file === outer.file && a.start > b.start && a.end <= b.end;
}

/** The one word that switches a flag on: `'True'` of `os.environ.get('X') == 'True'`, case minded; undefined for any other test, as of `'1'`. */
export function onlyWord(read: EnvironmentValue): string | undefined {
  const [step, ...more] = read.steps ?? [];
  const word = step?.name === 'Eq' && more.length === 0 && step.operand?.kind === 'constant' ? step.operand.value : '';
  return typeof word === 'string' && /^(true|yes|on|y|t)$/i.test(word) ? word : undefined;
}

/** True for text split at commas of which nothing is stripped, dropped or replaced. */
export function isRawSplit(read: EnvironmentValue): boolean {
  const [step, ...more] = read.steps ?? [];
  const isComma = step?.operand?.kind === 'constant' && step.operand.value === ',';
  return read.cast === 'split' && step?.name === 'split' && isComma && more.length === 0;
}

/** True for the number of nothing: while the variable is unset, reading it raises. */
export function isNumberOfNothing(read: FollowedRead): boolean {
  if ((read.cast !== 'integer' && read.cast !== 'number') || read.fallback !== undefined) return false;
  const written = writtenDefault(read);
  return read.read.library === 'os' && (written?.value === null || written?.value === '');
}
