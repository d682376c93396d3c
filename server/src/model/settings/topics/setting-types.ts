// What Django expects at a place of the settings, where another type does harm, and what the project gives it.
// Facts only: the harm was seen in Django 4.2.30 and 6.1.3. Look next at environment-reads.ts (what variables give).
import { settingReference } from '../../../data/settings-reference.ts';
import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { installs } from '../installed.ts';
import { certainElements, entryOf } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { Value } from '../values.ts';

/** A place that wants one type of value. */
export interface TypedPlace {
  /** The setting, or the last key below it: `CONN_MAX_AGE`. */
  readonly name: string;
  /** As Python writes it: `DATABASES['default']['CONN_MAX_AGE']`. */
  readonly label: string;
  readonly value: Value;
  /** The value in the statement that won. */
  readonly at: Location;
}

/** Booleans of well-known libraries. */
const libraryFlags = [
  'AWS_QUERYSTRING_AUTH',
  'AWS_S3_FILE_OVERWRITE',
  'CELERY_TASK_ALWAYS_EAGER',
  'COMPRESS_ENABLED',
  'COMPRESS_OFFLINE',
  'CORS_ALLOW_ALL_ORIGINS',
  'CORS_ALLOW_CREDENTIALS',
  'CORS_ORIGIN_ALLOW_ALL',
  'WHITENOISE_AUTOREFRESH',
];

const databaseFlags = ['ATOMIC_REQUESTS', 'AUTOCOMMIT', 'CONN_HEALTH_CHECKS'];

/** Numbers with what a text in their place does; Django passes on those that are not here, or converts them itself. */
const numbers: { readonly [name: string]: string } = {
  CACHE_MIDDLEWARE_SECONDS: 'Each page that the cache middleware keeps fails with `TypeError`',
  CONN_MAX_AGE:
    'Django adds it to the time when a connection opens, so each use of the database fails with `TypeError`',
  CSRF_COOKIE_AGE: 'Each response that sets the CSRF cookie fails with `TypeError`',
  DATA_UPLOAD_MAX_MEMORY_SIZE: 'Each POST of a form fails with `TypeError`',
  DATA_UPLOAD_MAX_NUMBER_FIELDS: 'Each POST of a form fails with `TypeError`',
  DATA_UPLOAD_MAX_NUMBER_FILES: 'Each upload of a file fails with `TypeError`',
  EMAIL_TIMEOUT: 'Each connection to the mail server fails with `TypeError`',
  FILE_UPLOAD_DIRECTORY_PERMISSIONS: 'Saving an upload into a new folder fails with `TypeError`',
  FILE_UPLOAD_MAX_MEMORY_SIZE: 'Each upload of a file fails with `TypeError`',
  FILE_UPLOAD_PERMISSIONS: 'Saving an upload fails with `TypeError`',
  LANGUAGE_COOKIE_AGE: 'Changing the language fails with `TypeError`',
  MESSAGE_LEVEL: 'Each message that a view adds fails with `TypeError`',
  PASSWORD_RESET_TIMEOUT: 'Each link to reset a password fails with `TypeError`',
  SECURE_HSTS_SECONDS:
    "It goes into the header as it is, but a text is true whatever it says: `'0'` still passes for HSTS in `check --deploy`",
  SESSION_COOKIE_AGE: 'Each response that saves a session fails with `TypeError`',
  SITE_ID: 'The system check `sites.E101` fails, and with it `migrate` and most other commands',
};

const atLoad = 'Django raises `ImproperlyConfigured` when the settings are loaded: nothing starts';

/** Lists and tuples of texts with what one text in their place does. */
const lists: { readonly [name: string]: string } = {
  ALLOWED_HOSTS: atLoad,
  AUTHENTICATION_BACKENDS: 'Django imports each character as a backend, so every login fails with `ImportError`',
  CORS_ALLOWED_ORIGINS: 'django-cors-headers takes each character for an origin, and its system check fails',
  CORS_ORIGIN_WHITELIST: 'django-cors-headers takes each character for an origin, and its system check fails',
  CSRF_TRUSTED_ORIGINS:
    'Django takes each character for an origin: the system check `4_0.E001` fails, and with it `migrate` and most other commands',
  DIRS: 'Django goes through its characters for folders, and finds no template',
  FILE_UPLOAD_HANDLERS: 'Django imports each character as a handler, so every upload fails with `ImportError`',
  INSTALLED_APPS: atLoad,
  INTERNAL_IPS: 'Django looks for the address of the client inside the text, so that parts of an address match as well',
  LOCALE_PATHS: atLoad,
  MIDDLEWARE: 'Django imports each character as a middleware, so the server stops at its start with `ImportError`',
  PASSWORD_HASHERS: 'Django imports each character as a hasher, so every login fails with `ImportError`',
  SECRET_KEY_FALLBACKS: atLoad,
  STATICFILES_DIRS:
    'The system check `staticfiles.E001` fails, and with it `collectstatic`, `migrate` and most other commands',
  STATICFILES_FINDERS: 'Django imports each character as a finder, so `collectstatic` fails with `ImportError`',
};

