// What an expression gives, as far as querysets, rows and relations go; notes relations that rows read without having them.
// Must not guess: whatever is not understood is unknown, and unknown never leads to a load.
// Look next at calls.ts (methods and functions), relation-reads.ts (attributes of rows), statements.ts (control flow).
import type { Attribute, Compare, Comprehension, Expr, Node, Subscript } from '../../../syntax/python/nodes.ts';
import { forEachChild } from '../../../syntax/python/walk.ts';
import { evaluateCall } from './calls.ts';
import { consumeRelated, rowsOf } from './consume.ts';
import { whereCondition, whereSkipped } from './guards.ts';
import { inLoop } from './iteration.ts';
import { classAttribute, globalValue, valueOfMeaning } from './name-values.ts';
import { narrowed } from './narrowing.ts';
import { readAttribute } from './relation-reads.ts';
import { type Bound, join, nothing, unknown, type Value } from './values.ts';
import type { Scope, Walk } from './walk-context.ts';

/** Evaluates an expression: all its parts are walked once, in the order in which Python runs them. */
export function evaluate(walk: Walk, scope: Scope, node: Expr): Value {
  if (walk.budget-- <= 0) return unknown;
  switch (node.kind) {
    case 'Name':
      return scope.vars.get(node.id) ?? globalValue(walk, node.id);
    case 'Str':
      return { kind: 'text', text: node.value };
    case 'NoneLit':
      return nothing;
    case 'Attribute':
      return attribute(walk, evaluate(walk, scope, node.value), node);
    case 'Call':
      return evaluateCall(walk, scope, node);
    case 'Await':
    case 'Starred':
      return evaluate(walk, scope, node.value);
    case 'NamedExpr': {
      const value = evaluate(walk, scope, node.value);
      if (node.target.kind === 'Name') scope.vars.set(node.target.id, value);
      return value;
    }
    case 'IfExp':
      return conditional(walk, scope, node);
    case 'BoolOp':
      return bool(walk, scope, node);
    case 'BinOp': {
      const left = evaluate(walk, scope, node.left);
      const right = evaluate(walk, scope, node.right);
      return left.kind === 'queryset' && right.kind === 'queryset' ? join(left, right) : unknown;
    }
    case 'UnaryOp':
      if (node.op === 'Not') test(walk, scope, node.operand);
      else evaluate(walk, scope, node.operand);
      return unknown;
    case 'Compare':
      return compare(walk, scope, node);
    case 'Subscript':
      return subscript(walk, scope, node);
    case 'Tuple':
    case 'List':
      return literal(walk, scope, node);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return comprehension(walk, scope, node, (inner) => evaluate(walk, inner, node.elt));
    case 'DictComp':
      comprehension(walk, scope, node, (inner) => {
        if (node.key !== null) evaluate(walk, inner, node.key);
        return evaluate(walk, inner, node.value);
      });
      return unknown;
    case 'Lambda':
      return unknown;
    default:
      forEachChild(node, (child) => evaluateAny(walk, scope, child));
      return unknown;
  }
}

function evaluateAny(walk: Walk, scope: Scope, node: Node): void {
  if (node.kind === 'Interp') {
    evaluate(walk, scope, node.value);
    for (const part of node.spec) evaluateAny(walk, scope, part);
  } else if (node.kind !== 'FLit' && node.kind !== 'StrPart') evaluate(walk, scope, node as Expr);
}

/** Evaluates a condition: a related manager's rows are fetched for it. */
export function test(walk: Walk, scope: Scope, node: Expr): void {
  const value = evaluate(walk, scope, node);
  if (value.kind === 'queryset') for (const state of value.states) consumeRelated(walk, state, 'rows', node);
}

function conditional(walk: Walk, scope: Scope, node: Expr & { kind: 'IfExp' }): Value {
  test(walk, scope, node.test);
  const narrow = narrowed(walk, scope, node.test);
  const yes = whereCondition(walk, node.test, true, () => narrow.whenTrue(() => evaluate(walk, scope, node.body)));
  const no = whereCondition(walk, node.test, false, () => narrow.whenFalse(() => evaluate(walk, scope, node.orelse)));
  return join(yes, no);
}

function bool(walk: Walk, scope: Scope, node: Expr & { kind: 'BoolOp' }): Value {
  let result: Value | undefined;
  const step = (index: number): void => {
    const part = node.values[index];
    if (part === undefined) return;
    const value = evaluate(walk, scope, part);
    if (index + 1 < node.values.length && value.kind === 'queryset') {
      for (const state of value.states) consumeRelated(walk, state, 'rows', part);
    }
    result = result === undefined ? value : join(result, value);
    const narrow = narrowed(walk, scope, part);
    const isAnd = node.op === 'And';
    whereCondition(walk, part, isAnd, () => {
      if (isAnd) narrow.whenTrue(() => step(index + 1));
      else narrow.whenFalse(() => step(index + 1));
    });
  };
  step(0);
  return result ?? unknown;
}

