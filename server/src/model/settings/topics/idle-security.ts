import { fixedConstant } from '../fixed-constant.ts';
import { runsMiddleware } from '../installed.ts';
import { djangoDefault, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { middlewareStacks } from './middleware-stack.ts';

/** What only SecurityMiddleware reads, as of Django 4.2 to 6.1. */
const readByMiddleware = [
  'SECURE_SSL_REDIRECT',
  'SECURE_HSTS_SECONDS',
  'SECURE_HSTS_INCLUDE_SUBDOMAINS',
  'SECURE_HSTS_PRELOAD',
  'SECURE_CONTENT_TYPE_NOSNIFF',
  'SECURE_REFERRER_POLICY',
  'SECURE_CROSS_ORIGIN_OPENER_POLICY',
];
/** A class of the project's own, or of a library, that may read them too. */
const alike = /secur|hsts|ssl|https|helmet|(?<!cors)_?headers/i;

/** Settings of SecurityMiddleware that a leaf gives a value which would do something, while the middleware certainly does not run. */
export function idleSecuritySettings(leaf: SettingsLeaf): readonly string[] {
  // Where no list is written, the module may be a part of another one.
  if (middlewareStacks(leaf).length === 0) return [];
  if (runsMiddleware(leaf, ['django.middleware.security.SecurityMiddleware'], alike) !== false) return [];
  return readByMiddleware.filter((name) => {
    const found = settled(leaf, name);
    if (found === undefined) return false;
    const isSwitchedOff = [false, 0, null].some((off) => off === fixedConstant(leaf, name)?.value);
    return !isSwitchedOff && fixedConstant(leaf, name)?.value !== djangoDefault(leaf, name);
  });
}
