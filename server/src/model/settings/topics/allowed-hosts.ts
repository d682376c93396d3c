import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { certainElements, isWhole } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { type EnvironmentValue, textValue } from '../values.ts';
import { isAddress, isLocalHost } from './host-names.ts';

/** An entry that lets every host in. */
export interface AnyHost {
  /** The element, or the read that falls back to it. */
  readonly at: Location;
  /** The read that gives `*` while its variable is unset; undefined where the code itself lists it. */
  readonly read: EnvironmentValue | undefined;
}

/** Where ALLOWED_HOSTS certainly has `*`, or has it while a variable is unset. */
export function anyHost(leaf: SettingsLeaf): AnyHost | undefined {
  const setting = effective(leaf, 'ALLOWED_HOSTS');
  if (setting === undefined || setting.overridable) return undefined;
  const { value } = setting;
  if (value.kind === 'environment') {
    const isOpen = certainElements(value.fallback).some((one) => textValue(one.value) === '*');
    return isOpen ? { at: value.at, read: value } : undefined;
  }
  for (const { value: host, at } of certainElements(value)) {
    if (textValue(host) === '*') return { at, read: undefined };
    if (host.kind === 'environment' && host.fallback !== undefined && textValue(host.fallback) === '*')
      return { at, read: host };
  }
  return undefined;
}

/** True when ALLOWED_HOSTS is seen to its end and holds addresses and names of this machine or its network alone, and not none. */
export function hasOnlyAddresses(leaf: SettingsLeaf): boolean {
  const setting = effective(leaf, 'ALLOWED_HOSTS');
  if (setting === undefined || setting.overridable || !isWhole(setting.value)) return false;
  const hosts = certainElements(setting.value).map((one) => textValue(one.value) ?? '');
  return hosts.length > 0 && hosts.every((host) => host !== '*' && (isAddress(host) || isLocalHost(host)));
}

/** True for a name that only this machine or its own network has. */
export function namesOwnMachine(host: string): boolean {
  return /^\.?(localhost|localhost\.localdomain|testserver|127(\.\d+){3}|0\.0\.0\.0|\[?::1?\]?|[\w.-]+\.(local|localhost|test))$/i.test(
    host,
  );
}

/** Why Django never finds a host in an entry, and the entry that was meant; undefined for an entry that can match. */
export function faultOfHost(
  entry: string,
):
  | { readonly fault: 'scheme' | 'port' | 'path' | 'blank' | 'wildcard' | 'empty'; readonly meant: string | undefined }
  | undefined {
  if (entry === '') return { fault: 'empty', meant: undefined };
  const bare = entry
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const host = /^[^:]*:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(':')) : bare;
  const meant = hostOf(host);
  if (entry.includes('://')) return { fault: 'scheme', meant };
  // An address range is no host with a path.
  if (entry.includes('/')) return { fault: 'path', meant: /^[\d.]+$/.test(host) ? undefined : meant };
  if (entry !== entry.trim()) return { fault: 'blank', meant };
  if (/\s/.test(entry)) return { fault: 'blank', meant: undefined };
  // Without brackets an IPv6 address has colons too.
  if (host !== bare && host !== '') return { fault: 'port', meant };
  if (entry !== '*' && entry.includes('*')) return { fault: 'wildcard', meant };
  return undefined;
}

/** The pattern for a host, `*.` as Django writes it; undefined when nothing sensible is left. */
function hostOf(host: string): string | undefined {
  const pattern = host.replace(/^\*\./, '.');
  return /^\.?[\w-]+(\.[\w-]+)*$/.test(pattern) ? pattern : undefined;
}
