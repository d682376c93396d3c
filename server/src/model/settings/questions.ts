// What rules may ask of the settings: pure functions over a leaf. Must not report, word or fix anything.
// Look next at settings-model.ts (the leaf) and values.ts (what a value can be).
import type { Location } from '../../text/location.ts';
import { underDebug } from './join-values.ts';
import type { SettingsLeaf } from './settings-model.ts';
import { truth } from './truth.ts';
import type { Assignment, EnvironmentValue, Mutation, SecretValue, Value } from './values.ts';

export { type MiddlewareEntry, type MiddlewareStack, middlewareStacks } from './middleware-stack.ts';
export { truth } from './truth.ts';

/** A setting as the leaf's environment has it. */
export interface Effective {
  readonly value: Value;
  readonly assigned: Assignment | undefined;
  readonly mutations: readonly Mutation[];
  /** Code that cannot be seen may give another value. */
  readonly overridable: boolean;
  /** A guard compares it and stops the program. */
  readonly rejected: boolean;
}

/** The truth of `DEBUG` under which a leaf is judged: what it is, and for production false where a variable decides. */
export function judgedDebug(leaf: SettingsLeaf): boolean {
  const value = leaf.get('DEBUG')?.value;
  const known = value === undefined ? false : truth(value);
  return known ?? (leaf.environment === 'development' || leaf.environment === 'test');
}

/** A setting under the `DEBUG` that the leaf is judged with; undefined when nothing assigns it. */
export function effective(leaf: SettingsLeaf, name: string): Effective | undefined {
  const setting = leaf.get(name);
  if (setting === undefined) return undefined;
  const debug = judgedDebug(leaf);
  const { overridable, rejected, mutations } = setting;
  const winner =
    setting.value.kind === 'union'
      ? setting.value.variants.filter(({ guard }) => guard.debug === undefined || guard.debug === debug)
      : [];
  const assigned = (winner.length === 1 ? winner[0]?.assigned : undefined) ?? setting.assigned;
  return { value: underDebug(setting.value, debug), assigned, mutations, overridable, rejected };
}

/** The constant that a setting certainly ends with, and the value's place in the statement that won. */
export function finalConstant(
  leaf: SettingsLeaf,
  name: string,
): { readonly value: string | number | boolean | null; readonly at: Location } | undefined {
  const setting = effective(leaf, name);
  if (setting === undefined || setting.overridable || setting.value.kind !== 'constant') return undefined;
  return { value: setting.value.value, at: setting.assigned?.value ?? setting.value.at };
}

/** True when no path of the module gives the setting a value, so that it has Django's default. */
export function isAbsentForSure(leaf: SettingsLeaf, name: string): boolean {
  if (leaf.open) return false;
  const setting = effective(leaf, name);
  return setting === undefined || setting.value.kind === 'absent';
}

/** The secret text that a setting certainly ends with, as far as it may be known. */
export function finalSecret(
  leaf: SettingsLeaf,
  name: string,
): { readonly secret: SecretValue; readonly at: Location } | undefined {
  const setting = effective(leaf, name);
  if (setting === undefined || setting.overridable || setting.rejected || setting.value.kind !== 'secret')
    return undefined;
  return { secret: setting.value, at: setting.assigned?.value ?? setting.value.at };
}

/** Reads in a setting whose text is split without dropping empty parts while nothing is set. */
export function emptySplits(
  leaf: SettingsLeaf,
  name: string,
): readonly { readonly read: EnvironmentValue; readonly whole: boolean }[] {
  const value = effective(leaf, name)?.value;
  if (value === undefined) return [];
  return splitsIn(value, true);
}

function splitsIn(
  value: Value,
  whole: boolean,
): readonly { readonly read: EnvironmentValue; readonly whole: boolean }[] {
  switch (value.kind) {
    case 'environment':
      return value.cast === 'split' && isEmptyText(value.fallback) ? [{ read: value, whole }] : [];
    case 'sequence':
      return value.elements.flatMap((element) => (element.many ? splitsIn(element.value, false) : []));
    case 'union':
      return value.variants.flatMap((variant) => splitsIn(variant.value, whole));
    default:
      return [];
  }
}

/** `''`, or the list `['']` that splitting it gave. */
function isEmptyText(fallback: Value | undefined): boolean {
  if (fallback?.kind === 'constant') return fallback.value === '';
  const only =
    fallback?.kind === 'sequence' && fallback.elements.length === 1 ? fallback.elements[0]?.value : undefined;
  return only?.kind === 'constant' && only.value === '';
}

/** A place for what the leaf lacks: the first line of its module. */
export function startOf(leaf: SettingsLeaf): Location {
  return { file: leaf.file, span: { start: 0, end: 0 } };
}
