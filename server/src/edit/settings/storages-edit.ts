import type { Assign } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { assignedNames, indentOf, lineEnd, lineEndOf, lineStart, nextLine, quoteOf } from './python-style.ts';

/** The old settings with the alias of STORAGES that replaces each, and what Django uses where one was not set. */
const replaced = [
  { name: 'DEFAULT_FILE_STORAGE', alias: 'default', backend: 'django.core.files.storage.FileSystemStorage' },
  {
    name: 'STATICFILES_STORAGE',
    alias: 'staticfiles',
    backend: 'django.contrib.staticfiles.storage.StaticFilesStorage',
  },
] as const;

/**
 * Rewrites STATICFILES_STORAGE and DEFAULT_FILE_STORAGE of a module into one STORAGES (Django 4.2 and later). Undefined unless each is
 * assigned once, by a statement of its own at module level, and read nowhere else in the module.
 */
export function oldStoragesToNew(tree: PythonFile, text: string): readonly TextEdit[] | undefined {
  if (tree.errors.length > 0) return undefined;
  const statements = new Map<string, Assign>();
  for (const statement of tree.body) {
    for (const name of assignedNames(statement)) {
      if (name === 'STORAGES') return undefined;
      if (!replaced.some((one) => one.name === name)) continue;
      if (statement.kind !== 'Assign' || statement.targets.length !== 1 || statements.has(name)) return undefined;
      statements.set(name, statement);
    }
  }
  const first = [...statements.values()].sort((a, b) => a.start - b.start)[0];
  if (first === undefined || countReads(tree) !== statements.size) return undefined;
  const edits: TextEdit[] = [];
  for (const statement of statements.values()) {
    if (text.slice(lineStart(text, statement.start), statement.start).trim() !== '') return undefined;
    if (statement !== first) edits.push(deletion(text, statement));
  }
  // A value that is computed between the two statements would not be known at the first.
  if (edits.length > 0 && [...statements.values()].some((one) => one.value.kind !== 'Str')) return undefined;
  edits.push({ span: { start: first.start, end: first.end }, newText: storages(tree, text, statements) });
  return edits;
}

function storages(tree: PythonFile, text: string, statements: ReadonlyMap<string, Assign>): string {
  const quote = quoteOf(tree, text);
  const indent = indentOf(text);
  const ending = lineEndOf(text);
  const quoted = (value: string): string => `${quote}${value}${quote}`;
  const lines = replaced.map(({ name, alias, backend }) => {
    const value = statements.get(name)?.value;
    const written = value === undefined ? quoted(backend) : text.slice(value.start, value.end);
    return `${indent}${quoted(alias)}: {${quoted('BACKEND')}: ${written}},`;
  });
  return ['STORAGES = {', ...lines, '}'].join(ending);
}

function deletion(text: string, statement: Assign): TextEdit {
  const rest = text.slice(statement.end, lineEnd(text, statement.end)).trim();
  // A comment behind the statement stays.
  if (rest !== '') return { span: { start: statement.start, end: statement.end }, newText: '' };
  return { span: { start: lineStart(text, statement.start), end: nextLine(text, statement.end) }, newText: '' };
}

function countReads(tree: PythonFile): number {
  let count = 0;
  walkAll(tree.body, (node) => {
    if (node.kind === 'Name' && replaced.some((one) => one.name === node.id)) count++;
  });
  return count;
}
