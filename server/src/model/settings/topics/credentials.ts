// The credentials that a leaf's settings certainly hold as texts of the code, each with what rules must know to judge it.
// Must not give a text. Look next at secret-text.ts (what is known of one).
import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { DictValue, EnvironmentValue, SecretValue, Value } from '../values.ts';

/** What a literal is, so that each has one rule that speaks of it. */
export type CredentialKind = 'url' | 'database' | 'named';

/** A credential that is written in the code. */
export interface Credential {
  readonly kind: CredentialKind;
  readonly setting: string;
  /** Keys below the setting, as `default` and `PASSWORD`. */
  readonly keys: readonly string[];
  readonly secret: SecretValue;
  /** The read that falls back to it; undefined where nothing else can take its place. */
  readonly read: EnvironmentValue | undefined;
  /** The dict that holds it. */
  readonly within: DictValue | undefined;
  /** The literal. */
  readonly at: Location;
}

/** Rules of their own speak of these. */
const ownRules = new Set(['SECRET_KEY', 'SECRET_KEY_FALLBACKS']);

interface Walk {
  readonly setting: string;
  readonly keys: readonly string[];
  readonly read: EnvironmentValue | undefined;
  readonly within: DictValue | undefined;
}

/** The credentials of a leaf, each literal once, in the order of the settings' names. */
export function credentials(leaf: SettingsLeaf): readonly Credential[] {
  const found = new Map<string, Credential>();
  for (const setting of leaf.names) {
    const value = ownRules.has(setting) ? undefined : effective(leaf, setting);
    if (value === undefined || value.overridable || value.rejected) continue;
    collect(value.value, { setting, keys: [], read: undefined, within: undefined }, (one) => {
      const key = `${one.at.file}:${one.at.span.start}`;
      if (!found.has(key)) found.set(key, one);
    });
  }
  return [...found.values()];
}

function collect(value: Value, walk: Walk, take: (one: Credential) => void): void {
  switch (value.kind) {
    case 'secret': {
      const url = value.url ?? urlBehind(value, walk);
      const kind = kindOf(value, url, walk);
      const { setting, read, within } = walk;
      const keys = value.url === undefined && url !== undefined ? walk.keys.slice(0, -1) : walk.keys;
      if (kind !== undefined) take({ kind, setting, keys, secret: { ...value, url }, read, within, at: value.at });
      return;
    }
    case 'environment':
      if (value.fallback !== undefined) collect(value.fallback, { ...walk, read: value }, take);
      return;
    case 'call':
      for (const one of value.given ?? []) collect(one, walk, take);
      return;
    case 'sequence':
      for (const one of value.elements) if (!one.many && one.guard === undefined) collect(one.value, walk, take);
      return;
    case 'dict':
      for (const { key, value: inner, guard } of value.entries)
        if (guard === undefined && key !== 'TEST')
          collect(inner, { ...walk, keys: [...walk.keys, String(key)], within: value }, take);
      return;
    default:
  }
}

/** The address that a library took a password from: the host beside it stands in the same text. */
function urlBehind(secret: SecretValue, { within, keys }: Walk): SecretValue['url'] {
  if (!/PASSWORD$/.test(keys.at(-1) ?? '')) return undefined;
  const written = (name: string): Value | undefined => {
    const value = within?.entries.find(({ key }) => key === name)?.value;
    return value?.kind === 'environment' ? value.fallback : value;
  };
  const host = written('HOST') ?? written('EMAIL_HOST');
  const isOneText =
    host?.kind === 'constant' && host.at.file === secret.at.file && host.at.span.start === secret.at.span.start;
  if (!isOneText) return undefined;
  const engine = written('ENGINE');
  const scheme = engine?.kind === 'constant' ? String(engine.value).replace(/^.*\./, '') : 'mail';
  const isLocal = !String(host.value).includes('.') || /^(127\.|0\.0\.0\.0)/.test(String(host.value));
  return { scheme, isTemplate: false, isStandIn: secret.isStandIn || secret.sameAsUser, isLocal };
}

