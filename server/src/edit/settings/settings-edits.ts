// Text edits of settings modules in each file's own style: values, statements, list elements, environment reads.
// Must not judge or apply anything; a builder that cannot do its work well gives undefined. Look next at list-element-edits.ts and statement-edits.ts.
import type { EnvironmentRead } from '../../model/settings/values.ts';
import type { Sources } from '../../model/sources.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { type FileId, folderOf } from '../../text/file-id.ts';
import type { FileEdit, Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { oldCspToNew } from './csp-edit.ts';
import { insertElement } from './insert-element.ts';
import { moveElement } from './list-element-edits.ts';
import { addTupleComma, rewriteAsList, rewriteText } from './literal-edits.ts';
import { assignedNames, isAt, lineEndOf, listWith, nodeAt, quoteOf } from './python-style.ts';
import { castRead, type ReadCast } from './read-edits.ts';
import { removeElement } from './remove-element.ts';
import { renameIn } from './rename-edits.ts';
import { kinOf } from './setting-kin.ts';
import {
  appendToInsert,
  dropEmptyParts,
  insertInClass,
  insertStatement,
  removeStatement,
  wrapInList,
} from './statement-edits.ts';
import { oldStoragesToNew } from './storages-edit.ts';
import {
  osImport,
  type ReadStyle,
  readText,
  requireVariable,
  type VariableRead,
  variableRead,
} from './variable-reads.ts';

/** Where the settings of a leaf are written: a module, or a class of it. */
export interface SettingsHome {
  readonly file: FileId;
  readonly className: string | undefined;
}

/** A setting to be added. */
export interface NewSetting {
  readonly name: string;
  /** Python. */
  readonly value: string;
  /** What the comment above it says, without `#`. */
  readonly note?: string | undefined;
}

/** What rules can change in settings modules. All give undefined when they cannot do it well. */
export interface SettingsEdits {
  /** Puts `newText` in place of the expression at `at`. */
  replaceValue(at: Location, newText: string): readonly FileEdit[] | undefined;
  /** Puts a text in place of the one at `at`, in its quotes, or in those of the file where no plain text is written there. */
  replaceText(at: Location, value: string): readonly FileEdit[] | undefined;
  /** Adds a setting to a module or class, behind its nearest kin, else at its end; `value` is Python and may have several lines. */
  insertSetting(home: SettingsHome, name: string, value: string): readonly FileEdit[] | undefined;
  /** Adds settings in one place, each with its note as a comment above it, behind the nearest kin of the first. */
  insertSettings(home: SettingsHome, settings: readonly [NewSetting, ...NewSetting[]]): readonly FileEdit[] | undefined;
  /** Takes a statement out, with its line; undefined when it shares the line, carries a comment, or is all that its block has. */
  removeStatement(statement: Location): readonly FileEdit[] | undefined;
  /** A text as the module at `file` quotes its own. */
  quoted(file: FileId, text: string): string;
  /** Reads a variable instead of the value, through the helper in use; adds `import os` where that is needed. */
  readVariable(read: VariableRead): readonly FileEdit[] | undefined;
  /** Adds a setting that reads a variable to a module, behind its nearest kin, else at its end. */
  insertRead(home: SettingsHome, name: string, read: ReadStyle): readonly FileEdit[] | undefined;
  /** Takes the fallback from the read of a variable, so that it raises while the variable is unset. */
  requireVariable(
    read: Location,
    variable: string,
    library: EnvironmentRead['library'] | undefined,
  ): readonly FileEdit[] | undefined;
  /** Adds a line for `file` to a `.gitignore`. */
  ignoreInGit(ignoreFile: FileId, file: FileId): readonly FileEdit[] | undefined;
  /** Puts `text` at the place of an offset. */
  insertText(at: Location, text: string): readonly FileEdit[] | undefined;
  /** Moves a list element, comments included, next to another one of the same list. */
  moveElement(
    element: Location,
    target: { readonly side: 'before' | 'after'; readonly element: Location },
  ): readonly FileEdit[] | undefined;
  /** Adds a text to a list, next to one of its elements. */
  insertElement(
    value: string,
    target: { readonly side: 'before' | 'after'; readonly element: Location },
  ): readonly FileEdit[] | undefined;
  /** Takes an element out of the list that it is written in. */
  removeElement(element: Location): readonly FileEdit[] | undefined;
  /** `X.append(a)` becomes `X.insert(index, a)`. */
  appendToInsert(statement: Location, index: number): readonly FileEdit[] | undefined;
  /** Makes a flag, a number or a list of a variable's text. */
  castRead(cast: ReadCast): readonly FileEdit[] | undefined;
  /** One value becomes a list, or a tuple where it stands in parentheses. */
  wrapInList(at: Location): readonly FileEdit[] | undefined;
  /** A split of text drops blanks around its parts, and the empty ones; `item` names one of them. */
  dropEmptyParts(split: Location, item: string): readonly FileEdit[] | undefined;
  /** STATICFILES_STORAGE and DEFAULT_FILE_STORAGE become STORAGES; none of `others` may assign any of the three. */
  oldStoragesToNew(file: FileId, others: readonly FileId[]): readonly FileEdit[] | undefined;
  /** Gives the string literal at a place another text, in its own quotes where the text allows them. */
  rewriteText(literal: Location, value: string): readonly FileEdit[] | undefined;
  /** `('a')` becomes `('a',)`; undefined without the brackets. */
  addTupleComma(literal: Location): readonly FileEdit[] | undefined;
  /** `'a'` becomes `['a']`; undefined for anything but a literal. */
  rewriteAsList(literal: Location): readonly FileEdit[] | undefined;
  /** Renames a setting in all settings modules at once; undefined when other code of the project has the name too. */
  renameSetting(modules: readonly FileId[], from: string, to: string): readonly FileEdit[] | undefined;
  /** The settings of django-csp 3 become those of version 4; `directives` are its names, and none of `others` may have one. */
  oldCspToNew(file: FileId, directives: readonly string[], others: readonly FileId[]): readonly FileEdit[] | undefined;
  /** True when both elements stand in one written list or tuple. */
  areInOneList(a: Location, b: Location): boolean;
}

/** Builders over one state of the texts. */
export function settingsEdits(sources: Sources): SettingsEdits {
  type Build = (tree: PythonFile, text: string) => readonly TextEdit[] | TextEdit | undefined;
  const inFile = (file: FileId, build: Build): readonly FileEdit[] | undefined => {
    const tree = sources.python(file);
    const text = sources.text(file);
    if (tree === undefined || text === undefined) return undefined;
    const edits = build(tree, text);
    if (edits === undefined) return undefined;
    const all = Array.isArray(edits) ? (edits as readonly TextEdit[]) : [edits as TextEdit];
    return all.map((edit) => ({ file, edit }));
  };
  const insert: SettingsEdits['insertSettings'] = (home, settings) =>
    inFile(home.file, (tree, text) => insertion(home, tree, text, settings));
  return {
    replaceValue: (at, newText) => inFile(at.file, () => ({ span: at.span, newText })),
    replaceText: (at, value) => inFile(at.file, (tree, text) => textReplaced(tree, text, at.span, value)),
    insertSetting: (home, name, value) => insert(home, [{ name, value }]),
    insertSettings: insert,
    insertRead: (home, name, read) =>
      inFile(home.file, (tree, text) => {
        const bound = osImport(tree, text, read);
        const added = insertion(home, tree, text, [{ name, value: readText(tree, text, read) }]);
        return bound && added && [...bound, added];
      }),
    requireVariable: (read, variable, library) =>
      inFile(read.file, (tree, text) => requireVariable(tree, text, read.span, variable, library)),
    ignoreInGit(ignoreFile, file) {
      const text = sources.text(ignoreFile);
      if (text === undefined) return undefined;
      const folder = folderOf(ignoreFile);
      const ending = lineEndOf(text);
      const start = text === '' || text.endsWith('\n') ? '' : ending;
      const span = { start: text.length, end: text.length };
      const path = folder === '' ? file : file.slice(folder.length + 1);
      return [{ file: ignoreFile, edit: { span, newText: `${start}/${path}${ending}` } }];
    },
    insertText: (at, newText) =>
      inFile(at.file, () => ({ span: { start: at.span.start, end: at.span.start }, newText })),
    removeStatement: (statement) => inFile(statement.file, (tree, text) => removeStatement(tree, text, statement.span)),
    quoted(file, text) {
      const tree = sources.python(file);
      const quote = tree === undefined ? '"' : quoteOf(tree, sources.text(file) ?? '');
      return `${quote}${text}${quote}`;
    },
    readVariable: (read) => inFile(read.at.file, (tree, text) => variableRead(tree, text, read)),
    moveElement: (element, target) =>
      element.file !== target.element.file
        ? undefined
        : inFile(element.file, (tree, text) =>
            moveElement(tree, text, element.span, { side: target.side, element: target.element.span }),
          ),
    insertElement: (value, { side, element }) =>
      inFile(element.file, (tree, text) => insertElement(tree, text, value, { side, element: element.span })),
    removeElement: ({ file, span }) => inFile(file, (tree, text) => removeElement(tree, text, span)),
    appendToInsert: (statement, index) => inFile(statement.file, (tree) => appendToInsert(tree, statement.span, index)),
    castRead: (cast) => inFile(cast.at.file, (tree, text) => castRead(tree, text, cast)),
    wrapInList: (at) => inFile(at.file, (tree, text) => wrapInList(tree, text, at.span)),
    dropEmptyParts: (split, item) => inFile(split.file, (tree, text) => dropEmptyParts(tree, text, split.span, item)),
    oldStoragesToNew: (file, others) =>
      others.some((one) => one !== file && assignsStorages(sources.python(one)))
        ? undefined
        : inFile(file, (tree, text) => oldStoragesToNew(tree, text)),
    rewriteText: (literal, value) => inFile(literal.file, (tree, text) => rewriteText(tree, text, literal.span, value)),
    addTupleComma: (literal) => inFile(literal.file, (tree, text) => addTupleComma(tree, text, literal.span)),
    rewriteAsList: (literal) => inFile(literal.file, (tree, text) => rewriteAsList(tree, text, literal.span)),
    renameSetting: (modules, from, to) =>
      renamedIn(sources, modules, from, (file) => inFile(file, (tree, text) => renameIn(tree, text, from, to))),
    oldCspToNew(file, directives, others) {
      const isElsewhere = others.some((one) => one !== file && /\bCSP_[A-Z]/.test(sources.text(one) ?? ''));
      return isElsewhere ? undefined : inFile(file, (tree, text) => oldCspToNew(tree, text, directives));
    },
    areInOneList: (a, b) => {
      const tree = a.file === b.file ? sources.python(a.file) : undefined;
      const list = tree === undefined ? undefined : listWith(tree, a.span);
      return list?.elts.some((one) => isAt(one, b.span)) === true;
    },
  };
}

function insertion(
  { className }: SettingsHome,
  tree: PythonFile,
  text: string,
  settings: readonly [NewSetting, ...NewSetting[]],
): TextEdit | undefined {
  const lines = newLines(settings, text);
  const kin = kinOf(settings[0].name);
  return className === undefined
    ? insertStatement(tree, text, lines, kin)
    : insertInClass(tree, text, className, lines, kin);
}

/** What `rename` makes of every file with the name; undefined when one of them is no settings module. */
function renamedIn(
  sources: Sources,
  modules: readonly FileId[],
  name: string,
  rename: (file: FileId) => readonly FileEdit[] | undefined,
): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const file of sources.files) {
    if (!file.endsWith('.py') || sources.text(file)?.includes(name) !== true) continue;
    const own = modules.includes(file) ? rename(file) : undefined;
    if (own === undefined) return undefined;
    edits.push(...own);
  }
  return edits;
}

function newLines(settings: readonly NewSetting[], text: string): string {
  return settings
    .flatMap(({ name, value, note }) => [...(note === undefined ? [] : [`# ${note}`]), `${name} = ${value}`])
    .join(lineEndOf(text));
}

function textReplaced(tree: PythonFile, text: string, at: Span, value: string): TextEdit | undefined {
  if (/[\\'"\r\n]/.test(value)) return undefined;
  const written = nodeAt(tree, at, ['Str']);
  const [part, ...more] = written?.parts ?? [];
  if (part !== undefined && more.length === 0)
    return { span: { start: part.contentStart, end: part.contentEnd }, newText: value };
  const quote = quoteOf(tree, text);
  return { span: at, newText: `${quote}${value}${quote}` };
}

function assignsStorages(tree: PythonFile | undefined): boolean {
  const names = ['STORAGES', 'STATICFILES_STORAGE', 'DEFAULT_FILE_STORAGE'];
  return tree?.body.some((statement) => assignedNames(statement).some((name) => names.includes(name))) === true;
}
