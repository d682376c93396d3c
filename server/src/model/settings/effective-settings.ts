// What a settings module comes to, for people to read: each setting with its value and where it is from, and the variables that it reads.
// Must not word or format; no character of a secret is in it. Look next at shown-values.ts (what may be shown) and report/settings-*.ts.
import { type DefaultValue, settingNames } from '../../data/settings-reference.ts';
import type { Location } from '../../text/location.ts';
import type { Environment } from './environment.ts';
import { djangoDefault } from './outcome.ts';
import { classOf, type ValueClass } from './settings-facts.ts';
import { asCommitted, type SettingsLeaf } from './settings-model.ts';
import { isSecretName, shown } from './shown-values.ts';
import { type Value, variablesOf } from './values.ts';

/** A setting at the end of the chain. */
export interface EffectiveSetting {
  readonly name: string;
  /** Undefined for a default of Django. */
  readonly value: Value | undefined;
  /** Django's default where nothing assigns the setting. */
  readonly byDefault: DefaultValue | undefined;
  readonly from: ValueClass;
  /** The statement that won; undefined for a default. */
  readonly at: Location | undefined;
  readonly variables: readonly string[];
  /** Code that cannot be seen may give another value. */
  readonly overridable: boolean;
}

/** An environment variable that the module or a part of it reads. */
export interface EffectiveVariable {
  readonly name: string;
  /** Some read stops the program while the variable is unset. */
  readonly required: boolean;
  /** Every read that does stands in a branch that may not be taken. */
  readonly conditional: boolean;
  /** The fallback of the first read that has one. */
  readonly fallback: Value | undefined;
  readonly at: readonly Location[];
  /** Settings that depend on it. */
  readonly settings: readonly string[];
}

export interface EffectiveSettings {
  readonly module: string;
  readonly file: string;
  readonly environment: Environment;
  readonly django: string | undefined;
  /** False when code that cannot be seen may add or change settings. */
  readonly complete: boolean;
  readonly settings: readonly EffectiveSetting[];
  readonly variables: readonly EffectiveVariable[];
}

/** The settings of a leaf by name, with Django's defaults for the rest when `all` is asked. */
export function effectiveSettings(given: SettingsLeaf, all: boolean): EffectiveSettings {
  const leaf = asCommitted(given);
  const settings = [
    ...leaf.names.flatMap((name) => assignedSetting(leaf, name)),
    ...(all ? defaultsOf(leaf) : []),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    module: leaf.module,
    file: leaf.file,
    environment: leaf.environment,
    django: leaf.django?.display,
    complete: !given.open && settings.every((one) => !one.overridable),
    settings,
    variables: variablesRead(leaf),
  };
}

function assignedSetting(leaf: SettingsLeaf, name: string): readonly EffectiveSetting[] {
  const setting = leaf.get(name);
  if (setting === undefined || setting.value.kind === 'absent') return [];
  const { value, overridable } = setting;
  const at = setting.assigned?.name ?? value.at;
  const from = classOf(value);
  return [
    { name, value: shown(name, value), byDefault: undefined, from, at, variables: variablesOf(value), overridable },
  ];
}

function defaultsOf(leaf: SettingsLeaf): readonly EffectiveSetting[] {
  return settingNames.flatMap((name) => {
    const setting = leaf.get(name);
    const byDefault = djangoDefault(leaf, name);
    if (byDefault === undefined || (setting !== undefined && setting.value.kind !== 'absent')) return [];
    return [
      { name, value: undefined, byDefault, from: 'default', at: undefined, variables: [], overridable: leaf.open },
    ];
  });
}

function variablesRead(leaf: SettingsLeaf): readonly EffectiveVariable[] {
  const users = new Map<string, string[]>();
  // A fallback is shown only where it ends in plain sight as it is: what is put together with others may be a password.
  const plain = new Set<string>();
  const hidden = new Set<string>();
  for (const name of leaf.names) {
    const value = leaf.get(name)?.value;
    if (value === undefined) continue;
    for (const variable of variablesOf(value)) users.set(variable, [...(users.get(variable) ?? []), name]);
    sortReads(shown(name, value), isSecretName(name), plain, hidden);
  }
  const byName = new Map<string, EffectiveVariable>();
  for (const read of leaf.reads) {
    const { variable: name, required, conditional } = read;
    const before = byName.get(name);
    const isPlain = plain.has(name) && !hidden.has(name);
    const fallback = read.fallback === undefined ? undefined : shown(name, read.fallback, !isPlain);
    byName.set(name, {
      name,
      required: required || before?.required === true,
      conditional: required
        ? conditional && (before === undefined || !before.required || before.conditional)
        : before?.conditional === true,
      fallback: before?.fallback ?? fallback,
      at: [...(before?.at ?? []), read.at],
      settings: users.get(name) ?? [],
    });
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Tells apart the variables that are a whole value in plain sight and those that take part in a secret or in something put together. */
function sortReads(value: Value, isSecret: boolean, plain: Set<string>, hidden: Set<string>): void {
  switch (value.kind) {
    case 'environment': {
      const { variable, fallback } = value;
      if (variable !== undefined) (isSecret || fallback?.kind === 'secret' ? hidden : plain).add(variable);
      if (fallback !== undefined) sortReads(fallback, isSecret, plain, hidden);
      return;
    }
    case 'unknown':
      for (const name of value.variables) hidden.add(name);
      return;
    case 'union':
      for (const variant of value.variants) sortReads(variant.value, isSecret, plain, hidden);
      return;
    case 'sequence':
      for (const element of value.elements) sortReads(element.value, isSecret, plain, hidden);
      return;
    case 'dict':
      for (const { key, value: inner } of value.entries)
        sortReads(inner, isSecret || (typeof key === 'string' && isSecretName(key)), plain, hidden);
      return;
    default:
  }
}
