import { lastPart } from '../../../text/dotted-name.ts';
import type { Location } from '../../../text/location.ts';
import { seriesFrom } from '../django-series.ts';
import { entryOf, isAbsentForSure, outcome, outcomeConstant, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { textValue, type Value } from '../values.ts';

const backends = 'django.contrib.sessions.backends.';
const engines = ['db', 'file', 'cache', 'cached_db', 'signed_cookies'] as const;

/** A session engine of Django's own. */
export type SessionEngine = (typeof engines)[number];

/** The engine of Django that the leaf certainly uses, and where that is set; undefined for its default too. */
export function sessionEngine(
  leaf: SettingsLeaf,
): { readonly engine: SessionEngine; readonly at: Location } | undefined {
  const found = settled(leaf, 'SESSION_ENGINE');
  const path = found?.read === undefined ? textValue(found?.value ?? { kind: 'absent' }) : undefined;
  const engine = engines.find((one) => path === `${backends}${one}`);
  return found === undefined || engine === undefined ? undefined : { engine, at: found.at };
}

/** A value of SESSION_ENGINE that Django cannot import a session store from. */
export interface BrokenEngine {
  readonly kind: 'empty' | 'missing' | 'class';
  readonly written: string;
  readonly at: Location;
  /** The module that was probably meant. */
  readonly instead: string | undefined;
}

/** Judges SESSION_ENGINE by the modules that Django has in every version; undefined when it may well be there. */
export function brokenSessionEngine(leaf: SettingsLeaf): BrokenEngine | undefined {
  const found = settled(leaf, 'SESSION_ENGINE');
  if (found === undefined || found.value.kind !== 'constant') return undefined;
  const { at } = found;
  const path = found.value.value;
  if (typeof path !== 'string' || path === '') {
    const written = path === null ? 'None' : path === '' ? "''" : String(path);
    return { kind: 'empty', written, at, instead: `${backends}db` };
  }
  const written = `'${path}'`;
  const module = /^(.+)\.SessionStore$/.exec(path)?.[1];
  if (module !== undefined) return { kind: 'class', written, at, instead: module };
  if (!path.startsWith('django.') || engines.some((one) => path === `${backends}${one}`)) return undefined;
  const meant = meantEngine(lastPart(path));
  return { kind: 'missing', written, at, instead: meant && `${backends}${meant}` };
}

function meantEngine(word: string): SessionEngine | undefined {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (/^cache[ds]?(db|database)$/.test(plain)) return 'cached_db';
  if (/^(redis|memcached?|cached?|caches|locmem)/.test(plain)) return 'cache';
  if (/^(db|database|sql|model)/.test(plain)) return 'db';
  if (/cookies?$/.test(plain)) return 'signed_cookies';
  return /^files?/.test(plain) ? 'file' : undefined;
}

/** The cache that sessions are kept in. */
export interface SessionCache {
  readonly engine: 'cache' | 'cached_db';
  /** The value of SESSION_ENGINE. */
  readonly at: Location;
  readonly alias: string;
  /** The value of SESSION_CACHE_ALIAS; undefined for the default. */
  readonly aliasAt: Location | undefined;
  /** Aliases of CACHES, for a dict that is seen to its end; undefined for one that is not. */
  readonly aliases: readonly string[] | undefined;
  /** Dotted path of the cache's class; undefined when it cannot be told. */
  readonly backend: string | undefined;
  /** The cache hides its failures, so that a lost connection reads like an empty cache. */
  readonly ignoresErrors: boolean;
  /** The cache in CACHES; undefined where Django's default applies. */
  readonly backendAt: Location | undefined;
}

/** The cache behind the engines `cache` and `cached_db`; undefined for other engines and where the alias cannot be told. */
export function sessionCache(leaf: SettingsLeaf): SessionCache | undefined {
  const used = sessionEngine(leaf);
  if (used === undefined || (used.engine !== 'cache' && used.engine !== 'cached_db')) return undefined;
  const set = outcome(leaf, 'SESSION_CACHE_ALIAS');
  const alias = outcomeConstant(set);
  if (typeof alias !== 'string' || set === undefined) return undefined;
  const aliasAt = set.from === 'module' ? set.at : undefined;
  const base = { engine: used.engine, at: used.at, alias, aliasAt, backendAt: undefined };
  if (isAbsentForSure(leaf, 'CACHES')) {
    const backend = alias === 'default' ? 'django.core.cache.backends.locmem.LocMemCache' : undefined;
    return { ...base, aliases: ['default'], backend, ignoresErrors: false };
  }
  const caches = settled(leaf, 'CACHES')?.value;
  const isWhole = caches?.kind === 'dict' && !caches.open;
  const entry = entryOf(caches, alias);
  const backend = entryOf(entry, 'BACKEND');
  return {
    ...base,
    aliases: isWhole ? caches.entries.map(({ key }) => String(key)) : undefined,
    backend: backend && textValue(backend),
    ignoresErrors: ignoresErrors(leaf, entry),
    backendAt: backend?.at,
  };
}

function ignoresErrors(leaf: SettingsLeaf, entry: Value | undefined): boolean {
  const own = entryOf(entryOf(entry, 'OPTIONS'), 'IGNORE_EXCEPTIONS');
  if (own !== undefined) return own.kind === 'constant' && own.value === true;
  const forAll = settled(leaf, 'DJANGO_REDIS_IGNORE_EXCEPTIONS')?.value;
  return forAll?.kind === 'constant' && forAll.value === true;
}

/** A SESSION_SERIALIZER that pickles. */
export interface PickledSessions {
  readonly written: string;
  readonly at: Location;
  /** Every series that the project allows is one without Django's class. */
  readonly isRemoved: boolean;
  readonly isDjangos: boolean;
}

const picklers = [
  'django.contrib.sessions.serializers.PickleSerializer',
  'django.core.serializers.base.PickleSerializer',
];

/** Whether sessions are pickled by Django's PickleSerializer or a subclass of it; undefined when not, or when it cannot be told. */
export function pickledSessions(leaf: SettingsLeaf): PickledSessions | undefined {
  const found = settled(leaf, 'SESSION_SERIALIZER');
  const path = found?.read === undefined ? textValue(found?.value ?? { kind: 'absent' }) : undefined;
  if (found === undefined || path === undefined) return undefined;
  if (!leaf.ancestry(path).names.some((name) => picklers.includes(name))) return undefined;
  const isRemoved = leaf.django !== undefined && seriesFrom(leaf.django, '5.0').all;
  return { written: `'${path}'`, at: found.at, isRemoved, isDjangos: picklers.includes(path) };
}