function compare(walk: Walk, scope: Scope, node: Compare): Value {
  evaluate(walk, scope, node.left);
  node.comparators.forEach((right, i) => {
    const isMembership = node.ops[i] === 'In' || node.ops[i] === 'NotIn';
    if (isMembership) test(walk, scope, right);
    else evaluate(walk, scope, right);
  });
  return unknown;
}

function literal(walk: Walk, scope: Scope, node: Expr & { kind: 'Tuple' | 'List' }): Value {
  const items = node.elts.map((one) => evaluate(walk, scope, one));
  if (items.length === 0) return nothing;
  return node.elts.some((one) => one.kind === 'Starred') ? unknown : { kind: 'tuple', items };
}

/** Slices keep rows; an index gives one. A many-to-many without a prefetch runs a query for either. */
function subscript(walk: Walk, scope: Scope, node: Subscript): Value {
  const value = evaluate(walk, scope, node.value);
  const { slice } = node;
  if (slice.kind !== 'Slice') evaluate(walk, scope, slice);
  if (value.kind === 'sequence') {
    if (slice.kind !== 'Slice') return value.element;
    return { ...value, bound: sliceBound(slice.upper, slice.lower, value.bound) };
  }
  if (value.kind === 'tuple') {
    return slice.kind === 'Num' && slice.value !== null ? (value.items.at(slice.value) ?? unknown) : unknown;
  }
  if (value.kind !== 'queryset') return unknown;
  const isRelated = value.states.some((state) => state.related !== undefined);
  // One of many rows: a prefetch would load all of them for it.
  if (value.states.some((state) => state.related?.backField !== undefined)) return unknown;
  if (slice.kind !== 'Slice') return rowsOf(walk, value.states, node.value);
  if (isRelated)
    return {
      kind: 'sequence',
      element: rowsOf(walk, value.states, node.value),
      bound: sliceBound(slice.upper, slice.lower, 'many'),
    };
  const states = value.states.map((state) => ({
    ...state,
    bound: sliceBound(slice.upper, slice.lower, state.bound),
    isFiltered: state.isFiltered || slice.upper !== null,
    isInline: false,
  }));
  return { kind: 'queryset', states };
}

/** At most this many rows are no reason for a report. */
const fewRows = 5;

function sliceBound(upper: Expr | null, lower: Expr | null, otherwise: Bound): Bound {
  const end = upper?.kind === 'Num' ? upper.value : null;
  const start = lower === null ? 0 : lower.kind === 'Num' ? lower.value : null;
  return end !== null && start !== null && end - start <= fewRows ? 'few' : otherwise;
}

function comprehension(
  walk: Walk,
  scope: Scope,
  node: Node & { readonly generators: readonly Comprehension[] },
  element: (inner: Scope) => Value,
): Value {
  const inner = scope.copy();
  const { generators } = node;
  const isStopped = walk.stopping === node;
  let bound: Bound = 'few';
  const step = (index: number): Value => {
    const generator = generators[index];
    if (generator === undefined) return element(inner);
    const value = evaluate(walk, inner, generator.iter);
    if (value.kind === 'queryset' || (value.kind === 'sequence' && value.bound === 'many')) bound = 'many';
    return inLoop(
      walk,
      inner,
      { target: generator.target, iterable: generator.iter, header: generator, inside: [node], value },
      () => {
        const body = (): Value => conditions(walk, inner, generator.ifs, 0, () => step(index + 1));
        return isStopped ? whereSkipped(walk, node, body) : body();
      },
    );
  };
  return { kind: 'sequence', element: step(0), bound };
}

function conditions(walk: Walk, scope: Scope, ifs: readonly Expr[], index: number, then: () => Value): Value {
  const condition = ifs[index];
  if (condition === undefined) return then();
  test(walk, scope, condition);
  return whereCondition(walk, condition, true, () =>
    narrowed(walk, scope, condition).whenTrue(() => conditions(walk, scope, ifs, index + 1, then)),
  );
}

/** The value of `owner.name`. */
export function attribute(walk: Walk, owner: Value, node: Attribute): Value {
  switch (owner.kind) {
    case 'row':
      return readAttribute(walk, owner.rows, node.attr, node);
    case 'module':
    case 'external':
      return valueOfMeaning(
        walk,
        walk.orm.classes.names.attribute(
          owner.kind === 'module' ? owner : { kind: 'external', name: owner.name },
          node.attr,
        ),
      );
    case 'class':
      return classAttribute(walk, owner.info, node);
    case 'manager':
      return node.attr === 'model' ? { kind: 'class', info: owner.model.info } : unknown;
    default:
      return unknown;
  }
}
