import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { certainElements, isAbsentForSure, type Settled, settled } from '../outcome.ts';
import { certainlyAssigned, isSet } from '../questions.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { truth } from '../truth.ts';
import { textValue, variablesOf } from '../values.ts';
import { fitsEveryOrigin } from './origin-pattern.ts';

/** The names that django-cors-headers 3.5 gave to older settings. It reads the old ones where the new ones are not set. */
export const renamedCorsSettings = {
  CORS_ALLOW_ALL_ORIGINS: 'CORS_ORIGIN_ALLOW_ALL',
  CORS_ALLOWED_ORIGINS: 'CORS_ORIGIN_WHITELIST',
  CORS_ALLOWED_ORIGIN_REGEXES: 'CORS_ORIGIN_REGEX_WHITELIST',
} as const;

interface CorsSetting extends Settled {
  /** The name that gives the value: the new one or the old one. */
  readonly name: string;
}

/** What django-cors-headers takes for a setting under either name; undefined when it is not set or cannot be told. */
function corsSetting(leaf: SettingsLeaf, name: keyof typeof renamedCorsSettings): CorsSetting | undefined {
  const found = settled(leaf, name);
  if (found !== undefined) return { name, ...found };
  const old = renamedCorsSettings[name];
  const before = isAbsentForSure(leaf, name) ? settled(leaf, old) : undefined;
  return before && { name: old, ...before };
}

/** A text of a setting's list, with the place where it is written. */
export interface CorsEntry {
  readonly setting: string;
  readonly text: string;
  readonly at: Location;
}

/** The texts that a list of origins or patterns certainly has while no variable says otherwise. */
export function corsEntries(
  leaf: SettingsLeaf,
  name: 'CORS_ALLOWED_ORIGINS' | 'CORS_ALLOWED_ORIGIN_REGEXES',
): readonly CorsEntry[] {
  const setting = corsSetting(leaf, name);
  return certainElements(setting?.value).flatMap(({ value, at }) => {
    const text = textValue(value);
    if (text === undefined || setting === undefined) return [];
    // What an unset variable leaves is told of where it is split.
    return text === '' && setting.read !== undefined ? [] : [{ setting: setting.name, text, at }];
  });
}

/** What lets every origin in. */
export interface OpenOrigins {
  readonly setting: string;
  readonly at: Location;
  /** The pattern that every origin fits; undefined for the flag. */
  readonly pattern: string | undefined;
  /** The variable that is unset then; undefined when none decides. */
  readonly variable: string | undefined;
}

/** The setting that lets every origin in; undefined when none certainly does. */
export function openOrigins(leaf: SettingsLeaf): OpenOrigins | undefined {
  const flag = corsSetting(leaf, 'CORS_ALLOW_ALL_ORIGINS');
  if (flag !== undefined && flag.value.kind === 'constant' && truth(flag.value) === true) {
    // `CORS_ALLOW_ALL_ORIGINS = DEBUG`: the fault is that DEBUG falls back to true, which is told of there.
    if (flag.read !== undefined && (flag.read.variable === undefined || decidesDebug(leaf, flag.read.variable)))
      return undefined;
    return { setting: flag.name, at: flag.at, pattern: undefined, variable: flag.read?.variable };
  }
  const found = corsEntries(leaf, 'CORS_ALLOWED_ORIGIN_REGEXES').find(({ text }) => fitsEveryOrigin(text));
  return found && { setting: found.setting, at: found.at, pattern: found.text, variable: undefined };
}

function decidesDebug(leaf: SettingsLeaf, variable: string): boolean {
  const debug = leaf.get('DEBUG')?.value;
  return debug !== undefined && variablesOf(debug).includes(variable);
}

/** True for CORS_ALLOW_CREDENTIALS that is on, or on while a variable is unset. */
export function allowsCredentials(leaf: SettingsLeaf): boolean | undefined {
  if (isAbsentForSure(leaf, 'CORS_ALLOW_CREDENTIALS')) return false;
  const found = settled(leaf, 'CORS_ALLOW_CREDENTIALS');
  return found === undefined ? undefined : truth(found.value);
}

/** True when other sites may only read: CORS_ALLOW_METHODS has no method that changes anything. */
export function corsOnlyReads(leaf: SettingsLeaf): boolean {
  const methods = settled(leaf, 'CORS_ALLOW_METHODS')?.value;
  if (methods?.kind !== 'sequence') return false;
  return methods.elements.every(({ value }) => /^(get|head|options)$/i.test(textValue(value) ?? ''));
}

/** True when CORS_URLS_REGEX leaves some paths out, so that the flag is meant for those that are left; also when it cannot be told. */
export function hasCorsPaths(leaf: SettingsLeaf): boolean {
  if (isAbsentForSure(leaf, 'CORS_URLS_REGEX')) return false;
  const pattern = settled(leaf, 'CORS_URLS_REGEX')?.value;
  return pattern === undefined || !/^\^?(\/?\.\*)?\$?$/.test(textValue(pattern) ?? '-');
}

/** True when two settings have one value, as an old name that is kept beside the new one. */
export function haveOneValue(leaf: SettingsLeaf, a: string, b: string): boolean {
  const written = (name: string): string | undefined =>
    JSON.stringify(effective(leaf, name)?.value, (key, part: unknown) => (/^(at|keyAt)$/.test(key) ? undefined : part));
  return written(a) === written(b);
}

/** How an entry of CORS_ALLOWED_ORIGINS fails: the library's checks ask for scheme and host and nothing else. */
export interface OriginFault {
  readonly fault: 'everything' | 'scheme' | 'wildcard' | 'tail';
  /** What the entry is taken to mean; undefined when that takes a decision. */
  readonly repaired: string | undefined;
}

/** The fault of an origin; undefined for a good one and for `null` and `file://`, which the library takes as they are. */
export function originFault(origin: string): OriginFault | undefined {
  if (origin === 'null' || origin === 'file://') return undefined;
  if (origin === '*') return { fault: 'everything', repaired: undefined };
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(origin);
  if (parts === null) return { fault: 'scheme', repaired: withScheme(origin) };
  const [, scheme = '', host = '', tail = ''] = parts;
  if (host.includes('*')) return { fault: 'wildcard', repaired: undefined };
  return tail === '' ? undefined : { fault: 'tail', repaired: `${scheme}://${host}` };
}

function withScheme(origin: string): string | undefined {
  const host = /^(?:\/\/)?([a-z0-9.-]+(?::\d+)?)\/*$/i.exec(origin)?.[1];
  if (host === undefined) return undefined;
  const isLocal = /^(localhost|127\.|0\.0\.0\.0|10\.|192\.168\.)/i.test(host) || !host.includes('.');
  return `${isLocal ? 'http' : 'https'}://${host}`;
}

const allowing = [...Object.keys(renamedCorsSettings), ...Object.values(renamedCorsSettings)];

/** The setting that lets some origin in, when one certainly is there and not empty. */
export function allowingCorsSetting(leaf: SettingsLeaf): { readonly name: string; readonly at: Location } | undefined {
  for (const name of allowing) {
    const at = isSet(leaf, name) ? certainlyAssigned(leaf, name)?.name : undefined;
    if (at !== undefined) return { name, at };
  }
  return undefined;
}