/** Settings whose value has to be a list or tuple, or Django does not load. */
const checkedAtLoad = ['ALLOWED_HOSTS', 'INSTALLED_APPS', 'LOCALE_PATHS', 'SECRET_KEY_FALLBACKS'];

/** Settings of several values for which `None` is no value. */
const neverNone = [
  ...checkedAtLoad,
  'CACHES',
  'CSRF_TRUSTED_ORIGINS',
  'DATABASES',
  'FILE_UPLOAD_HANDLERS',
  'LANGUAGES',
  'MIDDLEWARE',
  'SECURE_REDIRECT_EXEMPT',
  'STATICFILES_DIRS',
  'STATICFILES_FINDERS',
  'STORAGES',
  'TEMPLATES',
];

const mappings = ['CACHES', 'DATABASES', 'MAILERS', 'STORAGES', 'TASKS'];

/** What a text in place of a number does, as a sentence without its full stop; undefined for a number that may be a text. */
export function harmOfText(name: string): string | undefined {
  return Object.hasOwn(numbers, name) ? numbers[name] : undefined;
}

/** What one text in place of a list of texts does, as a sentence without its full stop; undefined for anything but such a list. */
export function harmOfOneText(name: string): string | undefined {
  return Object.hasOwn(lists, name) ? lists[name] : undefined;
}

/** True for a setting that is either true or false. */
export function isFlag(name: string): boolean {
  const types = settingReference(name)?.types;
  return (types?.length === 1 && types[0] === 'bool') || libraryFlags.includes(name);
}

/** True for a setting that holds one text and nothing else. */
export function isText(name: string): boolean {
  const types = settingReference(name)?.types ?? [];
  return types.includes('str') && types.every((type) => type === 'str' || type === 'None' || type === 'Path');
}

/** True for a setting with one value: a truth, a number or a text. */
export function isScalar(name: string): boolean {
  return isFlag(name) || isText(name) || Object.hasOwn(numbers, name) || name === 'EMAIL_PORT';
}

/** True for a setting that Django takes apart as a list and loads only as list or tuple. */
export function needsListAtLoad(name: string): boolean {
  return checkedAtLoad.includes(name);
}

/** True for a setting with which Django fails while it is `None`. */
export function refusesNone(name: string): boolean {
  return neverNone.includes(name);
}

/** True for a setting that maps names to parts of the configuration. */
export function isMapping(name: string): boolean {
  return mappings.includes(name);
}

/** The places that want a truth. */
export function flagPlaces(leaf: SettingsLeaf): readonly TypedPlace[] {
  return [...settings(leaf, isFlag), ...databaseOptions(leaf, (key) => databaseFlags.includes(key))];
}

/** The places that want a number, where a text does harm. */
export function numberPlaces(leaf: SettingsLeaf): readonly TypedPlace[] {
  return [
    ...settings(leaf, (name) => name !== 'CONN_MAX_AGE' && isCalculated(leaf, name)),
    ...databaseOptions(leaf, (key) => key === 'CONN_MAX_AGE'),
  ];
}

/** True for a number that a text harms in this project: the name of SITE_ID is free without the app that reads it. */
export function isCalculated(leaf: SettingsLeaf, name: string): boolean {
  return harmOfText(name) !== undefined && (name !== 'SITE_ID' || installs(leaf, 'django.contrib.sites') === true);
}

/** The places that want a list of texts. */
export function listPlaces(leaf: SettingsLeaf): readonly TypedPlace[] {
  return [...settings(leaf, (name) => name !== 'DIRS' && harmOfOneText(name) !== undefined), ...templateFolders(leaf)];
}

function templateFolders(leaf: SettingsLeaf): readonly TypedPlace[] {
  const setting = effective(leaf, 'TEMPLATES');
  if (setting === undefined || setting.overridable) return [];
  return certainElements(setting.value).flatMap(({ value: engine }, i) => {
    const value = entryOf(engine, 'DIRS');
    return value === undefined ? [] : [{ name: 'DIRS', label: `TEMPLATES[${i}]['DIRS']`, value, at: value.at }];
  });
}

function settings(leaf: SettingsLeaf, wants: (name: string) => boolean): readonly TypedPlace[] {
  return leaf.names.flatMap((name) => {
    const setting = wants(name) ? effective(leaf, name) : undefined;
    if (setting === undefined || setting.overridable) return [];
    return [{ name, label: name, value: setting.value, at: setting.assigned?.value ?? setting.value.at }];
  });
}

function databaseOptions(leaf: SettingsLeaf, wants: (key: string) => boolean): readonly TypedPlace[] {
  const setting = effective(leaf, 'DATABASES');
  if (setting?.value.kind !== 'dict' || setting.overridable) return [];
  return setting.value.entries.flatMap(({ key: alias, value: database, guard }) => {
    if (database.kind !== 'dict' || guard !== undefined) return [];
    return database.entries.flatMap(({ key, value, guard: condition }) =>
      typeof key === 'string' && condition === undefined && wants(key)
        ? [{ name: key, label: `DATABASES['${alias}']['${key}']`, value, at: value.at }]
        : [],
    );
  });
}
