// The shape of every node of our Python tree, once: the TypeScript types, the decoder, the walker and the Rust constants are generated from it.
// Must not hold logic. generate.ts writes the files; `npm run generate` or `node --import tsx generate.ts` runs it.

/** The union that a node belongs to; `Part` nodes only occur in fields that name them. */
export type Family = 'Stmt' | 'Expr' | 'Pattern' | 'Part';

/** One kind of node: its union, one line of explanation, and its fields as `name:type` in the order of the flat array. */
export interface NodeSchema {
  readonly family: Family;
  readonly about: string;
  readonly fields: string;
}

/**
 * Closed lists of names; the flat array holds the index. Their order is ours: the Rust side matches on Ruff's variants by name.
 */
export const choices = {
  BoolOperator: ['And', 'Or'],
  BinaryOperator: 'Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv'.split(
    ' ',
  ) as readonly string[],
  UnaryOperator: ['Invert', 'Not', 'UAdd', 'USub'],
  CompareOperator: ['Eq', 'NotEq', 'Lt', 'LtE', 'Gt', 'GtE', 'Is', 'IsNot', 'In', 'NotIn'],
  ParamKind: ['positional-only', 'regular', 'vararg', 'keyword-only', 'kwarg'],
  TypeParamKind: ['TypeVar', 'TypeVarTuple', 'ParamSpec'],
  NumberForm: ['int', 'float', 'complex'],
} as const satisfies Record<string, readonly string[]>;

function stmt(about: string, fields = ''): NodeSchema {
  return { family: 'Stmt', about, fields };
}

function expr(about: string, fields = ''): NodeSchema {
  return { family: 'Expr', about, fields };
}

function pattern(about: string, fields = ''): NodeSchema {
  return { family: 'Pattern', about, fields };
}

function part(about: string, fields = ''): NodeSchema {
  return { family: 'Part', about, fields };
}

/**
 * Field types: a node kind or union, with `?` for "or null", `[]` for a list and `?[]` for a list with gaps; `boolean`; `count`;
 * `offset`; `text` (a string); `name` and `name?` (a string and, as `<field>Start`, its offset, -1 when absent); a name of
 * `choices`, with `[]` for a list; `conversion`; `singleton`. After `=` stands a field that the decoder derives.
 */
