import { lastPart } from '../../../text/dotted-name.ts';
import type { Location } from '../../../text/location.ts';
import { seriesFrom } from '../django-series.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { bringsMiddleware, djangoPathOf } from './django-middleware.ts';
import { middlewareStacks } from './middleware-stack.ts';

/** An element of MIDDLEWARE that names nothing. */
export interface UnknownMiddleware {
  readonly path: string;
  readonly at: Location;
  /** Who lacks it: Django, or a module or package of the project. */
  readonly lacking: 'django' | 'module' | 'class';
  /** The path that was meant. */
  readonly meant: string | undefined;
}

/** The elements of MIDDLEWARE that Django, or a package of the project that can be seen, certainly does not have, each once. */
export function unknownMiddleware(leaf: SettingsLeaf): readonly UnknownMiddleware[] {
  const found = new Map<string, UnknownMiddleware>();
  for (const { entries } of middlewareStacks(leaf))
    for (const { path, at, optional } of entries) {
      if (optional) continue;
      const lacking = path.startsWith('django.')
        ? isLackingInDjango(leaf, path)
          ? 'django'
          : undefined
        : leaf.lacks(path);
      if (lacking === undefined) continue;
      const meant = lacking === 'django' ? djangoPathOf(lastPart(path)) : undefined;
      found.set(`${at.file}:${at.span.start}`, { path, at, lacking, meant: meant === path ? undefined : meant });
    }
  return [...found.values()];
}

/** Known for Django 3.2 and later only; what an older one had is not asked. */
function isLackingInDjango(leaf: SettingsLeaf, path: string): boolean {
  // Which Django runs must be known: older ones had other classes.
  if (!seriesFrom(leaf.django, '3.2').all) return false;
  const brought = bringsMiddleware(path);
  // middleware/login-required-too-old speaks of that one.
  if (brought === null) return true;
  return brought.since !== undefined && brought.since !== '5.1' && !seriesFrom(leaf.django, brought.since).some;
}
