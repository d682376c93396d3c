// Variables without which the site cannot work, though the settings load without them.
// Must not judge. Look next at environment-reads.ts (what is known of a read).
import { effective } from '../effective.ts';
import { entryOf } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { DictValue, Value } from '../values.ts';
import { type FollowedRead, isBareText, readsAs, writtenDefault } from './environment-reads.ts';

/** Reads of one part of the settings that give `None` while their variables are unset. */
export interface MissingTogether {
  /** The part as Python writes it: `DATABASES['default']`. */
  readonly label: string;
  readonly reads: readonly { readonly key: string; readonly variable: string; readonly read: FollowedRead }[];
}

/** Database entries that a server needs and that become `None` while their variables are unset. */
export function databasesWithoutServer(leaf: SettingsLeaf): readonly MissingTogether[] {
  const databases = effective(leaf, 'DATABASES');
  if (databases?.value.kind !== 'dict' || databases.overridable) return [];
  return databases.value.entries.flatMap(({ key, value, guard }) => {
    if (value.kind !== 'dict' || value.open || guard !== undefined || !needsServer(value)) return [];
    const reads = ['NAME', 'USER', 'PASSWORD', 'HOST'].flatMap((one) => missing(leaf, one, entryOf(value, one)));
    const names = reads.map((one) => one.key);
    // A lone password is given by other means (a certificate, `.pgpass`), a lone host may be the socket.
    const isIncomplete = names.includes('NAME') || (names.includes('PASSWORD') && names.includes('HOST'));
    return isIncomplete ? [{ label: `DATABASES['${key}']`, reads }] : [];
  });
}

function needsServer(database: DictValue): boolean {
  const engine = entryOf(database, 'ENGINE');
  const isServer = engine?.kind === 'constant' && /postg|mysql|oracle|mssql/.test(String(engine.value));
  const options = entryOf(database, 'OPTIONS');
  const service = ['service', 'passfile', 'read_default_file'].some((key) => entryOf(options, key) !== undefined);
  return isServer && !service && !(options !== undefined && options.kind !== 'dict');
}

/** The broker's address where it becomes `None` while its variable is unset. */
export function brokerWithoutAddress(leaf: SettingsLeaf): readonly MissingTogether[] {
  return ['CELERY_BROKER_URL', 'BROKER_URL'].flatMap((label) => {
    const found = effective(leaf, label);
    const reads = found === undefined || found.overridable ? [] : missing(leaf, label, found.value);
    return reads.length > 0 ? [{ label, reads }] : [];
  });
}

function missing(leaf: SettingsLeaf, key: string, value: Value | undefined): MissingTogether['reads'] {
  if (value?.kind !== 'environment') return [];
  return readsAs(value).flatMap((read) => {
    const { variable } = read;
    if (variable === undefined || leaf.guarded.has(variable) || !isBareText(read)) return [];
    const isNone =
      writtenDefault(read)?.value === null && read.fallback?.kind === 'constant' && read.fallback.value === null;
    return isNone ? [{ key, variable, read }] : [];
  });
}
