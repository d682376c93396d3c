import type { Expr, Node, Stmt } from '../../syntax/python/nodes.ts';
import { dottedName, walk, walkAll } from '../../syntax/python/walk.ts';
import type { ImportFact } from './facts.ts';

/**
 * Patterns of the files that a settings module runs with django-split-settings, `*` for what is computed: texts in a call of `include` or
 * `optional`, and those of a list that `include` is handed. Empty for a file that does not import that package.
 */
export function includedFiles(body: readonly Stmt[], imports: readonly ImportFact[]): readonly string[] {
  if (!imports.some((one) => one.module === 'split_settings' || one.module.startsWith('split_settings.'))) return [];
  const patterns = new Set<string>();
  const handed = new Set<string>();
  walkAll(body, (node) => {
    if (node.kind !== 'Call' || !isInclude(node.func)) return;
    for (const arg of node.args) {
      if (arg.kind === 'Starred' && arg.value.kind === 'Name') handed.add(arg.value.id);
      else addPatterns(arg, patterns);
    }
  });
  for (const statement of body) {
    if (statement.kind !== 'Assign') continue;
    const isHanded = statement.targets.some((one) => one.kind === 'Name' && handed.has(one.id));
    if (isHanded) addPatterns(statement.value, patterns);
  }
  return [...patterns];
}

function isInclude(callee: Expr): boolean {
  const name = dottedName(callee)?.split('.').at(-1);
  return name === 'include' || name === 'optional';
}

function addPatterns(node: Node, patterns: Set<string>): void {
  const add = (text: string): void => {
    if (text.endsWith('.py')) patterns.add(text);
  };
  walk(node, (one) => {
    if (one.kind === 'Str') add(one.value);
    if (one.kind === 'FString') add(one.parts.map((part) => (part.kind === 'Interp' ? '*' : part.value)).join(''));
    return one.kind !== 'FString';
  });
}
