import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { SequenceValue, Value } from '../values.ts';

/** One element of MIDDLEWARE whose text is known. */
export interface MiddlewareEntry {
  /** As written. */
  readonly path: string;
  /** Dotted names of the class and its bases: a project's subclass counts as what it builds on. */
  readonly names: readonly string[];
  readonly isProject: boolean;
  readonly at: Location;
  /** Not there in every run. */
  readonly optional: boolean;
}

/** One order in which the middleware of a leaf can run. */
export interface MiddlewareStack {
  readonly entries: readonly MiddlewareEntry[];
  /** Every element is known, and no unseen code changes the list. */
  readonly complete: boolean;
}

/** The orders that MIDDLEWARE can have in the leaf's environment; none when it is not a known list. */
export function middlewareStacks(leaf: SettingsLeaf): readonly MiddlewareStack[] {
  const setting = effective(leaf, 'MIDDLEWARE');
  if (setting === undefined) return [];
  return listsIn(setting.value).map((list) => stackOf(list, setting.overridable, leaf));
}

function listsIn(value: Value): readonly SequenceValue[] {
  if (value.kind === 'sequence') return [value];
  return value.kind === 'union' ? value.variants.flatMap((variant) => listsIn(variant.value)) : [];
}

function stackOf(list: SequenceValue, overridable: boolean, leaf: SettingsLeaf): MiddlewareStack {
  const entries: MiddlewareEntry[] = [];
  let complete = !overridable;
  for (const { value, many, guard, at } of list.elements) {
    if (many || value.kind !== 'constant' || typeof value.value !== 'string') {
      complete = false;
      continue;
    }
    const { names, isProject } = leaf.ancestry(value.value);
    entries.push({ path: value.value, names, isProject, at, optional: guard !== undefined });
  }
  return { entries, complete };
}
