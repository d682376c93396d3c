import type { ReaderLibrary } from '../../model/settings/evaluate/internal-values.ts';
import type { EnvironmentRead } from '../../model/settings/values.ts';
import type { BoolOp, Call } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { dottedName, walkAll } from '../../syntax/python/walk.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { quoteOf } from './python-style.ts';
import { importOs } from './statement-edits.ts';

/** How a module reads a variable. */
export interface ReadStyle {
  readonly variable: string;
  /** `flag` is false while the variable is unset; `text`, and `list` of text parted by commas, then raise. */
  readonly type: 'text' | 'flag' | 'list';
  /** How the module reads variables already; `os.environ` without one. */
  readonly reader: { readonly library: ReaderLibrary; readonly name: string } | undefined;
  /** `os` is bound in the module. */
  readonly hasOs: boolean;
}

/** An environment read to be written in place of a value. */
export interface VariableRead extends ReadStyle {
  /** The value that goes. */
  readonly at: Location;
}

/** Puts a read in place of the value; adds `import os` where that is needed. */
export function variableRead(tree: PythonFile, text: string, read: VariableRead): readonly TextEdit[] | undefined {
  const value = { span: read.at.span, newText: readText(tree, text, read) };
  const bound = osImport(tree, text, read);
  return bound && [...bound, value];
}

/** The import that a read needs: none, one, or undefined when there is no place for it. */
export function osImport(tree: PythonFile, text: string, read: ReadStyle): readonly TextEdit[] | undefined {
  if (read.reader !== undefined || read.hasOs) return [];
  const bound = importOs(tree, text);
  return bound && [bound];
}

/** The read as the module would write it. */
export function readText(tree: PythonFile, text: string, { variable, type, reader }: ReadStyle): string {
  const quote = quoteOf(tree, text);
  const q = (word: string): string => `${quote}${word}${quote}`;
  const name = q(variable);
  const parts = (value: string): string => `[part.strip() for part in ${value}.split(${q(',')}) if part.strip()]`;
  if (reader === undefined) {
    if (type === 'flag') return `os.environ.get(${name}, ${q('')}).lower() in (${q('1')}, ${q('true')}, ${q('yes')})`;
    return type === 'text' ? `os.environ[${name}]` : parts(`os.environ[${name}]`);
  }
  if (type === 'text') return `${reader.name}(${name})`;
  if (reader.library === 'decouple')
    return type === 'flag'
      ? `${reader.name}(${name}, default=False, cast=bool)`
      : `${reader.name}(${name}, cast=lambda v: ${parts('v')})`;
  return type === 'flag' ? `${reader.name}.bool(${name}, default=False)` : `${reader.name}.list(${name})`;
}

/**
 * Takes the fallback from a read, so that it raises while the variable is unset: `os.environ.get('X', 'y')` becomes `os.environ['X']`,
 * `env('X', default='y')` becomes `env('X')`. Undefined when the read is written in another way.
 * @param library of the reader that the module uses
 */
export function requireVariable(
  tree: PythonFile,
  text: string,
  read: Span,
  variable: string,
  library: EnvironmentRead['library'] | undefined,
): readonly TextEdit[] | undefined {
  const call = callReading(tree, read, variable);
  if (call === undefined) return undefined;
  const alternative = alternativeTo(tree, call);
  const cut: TextEdit[] = [];
  if (alternative !== undefined) {
    const span = { start: call.end, end: alternative.end };
    if (alternative.values.length !== 2 || /[()]/.test(text.slice(span.start, span.end))) return undefined;
    cut.push({ span, newText: '' });
  }
  const path = dottedName(call.func) ?? '';
  if (/(^|\.)(environ\.get|getenv)$/.test(path)) {
    const name = call.args[0];
    const owner = path.endsWith('getenv') ? path.replace(/getenv$/, 'environ') : path.replace(/\.get$/, '');
    // With `from os import getenv` there is no `environ` to read.
    if (name === undefined || path === 'getenv') return undefined;
    return [{ span: call, newText: `${owner}[${text.slice(name.start, name.end)}]` }, ...cut];
  }
  const fallback = withoutDefault(call, library);
  return fallback === undefined ? undefined : [fallback, ...cut];
}

function callReading(tree: PythonFile, read: Span, variable: string): Call | undefined {
  let found: Call | undefined;
  walkAll(tree.body, (node) => {
    if (node.end < read.start || node.start > read.end) return false;
    const isInside = node.start >= read.start && node.end <= read.end;
    if (isInside && node.kind === 'Call' && node.args[0]?.kind === 'Str' && node.args[0].value === variable)
      found ??= node;
    return true;
  });
  return found;
}

/** `a or b` where the call is `a`. */
function alternativeTo(tree: PythonFile, call: Call): BoolOp | undefined {
  let found: BoolOp | undefined;
  walkAll(tree.body, (node) => {
    if (node.end < call.start || node.start > call.end) return false;
    if (node.kind === 'BoolOp' && node.op === 'Or' && node.values[0] === call) found = node;
    return true;
  });
  return found;
}

function withoutDefault(call: Call, library: EnvironmentRead['library'] | undefined): TextEdit | undefined {
  const named = call.keywords.find((one) => one.arg === 'default');
  // The second positional argument of django-environ's `env(…)` is a cast, of all others the default.
  const hasDefaultSecond = call.func.kind === 'Attribute' || library !== 'environ';
  const fallback = named ?? (hasDefaultSecond ? call.args[1] : undefined);
  if (fallback === undefined) return undefined;
  const given = [...call.args, ...call.keywords].sort((a, b) => a.start - b.start);
  const before = given[given.indexOf(fallback) - 1];
  return before && { span: { start: before.end, end: fallback.end }, newText: '' };
}
