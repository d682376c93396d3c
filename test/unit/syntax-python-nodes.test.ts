import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '../../server/src/syntax/python/nodes.ts';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { nodes as schema } from '../../server/src/syntax/python/parser/schema.ts';
import { walkAll } from '../../server/src/syntax/python/walk.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { showNode, showNodes } from '../support/show-python-tree.ts';

await loadParsers();

const statements: readonly (readonly [source: string, tree: string])[] = [
  ['return', 'Return'],
  ['return a', 'Return(value=a)'],
  ['del a, b[0]', 'Delete(targets=[a Subscript(value=b slice=0)])'],
  [
    'type X[T] = list[T]',
    'TypeAlias(name=X typeParams=[TypeParam(name=T paramKind=TypeVar)] value=Subscript(value=list slice=T))',
  ],
  ['a = b = 1', 'Assign(targets=[a b] value=1)'],
  ['x = *a, b', 'Assign(targets=[x] value=Tuple(elts=[Starred(value=a) b]))'],
  ['x += 1', 'AugAssign(target=x op=Add value=1)'],
  ['x: int', 'AnnAssign(target=x annotation=int)'],
  ['self.x: int = 3', 'AnnAssign(target=Attribute(value=self attr=x) annotation=int value=3)'],
  ['for a, b in c:\n  pass\nelse:\n  break\n', 'For(target=Tuple(elts=[a b]) iter=c body=[Pass] orelse=[Break])'],
  ['async for a in b: continue', 'For(isAsync=true target=a iter=b body=[Continue])'],
  ['while x:\n  pass\nelse:\n  a', 'While(test=x body=[Pass] orelse=[ExprStmt(value=a)])'],
  [
    'if a:\n  1\nelif b:\n  2\nelse:\n  3',
    'If(test=a body=[ExprStmt(value=1)] clauses=[ElifElse(test=b body=[ExprStmt(value=2)]) ElifElse(body=[ExprStmt(value=3)])])',
  ],
  ['with a as b, c: pass', 'With(items=[WithItem(context=a vars=b) WithItem(context=c)] body=[Pass])'],
  [
    'async with (a as b, c,): pass',
    'With(isAsync=true items=[WithItem(context=a vars=b) WithItem(context=c)] body=[Pass])',
  ],
  ['with (a): pass', 'With(items=[WithItem(context=a)] body=[Pass])'],
  ['raise', 'Raise'],
  ['raise A from b', 'Raise(exc=A cause=b)'],
  [
    'try:\n  a\nexcept B as e:\n  c\nexcept (D, E):\n  f\nelse:\n  g\nfinally:\n  h',
    'Try(body=[ExprStmt(value=a)] handlers=[ExceptHandler(type=B name=e body=[ExprStmt(value=c)]) ' +
      'ExceptHandler(type=Tuple(elts=[D E] parenthesized=true) body=[ExprStmt(value=f)])] ' +
      'orelse=[ExprStmt(value=g)] finalbody=[ExprStmt(value=h)])',
  ],
  ['try: a\nexcept: b', 'Try(body=[ExprStmt(value=a)] handlers=[ExceptHandler(body=[ExprStmt(value=b)])])'],
  [
    'try: a\nexcept* B: c',
    'Try(body=[ExprStmt(value=a)] handlers=[ExceptHandler(type=B body=[ExprStmt(value=c)])] isStar=true)',
  ],
  // Python 3.14: no parentheses needed.
  [
    'try: a\nexcept A, B: c',
    'Try(body=[ExprStmt(value=a)] handlers=[ExceptHandler(type=Tuple(elts=[A B]) body=[ExprStmt(value=c)])])',
  ],
  ['assert a, "m"', 'Assert(test=a msg=Str("m"))'],
  ['import a.b as c, d', 'Import(names=[Alias(name=a.b asname=c) Alias(name=d)])'],
  ['from ..a.b import c as d, e', 'ImportFrom(module=a.b names=[Alias(name=c asname=d) Alias(name=e)] level=2)'],
  ['from . import x', 'ImportFrom(names=[Alias(name=x)] level=1)'],
  ['from a import *', 'ImportFrom(module=a names=[Alias(name=*)] level=0)'],
  ['global a, b', 'Global(names=[a b])'],
  ['nonlocal c', 'Nonlocal(names=[c])'],
  ['a;b', 'ExprStmt(value=a)\nExprStmt(value=b)'],
  [
    'class A[T](B, metaclass=M, **kw):\n  x = 1\n',
    'ClassDef(name=A typeParams=[TypeParam(name=T paramKind=TypeVar)] bases=[B] ' +
      'keywords=[Keyword(arg=metaclass value=M) Keyword(value=kw)] body=[Assign(targets=[x] value=1)])',
  ],
  ['class A: pass', 'ClassDef(name=A body=[Pass])'],
  [
    '@a\n@b.c(1)\nasync def f[T: int = str, *Ts, **P](a, b: int = 1, /, c=2, *args: str, d, e=3, **kw) -> int:\n  return\n',
    'FunctionDef(decorators=[a Call(func=Attribute(value=b attr=c) args=[1])] isAsync=true name=f typeParams=[' +
      'TypeParam(name=T bound=int default=str paramKind=TypeVar) TypeParam(name=Ts paramKind=TypeVarTuple) ' +
      'TypeParam(name=P paramKind=ParamSpec)] params=[Param(name=a paramKind=positional-only) ' +
      'Param(name=b annotation=int default=1 paramKind=positional-only) Param(name=c default=2 paramKind=regular) ' +
      'Param(name=args annotation=str paramKind=vararg) Param(name=d paramKind=keyword-only) ' +
      'Param(name=e default=3 paramKind=keyword-only) Param(name=kw paramKind=kwarg)] returns=int body=[Return])',
  ],
];

