import type { Location } from '../../../text/location.ts';
import { certainElements, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';

/** Django's checks about security with what each of them finds, from https://docs.djangoproject.com/en/stable/ref/checks/. */
const findings: Readonly<Record<string, string>> = {
  'security.W001': 'SecurityMiddleware is missing',
  'security.W002': 'XFrameOptionsMiddleware is missing',
  'security.W003': 'the CSRF middleware is missing',
  'security.W004': 'HSTS is off',
  'security.W005': 'HSTS leaves out subdomains',
  'security.W006': 'the nosniff header is off',
  'security.W007': 'the XSS filter header is off',
  'security.W008': 'nothing redirects to HTTPS',
  'security.W009': 'the secret key is weak',
  'security.W010': 'the session cookie goes over plain HTTP',
  'security.W011': 'the session cookie goes over plain HTTP',
  'security.W012': 'the session cookie goes over plain HTTP',
  'security.W013': 'scripts can read the session cookie',
  'security.W014': 'scripts can read the session cookie',
  'security.W015': 'scripts can read the session cookie',
  'security.W016': 'the CSRF cookie goes over plain HTTP',
  'security.W017': 'scripts can read the CSRF cookie',
  'security.W018': '`DEBUG` is on',
  'security.W019': '`X_FRAME_OPTIONS` is not `DENY`',
  'security.W020': '`ALLOWED_HOSTS` is empty',
  'security.W021': 'HSTS preload is off',
  'security.W022': 'the referrer policy is off',
  'security.E023': 'the referrer policy is invalid',
  'security.E024': 'the opener policy is invalid',
  'security.W025': 'an old secret key is weak',
  'security.E026': 'the content security policy is no dict',
  'security.W027': 'nonces of the content security policy do not reach the templates',
  'security.E100': '`DEFAULT_HASHING_ALGORITHM` is invalid',
  'security.E101': 'the view for CSRF failures does not take its arguments',
  'security.E102': 'the view for CSRF failures cannot be imported',
  '4_0.E001': 'an entry of `CSRF_TRUSTED_ORIGINS` lacks its scheme',
  'caches.W002': 'the cache lies where files are served from',
  'mail.E001': 'the settings of a mailer are invalid',
};

/** A check about security that a project silences. */
export interface SilencedCheck {
  readonly id: string;
  /** The id where it is written. */
  readonly at: Location;
  /** What the check finds, as a clause; undefined when Django has no check of that name. */
  readonly finding: string | undefined;
}

/** The checks about security that SILENCED_SYSTEM_CHECKS certainly names, in its order. Checks of other libraries are not judged. */
export function silencedSecurityChecks(leaf: SettingsLeaf): readonly SilencedCheck[] {
  const silenced = settled(leaf, 'SILENCED_SYSTEM_CHECKS');
  if (silenced === undefined || silenced.read !== undefined) return [];
  return certainElements(silenced.value).flatMap(({ value, at }) => {
    if (value.kind !== 'constant' || typeof value.value !== 'string') return [];
    const id = value.value;
    const finding = Object.hasOwn(findings, id) ? findings[id] : undefined;
    return finding !== undefined || id.startsWith('security.') ? [{ id, at, finding }] : [];
  });
}
