import type { TomlEntry, TomlString, TomlTable, TomlValue } from './toml-tree.ts';

/** The value below a chain of keys, as `['tool', 'poetry', 'dependencies']`; undefined when a part is missing or no table. */
export function tomlGet(table: TomlTable, path: readonly string[]): TomlValue | undefined {
  return path.length === 0 ? table : tomlEntry(table, path)?.value;
}

/** As `tomlGet`, with the place of the last key. */
export function tomlEntry(table: TomlTable, path: readonly string[]): TomlEntry | undefined {
  let entry: TomlEntry | undefined;
  let inside: TomlValue | undefined = table;
  for (const key of path) {
    entry = inside?.kind === 'table' ? inside.entries.get(key) : undefined;
    inside = entry?.value;
  }
  return entry;
}

/** The table below a chain of keys. */
export function tomlTable(table: TomlTable, path: readonly string[]): TomlTable | undefined {
  const value = tomlGet(table, path);
  return value?.kind === 'table' ? value : undefined;
}

/** The string below a chain of keys. */
export function tomlString(table: TomlTable, path: readonly string[]): string | undefined {
  const value = tomlGet(table, path);
  return value?.kind === 'string' ? value.value : undefined;
}

/** The strings of an array, other items left out; empty when the value is no array. */
export function tomlStrings(value: TomlValue | undefined): readonly TomlString[] {
  return value?.kind === 'array' ? value.items.filter((item) => item.kind === 'string') : [];
}

/** The tables of an array of tables; empty when the value is no array. */
export function tomlTables(value: TomlValue | undefined): readonly TomlTable[] {
  return value?.kind === 'array' ? value.items.filter((item) => item.kind === 'table') : [];
}
