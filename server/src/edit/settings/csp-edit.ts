import type { Assign, Expr } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { walkAll } from '../../syntax/python/walk.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { assignedNames, indentOf, lineEnd, lineEndOf, lineStart, nextLine, quoteOf } from './python-style.ts';

const notDirectives = ['CSP_REPORT_ONLY', 'CSP_EXCLUDE_URL_PREFIXES', 'CSP_REPORT_PERCENTAGE', 'CSP_INCLUDE_NONCE_IN'];

/** The statements of django-csp 3 in a module, each name assigned once and read nowhere else; undefined where that is not so. */
function oldStatements(tree: PythonFile, directives: readonly string[]): ReadonlyMap<string, Assign> | undefined {
  const names = [...directives, ...notDirectives];
  const statements = new Map<string, Assign>();
  for (const statement of tree.body) {
    for (const name of assignedNames(statement)) {
      if (name.startsWith('CONTENT_SECURITY_POLICY')) return undefined;
      if (!names.includes(name)) continue;
      if (statement.kind !== 'Assign' || statement.targets.length !== 1 || statements.has(name)) return undefined;
      statements.set(name, statement);
    }
  }
  let uses = 0;
  walkAll(tree.body, (node) => {
    if (node.kind === 'Name' && names.includes(node.id)) uses++;
  });
  return uses === statements.size ? statements : undefined;
}

/**
 * Rewrites the settings of django-csp 3 in a module into CONTENT_SECURITY_POLICY of version 4, in the place of the last of them.
 * https://django-csp.readthedocs.io/en/latest/migration-guide.html. Undefined where a value cannot be carried over as written.
 * @param directives names of the settings that are directives: `CSP_IMG_SRC`
 */
export function oldCspToNew(
  tree: PythonFile,
  text: string,
  directives: readonly string[],
): readonly TextEdit[] | undefined {
  if (tree.errors.length > 0) return undefined;
  const statements = oldStatements(tree, directives);
  const last = [...(statements?.values() ?? [])].sort((a, b) => a.start - b.start).at(-1);
  if (statements === undefined || last === undefined) return undefined;
  const policy = newPolicy(tree, text, statements);
  if (policy === undefined) return undefined;
  const edits: TextEdit[] = [{ span: { start: last.start, end: last.end }, newText: policy.setting }];
  for (const statement of statements.values()) {
    const start = lineStart(text, statement.start);
    const isAlone = text.slice(start, lineEnd(text, statement.end)) === text.slice(statement.start, statement.end);
    if (!isAlone) return undefined;
    if (statement !== last) edits.push({ span: { start, end: nextLine(text, statement.end) }, newText: '' });
  }
  if (!policy.hasNonce) return edits;
  const [first] = tree.body.filter((one) => one.kind === 'Import' || one.kind === 'ImportFrom');
  const anchor = tree.body.findLast((one) => one.kind === 'ImportFrom' && one.module !== '__future__') ?? first;
  if (anchor === undefined) return undefined;
  const at = lineEnd(text, anchor.end);
  return [{ span: { start: at, end: at }, newText: `${lineEndOf(text)}from csp.constants import NONCE` }, ...edits];
}

interface NewPolicy {
  readonly setting: string;
  readonly hasNonce: boolean;
}

function newPolicy(tree: PythonFile, text: string, statements: ReadonlyMap<string, Assign>): NewPolicy | undefined {
  const quote = quoteOf(tree, text);
  const indent = indentOf(text);
  const ending = lineEndOf(text);
  const value = (name: string): Expr | undefined => statements.get(name)?.value;
  const nonces = textsOf(value('CSP_INCLUDE_NONCE_IN'));
  const reportOnly = value('CSP_REPORT_ONLY');
  const percentage = value('CSP_REPORT_PERCENTAGE');
  const isKnown = (reportOnly?.kind ?? 'Bool') === 'Bool' && (percentage?.kind ?? 'Num') === 'Num';
  if (nonces === undefined || !isKnown) return undefined;
  const lines: string[] = [];
  const prefixes = value('CSP_EXCLUDE_URL_PREFIXES');
  if (prefixes?.kind === 'Str') return undefined;
  if (prefixes !== undefined) lines.push(`${quote}EXCLUDE_URL_PREFIXES${quote}: ${indented(text, prefixes, indent)},`);
  if (percentage?.kind === 'Num' && percentage.value !== null)
    lines.push(`${quote}REPORT_PERCENTAGE${quote}: ${Math.round(percentage.value * 10_000) / 100},`);
  lines.push(`${quote}DIRECTIVES${quote}: {`);
  const left = new Set(nonces);
  for (const [name, statement] of statements) {
    if (notDirectives.includes(name)) continue;
    const directive = name.slice('CSP_'.length).replaceAll('_', '-').toLowerCase();
    const written = left.delete(directive)
      ? withNonce(text, statement.value, indent)
      : indented(text, statement.value, indent + indent);
    if (written === undefined) return undefined;
    lines.push(`${indent}${quote}${directive}${quote}: ${written},`);
  }
  lines.push('},');
  if (left.size > 0) return undefined;
  const suffix = reportOnly?.kind === 'Bool' && reportOnly.value ? '_REPORT_ONLY' : '';
  const body = lines.map((line) => `${indent}${line}`);
  const setting = [`CONTENT_SECURITY_POLICY${suffix} = {`, ...body, '}'].join(ending);
  return { setting, hasNonce: nonces.length > 0 };
}

/** The texts of a list or tuple; none without one, undefined for anything else. */
function textsOf(value: Expr | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  if (value.kind !== 'List' && value.kind !== 'Tuple') return undefined;
  const texts = value.elts.flatMap((one) => (one.kind === 'Str' ? [one.value] : []));
  return texts.length === value.elts.length ? texts : undefined;
}

/** A value as written, its later lines moved in. */
function indented(text: string, value: Expr, indent: string): string {
  return text.slice(value.start, value.end).replace(/\n(?=[^\r\n])/g, `\n${indent}`);
}

function withNonce(text: string, value: Expr, indent: string): string | undefined {
  if (value.kind !== 'List' && value.kind !== 'Tuple') return undefined;
  const last = value.elts.at(-1);
  if (last === undefined || text.slice(value.start, value.end).includes('#')) return undefined;
  const end = value.end - value.start;
  const written = text.slice(value.start, value.end);
  const at = last.end - value.start;
  const added = `${written.slice(0, at)}, NONCE${written.slice(at, end)}`;
  return added.replace(/\n(?=[^\r\n])/g, `\n${indent}${indent}`);
}
