import type { Location } from '../../../text/location.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { middlewareStacks } from './middleware-stack.ts';

/** A middleware class that comes again. */
export interface RepeatedMiddleware {
  readonly path: string;
  readonly at: Location;
  readonly first: Location;
}

/** The elements of MIDDLEWARE that are there already, in every order that the leaf can have, each once. */
export function repeatedMiddleware(leaf: SettingsLeaf): readonly RepeatedMiddleware[] {
  const found = new Map<string, RepeatedMiddleware>();
  for (const { entries } of middlewareStacks(leaf)) {
    const seen = new Map<string, Location>();
    for (const { path, at, optional } of entries) {
      if (optional) continue;
      const first = seen.get(path);
      if (first === undefined) seen.set(path, at);
      else found.set(`${at.file}:${at.span.start}`, { path, at, first });
    }
  }
  return [...found.values()];
}