const expressions: readonly (readonly [source: string, tree: string])[] = [
  ['a and b and not c or d', 'BoolOp(op=Or values=[BoolOp(op=And values=[a b UnaryOp(op=Not operand=c)]) d])'],
  ['(y := 1)', 'NamedExpr(target=y value=1)'],
  ['a - b // c', 'BinOp(left=a op=Sub right=BinOp(left=b op=FloorDiv right=c))'],
  [
    'lambda x, *y, z=1: x',
    'Lambda(params=[Param(name=x paramKind=regular) Param(name=y paramKind=vararg) ' +
      'Param(name=z default=1 paramKind=keyword-only)] body=x)',
  ],
  ['lambda: 1', 'Lambda(body=1)'],
  ['a if b else c', 'IfExp(test=b body=a orelse=c)'],
  ['{1: 2, **d}', 'Dict(keys=[1 null] values=[2 d])'],
  ['{}', 'Dict'],
  ['a < b <= c', 'Compare(left=a ops=[Lt LtE] comparators=[b c])'],
  ['{1, *b}', 'Set(elts=[1 Starred(value=b)])'],
  ['[x for x in y if a if b]', 'ListComp(elt=x generators=[Comprehension(target=x iter=y ifs=[a b])])'],
  ['{x for x in y}', 'SetComp(elt=x generators=[Comprehension(target=x iter=y)])'],
  ['{k: v for k, v in z}', 'DictComp(key=k value=v generators=[Comprehension(target=Tuple(elts=[k v]) iter=z)])'],
  [
    '(x async for x in y)',
    'GeneratorExp(elt=x generators=[Comprehension(target=x iter=y isAsync=true)] parenthesized=true)',
  ],
  ['f(x for x in y)', 'Call(func=f args=[GeneratorExp(elt=x generators=[Comprehension(target=x iter=y)])])'],
  ['await x', 'Await(value=x)'],
  ['yield', 'Yield'],
  ['yield a, b', 'Yield(value=Tuple(elts=[a b]))'],
  ['yield from c', 'YieldFrom(value=c)'],
  ['f(a, *b, k=1, **d)', 'Call(func=f args=[a Starred(value=b)] keywords=[Keyword(arg=k value=1) Keyword(value=d)])'],
  [
    'f"a{b!r:>{w}}c{d=}"',
    'FString(parts=["a" Interp(value=b conversion=r spec=[">" Interp(value=w)]) "c" Interp(value=d debug=true)])',
  ],
  ['"x" f"{y!s}" "z"', 'FString(parts=["x" Interp(value=y conversion=s) "z"])'],
  ['t"a{b!a}"', 'TString(parts=["a" Interp(value=b conversion=a)])'],
  ['"a" \'b\'', 'Str(parts=["a" "b"] value=ab)'],
  ['b"c"', 'Bytes("c")'],
  ['(True, False, None, ...)', 'Tuple(elts=[Bool(value=true) Bool(value=false) NoneLit Ellipsis] parenthesized=true)'],
  [
    'a.b[c:d:e, ::, 1]',
    'Subscript(value=Attribute(value=a attr=b) slice=Tuple(elts=[Slice(lower=c upper=d step=e) Slice 1]))',
  ],
  ['a[*b]', 'Subscript(value=a slice=Tuple(elts=[Starred(value=b)]))'],
  ['[]', 'List'],
  ['[a]', 'List(elts=[a])'],
  ['()', 'Tuple(parenthesized=true)'],
];

