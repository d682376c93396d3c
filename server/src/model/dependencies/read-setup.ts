import type { Expr, Stmt } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { dottedName, walkAll } from '../../syntax/python/walk.ts';
import { parseRequirement } from '../../syntax/requirements/parse-requirements.ts';
import type { FileId } from '../../text/file-id.ts';
import { Declarations, type DependencyFile, isDevelopmentName } from './declaration.ts';
import { addParsed } from './read-requirements.ts';

/**
 * Reads `install_requires` and `extras_require` of a setup.py, as lists of strings or module-level names of such lists;
 * undefined when it calls no `setup`. A list that is computed makes the file incomplete.
 */
export function readSetupPy(file: FileId, tree: PythonFile): DependencyFile | undefined {
  const found = new Declarations(file);
  let hasSetup = false;
  walkAll(tree.body, (node) => {
    if (node.kind !== 'Call' || !/^(?:setuptools\.)?setup$/.test(dottedName(node.func) ?? '')) return;
    hasSetup = true;
    for (const { arg, value } of node.keywords) {
      if (arg === null) found.isComplete = false;
      if (arg === 'install_requires') readStrings(found, resolved(value, tree.body), false);
      if (arg === 'extras_require') readExtras(found, resolved(value, tree.body), tree.body);
    }
  });
  if (!hasSetup) return undefined;
  if (tree.errors.length > 0) found.isComplete = false;
  return found.as('manifest');
}

/** Follows a name to the one module-level assignment of it. */
function resolved(value: Expr, body: readonly Stmt[]): Expr {
  if (value.kind !== 'Name') return value;
  const assigned = body.filter(
    (statement) =>
      statement.kind === 'Assign' &&
      statement.targets.some((target) => target.kind === 'Name' && target.id === value.id),
  );
  const only = assigned.length === 1 ? assigned[0] : undefined;
  return only?.kind === 'Assign' ? only.value : value;
}

function readStrings(found: Declarations, list: Expr, development: boolean): void {
  if (list.kind !== 'List' && list.kind !== 'Tuple') {
    found.isComplete = false;
    return;
  }
  for (const item of list.elts) {
    if (item.kind === 'Str') addParsed(found, parseRequirement(item.value, 0), item, development);
    else found.isComplete = false;
  }
}

function readExtras(found: Declarations, extras: Expr, body: readonly Stmt[]): void {
  if (extras.kind !== 'Dict') {
    found.isComplete = false;
    return;
  }
  extras.values.forEach((value, i) => {
    const key = extras.keys[i];
    readStrings(found, resolved(value, body), key?.kind === 'Str' && isDevelopmentName(key.value));
  });
}

/**
 * Reads `[options] install_requires` and `[options.extras_require]` of a setup.cfg; undefined when it has neither.
 * Indented lines go on with the value of the key above them (Python's configparser).
 */
export function readSetupCfg(file: FileId, text: string): DependencyFile | undefined {
  const found = new Declarations(file);
  let section = '';
  let key = '';
  let seen = false;
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const written = line[0].replace(/(?:^|\s)#.*$/, '');
    const header = /^\[([^\]]*)\]/.exec(written);
    let value = written;
    if (header !== null) {
      section = header[1] ?? '';
      key = '';
      continue;
    }
    if (/^\S/.test(written)) {
      const separator = written.search(/[=:]/);
      key = separator < 0 ? '' : written.slice(0, separator).trim();
      value = separator < 0 ? '' : written.slice(separator + 1);
    }
    const isInstall = section === 'options' && key === 'install_requires';
    if (!isInstall && (section !== 'options.extras_require' || key === '')) continue;
    seen = true;
    const start = line.index + written.length - value.trimStart().length;
    readLine(found, value.trim(), start, !isInstall && isDevelopmentName(key));
  }
  return seen ? found.as('manifest') : undefined;
}

/** One line of a value: `file: requirements.txt` names a file, `;` at the start is a comment. */
function readLine(found: Declarations, text: string, start: number, development: boolean): void {
  if (text === '' || text.startsWith(';')) return;
  if (text.startsWith('file:')) {
    for (const path of text.slice('file:'.length).split(',')) {
      found.includes.push({ path: path.trim(), isConstraint: false });
    }
    return;
  }
  addParsed(found, parseRequirement(text, start), { start, end: start + text.length }, development);
}
