import type { ListComp, Stmt } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { assignedNames, isAt, lineEnd, lineEndOf, lineStart, nextLine, nodeAt } from './python-style.ts';

/** Inserts `line` after the last statement of the module that assigns a name of the nearest kin, else at the module's end. */
export function insertStatement(
  tree: PythonFile,
  text: string,
  line: string,
  kin: readonly RegExp[],
): TextEdit | undefined {
  if (tree.errors.length > 0) return undefined;
  const ending = lineEndOf(text);
  const relative = nearestKin(tree.body, kin);
  const last = relative ?? tree.body.at(-1);
  if (last === undefined) return { span: { start: text.length, end: text.length }, newText: `${line}${ending}` };
  const at = lineEnd(text, last.end);
  const span = { start: at, end: at };
  if (relative !== undefined) return { span, newText: `${ending}${line}` };
  const isLastLine = at === text.length;
  return { span, newText: `${ending}${ending}${line}${isLastLine ? ending : ''}` };
}

/** Makes a list of one value, or a tuple where it stands in parentheses; a text with commas becomes its parts. */
export function wrapInList(tree: PythonFile, text: string, span: Span): readonly TextEdit[] | undefined {
  const node = nodeAt(tree, span, ['Str', 'Call', 'BinOp', 'Name', 'Attribute']);
  if (node === undefined) return undefined;
  if (node.kind === 'Str' && node.value.includes(',')) {
    const parts = node.value.split(',').map((part) => part.trim());
    const quote = text.endsWith('"', span.end) ? '"' : "'";
    if (parts.some((part) => /['"\\\s]/.test(part))) return undefined;
    const list = parts.filter((part) => part !== '').map((part) => `${quote}${part}${quote}`);
    return [{ span, newText: `[${list.join(', ')}]` }];
  }
  const isInParentheses = /\(\s*$/.test(text.slice(0, span.start)) && /^\s*\)/.test(text.slice(span.end));
  if (isInParentheses) return [{ span: { start: span.end, end: span.end }, newText: ',' }];
  return [
    { span: { start: span.start, end: span.start }, newText: '[' },
    { span: { start: span.end, end: span.end }, newText: ']' },
  ];
}

function nearestKin(body: readonly Stmt[], kin: readonly RegExp[]): Stmt | undefined {
  return kin
    .map((circle) => body.findLast((statement) => assignedNames(statement).some((name) => circle.test(name))))
    .find((statement) => statement !== undefined);
}

/**
 * The same in the body of a class of the module: behind the nearest kin, else behind its last assignment, else at its end; in place of a
 * lone `pass`. Undefined for a class that is not there once, or that stands on one line.
 */
export function insertInClass(
  tree: PythonFile,
  text: string,
  className: string,
  line: string,
  kin: readonly RegExp[],
): TextEdit | undefined {
  const [node, ...others] = tree.body.filter((one) => one.kind === 'ClassDef' && one.name === className);
  if (tree.errors.length > 0 || node?.kind !== 'ClassDef' || others.length > 0) return undefined;
  const [first] = node.body;
  const last = node.body.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start);
  if (indent.trim() !== '' || indent === '') return undefined;
  const ending = lineEndOf(text);
  const indented = line.replaceAll(ending, `${ending}${indent}`);
  if (first === last && first.kind === 'Pass')
    return { span: { start: first.start, end: first.end }, newText: indented };
  const relative = nearestKin(node.body, kin);
  const before = relative ?? node.body.findLast((one) => assignedNames(one).length > 0) ?? last;
  const at = lineEnd(text, before.end);
  const gap = relative === undefined ? ending : '';
  return { span: { start: at, end: at }, newText: `${gap}${ending}${indent}${indented}` };
}

/** Takes a statement out with its line; undefined when it shares the line or its block, or a comment stands behind it. */
export function removeStatement(tree: PythonFile, text: string, statement: Span): TextEdit | undefined {
  const start = lineStart(text, statement.start);
  const isAlone = text.slice(start, lineEnd(text, statement.end)).trim() === text.slice(statement.start, statement.end);
  const isInBody = tree.body.some((one) => isAt(one, statement));
  return isAlone && isInBody ? { span: { start, end: nextLine(text, statement.end) }, newText: '' } : undefined;
}

/** Rewrites `X.append(a)` to `X.insert(index, a)`. */
export function appendToInsert(tree: PythonFile, statement: Span, index: number): readonly TextEdit[] | undefined {
  const node = nodeAt(tree, statement, ['ExprStmt']);
  const call = node?.value;
  if (call?.kind !== 'Call' || call.func.kind !== 'Attribute' || call.func.attr !== 'append') return undefined;
  const [argument, ...more] = call.args;
  if (argument === undefined || argument.kind === 'Starred' || more.length > 0 || call.keywords.length > 0)
    return undefined;
  const { attrStart } = call.func;
  return [
    { span: { start: attrStart, end: attrStart + 'append'.length }, newText: 'insert' },
    { span: { start: argument.start, end: argument.start }, newText: `${index}, ` },
  ];
}

/** Makes a split of text drop blanks and empty parts: a plain split becomes a comprehension, a comprehension gets a filter. */
export function dropEmptyParts(
  tree: PythonFile,
  text: string,
  split: Span,
  item: string,
): readonly TextEdit[] | undefined {
  const node = nodeAt(tree, split, ['Call', 'ListComp']);
  if (node === undefined) return undefined;
  if (node.kind === 'ListComp') return filterComprehension(node, text);
  if (isSplit(node)) {
    if (item !== 'part' && usesName(tree, item)) return dropEmptyParts(tree, text, split, 'part');
    return [
      { span: { start: split.start, end: split.start }, newText: `[${item}.strip() for ${item} in ` },
      { span: { start: split.end, end: split.end }, newText: ` if ${item}.strip()]` },
    ];
  }
  // `config('X', cast=lambda v: v.split(','))`
  const given = node.keywords.find((one) => one.arg === 'cast')?.value;
  if (given?.kind !== 'Lambda' || given.params.length !== 1) return undefined;
  if (given.body.kind === 'ListComp') return filterComprehension(given.body, text);
  return given.body.kind === 'Call' && isSplit(given.body) ? dropEmptyParts(tree, text, given.body, item) : undefined;
}

function isSplit(node: { readonly func: { readonly kind: string; readonly attr?: string } }): boolean {
  return node.func.kind === 'Attribute' && node.func.attr === 'split';
}

function filterComprehension(node: ListComp, text: string): readonly TextEdit[] | undefined {
  const [generator] = node.generators;
  if (generator?.target.kind !== 'Name' || generator.ifs.length > 0) return undefined;
  const { id } = generator.target;
  // `h.strip()` may be empty where `h` is not.
  const { elt } = node;
  const isStripped =
    elt.kind === 'Call' && elt.func.kind === 'Attribute' && elt.func.value.kind === 'Name' && elt.func.value.id === id;
  const at = generator.iter.end;
  if (isStripped) return [{ span: { start: at, end: at }, newText: ` if ${text.slice(elt.start, elt.end)}` }];
  const isPlain = elt.kind === 'Name' && elt.id === id;
  if (!isPlain) return [{ span: { start: at, end: at }, newText: ` if ${id}` }];
  return [
    { span: { start: elt.end, end: elt.end }, newText: '.strip()' },
    { span: { start: at, end: at }, newText: ` if ${id}.strip()` },
  ];
}

function usesName(tree: PythonFile, name: string): boolean {
  let found = false;
  walkAll(tree.body, (node) => {
    if (node.kind === 'Name' && node.id === name) found = true;
    return !found;
  });
  return found;
}

/** Adds `import os` where a module's imports begin; undefined when there is no place for it. */
export function importOs(tree: PythonFile, text: string): TextEdit | undefined {
  const ending = lineEndOf(text);
  let afterHead: number | undefined;
  for (const statement of tree.body) {
    const isDocstring = statement.kind === 'ExprStmt' && statement.value.kind === 'Str';
    const isFuture = statement.kind === 'ImportFrom' && statement.module === '__future__';
    if (isDocstring || isFuture) {
      afterHead = lineEnd(text, statement.end);
      continue;
    }
    if (statement.kind === 'Import' || statement.kind === 'ImportFrom')
      return { span: { start: statement.start, end: statement.start }, newText: `import os${ending}` };
    if (afterHead === undefined)
      return { span: { start: statement.start, end: statement.start }, newText: `import os${ending}${ending}` };
    break;
  }
  if (afterHead === undefined) return undefined;
  return { span: { start: afterHead, end: afterHead }, newText: `${ending}${ending}import os` };
}
