// The nodes of a Python tree: plain objects told apart by `kind`, with spans in UTF-16 units. Generated from parser/schema.ts by parser/generate.ts; do not edit.
// Must not hold code. parse-python.ts makes nodes, walk.ts goes through them.

import type { Span } from '../../text/span.ts';

export type BoolOperator = 'And' | 'Or';

export type BinaryOperator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';

export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';

export type CompareOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export type ParamKind = 'positional-only' | 'regular' | 'vararg' | 'keyword-only' | 'kwarg';

export type TypeParamKind = 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';

export type NumberForm = 'int' | 'float' | 'complex';

/** `async def name[T](params) -> returns:`; the span begins at the first decorator. */
export interface FunctionDef extends Span {
  readonly kind: 'FunctionDef';
  readonly decorators: readonly Expr[];
  readonly isAsync: boolean;
  readonly name: string;
  readonly nameStart: number;
  readonly typeParams: readonly TypeParam[];
  readonly params: readonly Param[];
  readonly returns: Expr | null;
  readonly body: readonly Stmt[];
}

/** `class name[T](bases, keyword=value):`; the span begins at the first decorator. */
export interface ClassDef extends Span {
  readonly kind: 'ClassDef';
  readonly decorators: readonly Expr[];
  readonly name: string;
  readonly nameStart: number;
  readonly typeParams: readonly TypeParam[];
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
}

/** `return value` */
export interface Return extends Span {
  readonly kind: 'Return';
  readonly value: Expr | null;
}

/** `del targets` */
export interface Delete extends Span {
  readonly kind: 'Delete';
  readonly targets: readonly Expr[];
}

/** `type name[T] = value` */
export interface TypeAlias extends Span {
  readonly kind: 'TypeAlias';
  readonly name: Expr;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expr;
}

/** `a = b = value`: two targets */
export interface Assign extends Span {
  readonly kind: 'Assign';
  readonly targets: readonly Expr[];
  readonly value: Expr;
}

/** `target += value` */
export interface AugAssign extends Span {
  readonly kind: 'AugAssign';
  readonly target: Expr;
  readonly op: BinaryOperator;
  readonly value: Expr;
}

/** `target: annotation = value` */
export interface AnnAssign extends Span {
  readonly kind: 'AnnAssign';
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | null;
}

