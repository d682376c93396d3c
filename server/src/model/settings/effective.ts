import { underDebug } from './evaluate/join-values.ts';
import type { SettingsLeaf } from './settings-model.ts';
import { truth } from './truth.ts';
import type { Assignment, Mutation, Value } from './values.ts';

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
function judgedDebug(leaf: SettingsLeaf): boolean {
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
