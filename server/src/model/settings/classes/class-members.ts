// Which class gives a name: Python's order for all classes, and how django-configurations bends it for settings.
// Must not evaluate anything. Look next at class-values.ts (who makes classes) and class-settings.ts (who reads all names of one).
import { classOrder } from '../../python/class-order.ts';
import type { ClassValue, Internal } from '../evaluate/internal-values.ts';
import type { Slot } from '../evaluate/namespace.ts';
import { isKnownSetting } from '../known-settings.ts';

/** A class that is followed, the dotted name of a library's, or `?` for what is not known. */
type Ancestor = ClassValue | string;

const unseen = '?';
const configurationRoots = /^configurations\.(base\.)?(Configuration|Settings)$/;
const environmentRoots =
  /^(pydantic_settings(\.main)?\.BaseSettings|pydantic(\.v1|\.env_settings)?\.BaseSettings|goodconf\.GoodConf)$/;
/** Library classes that bring no setting. */
const harmless = /^(abc\.ABC|typing\.(Generic|Protocol)|builtins\.object|pydantic\.BaseModel)$/;

/** What a class has under a name. `default`: django-configurations has put Django's own default there. */
export type Found =
  | { readonly kind: 'member'; readonly slot: Slot; readonly owner: ClassValue }
  | { readonly kind: 'default' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

/** The classes that give a class its names, itself first; `undefined` stands for one that is not known. */
export function ancestorsOf(one: ClassValue): readonly (ClassValue | undefined)[] {
  return orderOf(one).flatMap((ancestor) =>
    ancestor === unseen ? [undefined] : typeof ancestor === 'string' ? [] : [ancestor],
  );
}

/** True for a class that django-configurations sets up. */
export function isConfiguration(one: Ancestor): boolean {
  return typeof one === 'string' ? configurationRoots.test(one) : hasRoot(one, configurationRoots);
}

/** True for a class whose fields are read from environment variables: pydantic-settings and goodconf. */
export function isEnvironmentClass(one: ClassValue): boolean {
  return hasRoot(one, environmentRoots);
}

/** True when a base that is not known may make something else of what the body says, as `Enum` does. */
export function isTransformed(one: ClassValue): boolean {
  return !isConfiguration(one) && orderOf(one).some((ancestor) => typeof ancestor === 'string' && isOpaque(ancestor));
}

/** What the class, or with `after` the next one behind that, has under a name. */
export function findMember(one: ClassValue, name: string, after?: ClassValue): Found {
  return new MemberSearch(name).find(one, after);
}

/** All upper-case names that a class may have, and whether there may be others. */
export function settingNamesOf(one: ClassValue): { readonly names: ReadonlySet<string>; readonly open: boolean } {
  const names = new Set<string>();
  let open = false;
  for (const ancestor of orderOf(one)) {
    if (typeof ancestor === 'string') open ||= isOpaque(ancestor);
    else {
      open ||= ancestor.own.open;
      for (const name of ancestor.own.slots.keys()) if (isSettingName(name)) names.add(name);
    }
  }
  return { names, open };
}

/** As both kinds of loaders ask: upper-case throughout and not private. */
function isSettingName(name: string): boolean {
  return name === name.toUpperCase() && !name.startsWith('_');
}

const orders = new WeakMap<ClassValue, readonly Ancestor[]>();

function orderOf(one: ClassValue): readonly Ancestor[] {
  const kept = orders.get(one);
  if (kept !== undefined) return kept;
  const basesOf = (ancestor: Ancestor): readonly Ancestor[] =>
    typeof ancestor === 'string' ? [] : ancestor.bases.map(asAncestor);
  const order = classOrder<Ancestor>(one, basesOf) ?? [one, unseen];
  orders.set(one, order);
  return order;
}

function asAncestor(base: Internal): Ancestor {
  if (base.kind === 'class') return base;
  return base.kind === 'symbol' ? base.path : unseen;
}

function hasRoot(one: ClassValue, root: RegExp): boolean {
  return orderOf(one).some((ancestor) => typeof ancestor === 'string' && root.test(ancestor));
}

function isOpaque(library: string): boolean {
  return !configurationRoots.test(library) && !environmentRoots.test(library) && !harmless.test(library);
}

/**
 * django-configurations copies all upper-case names of the bases into each class when it is made, Django's defaults among them. So what
 * counts is the first base that has a name at all: `class Site(Mixin, Base)` with a `Configuration` as mixin begins with Django's
 * defaults, whatever `Base` says. It leaves out a few names, which are then inherited as usual.
 */
class MemberSearch {
  readonly #name: string;
  readonly #copied: boolean;
  readonly #kept = new Map<ClassValue, Found>();

  constructor(name: string) {
    this.#name = name;
    this.#copied = isSettingName(name) && !neverCopied.has(name);
  }

  find(one: ClassValue, after: ClassValue | undefined): Found {
    const kept = after === undefined ? this.#kept.get(one) : undefined;
    if (kept !== undefined) return kept;
    const order = orderOf(one);
    const begin = after === undefined ? 0 : order.indexOf(after) + 1;
    const found = this.#first(order.slice(begin), (ancestor) => this.#own(ancestor));
    if (after === undefined) this.#kept.set(one, found);
    return found;
  }

  /** The first that has the name; one that is not known may have had it before. */
  #first(ancestors: readonly Ancestor[], within: (ancestor: ClassValue) => Found): Found {
    let doubtful = false;
    for (const ancestor of ancestors) {
      if (typeof ancestor === 'string') {
        if (this.#isDefault(ancestor)) return doubtful ? { kind: 'unknown' } : { kind: 'default' };
        doubtful ||= isOpaque(ancestor);
        continue;
      }
      const found = within(ancestor);
      if (found.kind === 'unknown') doubtful = true;
      else if (found.kind === 'member')
        return doubtful ? { ...found, slot: { ...found.slot, overridable: true } } : found;
      else if (found.kind === 'default') return doubtful ? { kind: 'unknown' } : found;
    }
    return { kind: doubtful ? 'unknown' : 'none' };
  }

  /** What stands in the class's own dictionary. */
  #own(one: ClassValue): Found {
    const slot = one.own.slots.get(this.#name);
    if (slot !== undefined) return { kind: 'member', slot, owner: one };
    if (one.own.open) return { kind: 'unknown' };
    if (!this.#copied || !isConfiguration(one)) return { kind: 'none' };
    return this.#first(one.bases.map(asAncestor), (base) => {
      const found = this.find(base, undefined);
      return found.kind === 'none' && isConfiguration(base) && isKnownSetting(this.#name) ? { kind: 'default' } : found;
    });
  }

  #isDefault(ancestor: Ancestor): boolean {
    return this.#copied && isConfiguration(ancestor) && isKnownSetting(this.#name);
  }
}

const neverCopied: ReadonlySet<string> = new Set([
  'DEFAULT_HASHING_ALGORITHM',
  'DEFAULT_CONTENT_TYPE',
  'FILE_CHARSET',
  'DEFAULT_AUTO_FIELD',
  'PASSWORD_RESET_TIMEOUT_DAYS',
  'DEFAULT_FILE_STORAGE',
  'STATICFILES_STORAGE',
]);
