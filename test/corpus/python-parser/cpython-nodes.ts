// Our nodes in CPython's words: the same kinds and spans that dump_ast.py writes, so that both can be compared.
// Must not hide a difference that is not explained here.

import type { Call, ClassDef, FunctionDef, If, Node } from '../../../server/src/syntax/python/nodes.ts';
import { childrenOf as allChildren } from '../../../server/src/syntax/python/walk.ts';

const sameName = new Set(
  (
    'ClassDef Return Delete TypeAlias Assign AugAssign AnnAssign While If Match Raise Assert Import ImportFrom Global ' +
    'Nonlocal Pass Break Continue BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp ' +
    'GeneratorExp Await Yield YieldFrom Compare Call Attribute Subscript Starred Name List Tuple Slice MatchValue ' +
    'MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr ExceptHandler'
  ).split(' '),
);
const otherName: Readonly<Record<string, string>> = {
  ExprStmt: 'Expr',
  FString: 'JoinedStr',
  TString: 'TemplateStr',
  Interp: 'FormattedValue',
  Str: 'Constant',
  Bytes: 'Constant',
  Num: 'Constant',
  Bool: 'Constant',
  NoneLit: 'Constant',
  Ellipsis: 'Constant',
  Alias: 'alias',
  Keyword: 'keyword',
};

/** What dump_ast.py writes for one file. */
export interface Dump {
  readonly path: string;
  readonly error?: string;
  readonly skipped?: string;
  readonly names?: readonly (readonly [kind: string, detail: string])[];
  readonly nodes?: readonly number[];
}

/** The lines of CPython's nodes, as `cpythonNodes` gives those of ours. */
export function dumpedNodes({ names = [], nodes = [] }: Dump): string[] {
  const found: string[] = [];
  for (let i = 0; i < nodes.length; i += 3) {
    const [kind, detail] = names[nodes[i] ?? 0] ?? ['', ''];
    // Both sides print floats as JavaScript does; an infinite one has no value of ours.
    const float = kind === 'Constant' && detail.startsWith('float\0') ? Number(detail.slice(6)) : undefined;
    const shown = float === undefined ? detail : `float\0${Number.isFinite(float) ? float : null}`;
    found.push(nodeLine(kind, nodes[i + 1] ?? 0, nodes[i + 2] ?? 0, shown));
  }
  return found;
}

/** Kinds that CPython's tree has no node with a position for. */
const unplaced = new Set([
  'ElifElse',
  'WithItem',
  'MatchCase',
  'Comprehension',
  'MatchKeyword',
  'Param',
  'FLit',
  'StrPart',
]);

function kindOf(node: Node): string | undefined {
  switch (node.kind) {
    case 'FunctionDef':
      return node.isAsync ? 'AsyncFunctionDef' : 'FunctionDef';
    case 'For':
      return node.isAsync ? 'AsyncFor' : 'For';
    case 'With':
      return node.isAsync ? 'AsyncWith' : 'With';
    case 'Try':
      return node.isStar ? 'TryStar' : 'Try';
    case 'TypeParam':
      return node.paramKind;
    default:
      if (sameName.has(node.kind)) return node.kind;
      return otherName[node.kind];
  }
}

function constantDetail(node: Node): string {
  switch (node.kind) {
    case 'Str':
    case 'Bytes':
      return node.value;
    case 'Num':
      if (node.form === 'complex') return 'complex';
      return node.form === 'float' ? `float\0${node.value}` : String(node.value);
    case 'Bool':
      return node.value ? 'True' : 'False';
    case 'NoneLit':
      return 'None';
    default:
      return 'Ellipsis';
  }
}

