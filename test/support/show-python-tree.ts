import type { Node } from '../../server/src/syntax/python/nodes.ts';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function showValue(value: unknown): string {
  if (isNode(value)) return showNode(value);
  if (Array.isArray(value)) return `[${value.map(showValue).join(' ')}]`;
  return value === null ? 'null' : String(value);
}

/**
 * One node as short text for expectations: `Call(func=Name(id=f) args=[Num(form=int value=1)])`. Positions, empty lists, `false`
 * and absent nodes or names are left out; a string shows the values of its parts only where there are several.
 */
export function showNode(node: Node): string {
  if (node.kind === 'Name') return node.id === '' ? '<missing>' : node.id;
  if (node.kind === 'StrPart' || node.kind === 'FLit') return JSON.stringify(node.value);
  if ((node.kind === 'Str' || node.kind === 'Bytes') && node.parts.length === 1)
    return `${node.kind}(${JSON.stringify(node.value)})`;
  if (node.kind === 'Num') return node.form === 'int' ? String(node.value) : `${node.form}(${node.value})`;
  const fields: string[] = [];
  for (const [name, value] of Object.entries(node)) {
    if (['kind', 'start', 'end'].includes(name) || name.endsWith('Start')) continue;
    const isPlain = node.kind === 'Bool' || node.kind === 'MatchSingleton';
    const isAbsent = value === null || value === false || (Array.isArray(value) && value.length === 0);
    if (isPlain || !isAbsent) fields.push(`${name}=${showValue(value)}`);
  }
  return fields.length === 0 ? node.kind : `${node.kind}(${fields.join(' ')})`;
}

/** Statements, one a line. */
export function showNodes(nodes: readonly Node[]): string {
  return nodes.map(showNode).join('\n');
}
