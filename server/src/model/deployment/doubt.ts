import {
  finalConstant,
  hasOnlyAddresses,
  isNamedForProduction,
  isTruthy,
  servesNoBrowser,
} from '../settings/questions.ts';
import type { SettingsLeaf } from '../settings/settings-model.ts';
import type { Sources } from '../sources.ts';
import { showsHttps } from './https-evidence.ts';

/** By how much a finding says less than its rule declares; empty where nothing speaks against it. A report takes it as it is. */
export interface Doubt {
  readonly severity?: 'info' | 'hint';
  readonly confidence?: 'medium';
}

/**
 * What speaks against a finding about headers for browsers: a module with DEBUG on that is not named for production has more to do
 * first, which settings/debug-true says, and clients of an API alone ignore such headers.
 */
export function browserDoubt(leaf: SettingsLeaf): Doubt {
  if (isTruthy(finalConstant(leaf, 'DEBUG')?.value ?? null) && !isNamedForProduction(leaf, leaf.start))
    return { severity: 'hint' };
  return servesNoBrowser(leaf) ? unsure : {};
}

/**
 * The same for a finding about HTTPS, of which nothing may be seen: where TLS ends outside of Django's sight, the duty is there. A site
 * that has addresses and no name hardly has a certificate, and browsers keep no HSTS for it.
 */
export function httpsDoubt(project: { readonly sources: Sources }, leaf: SettingsLeaf): Doubt {
  const doubt = browserDoubt(leaf);
  if (doubt.severity !== undefined) return doubt;
  return showsHttps(project, leaf) && !hasOnlyAddresses(leaf) ? doubt : unsure;
}

const unsure: Doubt = { severity: 'info', confidence: 'medium' };