const patterns: readonly (readonly [source: string, tree: string])[] = [
  ['1 | "a"', 'MatchOr(patterns=[MatchValue(value=1) MatchValue(value=Str("a"))])'],
  ['-1', 'MatchValue(value=UnaryOp(op=USub operand=1))'],
  ['a.b', 'MatchValue(value=Attribute(value=a attr=b))'],
  ['None', 'MatchSingleton(value=null)'],
  ['True', 'MatchSingleton(value=true)'],
  ['False', 'MatchSingleton(value=false)'],
  ['[a, *rest]', 'MatchSequence(patterns=[MatchAs(name=a) MatchStar(name=rest)])'],
  ['*_, b', 'MatchSequence(patterns=[MatchStar MatchAs(name=b)])'],
  ['{"k": v, **r}', 'MatchMapping(keys=[Str("k")] patterns=[MatchAs(name=v)] rest=r)'],
  [
    'A.B(1, x=y)',
    'MatchClass(cls=Attribute(value=A attr=B) patterns=[MatchValue(value=1)] keywords=[MatchKeyword(attr=x pattern=MatchAs(name=y))])',
  ],
  ['1 as z', 'MatchAs(pattern=MatchValue(value=1) name=z)'],
  ['_', 'MatchAs'],
];

function parseValid(source: string): readonly Node[] {
  const { body, errors } = parsePython(source);
  assert.deepEqual(errors, [], source);
  return body;
}

test('each statement becomes its own node', () => {
  for (const [source, tree] of statements) assert.equal(showNodes(parseValid(source)), tree, source);
});

test('each expression becomes its own node', () => {
  for (const [source, tree] of expressions)
    assert.equal(showNodes(parseValid(source)), `ExprStmt(value=${tree})`, source);
});

test('each pattern becomes its own node', () => {
  for (const [source, tree] of patterns)
    assert.equal(
      showNodes(parseValid(`match x:\n  case ${source}: pass\n  case q if r: a\n`)),
      `Match(subject=x cases=[MatchCase(pattern=${tree} body=[Pass]) ` +
        'MatchCase(pattern=MatchAs(name=q) guard=r body=[ExprStmt(value=a)])])',
      source,
    );
});

test('the tables above leave out no kind of the schema', () => {
  const cases = patterns.map(([source]) => `match x:\n  case ${source}: pass\n`);
  const seen = new Set<string>();
  for (const source of [...cases, ...[...statements, ...expressions].map(([source]) => source)])
    walkAll(parseValid(source), (node) => seen.add(node.kind));
  assert.deepEqual(
    Object.keys(schema).filter((kind) => !seen.has(kind)),
    [],
  );
});

function onlyExpression(source: string): Node {
  const [statement] = parseValid(source);
  assert.equal(statement?.kind, 'ExprStmt');
  return statement.value;
}

test('operators have names, whatever their number in the parser', () => {
  const binary = [
    ['+', 'Add'],
    ['-', 'Sub'],
    ['*', 'Mult'],
    ['@', 'MatMult'],
    ['/', 'Div'],
    ['%', 'Mod'],
    ['**', 'Pow'],
    ['<<', 'LShift'],
    ['>>', 'RShift'],
    ['|', 'BitOr'],
    ['^', 'BitXor'],
    ['&', 'BitAnd'],
    ['//', 'FloorDiv'],
  ];
  for (const [sign, name] of binary) {
    assert.equal(showNode(onlyExpression(`a ${sign} b`)), `BinOp(left=a op=${name} right=b)`);
    assert.equal(showNodes(parseValid(`a ${sign}= b`)), `AugAssign(target=a op=${name} value=b)`);
  }
  const unary = [
    ['~', 'Invert'],
    ['not ', 'Not'],
    ['+', 'UAdd'],
    ['-', 'USub'],
  ];
  for (const [sign, name] of unary) assert.equal(showNode(onlyExpression(`${sign}a`)), `UnaryOp(op=${name} operand=a)`);
  assert.equal(
    showNode(onlyExpression('a == b != c < d <= e > f >= g is h is not i in j not in k')),
    'Compare(left=a ops=[Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn] comparators=[b c d e f g h i j k])',
  );
});

test('names carry the offset where they are written, and -1 where there are none', () => {
  const [def] = parsePython('@d\nclass  Shop(Base, metaclass = M): pass').body;
  assert.equal(def?.kind, 'ClassDef');
  assert.equal(def.start, 0);
  assert.equal(def.nameStart, 10);
  assert.equal(def.keywords[0]?.argStart, 21);
  const [first, second] = parsePython('from . import x\nfrom .. a . b import c as d').body;
  assert.equal(first?.kind, 'ImportFrom');
  assert.deepEqual(
    [first.module, first.moduleStart, first.names[0]?.asname, first.names[0]?.asnameStart],
    [null, -1, null, -1],
  );
  assert.equal(second?.kind, 'ImportFrom');
  assert.deepEqual([second.module, second.moduleStart], ['a.b', 24]);
  assert.deepEqual([second.names[0]?.nameStart, second.names[0]?.asnameStart], [37, 42]);
});

test('a parameter spans its stars, annotation and default', () => {
  const source = 'def f(a: int = 1, /, *args: str, b=2, **kw): pass';
  const [def] = parsePython(source).body;
  assert.equal(def?.kind, 'FunctionDef');
  assert.deepEqual(
    def.params.map((param) => source.slice(param.start, param.end)),
    ['a: int = 1', '*args: str', 'b=2', '**kw'],
  );
});
