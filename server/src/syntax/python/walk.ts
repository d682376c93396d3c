// Going through a Python tree: children, depth-first walks, dotted names.
// Must not interpret code; what a tree means is the business of model/. nodes.ts holds the types, node-children.ts the fields.

import { forEachChild } from './node-children.ts';
import type { Expr, Node } from './nodes.ts';

export { forEachChild } from './node-children.ts';

/** The direct children, field by field: not always in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}

/** Visits `node` and all below it, parents first. A visitor that returns false keeps the walk out of that node's children. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  const step = (child: Node): void => {
    if (visit(child) !== false) forEachChild(child, step);
  };
  step(node);
}

/** As `walk`, over each of a list, such as the body of a file or function. */
export function walkAll(nodes: readonly Node[], visit: (node: Node) => unknown): void {
  for (const node of nodes) walk(node, visit);
}

/** `a.b.c` of a chain of names and attributes; undefined for any other expression and for a name left out of half-typed code. */
export function dottedName(expr: Expr): string | undefined {
  if (expr.kind === 'Name') return expr.id === '' ? undefined : expr.id;
  if (expr.kind !== 'Attribute' || expr.attr === '') return undefined;
  const parts: string[] = [expr.attr];
  let value = expr.value;
  while (value.kind === 'Attribute' && value.attr !== '') {
    parts.push(value.attr);
    value = value.value;
  }
  if (value.kind !== 'Name' || value.id === '') return undefined;
  parts.push(value.id);
  return parts.reverse().join('.');
}
