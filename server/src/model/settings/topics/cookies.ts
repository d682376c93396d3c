import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { fixedConstant } from '../fixed-constant.ts';
import { installs, runsMiddleware } from '../installed.ts';
import { settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { truth } from '../truth.ts';

/** The cookies of Django itself that every visitor may get, by the prefix of their settings. */
export type DjangoCookie = 'SESSION' | 'CSRF';

/**
 * Whether responses of the leaf can set a cookie: for the session, SessionMiddleware runs or, where MIDDLEWARE is not seen, its app is
 * installed; for CSRF, CsrfViewMiddleware runs and does not keep its token in the session. Undefined when that cannot be told.
 */
export function setsCookie(leaf: SettingsLeaf, cookie: DjangoCookie): boolean | undefined {
  if (cookie === 'SESSION') {
    const runs = runsMiddleware(leaf, ['django.contrib.sessions.middleware.SessionMiddleware'], /session/i);
    return runs ?? (installs(leaf, 'django.contrib.sessions') === true ? true : undefined);
  }
  const runs = runsMiddleware(leaf, ['django.middleware.csrf.CsrfViewMiddleware'], /csrf|xsrf/i);
  if (runs !== true) return runs;
  const inSession = fixedConstant(leaf, 'CSRF_USE_SESSIONS');
  return inSession && !inSession.value;
}

/** A flag of a cookie that is certainly off, and where; `at` is undefined where Django's default says so. */
export function cookieFlagOff(
  leaf: SettingsLeaf,
  name: `${DjangoCookie}_COOKIE_SECURE` | 'SESSION_COOKIE_HTTPONLY',
): { readonly at: Location | undefined; readonly written: string } | undefined {
  const flag = fixedConstant(leaf, name);
  if (flag === undefined || flag.value) return undefined;
  return { at: flag.at, written: falsyText(flag.value) };
}

function falsyText(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  return value === false ? 'False' : value === 0 ? '0' : "''";
}

/** What a SAMESITE setting of a leaf comes to, where the leaf or its imports set it. */
export interface SameSite {
  readonly kind:
    | /** No attribute is sent. */ 'omitted'
    | /** `SameSite=None`: the cookie goes with requests of every site. */ 'none'
    | 'valid'
    | /** Django raises when it sets the cookie. */ 'invalid';
  /** As Python writes it. */
  readonly written: string;
  readonly at: Location;
}

/** Reads `<cookie>_COOKIE_SAMESITE` as `HttpResponse.set_cookie` does; undefined when nothing sets it or it cannot be told. */
export function sameSiteOf(leaf: SettingsLeaf, cookie: DjangoCookie): SameSite | undefined {
  const found = settled(leaf, `${cookie}_COOKIE_SAMESITE`);
  // What an unset variable gives, a deployment can set.
  if (found === undefined || found.read !== undefined) return undefined;
  const { value, at } = found;
  if (value.kind !== 'constant') return { kind: 'invalid', written: `a ${value.kind}`, at };
  const text = value.value;
  if (text === null || text === false || text === 0 || text === '') {
    return { kind: 'omitted', written: falsyText(text), at };
  }
  if (typeof text !== 'string') return { kind: 'invalid', written: text === true ? 'True' : String(text), at };
  const lower = text.toLowerCase();
  const isKnown = lower === 'lax' || lower === 'strict' || lower === 'none';
  return { kind: lower === 'none' ? 'none' : isKnown ? 'valid' : 'invalid', written: `'${text}'`, at };
}

/** True where settings say that pages of other sites work with this one: credentials under CORS, or frames of it in any page. */
export function isMeantForOtherSites(leaf: SettingsLeaf): boolean {
  const credentials = effective(leaf, 'CORS_ALLOW_CREDENTIALS')?.value;
  if (credentials !== undefined && credentials.kind !== 'absent' && truth(credentials) !== false) return true;
  if (runsMiddleware(leaf, ['django.middleware.clickjacking.XFrameOptionsMiddleware'], /frame/i) === false) return true;
  const frames = fixedConstant(leaf, 'X_FRAME_OPTIONS')?.value;
  return frames !== undefined && !/^(deny|sameorigin)$/i.test(String(frames));
}
