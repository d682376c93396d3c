import type { EffectiveSettings } from '../model/settings/effective-settings.ts';
import type { Value } from '../model/settings/values.ts';
import type { FileId } from '../text/file-id.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Location } from '../text/location.ts';
import { defaultInPython, inPython } from './python-notation.ts';

export interface SettingsReportInput {
  readonly root: string;
  readonly modules: readonly EffectiveSettings[];
  lines(file: FileId): LineIndex | undefined;
}

/**
 * The output of `settings --format json`, version 1: its shape is a promise. Lines are 1-based, `null` is unknown. `value` is the value as JSON
 * when all of it is constant and none of it secret, else `null`; `text` is always there, in Python's notation.
 */
export function settingsJson(input: SettingsReportInput): string {
  const place = (at: Location | undefined) => {
    const line = at === undefined ? undefined : input.lines(at.file)?.position(at.span.start).line;
    return { file: at?.file ?? null, line: line === undefined ? null : line + 1 };
  };
  const modules = input.modules.map((one) => ({
    module: one.module,
    file: one.file,
    environment: one.environment,
    django: one.django ?? null,
    complete: one.complete,
    settings: one.settings.map(({ name, value, byDefault, from, at, variables, overridable }) => ({
      name,
      class: from,
      value: value === undefined ? (byDefault ?? null) : (plainValue(value) ?? null),
      text: value === undefined ? defaultInPython(byDefault ?? null) : inPython(value),
      secret: value !== undefined && holdsSecret(value),
      ...place(at),
      variables,
      overridable,
    })),
    variables: one.variables.map(({ name, required, conditional, fallback, at, settings }) => ({
      name,
      required,
      conditional,
      default: fallback === undefined ? null : inPython(fallback),
      secret: fallback !== undefined && holdsSecret(fallback),
      reads: at.map(place),
      settings,
    })),
  }));
  return `${JSON.stringify({ version: 1, root: input.root, modules }, null, 2)}\n`;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value as JSON; undefined when a part of it is no constant, or secret. */
function plainValue(value: Value): Json | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value;
    case 'sequence': {
      const items: Json[] = [];
      for (const { value: inner, many, guard } of value.elements) {
        const item = many || guard !== undefined ? undefined : plainValue(inner);
        if (item === undefined) return undefined;
        items.push(item);
      }
      return items;
    }
    case 'dict': {
      if (value.open) return undefined;
      const entries: [string, Json][] = [];
      for (const { key, value: inner, guard } of value.entries) {
        const item = guard === undefined ? plainValue(inner) : undefined;
        if (item === undefined) return undefined;
        entries.push([String(key), item]);
      }
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

function holdsSecret(value: Value): boolean {
  switch (value.kind) {
    case 'secret':
      return true;
    case 'environment':
      return value.fallback !== undefined && holdsSecret(value.fallback);
    case 'sequence':
      return value.elements.some((element) => holdsSecret(element.value));
    case 'dict':
      return value.entries.some((entry) => holdsSecret(entry.value));
    case 'union':
      return value.variants.some((variant) => holdsSecret(variant.value));
    default:
      return false;
  }
}