export const nodes: Readonly<Record<string, NodeSchema>> = {
  FunctionDef: stmt(
    '`async def name[T](params) -> returns:`; the span begins at the first decorator.',
    'decorators:Expr[] isAsync:boolean name:name typeParams:TypeParam[] params:Param[] returns:Expr? body:Stmt[]',
  ),
  ClassDef: stmt(
    '`class name[T](bases, keyword=value):`; the span begins at the first decorator.',
    'decorators:Expr[] name:name typeParams:TypeParam[] bases:Expr[] keywords:Keyword[] body:Stmt[]',
  ),
  Return: stmt('`return value`', 'value:Expr?'),
  Delete: stmt('`del targets`', 'targets:Expr[]'),
  TypeAlias: stmt('`type name[T] = value`', 'name:Expr typeParams:TypeParam[] value:Expr'),
  Assign: stmt('`a = b = value`: two targets', 'targets:Expr[] value:Expr'),
  AugAssign: stmt('`target += value`', 'target:Expr op:BinaryOperator value:Expr'),
  AnnAssign: stmt('`target: annotation = value`', 'target:Expr annotation:Expr value:Expr?'),
  For: stmt(
    '`async for target in iter:` with `else:`',
    'isAsync:boolean target:Expr iter:Expr body:Stmt[] orelse:Stmt[]',
  ),
  While: stmt('`while test:` with `else:`', 'test:Expr body:Stmt[] orelse:Stmt[]'),
  If: stmt('`if test:`; `elif` and `else` are clauses.', 'test:Expr body:Stmt[] clauses:ElifElse[]'),
  With: stmt('`async with items:`', 'isAsync:boolean items:WithItem[] body:Stmt[]'),
  Match: stmt('`match subject:`', 'subject:Expr cases:MatchCase[]'),
  Raise: stmt('`raise exc from cause`', 'exc:Expr? cause:Expr?'),
  Try: stmt(
    '`try:`; `isStar` for `except*`.',
    'body:Stmt[] handlers:ExceptHandler[] orelse:Stmt[] finalbody:Stmt[] isStar:boolean',
  ),
  Assert: stmt('`assert test, msg`', 'test:Expr msg:Expr?'),
  Import: stmt('`import names`', 'names:Alias[]'),
  ImportFrom: stmt('`from ..module import names`; `level` counts the dots.', 'module:name? names:Alias[] level:count'),
  Global: stmt('`global names`', 'names:Name[]'),
  Nonlocal: stmt('`nonlocal names`', 'names:Name[]'),
  ExprStmt: stmt('An expression as a statement.', 'value:Expr'),
  Pass: stmt('`pass`'),
  Break: stmt('`break`'),
  Continue: stmt('`continue`'),

  BoolOp: expr('`a and b and c`: three values', 'op:BoolOperator values:Expr[]'),
  NamedExpr: expr('`target := value`', 'target:Expr value:Expr'),
  BinOp: expr('`left + right`', 'left:Expr op:BinaryOperator right:Expr'),
  UnaryOp: expr('`not operand`, `-operand`', 'op:UnaryOperator operand:Expr'),
  Lambda: expr('`lambda params: body`', 'params:Param[] body:Expr'),
  IfExp: expr('`body if test else orelse`', 'test:Expr body:Expr orelse:Expr'),
  Dict: expr('`{key: value, **value}`: the key of an unpacked value is null.', 'keys:Expr?[] values:Expr[]'),
  Set: expr('`{a, b}`', 'elts:Expr[]'),
  ListComp: expr('`[elt for …]`', 'elt:Expr generators:Comprehension[]'),
  SetComp: expr('`{elt for …}`', 'elt:Expr generators:Comprehension[]'),
  DictComp: expr(
    '`{key: value for …}`; null key for `{**value for …}`.',
    'key:Expr? value:Expr generators:Comprehension[]',
  ),
  GeneratorExp: expr(
    '`(elt for …)`; the only argument of a call needs no parentheses of its own.',
    'elt:Expr generators:Comprehension[] parenthesized:boolean',
  ),
  Await: expr('`await value`', 'value:Expr'),
  Yield: expr('`yield value`', 'value:Expr?'),
  YieldFrom: expr('`yield from value`', 'value:Expr'),
  Compare: expr(
    '`left < a <= b`: two operators, two comparators',
    'left:Expr ops:CompareOperator[] comparators:Expr[]',
  ),
  Call: expr('`func(args, keyword=value)`; `*a` is a `Starred` argument.', 'func:Expr args:Expr[] keywords:Keyword[]'),
  FString: expr(
    '`f"…{value}…"`, also joined with plain literals, which give `StrPart`.',
    'parts:(StrPart|FLit|Interp)[]',
  ),
  TString: expr('`t"…{value}…"` (Python 3.14)', 'parts:(FLit|Interp)[]'),
  Str: expr(
    'A string or several side by side; `value` is their joined, unescaped text, line ends as in the file.',
    'parts:StrPart[] =value:joinedParts',
  ),
  Bytes: expr(
    'A bytes literal; each byte is one character of `value` (Latin-1).',
    'parts:StrPart[] =value:joinedParts',
  ),
  Num: expr(
    'A number; `value` is null when it is complex, infinite or an integer beyond the safe range.',
    'form:NumberForm =value:numberValue',
  ),
  Bool: expr('`True` or `False`', 'value:boolean'),
  NoneLit: expr('`None`'),
  Ellipsis: expr('`...`'),
  Attribute: expr('`value.attr`', 'value:Expr attr:name'),
  Subscript: expr('`value[slice]`', 'value:Expr slice:Expr'),
  Starred: expr('`*value`', 'value:Expr'),
  Name: expr('An identifier; empty where the source lacks an expression.', 'id:text'),
  List: expr('`[a, b]`', 'elts:Expr[]'),
  Tuple: expr('`(a, b)` or `a, b`', 'elts:Expr[] parenthesized:boolean'),
  Slice: expr('`lower:upper:step` inside a subscript', 'lower:Expr? upper:Expr? step:Expr?'),

  MatchValue: pattern('`case 1:`, `case a.b:`', 'value:Expr'),
  MatchSingleton: pattern('`case None:`, `case True:`', 'value:singleton'),
  MatchSequence: pattern('`case [a, *rest]:`', 'patterns:Pattern[]'),
  MatchMapping: pattern('`case {key: pattern, **rest}:`', 'keys:Expr[] patterns:Pattern[] rest:name?'),
  MatchClass: pattern('`case cls(pattern, attr=pattern):`', 'cls:Expr patterns:Pattern[] keywords:MatchKeyword[]'),
  MatchStar: pattern('`*name` in a sequence; null name for `*_`.', 'name:name?'),
  MatchAs: pattern('`pattern as name`, `name` or `_`, where both are null.', 'pattern:Pattern? name:name?'),
  MatchOr: pattern('`a | b`', 'patterns:Pattern[]'),

  ElifElse: part('`elif test:`; `else:` when `test` is null', 'test:Expr? body:Stmt[]'),
  WithItem: part('`context as vars`', 'context:Expr vars:Expr?'),
  MatchCase: part('`case pattern if guard:`', 'pattern:Pattern guard:Expr? body:Stmt[]'),
  ExceptHandler: part('`except type as name:`', 'type:Expr? name:name? body:Stmt[]'),
  Alias: part('`name as asname` of an import; `name` may be dotted or `*`.', 'name:name asname:name?'),
  Comprehension: part('`async for target in iter if …`', 'target:Expr iter:Expr ifs:Expr[] isAsync:boolean'),
  Keyword: part('`arg=value`; null for `**value`', 'arg:name? value:Expr'),
  Interp: part(
    '`{value!r:spec}`; `debug` for `{value=}`.',
    'value:Expr debug:boolean conversion:conversion spec:(FLit|Interp)[]',
  ),
  FLit: part('Literal text of an f-string or t-string, unescaped', 'value:text'),
  StrPart: part(
    'One literal with prefix and quotes; `contentStart` to `contentEnd` is what stands between the quotes.',
    'value:text contentStart:offset contentEnd:offset',
  ),
  Param: part(
    'A parameter; the span covers its stars, annotation and default.',
    'name:name annotation:Expr? default:Expr? paramKind:ParamKind',
  ),
  TypeParam: part('`T: bound = default`, `*T`, `**T`', 'name:name bound:Expr? default:Expr? paramKind:TypeParamKind'),
  MatchKeyword: part('`attr=pattern` of a class pattern', 'attr:name pattern:Pattern'),
};
