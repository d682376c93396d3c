import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/**
 * Gives a name of a module another one, wherever the module has it. Undefined when the new name is in use there, or the old one also
 * stands in a text, an import or elsewhere where it is no plain name.
 */
export function renameIn(tree: PythonFile, text: string, from: string, to: string): readonly TextEdit[] | undefined {
  if (tree.errors.length > 0 || new RegExp(`\\b${to}\\b`).test(text)) return undefined;
  const edits: TextEdit[] = [];
  walkAll(tree.body, (node) => {
    if (node.kind === 'Name' && node.id === from)
      edits.push({ span: { start: node.start, end: node.end }, newText: to });
  });
  const code = tree.comments.reduceRight((rest, one) => rest.slice(0, one.start) + rest.slice(one.end), text);
  const written = code.match(new RegExp(`\\b${from}\\b`, 'g'))?.length ?? 0;
  return written === edits.length ? edits : undefined;
}
