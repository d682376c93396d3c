// What MIDDLEWARE lacks beside what is in it or installed. Only lists that are seen to their end are judged.
// Must not judge severity. Look next at installed.ts (what runs) and middleware-stack.ts (the orders).
import { lastPart } from '../../../text/dotted-name.ts';
import type { Location } from '../../../text/location.ts';
import { installs, runsMiddleware } from '../installed.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { keepsMessagesInSession } from './middleware-demands.ts';
import { isOne } from './middleware-order.ts';
import { middlewareStacks } from './middleware-stack.ts';

/** A row of the table of what can be lacking. */
export type MissingRow = 'security' | 'xframe' | 'cache-pair' | 'allauth' | 'session';

/** A middleware class that MIDDLEWARE certainly lacks. */
export interface MissingMiddleware {
  readonly row: MissingRow;
  /** Dotted path of the class to add. */
  readonly path: string;
  /** What asks for it, as a class name or app; undefined where every site does. */
  readonly needs: string | undefined;
  /** Where it can be added. */
  readonly beside: { readonly side: 'before' | 'after'; readonly element: Location } | undefined;
}

const security = 'django.middleware.security.SecurityMiddleware';
const frames = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
const session = 'django.contrib.sessions.middleware.SessionMiddleware';
const auth = 'django.contrib.auth.middleware.AuthenticationMiddleware';
const messages = 'django.contrib.messages.middleware.MessageMiddleware';
const updateCache = 'django.middleware.cache.UpdateCacheMiddleware';
const fetchCache = 'django.middleware.cache.FetchFromCacheMiddleware';
const account = 'allauth.account.middleware.AccountMiddleware';

/** The middleware that a leaf lacks. */
export function missingMiddleware(leaf: SettingsLeaf): readonly MissingMiddleware[] {
  const [stack] = middlewareStacks(leaf);
  if (stack === undefined || leaf.get('MIDDLEWARE')?.assigned === undefined) return [];
  const first = stack.entries.find((one) => !one.optional)?.at;
  const last = stack.entries.findLast((one) => !one.optional)?.at;
  const at = (path: string): Location | undefined => stack.entries.find((one) => isOne(one, [path]))?.at;
  const place = (side: 'before' | 'after', element: Location | undefined): MissingMiddleware['beside'] =>
    element && { side, element };
  const lacks = (path: string, alike: RegExp): boolean => runsMiddleware(leaf, [path], alike) === false;
  const has = (path: string): boolean => runsMiddleware(leaf, [path]) === true;
  const found: MissingMiddleware[] = [];
  if (lacks(security, /secur|(?<!cors)header/i)) {
    const cache = at(updateCache);
    const beside = cache === undefined ? place('before', first) : place('after', cache);
    found.push({ row: 'security', path: security, needs: undefined, beside });
  }
  if (
    lacks(frames, /frame|clickjack|csp|(?<!cors)header|secur/i) ||
    (lacks(frames, /frame|clickjack|csp|(?<!cors)header/i) && has(security))
  )
    found.push({ row: 'xframe', path: frames, needs: undefined, beside: place('after', last) });
  if (lacks(session, /session/i)) {
    const needing = has(auth) ? auth : has(messages) && keepsMessagesInSession(leaf) ? messages : undefined;
    if (needing !== undefined)
      found.push({ row: 'session', path: session, needs: lastPart(needing), beside: place('before', at(needing)) });
  }
  for (const [one, other] of [
    [updateCache, fetchCache],
    [fetchCache, updateCache],
  ] as const)
    if (has(one) && lacks(other, /^(?!django\.).*cache/i)) {
      const beside = other === updateCache ? place('before', first) : place('after', last);
      found.push({ row: 'cache-pair', path: other, needs: lastPart(one), beside });
    }
  if (installs(leaf, 'allauth.account') === true && lacks(account, /account/i))
    found.push({ row: 'allauth', path: account, needs: 'allauth.account', beside: place('after', last) });
  return found;
}