/** The value, name or operator of a node, as dump_ast.py writes it. */
function detailOf(node: Node, text: string): string {
  switch (node.kind) {
    case 'Name':
      return node.id;
    case 'Attribute':
      return node.attr;
    case 'FunctionDef':
    case 'ClassDef':
    case 'ExceptHandler':
    case 'MatchStar':
    case 'MatchAs':
    case 'TypeParam':
      return node.name ?? '';
    case 'MatchMapping':
      return node.rest ?? '';
    case 'Keyword':
      return node.arg ?? '';
    case 'BinOp':
    case 'UnaryOp':
    case 'BoolOp':
    case 'AugAssign':
      return node.op;
    case 'Compare':
      return node.ops.join(' ');
    case 'Alias':
      return `${node.name} ${node.asname ?? ''}`;
    case 'ImportFrom':
      return `${node.module ?? ''} ${node.level}`;
    case 'Global':
    case 'Nonlocal':
      return node.names.map((name) => name.id).join(' ');
    case 'Interp':
      // CPython gives `{x=}` the conversion that it implies unless a specification follows, be it empty.
      return node.conversion ?? (node.debug && !text.slice(node.value.end, node.end).includes(':') ? 'r' : '');
    default:
      return otherName[node.kind] === 'Constant' ? constantDetail(node) : '';
  }
}

/** One node as a line. CPython reads every line end as `\n`; our values keep those of the file. */
function nodeLine(kind: string, start: number, end: number, detail: string): string {
  const line = `${kind} ${start} ${end}`;
  return detail === '' ? line : `${line} ${JSON.stringify(detail.replace(/\r\n?/g, '\n'))}`;
}

/** CPython begins a decorated definition at its keyword; we begin it at the first decorator, so that it holds all of it. */
function definitionStart(node: FunctionDef | ClassDef, text: string): number {
  if (node.decorators.length === 0) return node.start;
  const before = text.slice(node.start, node.nameStart);
  const match = /(?<!\w)(?:async(?:\s|\\\r?\n)+def|def|class)(?:\s|\\\r?\n)*$/.exec(before);
  return match === null ? node.start : node.start + match.index;
}

const compound = new Set('FunctionDef ClassDef For While If With Match Try ExceptHandler'.split(' '));

/** CPython lets a compound statement end after a `;` that closes its last line, as in `if a: b;`. */
function endOf(node: Node, text: string): number {
  if (!compound.has(node.kind)) return node.end;
  return node.end + (/^[ \t\f]*;/.exec(text.slice(node.end, node.end + 80))?.[0].length ?? 0);
}

/** The arguments of a call; a generator that is the only one has, in CPython's tree, the parentheses of the call. */
function argumentsOf(call: Call, text: string): readonly Node[] {
  const [only] = call.args;
  if (only?.kind !== 'GeneratorExp' || only.parenthesized) return call.args;
  const before = text.slice(call.func.end, only.start).replace(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
  return [{ ...only, start: call.func.end + before.lastIndexOf('('), end: call.end }];
}

/** CPython nests each `elif` as an If that reaches to the end of the whole statement. */
function elifs(node: If, end: number): string[] {
  return node.clauses.filter((clause) => clause.test !== null).map((clause) => `If ${clause.start} ${end}`);
}

/** The children that CPython's tree has too: names of `global` are plain strings there, and we leave out texts of f-strings. */
function childrenOf(node: Node, text: string): readonly Node[] {
  switch (node.kind) {
    case 'Global':
    case 'Nonlocal':
      return [];
    case 'FString':
    case 'TString':
      return node.parts.filter((part) => part.kind === 'Interp');
    case 'Call':
      return [node.func, ...argumentsOf(node, text), ...node.keywords];
    default:
      return allChildren(node);
  }
}

/** Kind, span and detail of each node below `nodes` that CPython's tree also has, in no certain order. */
export function cpythonNodes(nodes: readonly Node[], text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const kind = kindOf(node);
    if (kind === undefined && !unplaced.has(node.kind)) throw new Error(`no counterpart for ${node.kind}`);
    const isDefinition = node.kind === 'FunctionDef' || node.kind === 'ClassDef';
    const start = isDefinition ? definitionStart(node, text) : node.start;
    const end = endOf(node, text);
    if (kind !== undefined) found.push(nodeLine(kind, start, end, detailOf(node, text)));
    if (node.kind === 'If') found.push(...elifs(node, end));
    for (const child of childrenOf(node, text)) visit(child);
  };
  for (const node of nodes) visit(node);
  return found;
}
