import { cookieFlagOff, setsCookie } from '../settings/questions.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import type { DjangoCookie } from '../settings/topics/cookies.ts';
import type { Sources } from '../sources.ts';
import { proxySecuresCookies } from './front.ts';

/**
 * The `<cookie>_COOKIE_SECURE` of a cookie that visitors certainly get, where it is certainly off and no proxy of the repository does the
 * work; `at` is undefined where Django's default says so.
 */
export function insecureCookie(
  project: { readonly sources: Sources },
  leaf: SettingsLeaf,
  cookie: DjangoCookie,
): ReturnType<typeof cookieFlagOff> {
  if (setsCookie(leaf, cookie) !== true) return undefined;
  const flag = cookieFlagOff(leaf, `${cookie}_COOKIE_SECURE`);
  return flag === undefined || proxySecuresCookies(project) ? undefined : flag;
}
