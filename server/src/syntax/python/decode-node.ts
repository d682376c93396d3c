// The flat array of the parser -> one node. Generated from parser/schema.ts by parser/generate.ts; do not edit.
// Must not know the WebAssembly instance; flat-array.ts reads the words, parse-python.ts calls the parser.

import {
  chosen,
  chosenList,
  conversion,
  gapped,
  many,
  name,
  one,
  optional,
  optionalName,
  singleton,
  source,
  text,
  word,
} from './flat-array.ts';
import { joinedParts, numberValue } from './literal-value.ts';
import type {
  Alias,
  BinaryOperator,
  BoolOperator,
  CompareOperator,
  Comprehension,
  ElifElse,
  ExceptHandler,
  Expr,
  FLit,
  Interp,
  Keyword,
  MatchCase,
  MatchKeyword,
  Name,
  Node,
  NumberForm,
  Param,
  ParamKind,
  Pattern,
  Stmt,
  StrPart,
  TypeParam,
  TypeParamKind,
  UnaryOperator,
  WithItem,
} from './nodes.ts';

const BOOL_OPERATOR: readonly BoolOperator[] = ['And', 'Or'];
const BINARY_OPERATOR: readonly BinaryOperator[] = [
  'Add',
  'Sub',
  'Mult',
  'MatMult',
  'Div',
  'Mod',
  'Pow',
  'LShift',
  'RShift',
  'BitOr',
  'BitXor',
  'BitAnd',
  'FloorDiv',
];
const UNARY_OPERATOR: readonly UnaryOperator[] = ['Invert', 'Not', 'UAdd', 'USub'];
const COMPARE_OPERATOR: readonly CompareOperator[] = [
  'Eq',
  'NotEq',
  'Lt',
  'LtE',
  'Gt',
  'GtE',
  'Is',
  'IsNot',
  'In',
  'NotIn',
];
const PARAM_KIND: readonly ParamKind[] = ['positional-only', 'regular', 'vararg', 'keyword-only', 'kwarg'];
const TYPE_PARAM_KIND: readonly TypeParamKind[] = ['TypeVar', 'TypeVarTuple', 'ParamSpec'];
const NUMBER_FORM: readonly NumberForm[] = ['int', 'float', 'complex'];

