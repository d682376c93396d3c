import type { Location } from '../../text/location.ts';
import { effective } from './effective.ts';
import type { SettingsLeaf } from './settings-model.ts';
import { isOne } from './topics/middleware-order.ts';
import { middlewareStacks } from './topics/middleware-stack.ts';

/** Whether an app is in INSTALLED_APPS, by its name or by an AppConfig of its own; undefined when that cannot be told. */
export function installs(leaf: SettingsLeaf, app: string): boolean | undefined {
  const setting = effective(leaf, 'INSTALLED_APPS');
  if (setting === undefined) return leaf.open ? undefined : false;
  const { value } = setting;
  if (value.kind !== 'sequence') return value.kind === 'absent' && !leaf.open ? false : undefined;
  let isSeen = !setting.overridable;
  for (const { value: one, many, guard } of value.elements) {
    if (many || one.kind !== 'constant') isSeen = false;
    else if (one.value === app || String(one.value).startsWith(`${app}.apps.`))
      return guard === undefined ? true : undefined;
  }
  return isSeen ? false : undefined;
}

/**
 * Whether one of the middleware classes, or a subclass of the project's, runs in every order that MIDDLEWARE can have.
 * False only when MIDDLEWARE is seen to its end; undefined when that cannot be told.
 * @param classes dotted paths
 * @param alike paths that may do the same work, as a project's own class whose bases are not known
 */
export function runsMiddleware(leaf: SettingsLeaf, classes: readonly string[], alike?: RegExp): boolean | undefined {
  const stacks = middlewareStacks(leaf);
  if (stacks.length === 0) return leaf.get('MIDDLEWARE') === undefined && !leaf.open ? false : undefined;
  const answers = stacks.map(({ entries, complete }) => {
    const found = entries.filter((entry) => isOne(entry, classes));
    if (found.length > 0) return found.some((entry) => !entry.optional) ? true : undefined;
    const mayBe = alike !== undefined && entries.some(({ path }) => alike.test(path));
    return complete && !mayBe ? false : undefined;
  });
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}

/** The place beside a middleware class that runs for certain, or a subclass of it: where another one can be added. */
export function middlewareBeside(
  leaf: SettingsLeaf,
  side: 'before' | 'after',
  path: string,
): { readonly side: 'before' | 'after'; readonly element: Location } | undefined {
  const entries = middlewareStacks(leaf).flatMap((stack) => stack.entries);
  const found = entries.find((entry) => !entry.optional && isOne(entry, [path]));
  return found && { side, element: found.at };
}
