import { isPlatformHost, isRegistrableDomain, isSharedDomain } from '../../../data/shared-domains.ts';
import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { installs } from '../installed.ts';
import { settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { textValue, type Value } from '../values.ts';
import type { DjangoCookie } from './cookies.ts';
import { isAddress, isLocalHost, originParts } from './host-names.ts';

/** A cookie's domain that takes in more hosts than the one that sets it. */
export interface WideDomain {
  /** All hosts of one owner, or those of strangers, for which browsers take no cookie. */
  readonly reach: 'wide' | 'shared';
  /** Without the leading dot. */
  readonly domain: string;
  /** As Python writes it. */
  readonly written: string;
  readonly at: Location;
  /** The leaf serves, or works with, several hosts below the domain. */
  readonly isShared: boolean;
}

/** `<cookie>_COOKIE_DOMAIN` where it is a whole domain or begins with a dot; undefined for one host, an address or what only a variable knows. */
export function cookieDomain(leaf: SettingsLeaf, cookie: DjangoCookie): WideDomain | undefined {
  const found = settled(leaf, `${cookie}_COOKIE_DOMAIN`);
  const text = found?.read === undefined ? textValue(found?.value ?? { kind: 'absent' }) : undefined;
  if (found === undefined || text === undefined || !/^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)) return undefined;
  const domain = text.toLowerCase().replace(/^\./, '');
  if (isLocalHost(domain) || isAddress(domain) || isPlatformHost(domain)) return undefined;
  const isSuffix = isSharedDomain(domain);
  if (!isSuffix && !text.startsWith('.') && !isRegistrableDomain(domain)) return undefined;
  const base = { domain, written: `'${text}'`, at: found.at };
  return { ...base, reach: isSuffix ? 'shared' : 'wide', isShared: servesSeveralHosts(leaf, domain) };
}

const hostApps = ['django_hosts', 'django_tenants', 'tenant_schemas', 'subdomains'];

function servesSeveralHosts(leaf: SettingsLeaf, domain: string): boolean {
  if (hostApps.some((app) => installs(leaf, app) === true)) return true;
  const names = ['ALLOWED_HOSTS', 'CSRF_TRUSTED_ORIGINS', 'CORS_ALLOWED_ORIGINS', 'CORS_ORIGIN_WHITELIST'];
  const hosts = new Set(
    names
      .flatMap((name) => textsIn(effective(leaf, name)?.value))
      .map((text) => originParts(text).host)
      .filter((host) => host === domain || host.endsWith(`.${domain}`)),
  );
  return hosts.size > 1 || [...hosts].some((host) => host.startsWith('.') || host.startsWith('*'));
}

function textsIn(value: Value | undefined): readonly string[] {
  const list = value?.kind === 'environment' ? value.fallback : value;
  if (list?.kind !== 'sequence') return [];
  return list.elements.flatMap((one) => textValue(one.value) ?? []);
}
