import { normalizedName, parseRequirement } from '../../syntax/requirements/parse-requirements.ts';
import { parseToml } from '../../syntax/toml/parse-toml.ts';
import { tomlGet, tomlStrings, tomlTable } from '../../syntax/toml/toml-get.ts';
import type { TomlEntry, TomlString, TomlTable, TomlValue } from '../../syntax/toml/toml-tree.ts';
import type { FileId } from '../../text/file-id.ts';
import { Declarations, type DependencyFile, isDevelopmentName } from './declaration.ts';
import { poetrySpecifiers } from './poetry-specifier.ts';
import { addParsed } from './read-requirements.ts';

/** Reads pyproject.toml: PEP 621, dependency groups (PEP 735), Poetry, uv and PDM; undefined when it declares no dependencies. */
export function readPyproject(file: FileId, text: string): DependencyFile | undefined {
  const found = new Declarations(file);
  const { root, errors } = parseToml(text);
  const project = tomlTable(root, ['project']);
  const poetry = tomlTable(root, ['tool', 'poetry']);
  const groups = tomlTable(root, ['dependency-groups']);
  if (project === undefined && poetry === undefined && groups === undefined) return undefined;
  if (errors.length > 0) found.isComplete = false;
  if (project !== undefined) readProject(found, root, project);
  if (groups !== undefined) readGroups(found, groups);
  readList(found, tomlGet(root, ['tool', 'uv', 'dev-dependencies']), true);
  for (const list of entriesOf(tomlGet(root, ['tool', 'pdm', 'dev-dependencies']))) readList(found, list.value, true);
  if (poetry !== undefined) readPoetry(found, poetry);
  return found.as('manifest');
}

function readProject(found: Declarations, root: TomlTable, project: TomlTable): void {
  readList(found, tomlGet(project, ['dependencies']), false);
  const optional = tomlTable(project, ['optional-dependencies']);
  if (optional !== undefined) readGroups(found, optional);
  if (!tomlStrings(tomlGet(project, ['dynamic'])).some((item) => item.value === 'dependencies')) return;
  const dynamic = tomlGet(root, ['tool', 'setuptools', 'dynamic', 'dependencies', 'file']);
  const files = dynamic?.kind === 'string' ? [dynamic] : tomlStrings(dynamic);
  for (const one of files) found.includes.push({ path: one.value, isConstraint: false });
  if (files.length === 0 && tomlTable(root, ['tool', 'poetry', 'dependencies']) === undefined) found.isComplete = false;
}

/** Named lists of requirements; a table in a list includes another group, which is read anyway. */
function readGroups(found: Declarations, groups: TomlTable): void {
  for (const { key, value } of groups.entries.values()) readList(found, value, isDevelopmentName(key));
}

function readList(found: Declarations, list: TomlValue | undefined, development: boolean): void {
  for (const item of tomlStrings(list)) {
    addParsed(found, parseRequirement(item.value, 0), contentOf(item), development);
  }
}

function readPoetry(found: Declarations, poetry: TomlTable): void {
  readPoetryTable(found, tomlGet(poetry, ['dependencies']), false);
  readPoetryTable(found, tomlGet(poetry, ['dev-dependencies']), true);
  for (const group of entriesOf(tomlGet(poetry, ['group']))) {
    if (group.value.kind !== 'table') continue;
    readPoetryTable(found, tomlGet(group.value, ['dependencies']), isDevelopmentName(group.key));
  }
}

function readPoetryTable(found: Declarations, table: TomlValue | undefined, development: boolean): void {
  for (const entry of entriesOf(table)) {
    if (entry.key === 'python') continue;
    const choices = entry.value.kind === 'array' ? entry.value.items : [entry.value];
    for (const choice of choices) addPoetry(found, entry, choice, choices.length > 1, development);
  }
}

/** `name = "^4.2"`, `name = { version = "^4.2", markers = … }`, `name = { git = … }`. */
function addPoetry(found: Declarations, entry: TomlEntry, choice: TomlValue, isChoice: boolean, development: boolean) {
  const written = versionOf(choice);
  const marked = choice.kind === 'table' && ['python', 'markers', 'platform'].some((key) => choice.entries.has(key));
  const specifiers = poetrySpecifiers(written);
  if (specifiers === undefined) found.isComplete = false;
  for (const specifier of specifiers ?? []) {
    const conditional = isChoice || marked || (specifiers?.length ?? 0) > 1;
    const name = normalizedName(entry.key);
    const shown = written === '*' ? '' : written;
    const span = { start: entry.keySpan.start, end: entry.value.span.end };
    found.add({ name, specifier, written: shown, conditional, development }, span.start, span.end);
  }
}

/** Reads a Pipfile: the tables `packages` and `dev-packages` of names and PEP 440 specifiers. */
export function readPipfile(file: FileId, text: string): DependencyFile {
  const found = new Declarations(file);
  const { root, errors } = parseToml(text);
  if (errors.length > 0) found.isComplete = false;
  for (const section of ['packages', 'dev-packages']) {
    for (const { key, keySpan, value } of entriesOf(tomlGet(root, [section]))) {
      const written = versionOf(value);
      const specifier = written === '*' ? '' : written;
      const marked = value.kind === 'table' && (value.entries.has('markers') || value.entries.has('sys_platform'));
      const plain = { name: normalizedName(key), specifier, written: specifier, conditional: marked };
      found.add({ ...plain, development: section === 'dev-packages' }, keySpan.start, value.span.end);
    }
  }
  return found.as('manifest');
}

/** The version text of a Poetry or Pipfile entry; `*` for one that comes from a path or a repository. */
function versionOf(value: TomlValue): string {
  if (value.kind === 'string') return value.value;
  const version = value.kind === 'table' ? value.entries.get('version')?.value : undefined;
  return version?.kind === 'string' ? version.value : '*';
}

function entriesOf(value: TomlValue | undefined): readonly TomlEntry[] {
  return value?.kind === 'table' ? [...value.entries.values()] : [];
}

function contentOf(item: TomlString): { readonly start: number; readonly end: number } {
  return item.contentSpan;
}
