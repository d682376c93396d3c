import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expr, Node } from '../../server/src/syntax/python/nodes.ts';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { childrenOf, dottedName, walk, walkAll } from '../../server/src/syntax/python/walk.ts';
import { loadParsers } from '../support/load-parsers.ts';

await loadParsers();

function firstOf(source: string): Node {
  const [statement] = parsePython(source).body;
  assert.ok(statement);
  return statement;
}

function expressionOf(source: string): Expr {
  const statement = firstOf(source);
  assert.equal(statement.kind, 'ExprStmt');
  return statement.value;
}

test('children come field by field, gaps left out', () => {
  const kinds = (source: string) => childrenOf(expressionOf(source)).map((child) => child.kind);
  assert.deepEqual(kinds('{1: "a", **b}'), ['Num', 'Str', 'Name']);
  assert.deepEqual(kinds('f(a, k=1)'), ['Name', 'Name', 'Keyword']);
  assert.deepEqual(kinds('a[1:2]'), ['Name', 'Slice']);
  assert.deepEqual(kinds('yield'), []);
});

/** Every node that hangs on a node, found without the generated code. */
function reflectedChildren(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'kind' in value);
}

test('no field with nodes is forgotten', () => {
  const source = [
    '@d\nasync def f[T: b = c](p: q = r, *s) -> u:\n  return await v\nclass C[T](B, k=w): x: y = z\ndel a; a = b; a += b\ntype X[T] = Y',
    'for a in b: c\nelse: d\nwhile a: b\nelse: c\nif a: b\nelif c: d\nwith a as b: c\nraise a from b\nassert a, b\nglobal g\nnonlocal h',
    'match a:\n  case A(b, c=1) | [2, *_] if d: e\n  case {"k": f, **g}: h\n  case 1 as i: j',
    'try: a\nexcept b as c: d\nelse: e\nfinally: f\nimport a as b\nfrom a import b',
    '(a and b, (c := d), e + f, -g, lambda h=i: j, k if l else m, {n: o, **p}, {q}, r < s, t(*u, v=w), x.y, z[a:b:c])',
    '([a for a in b if c], {a for a in b}, {a: b for a in b}, (a for a in b), f"{a!r:{b}}" "c", t"{d}", b"e", (yield f), (yield from g))',
  ].join('\n');
  const { body, errors } = parsePython(source);
  assert.deepEqual(errors, []);
  let count = 0;
  walkAll(body, (node) => {
    count++;
    assert.deepEqual(new Set(childrenOf(node)), new Set(reflectedChildren(node)), node.kind);
  });
  assert.equal(count > 150, true);
});

test('a walk goes from parents to children and stays out where it is told to', () => {
  const visited: string[] = [];
  walk(firstOf('a = f(lambda: b, c)'), (node) => {
    visited.push(node.kind === 'Name' ? node.id : node.kind);
    return node.kind !== 'Lambda';
  });
  assert.deepEqual(visited, ['Assign', 'a', 'Call', 'f', 'Lambda', 'c']);
});

test('dotted names are chains of names and attributes only', () => {
  assert.equal(dottedName(expressionOf('a')), 'a');
  assert.equal(dottedName(expressionOf('a . b.c')), 'a.b.c');
  assert.equal(dottedName(expressionOf('(a.b).c')), 'a.b.c');
  assert.equal(dottedName(expressionOf('a().b')), undefined);
  assert.equal(dottedName(expressionOf('a[0].b')), undefined);
  assert.equal(dottedName(expressionOf('"a".b')), undefined);
  assert.equal(dottedName(expressionOf('a.')), undefined);
  assert.equal(dottedName(expressionOf('a..b')), undefined);
});
