// Constants of a type with which Django certainly does not do what is written.
// Must not judge what variables give: environment-reads.ts. Look next at setting-types.ts (what Django expects, and the harm).
import { settingReference } from '../../../data/settings-reference.ts';
import type { Location } from '../../../text/location.ts';
import { seriesFrom } from '../django-series.ts';
import { type Settled, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { SequenceValue, Value } from '../values.ts';
import {
  harmOfOneText,
  harmOfText,
  isCalculated,
  isFlag,
  isMapping,
  isText,
  needsListAtLoad,
  numberPlaces,
  refusesNone,
} from './setting-types.ts';

/** A value of the wrong type. */
export interface TypeFault {
  /** As Python writes it: `DATABASES['default']['CONN_MAX_AGE']`. */
  readonly label: string;
  readonly at: Location;
  /** What it is and what Django wants, with articles: `a text`, `a number`. */
  readonly is: string;
  readonly wanted: string;
  /** What happens, as a sentence without its full stop. */
  readonly harm: string;
  /** Python to put in its place; undefined when that takes thought. */
  readonly newText: string | undefined;
  /** It works as it is meant to. */
  readonly isHarmless: boolean;
  /** Code that runs today will do something else with `newText`. */
  readonly changesWhatRuns: boolean;
}

const atLoad = 'Django raises `ImproperlyConfigured` when the settings are loaded: nothing starts';
const notIterable = 'Django goes through its elements and fails with `TypeError`';

type Fault = Omit<TypeFault, 'label' | 'at'>;

/** The faults of a leaf's constants, by name of the setting. */
export function typeFaults(leaf: SettingsLeaf): readonly TypeFault[] {
  const found = leaf.names.flatMap((name) => {
    const set = settled(leaf, name);
    if (set === undefined || set.read !== undefined || isBehindComma(set) || !isDjangos(leaf, name)) return [];
    const fault = faultOf(leaf, name, set.value);
    return fault === undefined ? [] : [{ ...fault, label: name, at: set.at }];
  });
  const options = numberPlaces(leaf).flatMap(({ name, label, value }) => {
    const fault = name === label ? undefined : numberFault(name, value);
    return fault === undefined ? [] : [{ ...fault, label, at: value.at }];
  });
  return [...found, ...options];
}

/** False for a name that Django does not read yet: it is the project's own. */
function isDjangos(leaf: SettingsLeaf, name: string): boolean {
  const since = settingReference(name)?.since;
  return since === undefined || seriesFrom(leaf.django, since).all;
}

/** `DEBUG = False,`: types/trailing-comma speaks of it. */
function isBehindComma({ value }: Settled): boolean {
  const [first] = value.kind === 'sequence' && value.bracket === 'tuple' ? value.elements : [];
  return first?.at.file === value.at.file && first?.at.span.start === value.at.span.start;
}

function faultOf(leaf: SettingsLeaf, name: string, value: Value): Fault | undefined {
  if (isFlag(name)) return flagFault(value);
  if (isCalculated(leaf, name)) return numberFault(name, value);
  if (isMapping(name)) return mappingFault(value);
  if (name === 'TEMPLATES' && value.kind === 'dict' && value.entries.length > 0)
    return wrong('a dict', 'a list of dicts', 'Django takes each key for an engine, and the first template fails');
  if (name === 'SECURE_PROXY_SSL_HEADER' && value.kind === 'constant' && typeof value.value === 'string')
    return wrong('a text', 'a tuple of header and value', 'Every request fails with `ImproperlyConfigured`');
  if (value.kind === 'constant' && value.value === null && refusesNone(name))
    return {
      ...wrong('`None`', 'a list', needsListAtLoad(name) ? atLoad : notIterable),
      newText: '[]',
      changesWhatRuns: true,
    };
  if (harmOfOneText(name) !== undefined) return listFault(name, value);
  return isText(name) ? textFault(name, value) : undefined;
}

function wrong(is: string, wanted: string, harm: string): Fault {
  return { is, wanted, harm, newText: undefined, isHarmless: false, changesWhatRuns: false };
}

function flagFault(value: Value): Fault | undefined {
  if (value.kind === 'sequence' && value.elements.length > 0)
    return wrong(bracketOf(value), 'a boolean', 'It is true whatever its elements are');
  if (value.kind !== 'constant' || typeof value.value !== 'string') return undefined;
  const word = value.value.trim().toLowerCase();
  if (['false', '0', 'no', 'off', 'none', 'n', 'f'].includes(word)) {
    const harm = 'Every text but the empty one is true: the setting is on';
    return { ...wrong('a text', 'a boolean', harm), newText: 'False', changesWhatRuns: true };
  }
  if (!['true', '1', 'yes', 'on', 'y', 't'].includes(word)) return undefined;
  const harm = 'It is on, as every text but the empty one is: whoever changes it to the text for no changes nothing';
  return { ...wrong('a text', 'a boolean', harm), newText: 'True', isHarmless: true };
}

function numberFault(name: string, value: Value): Fault | undefined {
  if (value.kind !== 'constant') return undefined;
  const isHsts = name === 'SECURE_HSTS_SECONDS';
  if (isHsts && value.value === true)
    return wrong('a boolean', 'a number', 'The header says `max-age=True`, which browsers ignore: there is no HSTS');
  if (typeof value.value !== 'string') return undefined;
  const newText = /^[1-9]\d*$|^0$/.test(value.value) ? value.value : undefined;
  return { ...wrong('a text', 'a number', harmOfText(name) ?? ''), newText, isHarmless: isHsts };
}

function mappingFault(value: Value): Fault | undefined {
  const is = value.kind === 'sequence' ? bracketOf(value) : isNone(value) ? '`None`' : undefined;
  return is === undefined ? undefined : wrong(is, 'a dict', 'Django looks names up in it and fails as soon as it does');
}

function isNone(value: Value): boolean {
  return value.kind === 'constant' && value.value === null;
}

function listFault(name: string, value: Value): Fault | undefined {
  const isScalar = value.kind === 'constant' && (typeof value.value === 'boolean' || typeof value.value === 'number');
  if (isScalar)
    return wrong(
      typeof value.value === 'boolean' ? 'a boolean' : 'a number',
      'a list',
      needsListAtLoad(name) ? atLoad : notIterable,
    );
  if (needsListAtLoad(name) && value.kind === 'dict') return wrong('a dict', 'a list', atLoad);
  if (value.kind !== 'sequence' || value.bracket !== 'set') return undefined;
  if (needsListAtLoad(name)) return wrong('a set', 'a list', atLoad);
  const isOrdered = name === 'MIDDLEWARE' && value.elements.length > 1;
  return isOrdered
    ? wrong('a set', 'a list', 'A set has no order: each process runs the middleware in another one')
    : undefined;
}

function textFault(name: string, value: Value): Fault | undefined {
  const harm = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (harm === undefined || value.kind !== 'sequence') return undefined;
  return wrong(bracketOf(value), 'a text', harm);
}

const asText = 'Django uses it as a text and fails with `AttributeError`';
const asPath = 'Django joins it to a path and fails with `TypeError` as soon as a file is written or collected';

const texts: { readonly [name: string]: string } = {
  AUTH_USER_MODEL: asText,
  LANGUAGE_CODE: asText,
  MEDIA_ROOT: asPath,
  MEDIA_URL: asText,
  ROOT_URLCONF: 'Django takes its elements for URL patterns, and the system check `urls.E004` fails',
  SESSION_COOKIE_NAME: asText,
  STATIC_ROOT: asPath,
  STATIC_URL: asText,
  TIME_ZONE: asText,
};

function bracketOf({ bracket }: SequenceValue): string {
  return `a ${bracket}`;
}