/** The node at word `i` of the flat array that flat-array.ts holds. */
export function decodeNode(i: number): Node {
  const start = word(i + 1);
  const end = word(i + 2);
  switch (word(i)) {
    case 1:
      return {
        kind: 'FunctionDef',
        start,
        end,
        decorators: many<Expr>(i + 3),
        isAsync: word(i + 4) !== 0,
        name: name(i + 5),
        nameStart: word(i + 5),
        typeParams: many<TypeParam>(i + 8),
        params: many<Param>(i + 9),
        returns: optional<Expr>(i + 10),
        body: many<Stmt>(i + 11),
      };
    case 2:
      return {
        kind: 'ClassDef',
        start,
        end,
        decorators: many<Expr>(i + 3),
        name: name(i + 4),
        nameStart: word(i + 4),
        typeParams: many<TypeParam>(i + 7),
        bases: many<Expr>(i + 8),
        keywords: many<Keyword>(i + 9),
        body: many<Stmt>(i + 10),
      };
    case 3:
      return { kind: 'Return', start, end, value: optional<Expr>(i + 3) };
    case 4:
      return { kind: 'Delete', start, end, targets: many<Expr>(i + 3) };
    case 5:
      return {
        kind: 'TypeAlias',
        start,
        end,
        name: one<Expr>(i + 3),
        typeParams: many<TypeParam>(i + 4),
        value: one<Expr>(i + 5),
      };
    case 6:
      return { kind: 'Assign', start, end, targets: many<Expr>(i + 3), value: one<Expr>(i + 4) };
    case 7:
      return {
        kind: 'AugAssign',
        start,
        end,
        target: one<Expr>(i + 3),
        op: chosen(BINARY_OPERATOR, i + 4),
        value: one<Expr>(i + 5),
      };
    case 8:
      return {
        kind: 'AnnAssign',
        start,
        end,
        target: one<Expr>(i + 3),
        annotation: one<Expr>(i + 4),
        value: optional<Expr>(i + 5),
      };
    case 9:
      return {
        kind: 'For',
        start,
        end,
        isAsync: word(i + 3) !== 0,
        target: one<Expr>(i + 4),
        iter: one<Expr>(i + 5),
        body: many<Stmt>(i + 6),
        orelse: many<Stmt>(i + 7),
      };
    case 10:
      return { kind: 'While', start, end, test: one<Expr>(i + 3), body: many<Stmt>(i + 4), orelse: many<Stmt>(i + 5) };
    case 11:
      return {
        kind: 'If',
        start,
        end,
        test: one<Expr>(i + 3),
        body: many<Stmt>(i + 4),
        clauses: many<ElifElse>(i + 5),
      };
    case 12:
      return {
        kind: 'With',
        start,
        end,
        isAsync: word(i + 3) !== 0,
        items: many<WithItem>(i + 4),
        body: many<Stmt>(i + 5),
      };
    case 13:
      return { kind: 'Match', start, end, subject: one<Expr>(i + 3), cases: many<MatchCase>(i + 4) };
    case 14:
      return { kind: 'Raise', start, end, exc: optional<Expr>(i + 3), cause: optional<Expr>(i + 4) };
    case 15:
      return {
        kind: 'Try',
        start,
        end,
        body: many<Stmt>(i + 3),
        handlers: many<ExceptHandler>(i + 4),
        orelse: many<Stmt>(i + 5),
        finalbody: many<Stmt>(i + 6),
        isStar: word(i + 7) !== 0,
      };
    case 16:
      return { kind: 'Assert', start, end, test: one<Expr>(i + 3), msg: optional<Expr>(i + 4) };
    case 17:
      return { kind: 'Import', start, end, names: many<Alias>(i + 3) };
    case 18:
      return {
        kind: 'ImportFrom',
        start,
        end,
        module: optionalName(i + 3),
        moduleStart: word(i + 3),
        names: many<Alias>(i + 6),
        level: word(i + 7),
      };
    case 19:
      return { kind: 'Global', start, end, names: many<Name>(i + 3) };
    case 20:
      return { kind: 'Nonlocal', start, end, names: many<Name>(i + 3) };
    case 21:
      return { kind: 'ExprStmt', start, end, value: one<Expr>(i + 3) };
    case 22:
      return { kind: 'Pass', start, end };
    case 23:
      return { kind: 'Break', start, end };
    case 24:
      return { kind: 'Continue', start, end };
    case 25:
      return { kind: 'BoolOp', start, end, op: chosen(BOOL_OPERATOR, i + 3), values: many<Expr>(i + 4) };
    case 26:
      return { kind: 'NamedExpr', start, end, target: one<Expr>(i + 3), value: one<Expr>(i + 4) };
    case 27:
      return {
        kind: 'BinOp',
        start,
        end,
        left: one<Expr>(i + 3),
        op: chosen(BINARY_OPERATOR, i + 4),
        right: one<Expr>(i + 5),
      };
    case 28:
      return { kind: 'UnaryOp', start, end, op: chosen(UNARY_OPERATOR, i + 3), operand: one<Expr>(i + 4) };
    case 29:
      return { kind: 'Lambda', start, end, params: many<Param>(i + 3), body: one<Expr>(i + 4) };
    case 30:
      return { kind: 'IfExp', start, end, test: one<Expr>(i + 3), body: one<Expr>(i + 4), orelse: one<Expr>(i + 5) };
    case 31:
      return { kind: 'Dict', start, end, keys: gapped<Expr>(i + 3), values: many<Expr>(i + 4) };
    case 32:
      return { kind: 'Set', start, end, elts: many<Expr>(i + 3) };
    case 33:
      return { kind: 'ListComp', start, end, elt: one<Expr>(i + 3), generators: many<Comprehension>(i + 4) };
    case 34:
      return { kind: 'SetComp', start, end, elt: one<Expr>(i + 3), generators: many<Comprehension>(i + 4) };
    case 35:
      return {
        kind: 'DictComp',
        start,
        end,
        key: optional<Expr>(i + 3),
        value: one<Expr>(i + 4),
        generators: many<Comprehension>(i + 5),
      };
    case 36:
      return {
        kind: 'GeneratorExp',
        start,
        end,
        elt: one<Expr>(i + 3),
        generators: many<Comprehension>(i + 4),
        parenthesized: word(i + 5) !== 0,
      };
    case 37:
      return { kind: 'Await', start, end, value: one<Expr>(i + 3) };
    case 38:
      return { kind: 'Yield', start, end, value: optional<Expr>(i + 3) };
    case 39:
      return { kind: 'YieldFrom', start, end, value: one<Expr>(i + 3) };
    case 40:
      return {
        kind: 'Compare',
        start,
        end,
        left: one<Expr>(i + 3),
        ops: chosenList(COMPARE_OPERATOR, i + 4),
        comparators: many<Expr>(i + 5),
      };
    case 41:
      return {
        kind: 'Call',
        start,
        end,
        func: one<Expr>(i + 3),
        args: many<Expr>(i + 4),
        keywords: many<Keyword>(i + 5),
      };
    case 42:
      return { kind: 'FString', start, end, parts: many<StrPart | FLit | Interp>(i + 3) };
    case 43:
      return { kind: 'TString', start, end, parts: many<FLit | Interp>(i + 3) };
    case 44: {
      const parts = many<StrPart>(i + 3);
      return { kind: 'Str', start, end, parts, value: joinedParts(parts) };
    }
    case 45: {
      const parts = many<StrPart>(i + 3);
      return { kind: 'Bytes', start, end, parts, value: joinedParts(parts) };
    }
    case 46: {
      const form = chosen(NUMBER_FORM, i + 3);
      return { kind: 'Num', start, end, form, value: numberValue(source, start, end, form) };
    }
    case 47:
      return { kind: 'Bool', start, end, value: word(i + 3) !== 0 };
    case 48:
      return { kind: 'NoneLit', start, end };
    case 49:
      return { kind: 'Ellipsis', start, end };
    case 50:
      return { kind: 'Attribute', start, end, value: one<Expr>(i + 3), attr: name(i + 4), attrStart: word(i + 4) };
    case 51:
      return { kind: 'Subscript', start, end, value: one<Expr>(i + 3), slice: one<Expr>(i + 4) };
    case 52:
      return { kind: 'Starred', start, end, value: one<Expr>(i + 3) };
    case 53:
      return { kind: 'Name', start, end, id: text(i + 3) };
    case 54:
      return { kind: 'List', start, end, elts: many<Expr>(i + 3) };
    case 55:
      return { kind: 'Tuple', start, end, elts: many<Expr>(i + 3), parenthesized: word(i + 4) !== 0 };
    case 56:
      return {
        kind: 'Slice',
        start,
        end,
        lower: optional<Expr>(i + 3),
        upper: optional<Expr>(i + 4),
        step: optional<Expr>(i + 5),
      };
    case 57:
      return { kind: 'MatchValue', start, end, value: one<Expr>(i + 3) };
    case 58:
      return { kind: 'MatchSingleton', start, end, value: singleton(i + 3) };
    case 59:
      return { kind: 'MatchSequence', start, end, patterns: many<Pattern>(i + 3) };
    case 60:
      return {
        kind: 'MatchMapping',
        start,
        end,
        keys: many<Expr>(i + 3),
        patterns: many<Pattern>(i + 4),
        rest: optionalName(i + 5),
        restStart: word(i + 5),
      };
    case 61:
      return {
        kind: 'MatchClass',
        start,
        end,
        cls: one<Expr>(i + 3),
        patterns: many<Pattern>(i + 4),
        keywords: many<MatchKeyword>(i + 5),
      };
    case 62:
      return { kind: 'MatchStar', start, end, name: optionalName(i + 3), nameStart: word(i + 3) };
    case 63:
      return {
        kind: 'MatchAs',
        start,
        end,
        pattern: optional<Pattern>(i + 3),
        name: optionalName(i + 4),
        nameStart: word(i + 4),
      };
    case 64:
      return { kind: 'MatchOr', start, end, patterns: many<Pattern>(i + 3) };
    case 65:
      return { kind: 'ElifElse', start, end, test: optional<Expr>(i + 3), body: many<Stmt>(i + 4) };
    case 66:
      return { kind: 'WithItem', start, end, context: one<Expr>(i + 3), vars: optional<Expr>(i + 4) };
    case 67:
      return {
        kind: 'MatchCase',
        start,
        end,
        pattern: one<Pattern>(i + 3),
        guard: optional<Expr>(i + 4),
        body: many<Stmt>(i + 5),
      };
    case 68:
      return {
        kind: 'ExceptHandler',
        start,
        end,
        type: optional<Expr>(i + 3),
        name: optionalName(i + 4),
        nameStart: word(i + 4),
        body: many<Stmt>(i + 7),
      };
    case 69:
      return {
        kind: 'Alias',
        start,
        end,
        name: name(i + 3),
        nameStart: word(i + 3),
        asname: optionalName(i + 6),
        asnameStart: word(i + 6),
      };
    case 70:
      return {
        kind: 'Comprehension',
        start,
        end,
        target: one<Expr>(i + 3),
        iter: one<Expr>(i + 4),
        ifs: many<Expr>(i + 5),
        isAsync: word(i + 6) !== 0,
      };
    case 71:
      return { kind: 'Keyword', start, end, arg: optionalName(i + 3), argStart: word(i + 3), value: one<Expr>(i + 6) };
    case 72:
      return {
        kind: 'Interp',
        start,
        end,
        value: one<Expr>(i + 3),
        debug: word(i + 4) !== 0,
        conversion: conversion(i + 5),
        spec: many<FLit | Interp>(i + 6),
      };
    case 73:
      return { kind: 'FLit', start, end, value: text(i + 3) };
    case 74:
      return { kind: 'StrPart', start, end, value: text(i + 3), contentStart: word(i + 5), contentEnd: word(i + 6) };
    case 75:
      return {
        kind: 'Param',
        start,
        end,
        name: name(i + 3),
        nameStart: word(i + 3),
        annotation: optional<Expr>(i + 6),
        default: optional<Expr>(i + 7),
        paramKind: chosen(PARAM_KIND, i + 8),
      };
    case 76:
      return {
        kind: 'TypeParam',
        start,
        end,
        name: name(i + 3),
        nameStart: word(i + 3),
        bound: optional<Expr>(i + 6),
        default: optional<Expr>(i + 7),
        paramKind: chosen(TYPE_PARAM_KIND, i + 8),
      };
    case 77:
      return {
        kind: 'MatchKeyword',
        start,
        end,
        attr: name(i + 3),
        attrStart: word(i + 3),
        pattern: one<Pattern>(i + 6),
      };
    default:
      throw new Error('no such node kind');
  }
}
