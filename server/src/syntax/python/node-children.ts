// The children of a node. Generated from parser/schema.ts by parser/generate.ts; do not edit.
// Must not decide what to visit deeper; walk.ts does.

import type { Node } from './nodes.ts';

function visitEach(list: readonly (Node | null)[], visit: (child: Node) => void): void {
  for (const child of list) if (child !== null) visit(child);
}

/** Calls `visit` with each direct child, field by field: not always in the order of the text. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    case 'Attribute':
      visit(node.value);
      return;
    case 'Call':
      visit(node.func);
      visitEach(node.args, visit);
      visitEach(node.keywords, visit);
      return;
    case 'Str':
      visitEach(node.parts, visit);
      return;
    case 'Keyword':
      visit(node.value);
      return;
    case 'ExprStmt':
      visit(node.value);
      return;
    case 'Assign':
      visitEach(node.targets, visit);
      visit(node.value);
      return;
    case 'FunctionDef':
      visitEach(node.decorators, visit);
      visitEach(node.typeParams, visit);
      visitEach(node.params, visit);
      if (node.returns !== null) visit(node.returns);
      visitEach(node.body, visit);
      return;
    case 'Param':
      if (node.annotation !== null) visit(node.annotation);
      if (node.default !== null) visit(node.default);
      return;
    case 'ClassDef':
      visitEach(node.decorators, visit);
      visitEach(node.typeParams, visit);
      visitEach(node.bases, visit);
      visitEach(node.keywords, visit);
      visitEach(node.body, visit);
      return;
    case 'Return':
      if (node.value !== null) visit(node.value);
      return;
    case 'Delete':
      visitEach(node.targets, visit);
      return;
    case 'TypeAlias':
      visit(node.name);
      visitEach(node.typeParams, visit);
      visit(node.value);
      return;
    case 'AugAssign':
      visit(node.target);
      visit(node.value);
      return;
    case 'AnnAssign':
      visit(node.target);
      visit(node.annotation);
      if (node.value !== null) visit(node.value);
      return;
    case 'For':
      visit(node.target);
      visit(node.iter);
      visitEach(node.body, visit);
      visitEach(node.orelse, visit);
      return;
    case 'While':
      visit(node.test);
      visitEach(node.body, visit);
      visitEach(node.orelse, visit);
      return;
    case 'If':
      visit(node.test);
      visitEach(node.body, visit);
      visitEach(node.clauses, visit);
      return;
    case 'With':
      visitEach(node.items, visit);
      visitEach(node.body, visit);
      return;
    case 'Match':
      visit(node.subject);
      visitEach(node.cases, visit);
      return;
    case 'Raise':
      if (node.exc !== null) visit(node.exc);
      if (node.cause !== null) visit(node.cause);
      return;
    case 'Try':
      visitEach(node.body, visit);
      visitEach(node.handlers, visit);
      visitEach(node.orelse, visit);
      visitEach(node.finalbody, visit);
      return;
    case 'Assert':
      visit(node.test);
      if (node.msg !== null) visit(node.msg);
      return;
    case 'Import':
      visitEach(node.names, visit);
      return;
    case 'ImportFrom':
      visitEach(node.names, visit);
      return;
    case 'Global':
      visitEach(node.names, visit);
      return;
    case 'Nonlocal':
      visitEach(node.names, visit);
      return;
    case 'BoolOp':
      visitEach(node.values, visit);
      return;
    case 'NamedExpr':
      visit(node.target);
      visit(node.value);
      return;
    case 'BinOp':
      visit(node.left);
      visit(node.right);
      return;
    case 'UnaryOp':
      visit(node.operand);
      return;
    case 'Lambda':
      visitEach(node.params, visit);
      visit(node.body);
      return;
    case 'IfExp':
      visit(node.test);
      visit(node.body);
      visit(node.orelse);
      return;
    case 'Dict':
      visitEach(node.keys, visit);
      visitEach(node.values, visit);
      return;
    case 'Set':
      visitEach(node.elts, visit);
      return;
    case 'ListComp':
      visit(node.elt);
      visitEach(node.generators, visit);
      return;
    case 'SetComp':
      visit(node.elt);
      visitEach(node.generators, visit);
      return;
    case 'DictComp':
      if (node.key !== null) visit(node.key);
      visit(node.value);
      visitEach(node.generators, visit);
      return;
    case 'GeneratorExp':
      visit(node.elt);
      visitEach(node.generators, visit);
      return;
    case 'Await':
      visit(node.value);
      return;
    case 'Yield':
      if (node.value !== null) visit(node.value);
      return;
    case 'YieldFrom':
      visit(node.value);
      return;
    case 'Compare':
      visit(node.left);
      visitEach(node.comparators, visit);
      return;
    case 'FString':
      visitEach(node.parts, visit);
      return;
    case 'TString':
      visitEach(node.parts, visit);
      return;
    case 'Bytes':
      visitEach(node.parts, visit);
      return;
    case 'Subscript':
      visit(node.value);
      visit(node.slice);
      return;
    case 'Starred':
      visit(node.value);
      return;
    case 'List':
      visitEach(node.elts, visit);
      return;
    case 'Tuple':
      visitEach(node.elts, visit);
      return;
    case 'Slice':
      if (node.lower !== null) visit(node.lower);
      if (node.upper !== null) visit(node.upper);
      if (node.step !== null) visit(node.step);
      return;
    case 'MatchValue':
      visit(node.value);
      return;
    case 'MatchSequence':
      visitEach(node.patterns, visit);
      return;
    case 'MatchMapping':
      visitEach(node.keys, visit);
      visitEach(node.patterns, visit);
      return;
    case 'MatchClass':
      visit(node.cls);
      visitEach(node.patterns, visit);
      visitEach(node.keywords, visit);
      return;
    case 'MatchAs':
      if (node.pattern !== null) visit(node.pattern);
      return;
    case 'MatchOr':
      visitEach(node.patterns, visit);
      return;
    case 'ElifElse':
      if (node.test !== null) visit(node.test);
      visitEach(node.body, visit);
      return;
    case 'WithItem':
      visit(node.context);
      if (node.vars !== null) visit(node.vars);
      return;
    case 'MatchCase':
      visit(node.pattern);
      if (node.guard !== null) visit(node.guard);
      visitEach(node.body, visit);
      return;
    case 'ExceptHandler':
      if (node.type !== null) visit(node.type);
      visitEach(node.body, visit);
      return;
    case 'Comprehension':
      visit(node.target);
      visit(node.iter);
      visitEach(node.ifs, visit);
      return;
    case 'Interp':
      visit(node.value);
      visitEach(node.spec, visit);
      return;
    case 'TypeParam':
      if (node.bound !== null) visit(node.bound);
      if (node.default !== null) visit(node.default);
      return;
    case 'MatchKeyword':
      visit(node.pattern);
      return;
    default:
      return;
  }
}
