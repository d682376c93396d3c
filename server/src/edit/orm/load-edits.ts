import { needsColumn } from '../../model/orm/questions.ts';
import type { Lookup, QueryOrigin, RelationLoad } from '../../model/orm/relation-load.ts';
import type { Sources } from '../../model/sources.ts';
import type { Attribute, Call, Expr, Str } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import type { FileEdit } from '../../text/location.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { appendArguments } from './argument-edits.ts';
import { findNode } from './find-expression.ts';

/** Rows fetched at a time where `iterator()` has to say it: Django's own default. */
const chunkSize = 2000;

/** Adds all that rows of the load's querysets miss, where those querysets begin. */
export function loadEdits(sources: Sources, load: RelationLoad): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const origin of load.origins) {
    const made = originEdits(sources, origin);
    if (made === undefined) return undefined;
    for (const edit of made) edits.push({ file: origin.file, edit });
  }
  return edits.length === 0 ? undefined : edits;
}

/** `_id` in place of `.id` or `.pk`. */
export function keyEdits(sources: Sources, load: RelationLoad): readonly FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const { at, end } of load.keyReads ?? []) {
    const span = { start: at.span.end, end };
    if (!/^\.(id|pk)$/.test(sources.text(at.file)?.slice(span.start, span.end) ?? '')) return undefined;
    edits.push({ file: at.file, edit: { span, newText: '_id' } });
  }
  return edits.length === 0 ? undefined : edits;
}

function originEdits(sources: Sources, origin: QueryOrigin): readonly TextEdit[] | undefined {
  const text = sources.text(origin.file);
  const tree = sources.python(origin.file);
  if (text === undefined || tree === undefined || origin.isCombined || origin.isDeferred) return undefined;
  const expr = findNode(tree, origin.span, ['Call', 'Attribute']);
  if (expr === undefined || origin.missing.length === 0) return undefined;
  const chain = chainOf(expr);
  const onlyEdits = extendOnly(text, origin, chain);
  if (onlyEdits === undefined) return undefined;
  const quote = quoteOf(text, chain);
  const wanted = origin.missing.map((one): Lookup => (origin.isLocked ? { ...one, by: 'prefetch' } : one));
  const edits: TextEdit[] = [...onlyEdits];
  let appended = '';
  for (const [method, by] of methods) {
    const paths = wanted.filter((one) => one.by === by).map((one) => one.path);
    if (paths.length === 0) continue;
    const call = chain.findLast((one) => one.name === method && !isNone(one.call));
    if (call === undefined)
      appended += `${dotBefore(text, expr)}${method}(${paths.map((path) => quoted(path, quote)).join(', ')})`;
    else {
      const merged = mergedEdits(text, call.call, paths, quote);
      if (merged === undefined) return undefined;
      edits.push(...merged);
    }
  }
  if (appended !== '') edits.push({ span: { start: expr.end, end: expr.end }, newText: appended });
  if (wanted.some((one) => one.by === 'prefetch')) {
    const chunks = chunkEdits(text, tree, origin);
    if (chunks === undefined) return undefined;
    edits.push(...chunks);
  }
  return edits;
}

const methods = [
  ['select_related', 'select'],
  ['prefetch_related', 'prefetch'],
] as const;

interface ChainCall {
  readonly name: string;
  readonly call: Call;
}

/** The method calls of a chain, first one first. */
function chainOf(expr: Expr): readonly ChainCall[] {
  const calls: ChainCall[] = [];
  let at: Expr = expr;
  for (;;) {
    if (at.kind === 'Call' && at.func.kind === 'Attribute') {
      calls.unshift({ name: at.func.attr, call: at });
      at = at.func.value;
    } else if (at.kind === 'Attribute') at = at.value;
    else return calls;
  }
}

function isNone(call: Call): boolean {
  return call.args.length === 1 && call.args[0]?.kind === 'NoneLit';
}

/** The dot of a new call: on a line of its own where the chain's last call stands so. */
function dotBefore(text: string, expr: Call | Attribute): string {
  const last = expr.kind === 'Call' && expr.func.kind === 'Attribute' ? expr.func : undefined;
  if (last === undefined) return '.';
  const gap = text.slice(last.value.end, last.attrStart);
  return /^\s*\n[ \t]*\.$/.test(gap) ? gap : '.';
}

/** Adds paths to a call; a path that is the beginning of a new one gives way to it. Undefined for arguments that cannot be extended. */
function mergedEdits(
  text: string,
  call: Call,
  paths: readonly string[],
  quote: string,
): readonly TextEdit[] | undefined {
  if (call.args.length === 0 || call.keywords.length > 0 || call.args.some((arg) => arg.kind === 'Starred'))
    return undefined;
  const replaced = new Map<Str, string>();
  const added: string[] = [];
  for (const path of paths) {
    const shorter = call.args.find(
      (arg): arg is Str => arg.kind === 'Str' && !replaced.has(arg) && path.startsWith(`${arg.value}__`),
    );
    if (shorter === undefined || shorter.parts.length !== 1) added.push(quoted(path, quote));
    else replaced.set(shorter, path);
  }
  const edits: TextEdit[] = [...replaced].map(([node, path]) => {
    const part = node.parts[0] ?? { contentStart: node.start, contentEnd: node.end };
    return { span: { start: part.contentStart, end: part.contentEnd }, newText: path };
  });
  if (added.length > 0) edits.push(appendArguments(text, call, added));
  return edits;
}

/**
 * `only()` has to name the foreign keys that are joined, otherwise Django raises FieldError.
 * Undefined when an `only()` stands outside the expression, or cannot be read.
 */
function extendOnly(text: string, origin: QueryOrigin, chain: readonly ChainCall[]): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { span, names } of origin.onlyCalls) {
    const call = chain.find((one) => one.call.start === span.start && one.call.end === span.end)?.call;
    if (call === undefined || names === undefined) return undefined;
    const needed = new Set<string>();
    for (const { path } of origin.missing) {
      const first = path.split('__')[0] ?? path;
      const field = origin.model.fields.get(first);
      if (field?.kind === 'generic-foreign-key') return undefined;
      if (needsColumn(origin.model, first, names)) needed.add(first);
    }
    if (needed.size > 0) {
      const quote = quoteOf(text, [{ name: 'only', call }]);
      edits.push(
        appendArguments(
          text,
          call,
          [...needed].map((name) => quoted(name, quote)),
        ),
      );
    }
  }
  return edits;
}

/** Since Django 5.0 `iterator()` after `prefetch_related()` needs a `chunk_size`. */
function chunkEdits(text: string, tree: PythonFile, origin: QueryOrigin): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const span of origin.iteratorCalls) {
    const call = findNode(tree, span, ['Call']);
    if (call === undefined) return undefined;
    edits.push(appendArguments(text, call, [`chunk_size=${chunkSize}`]));
  }
  return edits;
}

/** The quote that the chain uses, else the file's more frequent one. */
function quoteOf(text: string, chain: readonly ChainCall[]): string {
  for (const { call } of chain) {
    const found = call.args.find((arg): arg is Str => arg.kind === 'Str');
    if (found !== undefined) return text[(found.parts[0]?.contentStart ?? found.start + 1) - 1] ?? '"';
  }
  const single = text.split("'").length;
  const double = text.split('"').length;
  return single > double ? "'" : '"';
}

function quoted(path: string, quote: string): string {
  return `${quote}${path}${quote}`;
}
