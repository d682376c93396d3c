import { type DefaultValue, defaultIn } from '../../../data/settings-reference.ts';
import type { Location } from '../../../text/location.ts';
import { djangoSeriesOf } from '../django-series.ts';
import { cspConstant } from '../topics/csp-constants.ts';
import { constant, unknown, type Value } from '../values.ts';

/** Constants of libraries that settings are built from. Of django-cors-headers 4: 3.x allowed a few headers more. */
const constants: { readonly [path: string]: number | readonly string[] } = {
  'corsheaders.defaults.default_headers': [
    ...['accept', 'authorization', 'content-type', 'user-agent', 'x-csrftoken', 'x-requested-with'],
  ],
  'corsheaders.defaults.default_methods': ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
  'logging.CRITICAL': 50,
  'logging.ERROR': 40,
  'logging.WARNING': 30,
  'logging.INFO': 20,
  'logging.DEBUG': 10,
  'logging.NOTSET': 0,
};

const globalSettings = 'django.conf.global_settings.';

/** The value of a name of a library, where it is the same in all versions that matter. */
export function libraryValue(path: string, at: Location): Value | undefined {
  if (path.startsWith(globalSettings)) return djangoValue(path.slice(globalSettings.length), at);
  const word = cspConstant(path);
  if (word !== undefined) return constant(word, at);
  const known = Object.hasOwn(constants, path) ? constants[path] : undefined;
  if (known === undefined) return undefined;
  if (typeof known === 'number') return constant(known, at);
  return listOf('tuple', known, at);
}

/** Django's own default, unless it has changed over the series that projects run on. */
function djangoValue(name: string, at: Location): Value | undefined {
  const [first, ...rest] = djangoSeriesOf(undefined).map((series) => defaultIn(name, series));
  const isSame = rest.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return first === undefined || !isSame ? undefined : fromDefault(first, at);
}

function fromDefault(value: DefaultValue, at: Location): Value {
  if (value === null || typeof value !== 'object') return constant(value, at);
  if (isList(value)) return listOf('list', value, at);
  const { $tuple: tuple, $repr: repr } = value;
  if (tuple !== undefined && isList(tuple)) return listOf('tuple', tuple, at);
  if (repr !== undefined) return unknown(at);
  const entries = Object.entries(value).map(([key, one]) => ({
    key,
    keyAt: at,
    value: fromDefault(one, at),
    guard: undefined,
  }));
  return { kind: 'dict', entries, open: false, at };
}

function isList(value: DefaultValue): value is readonly DefaultValue[] {
  return Array.isArray(value);
}

function listOf(bracket: 'list' | 'tuple', items: readonly DefaultValue[], at: Location): Value {
  const elements = items.map((one) => ({ value: fromDefault(one, at), many: false, guard: undefined, at }));
  return { kind: 'sequence', bracket, elements, at };
}
