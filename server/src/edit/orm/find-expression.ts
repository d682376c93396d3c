import type { Expr, Node } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';

/** The node of a kind that covers exactly a span; undefined when the text has none. */
export function findNode<Kind extends Expr['kind']>(
  tree: PythonFile,
  span: Span,
  kinds: readonly Kind[],
): Extract<Expr, { kind: Kind }> | undefined {
  let found: Node | undefined;
  walkAll(tree.body, (node) => {
    if (found !== undefined || node.start > span.start || node.end < span.end) return false;
    if (node.start === span.start && node.end === span.end && (kinds as readonly string[]).includes(node.kind)) {
      found = node;
      return false;
    }
    return true;
  });
  return found as Extract<Expr, { kind: Kind }> | undefined;
}