/** `async for target in iter:` with `else:` */
export interface For extends Span {
  readonly kind: 'For';
  readonly isAsync: boolean;
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

/** `while test:` with `else:` */
export interface While extends Span {
  readonly kind: 'While';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}

/** `if test:`; `elif` and `else` are clauses. */
export interface If extends Span {
  readonly kind: 'If';
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly clauses: readonly ElifElse[];
}

/** `async with items:` */
export interface With extends Span {
  readonly kind: 'With';
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}

/** `match subject:` */
export interface Match extends Span {
  readonly kind: 'Match';
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}

/** `raise exc from cause` */
export interface Raise extends Span {
  readonly kind: 'Raise';
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}

/** `try:`; `isStar` for `except*`. */
export interface Try extends Span {
  readonly kind: 'Try';
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
  readonly isStar: boolean;
}

/** `assert test, msg` */
export interface Assert extends Span {
  readonly kind: 'Assert';
  readonly test: Expr;
  readonly msg: Expr | null;
}

/** `import names` */
export interface Import extends Span {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}

/** `from ..module import names`; `level` counts the dots. */
export interface ImportFrom extends Span {
  readonly kind: 'ImportFrom';
  readonly module: string | null;
  readonly moduleStart: number;
  readonly names: readonly Alias[];
  readonly level: number;
}

/** `global names` */
export interface Global extends Span {
  readonly kind: 'Global';
  readonly names: readonly Name[];
}

/** `nonlocal names` */
export interface Nonlocal extends Span {
  readonly kind: 'Nonlocal';
  readonly names: readonly Name[];
}

/** An expression as a statement. */
export interface ExprStmt extends Span {
  readonly kind: 'ExprStmt';
  readonly value: Expr;
}

/** `pass` */
export interface Pass extends Span {
  readonly kind: 'Pass';
}

/** `break` */
export interface Break extends Span {
  readonly kind: 'Break';
}

/** `continue` */
export interface Continue extends Span {
  readonly kind: 'Continue';
}

/** `a and b and c`: three values */
export interface BoolOp extends Span {
  readonly kind: 'BoolOp';
  readonly op: BoolOperator;
  readonly values: readonly Expr[];
}

/** `target := value` */
export interface NamedExpr extends Span {
  readonly kind: 'NamedExpr';
  readonly target: Expr;
  readonly value: Expr;
}

/** `left + right` */
export interface BinOp extends Span {
  readonly kind: 'BinOp';
  readonly left: Expr;
  readonly op: BinaryOperator;
  readonly right: Expr;
}

/** `not operand`, `-operand` */
export interface UnaryOp extends Span {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expr;
}

/** `lambda params: body` */
export interface Lambda extends Span {
  readonly kind: 'Lambda';
  readonly params: readonly Param[];
  readonly body: Expr;
}

/** `body if test else orelse` */
export interface IfExp extends Span {
  readonly kind: 'IfExp';
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}

/** `{key: value, **value}`: the key of an unpacked value is null. */
export interface Dict extends Span {
  readonly kind: 'Dict';
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}

/** `{a, b}` */
export interface Set extends Span {
  readonly kind: 'Set';
  readonly elts: readonly Expr[];
}

/** `[elt for …]` */
export interface ListComp extends Span {
  readonly kind: 'ListComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

/** `{elt for …}` */
export interface SetComp extends Span {
  readonly kind: 'SetComp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}

/** `{key: value for …}`; null key for `{**value for …}`. */
export interface DictComp extends Span {
  readonly kind: 'DictComp';
  readonly key: Expr | null;
  readonly value: Expr;
  readonly generators: readonly Comprehension[];
}

/** `(elt for …)`; the only argument of a call needs no parentheses of its own. */
export interface GeneratorExp extends Span {
  readonly kind: 'GeneratorExp';
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
  readonly parenthesized: boolean;
}

/** `await value` */
export interface Await extends Span {
  readonly kind: 'Await';
  readonly value: Expr;
}

/** `yield value` */
export interface Yield extends Span {
  readonly kind: 'Yield';
  readonly value: Expr | null;
}

/** `yield from value` */
export interface YieldFrom extends Span {
  readonly kind: 'YieldFrom';
  readonly value: Expr;
}

/** `left < a <= b`: two operators, two comparators */
export interface Compare extends Span {
  readonly kind: 'Compare';
  readonly left: Expr;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expr[];
}

/** `func(args, keyword=value)`; `*a` is a `Starred` argument. */
export interface Call extends Span {
  readonly kind: 'Call';
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

/** `f"…{value}…"`, also joined with plain literals, which give `StrPart`. */
export interface FString extends Span {
  readonly kind: 'FString';
  readonly parts: readonly (StrPart | FLit | Interp)[];
}

/** `t"…{value}…"` (Python 3.14) */
export interface TString extends Span {
  readonly kind: 'TString';
  readonly parts: readonly (FLit | Interp)[];
}

/** A string or several side by side; `value` is their joined, unescaped text, line ends as in the file. */
export interface Str extends Span {
  readonly kind: 'Str';
  readonly parts: readonly StrPart[];
  readonly value: string;
}

/** A bytes literal; each byte is one character of `value` (Latin-1). */
export interface Bytes extends Span {
  readonly kind: 'Bytes';
  readonly parts: readonly StrPart[];
  readonly value: string;
}

/** A number; `value` is null when it is complex, infinite or an integer beyond the safe range. */
export interface Num extends Span {
  readonly kind: 'Num';
  readonly form: NumberForm;
  readonly value: number | null;
}

/** `True` or `False` */
export interface Bool extends Span {
  readonly kind: 'Bool';
  readonly value: boolean;
}

/** `None` */
export interface NoneLit extends Span {
  readonly kind: 'NoneLit';
}

/** `...` */
export interface Ellipsis extends Span {
  readonly kind: 'Ellipsis';
}

/** `value.attr` */
export interface Attribute extends Span {
  readonly kind: 'Attribute';
  readonly value: Expr;
  readonly attr: string;
  readonly attrStart: number;
}

/** `value[slice]` */
export interface Subscript extends Span {
  readonly kind: 'Subscript';
  readonly value: Expr;
  readonly slice: Expr;
}

/** `*value` */
export interface Starred extends Span {
  readonly kind: 'Starred';
  readonly value: Expr;
}

/** An identifier; empty where the source lacks an expression. */
export interface Name extends Span {
  readonly kind: 'Name';
  readonly id: string;
}

/** `[a, b]` */
export interface List extends Span {
  readonly kind: 'List';
  readonly elts: readonly Expr[];
}

/** `(a, b)` or `a, b` */
export interface Tuple extends Span {
  readonly kind: 'Tuple';
  readonly elts: readonly Expr[];
  readonly parenthesized: boolean;
}

/** `lower:upper:step` inside a subscript */
export interface Slice extends Span {
  readonly kind: 'Slice';
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

/** `case 1:`, `case a.b:` */
export interface MatchValue extends Span {
  readonly kind: 'MatchValue';
  readonly value: Expr;
}

/** `case None:`, `case True:` */
export interface MatchSingleton extends Span {
  readonly kind: 'MatchSingleton';
  readonly value: boolean | null;
}

/** `case [a, *rest]:` */
export interface MatchSequence extends Span {
  readonly kind: 'MatchSequence';
  readonly patterns: readonly Pattern[];
}

/** `case {key: pattern, **rest}:` */
export interface MatchMapping extends Span {
  readonly kind: 'MatchMapping';
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
  readonly restStart: number;
}

/** `case cls(pattern, attr=pattern):` */
export interface MatchClass extends Span {
  readonly kind: 'MatchClass';
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly keywords: readonly MatchKeyword[];
}

/** `*name` in a sequence; null name for `*_`. */
export interface MatchStar extends Span {
  readonly kind: 'MatchStar';
  readonly name: string | null;
  readonly nameStart: number;
}

/** `pattern as name`, `name` or `_`, where both are null. */
export interface MatchAs extends Span {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
  readonly nameStart: number;
}

/** `a | b` */
export interface MatchOr extends Span {
  readonly kind: 'MatchOr';
  readonly patterns: readonly Pattern[];
}

/** `elif test:`; `else:` when `test` is null */
export interface ElifElse extends Span {
  readonly kind: 'ElifElse';
  readonly test: Expr | null;
  readonly body: readonly Stmt[];
}

/** `context as vars` */
export interface WithItem extends Span {
  readonly kind: 'WithItem';
  readonly context: Expr;
  readonly vars: Expr | null;
}

/** `case pattern if guard:` */
export interface MatchCase extends Span {
  readonly kind: 'MatchCase';
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

/** `except type as name:` */
export interface ExceptHandler extends Span {
  readonly kind: 'ExceptHandler';
  readonly type: Expr | null;
  readonly name: string | null;
  readonly nameStart: number;
  readonly body: readonly Stmt[];
}

/** `name as asname` of an import; `name` may be dotted or `*`. */
export interface Alias extends Span {
  readonly kind: 'Alias';
  readonly name: string;
  readonly nameStart: number;
  readonly asname: string | null;
  readonly asnameStart: number;
}

/** `async for target in iter if …` */
export interface Comprehension extends Span {
  readonly kind: 'Comprehension';
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly isAsync: boolean;
}

/** `arg=value`; null for `**value` */
export interface Keyword extends Span {
  readonly kind: 'Keyword';
  readonly arg: string | null;
  readonly argStart: number;
  readonly value: Expr;
}

/** `{value!r:spec}`; `debug` for `{value=}`. */
export interface Interp extends Span {
  readonly kind: 'Interp';
  readonly value: Expr;
  readonly debug: boolean;
  readonly conversion: 's' | 'r' | 'a' | null;
  readonly spec: readonly (FLit | Interp)[];
}

/** Literal text of an f-string or t-string, unescaped */
export interface FLit extends Span {
  readonly kind: 'FLit';
  readonly value: string;
}

/** One literal with prefix and quotes; `contentStart` to `contentEnd` is what stands between the quotes. */
export interface StrPart extends Span {
  readonly kind: 'StrPart';
  readonly value: string;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** A parameter; the span covers its stars, annotation and default. */
export interface Param extends Span {
  readonly kind: 'Param';
  readonly name: string;
  readonly nameStart: number;
  readonly annotation: Expr | null;
  readonly default: Expr | null;
  readonly paramKind: ParamKind;
}

/** `T: bound = default`, `*T`, `**T` */
export interface TypeParam extends Span {
  readonly kind: 'TypeParam';
  readonly name: string;
  readonly nameStart: number;
  readonly bound: Expr | null;
  readonly default: Expr | null;
  readonly paramKind: TypeParamKind;
}

/** `attr=pattern` of a class pattern */
export interface MatchKeyword extends Span {
  readonly kind: 'MatchKeyword';
  readonly attr: string;
  readonly attrStart: number;
  readonly pattern: Pattern;
}

/** Any statement. */
export type Stmt =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | TypeAlias
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

/** Any expression. */
export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FString
  | TString
  | Str
  | Bytes
  | Num
  | Bool
  | NoneLit
  | Ellipsis
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

/** Any pattern of a `case`. */
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

/** Any node. */
export type Node =
  | Stmt
  | Expr
  | Pattern
  | ElifElse
  | WithItem
  | MatchCase
  | ExceptHandler
  | Alias
  | Comprehension
  | Keyword
  | Interp
  | FLit
  | StrPart
  | Param
  | TypeParam
  | MatchKeyword;