/** Undefined for a text that is masked only to be careful, as `TOKEN_TYPE_CLAIM`. */
function kindOf(
  secret: SecretValue,
  url: SecretValue['url'],
  { setting, keys, read }: Walk,
): CredentialKind | undefined {
  if (secret.length === 0) return undefined;
  if (url !== undefined) return url.isTemplate ? undefined : 'url';
  if (secret.length === 0 || secret.isOther) return undefined;
  if (setting === 'DATABASES' && keys.length === 2 && keys[1] === 'PASSWORD') return 'database';
  const variable = read?.variable;
  const names = [keys.at(-1) ?? setting, ...(variable === undefined ? [] : [variable])];
  return names.some(namesCredential) ? 'named' : undefined;
}

const credentialName =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET(_?KEY)?|API_?KEY|API_?SECRET|API_?PASSWORD|(API|AUTH|ACCESS|BOT|BEARER|REFRESH|USER|PERSONAL|SERVICE|SECRET|WEBHOOK)_?TOKEN|TOKEN|ACCESS_?KEY|ACCOUNT_?KEY|PRIVATE_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|FERNET_?KEY|(CLIENT|APP|CONSUMER|WEBHOOK|SHARED|JWT)_?SECRET)$/i;
/** Names that end like a secret's and are public, name something about it, or say that nothing of production opens with it. */
const publicName =
  /PUBLIC|PUBLISHABLE|SITE_?KEY|(^|_)(COOKIE|HEADER|FIELD|CSRF|FORM|PARAM|PREFIX|MAX|MIN|RESET|CHANGE|FORGOT|DISABLE|ENABLE|USE|REQUIRE|ROTATE|VERIFY|HAS|IS|SHOW|ALLOW|URL|SCHEMA|TYPE|MAPS?|JS|FRONTEND|CLIENT_ACCESS|DEBUG|TEST|TESTING|SANDBOX|DEMO|DUMMY)(_|$)|_ID$/i;

/** True for a name under which only a credential makes sense: `EMAIL_HOST_PASSWORD`, `client_secret`, `SIGNING_KEY`. */
export function namesCredential(name: string): boolean {
  // `accessToken` as `access_Token`
  const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/-/g, '_');
  return credentialName.test(spaced) && !publicName.test(spaced);
}

/** The database of which a credential is a part: whether it is on this machine or a container's, and whether it has a password at all. */
export function databaseOf({ within }: Credential): { readonly isLocal: boolean; readonly isFile: boolean } {
  const textOf = (key: string): string | undefined => {
    const value = within?.entries.find((entry) => entry.key === key)?.value;
    const known = value?.kind === 'environment' ? value.fallback : value;
    if (value === undefined) return '';
    return known?.kind === 'constant' && typeof known.value === 'string' ? known.value : undefined;
  };
  const host = textOf('HOST');
  const isLocal =
    host !== undefined && (!host.includes('.') || /^(127\.|0\.0\.0\.0|host\.docker\.internal|\/)/.test(host));
  return { isLocal, isFile: /sqlite|spatialite|dummy/.test(textOf('ENGINE') ?? '') };
}

/** The name of a variable that can take a credential's place. */
export function variableFor({ kind, setting, keys }: Credential): string {
  const parts = [
    setting,
    ...keys.filter((key) => key !== 'default' && !/^(OPTIONS|CONFIG|LOCATION|hosts|\d+)$/.test(key)),
  ];
  if (setting === 'DATABASES') parts[0] = 'DATABASE';
  if (setting === 'CACHES') parts[0] = 'CACHE';
  const name = parts
    .join('_')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  return kind === 'url' && !/URL|URI|DSN|BACKEND|BROKER/.test(name) ? `${name}_URL` : name;
}
