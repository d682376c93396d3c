import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { showNodes } from '../support/show-python-tree.ts';

await loadParsers();

/** Half-typed code that must give an error and keep the tree. */
const halfTyped: readonly (readonly [source: string, tree: string])[] = [
  ['DEBUG = \nHOSTS = []\n', 'Assign(targets=[DEBUG] value=<missing>)\nAssign(targets=[HOSTS] value=List)'],
  ['book.\nx = 1\n', 'ExprStmt(value=Attribute(value=book attr=))\nAssign(targets=[x] value=1)'],
  [
    'Book.objects.filter(\nx = 1\n',
    'ExprStmt(value=Call(func=Attribute(value=Attribute(value=Book attr=objects) attr=filter) keywords=[Keyword(arg=x value=1)]))',
  ],
  ['f(a=)\n', 'ExprStmt(value=Call(func=f keywords=[Keyword(arg=a value=<missing>)]))'],
  ['def f(a, \n', 'FunctionDef(name=f params=[Param(name=a paramKind=regular)])'],
  ['class A(B):\n\nx = 1\n', 'ClassDef(name=A bases=[B])\nAssign(targets=[x] value=1)'],
  ['for book in books:\n', 'For(target=book iter=books)'],
  ['x = [1, 2\ndef f(): pass\n', 'Assign(targets=[x] value=List(elts=[1 2]))\nFunctionDef(name=f body=[Pass])'],
  ['if a\n    b()\nc()\n', 'If(test=a body=[ExprStmt(value=Call(func=b))])\nExprStmt(value=Call(func=c))'],
  ['from a import \nb = 1\n', 'ImportFrom(module=a level=0)\nAssign(targets=[b] value=1)'],
  ['x = "abc\ny = 2\n', 'Assign(targets=[x] value=Str("abc"))\nAssign(targets=[y] value=2)'],
];

test('half-typed code gives an error and keeps its structure', () => {
  for (const [source, tree] of halfTyped) {
    const file = parsePython(source);
    assert.equal(file.errors.length > 0, true, source);
    assert.equal(file.tooDeep, false);
    assert.equal(showNodes(file.body), tree, source);
  }
});

test('an error says what and where', () => {
  assert.deepEqual(parsePython('é = = 3\n').errors, [
    { message: 'Expected an expression', span: { start: 4, end: 5 } },
  ]);
  assert.deepEqual(parsePython('x = (1\n').errors, [
    { message: 'unexpected EOF while parsing', span: { start: 7, end: 7 } },
  ]);
});

test('syntax of old and new versions is no error', () => {
  const sources = [
    'print(f"{x!r}", end="")',
    'with (open(a) as b, open(c) as d): pass',
    'def f(a, /, *, b): pass',
    'type A = int',
    'def f[T = int](): pass',
    'try: a\nexcept* B: c',
    'try: a\nexcept A, B: c',
    't"{a}"',
    'match = case = type = 1',
    'x = [*a, *b][*c]',
    'f"{"a" + f"{b}"}"',
    'async def f(): return [x async for x in y]',
    'return 1',
    'await x',
  ];
  for (const source of sources) assert.deepEqual(parsePython(source).errors, [], source);
});

test('syntax of Python 2 is an error', () => {
  for (const source of ['print "a"', 'exec "a"', 'raise A, "b"', '`a`', 'a <> b', '0777', 'ur"a"'])
    assert.equal(parsePython(source).errors.length > 0, true, source);
});

test('code that nests too deeply is one error, and the next text parses as ever', () => {
  for (const deep of [
    '('.repeat(5_000),
    `x = ${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    `a${'.b()'.repeat(20_000)}`,
    `${'-'.repeat(3_000)}1`,
  ]) {
    const file = parsePython(deep);
    assert.deepEqual(file, {
      body: [],
      comments: [],
      errors: [{ message: 'The code nests too deeply', span: { start: 0, end: deep.length } }],
      tooDeep: true,
    });
    assert.equal(showNodes(parsePython('x = 1').body), 'Assign(targets=[x] value=1)');
  }
});

test('many traps in a row do no harm', () => {
  for (let i = 0; i < 40; i++) assert.equal(parsePython('['.repeat(5_000)).tooDeep, true);
  assert.equal(showNodes(parsePython('x = 1').body), 'Assign(targets=[x] value=1)');
});

test('nesting that people write is not too deep', () => {
  const deep = 400;
  assert.deepEqual(parsePython(`x = ${'['.repeat(deep)}${']'.repeat(deep)}`).errors, []);
  assert.deepEqual(parsePython(`q${'.filter(a=1)'.repeat(deep)}`).errors, []);
  assert.deepEqual(parsePython(Array.from({ length: 900 }, () => '"a"').join(' + ')).errors, []);
});
