import type { Location } from '../../text/location.ts';
import { deployChecks } from './deploy-checks.ts';
import type { Environment } from './environment.ts';
import type { Verdict } from './judgement.ts';
import { asCommitted, type SettingsLeaf } from './settings-model.ts';
import type { DictValue, Value } from './values.ts';

/** Where a setting's value comes from. */
export type ValueClass = 'constant' | 'environment' | 'mixed' | 'default' | 'unknown';

export interface SettingFact {
  readonly class: ValueClass;
  /** Undefined for a default. */
  readonly at: Location | undefined;
}

/** What is known of a leaf, finding or not; no value of a setting is in it. */
export interface SettingsFacts {
  readonly module: string;
  readonly file: string;
  readonly environment: Environment;
  readonly checks: Readonly<Record<string, Verdict>>;
  readonly values: Readonly<Record<string, SettingFact>>;
}

/** Settings that are listed even when the module leaves them to Django. */
const alwaysListed = [
  'ALLOWED_HOSTS',
  'CSRF_COOKIE_SECURE',
  'DEBUG',
  'SECRET_KEY',
  'SECURE_HSTS_SECONDS',
  'SECURE_SSL_REDIRECT',
  'SESSION_COOKIE_SECURE',
] as const;

/** The facts of one leaf, as the repository holds it. */
export function settingsFacts(given: SettingsLeaf): SettingsFacts {
  const leaf = asCommitted(given);
  const names = [...new Set([...leaf.names, ...alwaysListed])].sort();
  const values = Object.fromEntries(names.map((name) => [name, factOf(leaf, name)]));
  const { module, file, environment } = leaf;
  return { module, file, environment, checks: deployChecks(leaf), values };
}

function factOf(leaf: SettingsLeaf, name: string): SettingFact {
  const setting = leaf.get(name);
  if (setting === undefined || setting.value.kind === 'absent') {
    return { class: leaf.open ? 'unknown' : 'default', at: undefined };
  }
  const at = setting.assigned?.name ?? setting.value.at;
  return { class: setting.overridable ? 'unknown' : classOf(setting.value), at };
}

/** Where a value comes from, in one word. */
export function classOf(value: Value): ValueClass {
  switch (value.kind) {
    case 'constant':
    case 'bytes':
    case 'secret':
    case 'path':
    case 'symbol':
      return 'constant';
    case 'environment':
      return 'environment';
    case 'sequence':
      return joined(value.elements.map((element) => (element.many ? 'unknown' : classOf(element.value))));
    case 'dict':
      return joined([
        ...value.entries.map((entry) => classOf(entry.value)),
        ...(value.open ? [classOfRest(value)] : []),
      ]);
    case 'union':
      return joined(value.variants.map((variant) => classOf(variant.value)));
    case 'absent':
      return 'default';
    default:
      return 'unknown';
  }
}

/** Where entries come from that are not known by name: the URL in a variable, or nobody knows. */
function classOfRest({ entries }: DictValue): ValueClass {
  const isOfUrl = entries.some((entry) => entry.value.kind === 'environment' && entry.value.cast === 'url');
  return isOfUrl ? 'environment' : 'unknown';
}

/** Parts that agree give their class; an unknown part hides all else. */
function joined(classes: readonly ValueClass[]): ValueClass {
  const kinds = new Set(classes);
  if (kinds.has('unknown')) return 'unknown';
  const [only = 'constant'] = kinds;
  return kinds.size <= 1 ? only : 'mixed';
}
