import { reachesStrangers } from '../../../data/shared-domains.ts';
import type { Location } from '../../../text/location.ts';
import { seriesFrom } from '../django-series.ts';
import { certainElements, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { textValue } from '../values.ts';
import { isLocalHost, type OriginParts, originParts } from './host-names.ts';

/** One entry of CSRF_TRUSTED_ORIGINS whose text is known. */
export interface TrustedOrigin extends OriginParts {
  readonly text: string;
  readonly at: Location;
}

/** The entries that CSRF_TRUSTED_ORIGINS certainly has, fallbacks of unset variables included; no empty ones. */
export function trustedOrigins(leaf: SettingsLeaf): readonly TrustedOrigin[] {
  const elements = certainElements(settled(leaf, 'CSRF_TRUSTED_ORIGINS')?.value);
  return elements.flatMap(({ value, at }) => {
    const text = textValue(value);
    return text === undefined || text.trim() === '' ? [] : [{ text, at, ...originParts(text) }];
  });
}

/**
 * How Django reads the entries: before 4.0 as hosts, since then as origins with their scheme.
 * `some` where the project allows both, or does not say what it runs on.
 */
export function originsHaveSchemes(leaf: SettingsLeaf): 'all' | 'some' | 'none' {
  if (leaf.django === undefined) return 'some';
  const { all, some } = seriesFrom(leaf.django, '4.0');
  return all ? 'all' : some ? 'some' : 'none';
}

/**
 * What a wildcard of Django 4.0 and later comes to. CsrfViewMiddleware strips the stars that begin the host: what is left matches as a
 * whole, or with a leading dot everything below it too. So `https://*` and a star in any other place match nothing.
 */
export function wildcardReach(origin: TrustedOrigin): 'nothing' | 'strangers' | 'own' | undefined {
  const { text, host, port } = origin;
  if (!text.includes('*') || origin.scheme === undefined) return undefined;
  const rest = host.replace(/^\*+/, '');
  if (rest === '' || rest === '.' || rest.includes('*') || /\*/.test(port ?? '')) return 'nothing';
  if (!rest.startsWith('.')) return 'own';
  const domain = rest.slice(1);
  return !isLocalHost(`www.${domain}`) && reachesStrangers(domain) ? 'strangers' : 'own';
}
