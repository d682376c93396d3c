import { parseToml } from '../syntax/toml/parse-toml.ts';
import { tomlEntry, tomlTable } from '../syntax/toml/toml-get.ts';
import type { TomlTable, TomlValue } from '../syntax/toml/toml-tree.ts';
import { LineIndex, type Position } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { type Config, type ConfigFault, defaultConfig, readConfig } from './config.ts';

/** A fault of a configuration file; the position is 0-based. */
export interface ConfigFileFault {
  readonly position: Position;
  readonly message: string;
}

export type ConfigFileResult =
  | { readonly config: Config; readonly faults?: never }
  | { readonly config?: never; readonly faults: readonly ConfigFileFault[] };

/**
 * Reads `[tool.djpreflight]` of a pyproject.toml, or the top level of any other TOML file.
 * A pyproject.toml without that table gives the defaults; its faults elsewhere are not our business.
 */
export function readConfigFile(text: string, isPyproject: boolean): ConfigFileResult {
  const { root, errors } = parseToml(text);
  const lines = new LineIndex(text);
  const table = isPyproject ? tomlTable(root, ['tool', 'djpreflight']) : root;
  if (table === undefined) return { config: defaultConfig };
  const ownErrors = isPyproject ? errors.filter(({ span }) => isNear(span, table)) : errors;
  if (ownErrors.length > 0) {
    return {
      faults: ownErrors.map(({ message, span }) => ({ position: lines.position(span.start), message: `${message}.` })),
    };
  }
  const { config, faults } = readConfig(plainValue(table));
  if (config !== undefined) return { config };
  return {
    faults: faults.map((fault) => ({ position: lines.position(placeOf(fault, table).start), message: fault.message })),
  };
}

function isNear(span: Span, table: TomlTable): boolean {
  return span.start >= table.span.start && span.start <= table.span.end;
}

/** Where the keys of a fault lead; as far as they exist. */
function placeOf(fault: ConfigFault, table: TomlTable): Span {
  const keys = fault.path.filter((part) => typeof part === 'string');
  for (let length = keys.length; length > 0; length--) {
    const entry = tomlEntry(table, keys.slice(0, length));
    if (entry === undefined) continue;
    if (fault.atKey && length === keys.length) return entry.keySpan;
    const index = fault.path[length];
    if (typeof index === 'number' && entry.value.kind === 'array')
      return entry.value.items[index]?.span ?? entry.value.span;
    return entry.value.span;
  }
  return table.span;
}

function plainValue(value: TomlValue): unknown {
  switch (value.kind) {
    case 'table':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plainValue(entry.value)]));
    case 'array':
      return value.items.map(plainValue);
    default:
      return value.value;
  }
}
