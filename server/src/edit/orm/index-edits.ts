import type { OrmField, OrmIndex } from '../../model/orm/model-graph.ts';
import type { Sources } from '../../model/sources.ts';
import type { List, Tuple } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { FileEdit } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { appendArguments, removeArgument, removeItem } from './argument-edits.ts';
import { findNode } from './find-expression.ts';

/** `db_index=True` goes; a relation, which has an index of its own accord, gets `db_index=False`. */
export function removeFieldIndex(sources: Sources, field: OrmField): readonly FileEdit[] | undefined {
  const { file } = field;
  const text = file === undefined ? undefined : sources.text(file);
  const tree = file === undefined ? undefined : sources.python(file);
  if (file === undefined || text === undefined || tree === undefined) return undefined;
  const call = findNode(tree, field.callSpan, ['Call']);
  if (call === undefined) return undefined;
  const keyword = call.keywords.find((one) => one.arg === 'db_index');
  const isRelation = field.kind === 'foreign-key' || field.kind === 'one-to-one';
  if (isRelation && keyword !== undefined) {
    return [{ file, edit: { span: { start: keyword.value.start, end: keyword.value.end }, newText: 'False' } }];
  }
  const edit = isRelation
    ? appendArguments(text, call, ['db_index=False'])
    : keyword && removeArgument(text, call, keyword);
  return edit === undefined ? undefined : [{ file, edit }];
}

/** Takes an entry out of the list that holds it. */
export function removeMetaIndex(sources: Sources, index: OrmIndex): readonly FileEdit[] | undefined {
  const { file } = index;
  const text = file === undefined ? undefined : sources.text(file);
  const tree = file === undefined ? undefined : sources.python(file);
  if (file === undefined || text === undefined || tree === undefined) return undefined;
  const list = listWith(tree, index.span);
  if (list === undefined) return undefined;
  const edit = removeItem(text, list.elts, index.span, list.end - 1);
  if (edit === undefined) return undefined;
  return [
    { file, edit: list.kind === 'Tuple' && list.elts.length === 2 ? stillTuple(text, list, index.span, edit) : edit },
  ];
}

/** `(a, b)` without one of them needs the comma that makes it a tuple. */
function stillTuple(text: string, list: Tuple, item: Span, edit: TextEdit): TextEdit {
  const [first, second] = list.elts;
  const hasTrailing = second !== undefined && /^\s*,/.test(text.slice(second.end, list.end));
  if (hasTrailing || first === undefined || second === undefined) return edit;
  if (first.start === item.start)
    return { span: { start: item.start, end: second.end }, newText: `${text.slice(second.start, second.end)},` };
  return { ...edit, newText: ',' };
}

function listWith(tree: PythonFile, item: Span): List | Tuple | undefined {
  let found: List | Tuple | undefined;
  walkAll(tree.body, (node) => {
    if (node.start > item.start || node.end < item.end) return false;
    const isHolder = node.kind === 'List' || node.kind === 'Tuple';
    if (isHolder && node.elts.some((one) => one.start === item.start && one.end === item.end)) found = node;
    return true;
  });
  return found;
}
