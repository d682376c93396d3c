import type { Expr, Str } from '../../../syntax/python/nodes.ts';
import type { PythonFile } from '../../../syntax/python/parse-python.ts';
import { walkAll } from '../../../syntax/python/walk.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { Location } from '../../../text/location.ts';

/** Two texts on lines of their own that Python reads as one element. */
export interface JoinedTexts {
  /** The setting or local list; undefined for a list that has no name. */
  readonly name: string | undefined;
  readonly first: string;
  readonly second: string;
  /** From the start of the first to the end of the second. */
  readonly at: Location;
  /** Where the comma is missing: right behind the first. */
  readonly gap: Location;
}

/** A dotted path, a host or an origin, each whole by itself. */
const dottedPath = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/;
const appName = /^[a-z_][a-z0-9_]*(\.[A-Za-z_]\w*)*$/;
const host = /^(https?:\/\/)?(\.|\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/i;
const listsOfApps = /(^|_)APPS$/;
const listsOfHosts = /^(ALLOWED_HOSTS|CSRF_TRUSTED_ORIGINS|CORS_\w+|INTERNAL_IPS)$/;

/** Elements of lists and tuples of a module that a missing comma has made one text. */
export function joinedTexts(tree: PythonFile, text: string, file: FileId): readonly JoinedTexts[] {
  const names = new Map<Expr, string>();
  const found: JoinedTexts[] = [];
  walkAll(tree.body, (node) => {
    if (node.kind === 'Assign' && node.targets[0]?.kind === 'Name') names.set(node.value, node.targets[0].id);
    if (node.kind === 'AnnAssign' && node.value !== null && node.target.kind === 'Name')
      names.set(node.value, node.target.id);
    if (node.kind === 'AugAssign' && node.target.kind === 'Name') names.set(node.value, node.target.id);
    if (node.kind !== 'List' && node.kind !== 'Tuple') return true;
    const name = names.get(node);
    node.elts.forEach((one, i) => {
      if (one.kind !== 'Str' || one.parts.length < 2) return;
      // In parentheses of its own a text is meant to go on; the first element of a tuple stands behind those of the tuple.
      const before = text.slice(Math.max(0, one.start - 200), one.start).trimEnd();
      const isInParentheses = before.endsWith('(') && (node.kind === 'List' || i > 0 || /\(\s*\($/.test(before));
      if (!isInParentheses) found.push(...gapsIn(one, name, text, file));
    });
    return true;
  });
  return found;
}

function gapsIn(element: Str, name: string | undefined, text: string, file: FileId): readonly JoinedTexts[] {
  const found: JoinedTexts[] = [];
  element.parts.forEach((first, i) => {
    const second = element.parts[i + 1];
    if (second === undefined) return;
    const between = text.slice(first.end, second.start);
    const isOnTwoLines = /^[ \t]*(#[^\n]*)?\r?\n/.test(between) && !between.includes('\\');
    if (!isOnTwoLines || !areWhole(first.value, second.value, name)) return;
    found.push({
      name,
      first: first.value,
      second: second.value,
      at: { file, span: { start: first.start, end: second.end } },
      gap: { file, span: { start: first.end, end: first.end } },
    });
  });
  return found;
}

function areWhole(first: string, second: string, name: string | undefined): boolean {
  if (dottedPath.test(first) && dottedPath.test(second)) return true;
  if (name === undefined) return false;
  if (listsOfApps.test(name)) return appName.test(first) && appName.test(second);
  return listsOfHosts.test(name) && host.test(first) && host.test(second);
}
