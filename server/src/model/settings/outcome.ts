// What a setting comes to in its environment: one known value, written, fallen back to, or Django's own default.
// Must not guess: a value that code or a variable can still change gives undefined. Look next at questions.ts (the other questions).
import { type DefaultValue, defaultIn } from '../../data/settings-reference.ts';
import type { Location } from '../../text/location.ts';
import { djangoSeriesOf } from './django-series.ts';
import { effective } from './effective.ts';
import type { SettingsLeaf } from './settings-model.ts';
import type {
  AbsentValue,
  CallValue,
  ConstantValue,
  EnvironmentValue,
  SequenceElement,
  UnionValue,
  UnknownValue,
  Value,
} from './values.ts';

/** A value that is seen: no branch, no variable and nothing missing is left in it, though its parts may be unknown. */
export type KnownValue = Exclude<Value, AbsentValue | CallValue | EnvironmentValue | UnionValue | UnknownValue>;

/** A value that a setting has for certain, or while a variable is unset. */
export interface Settled {
  readonly value: KnownValue;
  /** The expression to point at and to replace: the value in the statement that won, or the fallback of the read. */
  readonly at: Location;
  /** The read of which `value` is the fallback; undefined when no variable decides. */
  readonly read: EnvironmentValue | undefined;
}

/** What the module gives a setting, as far as it can be seen; undefined also when no path assigns it. */
export function settled(leaf: SettingsLeaf, name: string): Settled | undefined {
  const setting = effective(leaf, name);
  if (setting === undefined || setting.overridable) return undefined;
  const { value, assigned } = setting;
  if (value.kind === 'environment') {
    const { fallback } = value;
    if (fallback === undefined || !isKnown(fallback)) return undefined;
    return { value: fallback, at: fallback.at, read: value };
  }
  return isKnown(value) ? { value, at: assigned?.value ?? value.at, read: undefined } : undefined;
}

function isKnown(value: Value): value is KnownValue {
  return !['absent', 'call', 'environment', 'union', 'unknown'].includes(value.kind);
}

/** What a setting has in the end: from the module, or from Django where nothing assigns it. */
export type Outcome =
  | (Settled & { readonly from: 'module' })
  | { readonly from: 'default'; readonly value: DefaultValue };

/** The outcome of a setting of Django; undefined when it cannot be told, or the series that the project allows have different defaults. */
export function outcome(leaf: SettingsLeaf, name: string): Outcome | undefined {
  const set = settled(leaf, name);
  if (set !== undefined) return { from: 'module', ...set };
  const value = isAbsentForSure(leaf, name) ? djangoDefault(leaf, name) : undefined;
  return value === undefined ? undefined : { from: 'default', value };
}

/** The constant of an outcome, whoever gives it; undefined for a list, a dict or a secret. */
export function outcomeConstant(found: Outcome | undefined): ConstantValue['value'] | undefined {
  if (found?.from === 'module') return found.value.kind === 'constant' ? found.value.value : undefined;
  const value = found?.value;
  return value === undefined || (typeof value === 'object' && value !== null) ? undefined : value;
}

/** The default in every series that the project allows; undefined when they differ or Django has none. */
export function djangoDefault(leaf: SettingsLeaf, name: string): DefaultValue | undefined {
  const defaults = djangoSeriesOf(leaf.django).map((series) => defaultIn(name, series));
  const [first] = defaults;
  return defaults.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined;
}

/** True when no path of the module gives the setting a value, so that it has Django's default. */
export function isAbsentForSure(leaf: SettingsLeaf, name: string): boolean {
  if (leaf.open) return false;
  const setting = effective(leaf, name);
  return setting === undefined || setting.value.kind === 'absent';
}

/** True when a dict or list setting certainly ends without any content, `None` included. */
export function isEmptyForSure(leaf: SettingsLeaf, name: string): boolean {
  if (isAbsentForSure(leaf, name)) return true;
  const found = settled(leaf, name);
  if (found === undefined || found.read !== undefined) return false;
  const { value } = found;
  if (value.kind === 'dict') return !value.open && value.entries.length === 0;
  return (
    (value.kind === 'sequence' && value.elements.length === 0) || (value.kind === 'constant' && value.value === null)
  );
}

/** The entry of a dict under a key; undefined when it is no dict, has no such entry, or has it only on some paths. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== 'dict') return undefined;
  const entry = value.entries.find((one) => one.key === key);
  return entry === undefined || entry.guard !== undefined ? undefined : entry.value;
}

/** The elements that a list or tuple certainly has, in order. */
export function certainElements(value: Value | undefined): readonly SequenceElement[] {
  return value?.kind === 'sequence' ? value.elements.filter((one) => !one.many && one.guard === undefined) : [];
}

/** True when a list or tuple has no other elements than those that are seen, on any path. */
export function isWhole(value: Value | undefined): boolean {
  return (
    value?.kind === 'sequence' &&
    value.elements.every((one) => !one.many && one.guard === undefined && isKnown(one.value))
  );
}
