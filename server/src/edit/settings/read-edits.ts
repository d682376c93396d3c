import type { EnvironmentRead } from '../../model/settings/values.ts';
import type { Call, Expr, Subscript } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import type { Location } from '../../text/location.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { nodeAt, quoteOf } from './python-style.ts';

/** A variable whose text is to become something else. */
export interface ReadCast {
  /** The expression that goes. */
  readonly at: Location;
  readonly read: EnvironmentRead;
  readonly to: 'flag' | 'integer' | 'list';
  /** What one part of a list is called. */
  readonly item?: string;
}

/** Makes a flag, a number or a list of a variable's text, in the words of the library that reads it; its default stays what it is. */
export function castRead(tree: PythonFile, text: string, { at, read, to, item }: ReadCast): TextEdit | undefined {
  const node = nodeAt(tree, read.at.span, ['Call', 'Subscript']);
  const gone = text.slice(at.span.start, at.span.end);
  const isHere = at.file === read.at.file && at.span.start <= read.at.span.start && read.at.span.end <= at.span.end;
  // A helper of the project reads for whoever calls it.
  if (node === undefined || !isHere || /[\r\n]/.test(gone) || tree.errors.length > 0) return undefined;
  const quote = quoteOf(tree, text);
  const style: Style = { text, quote, item: item ?? 'item' };
  const newText =
    read.library === 'os'
      ? castOfText(node, to, style)
      : node.kind !== 'Call'
        ? undefined
        : read.library === 'starlette'
          ? undefined
          : read.library === 'decouple'
            ? castArgument(node, to, style)
            : castMethod(node, to, style);
  return newText === undefined ? undefined : { span: at.span, newText };
}

interface Style {
  readonly text: string;
  readonly quote: string;
  readonly item: string;
}

const source = (node: Expr, { text }: Style): string => text.slice(node.start, node.end);

function castOfText(node: Call | Subscript, to: ReadCast['to'], style: Style): string | undefined {
  const q = (word: string): string => `${style.quote}${word}${style.quote}`;
  const read = node.kind === 'Subscript' ? source(node, style) : textRead(node, to, style);
  if (read === undefined) return undefined;
  switch (to) {
    case 'flag':
      return `${read}.lower() in (${['1', 'true', 'yes', 'on'].map(q).join(', ')})`;
    case 'integer':
      return `int(${read})`;
    case 'list':
      return `[${style.item}.strip() for ${style.item} in ${read}.split(${q(',')}) if ${style.item}.strip()]`;
  }
}

/** `os.environ.get(…)` with a default that is text, as the methods of text need it. */
function textRead(call: Call, to: ReadCast['to'], style: Style): string | undefined {
  const [name] = call.args;
  const given = defaultOf(call);
  if (name === undefined || call.args.length > 2 || name.kind === 'Starred') return undefined;
  const isRequired = given === undefined && call.func.kind === 'Attribute' && call.func.attr === 'pop';
  if (isRequired) return source(call, style);
  const written = given === undefined || given.kind === 'NoneLit' ? emptyText(to, style) : textOf(given, to, style);
  return written === undefined ? undefined : `${source(call.func, style)}(${source(name, style)}, ${written})`;
}

function emptyText(to: ReadCast['to'], { quote }: Style): string | undefined {
  return to === 'integer' ? undefined : `${quote}${quote}`;
}

/** A default as text: `4` becomes `'4'`, `['a', 'b']` becomes `'a,b'`. */
function textOf(given: Expr, to: ReadCast['to'], style: Style): string | undefined {
  const { quote } = style;
  const q = (word: string): string => `${quote}${word}${quote}`;
  switch (given.kind) {
    case 'Str':
      return to === 'integer' && !/^\d+$/.test(given.value) ? undefined : source(given, style);
    case 'Bool':
      return to === 'flag' ? q(given.value ? 'True' : 'False') : undefined;
    case 'Num': {
      const digits = source(given, style);
      return to !== 'list' && /^\d+$/.test(digits) ? q(digits) : undefined;
    }
    case 'List':
    case 'Tuple': {
      const parts = given.elts.flatMap((one) => (one.kind === 'Str' ? [one.value] : []));
      const isPlain = parts.length === given.elts.length && parts.every((one) => !/[,'"\\\s]/.test(one));
      return to === 'list' && isPlain ? q(parts.join(',')) : undefined;
    }
    default:
      return undefined;
  }
}

const words = { flag: 'bool', integer: 'int', list: 'list' } as const;

/** `env('X')` becomes `env.bool('X')`. */
function castMethod(call: Call, to: ReadCast['to'], style: Style): string | undefined {
  const { func } = call;
  const isNamed = func.kind === 'Attribute' && ['str', 'get_value', 'unicode'].includes(func.attr);
  // The second argument of `env(…)` itself is a cast.
  if (!isNamed && call.args.length > 1) return undefined;
  const given = defaultOf(call);
  if (given !== undefined && given.kind !== 'NoneLit' && nativeDefault(given, to, style) === undefined)
    return undefined;
  const base = isNamed ? source(func.value, style) : source(func, style);
  return `${base}.${words[to]}(${argumentsOf(call, to, style).join(', ')})`;
}

/** `config('X')` becomes `config('X', cast=bool)`. */
function castArgument(call: Call, to: ReadCast['to'], style: Style): string | undefined {
  if (call.args.length > 2 || call.keywords.some((one) => one.arg === 'cast' || one.arg === null)) return undefined;
  const { item, quote } = style;
  const split = `lambda v: [${item}.strip() for ${item} in v.split(${quote},${quote}) if ${item}.strip()]`;
  const given = defaultOf(call);
  if (given !== undefined) {
    const isFine = to === 'list' ? given.kind === 'Str' : nativeDefault(given, to, style) !== undefined;
    if (!isFine) return undefined;
  }
  const cast = `cast=${to === 'list' ? split : words[to]}`;
  return `${source(call.func, style)}(${[...argumentsOf(call, to, style, to !== 'list'), cast].join(', ')})`;
}

/** The arguments as written, the default in the new type where `isNative` asks for that. */
function argumentsOf(call: Call, to: ReadCast['to'], style: Style, isNative = true): readonly string[] {
  const given = isNative ? defaultOf(call) : undefined;
  const written = (one: Expr): string =>
    one === given ? (nativeDefault(one, to, style) ?? source(one, style)) : source(one, style);
  return [...call.args.map(written), ...call.keywords.map((one) => `${one.arg}=${written(one.value)}`)];
}

/** A default as the library's own type has it: `'True'` becomes `True`. */
function nativeDefault(given: Expr, to: ReadCast['to'], style: Style): string | undefined {
  if (given.kind === 'Str') {
    const word = given.value.trim().toLowerCase();
    if (to === 'integer') return /^\d+$/.test(word) ? word : undefined;
    if (to === 'list') return word === '' ? '[]' : undefined;
    if (['true', '1', 'yes', 'on'].includes(word)) return 'True';
    return ['false', '0', 'no', 'off', ''].includes(word) ? 'False' : undefined;
  }
  const fits = to === 'flag' ? given.kind === 'Bool' : to === 'integer' ? given.kind === 'Num' : given.kind === 'List';
  return fits ? source(given, style) : undefined;
}

function defaultOf(call: Call): Expr | undefined {
  return call.args[1] ?? call.keywords.find((one) => one.arg === 'default')?.value;
}
