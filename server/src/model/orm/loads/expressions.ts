// What an expression gives, as far as querysets, rows and relations go; notes relations that rows read without having them.
// Must not guess: whatever is not understood is unknown, and unknown never leads to a load.
// Look next at calls.ts (methods and functions), relation-reads.ts (attributes of rows), statements.ts (control flow).
import type { Attribute, Compare, Comprehension, Expr, Node, Subscript } from '../../../syntax/python/nodes.ts';
import { forEachChild } from '../../../syntax/python/walk.ts';
import type { ValueFact } from '../../python/facts.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { Meaning } from '../name-table.ts';
import { evaluateCall } from './calls.ts';
import { consumeRelated, rowsOf } from './consume.ts';
import { narrowed } from './narrowing.ts';
import { readAttribute } from './relation-reads.ts';
import { type Bound, join, nothing, unknown, type Value } from './values.ts';
import { type Scope, shortText, spanOf, type Walk } from './walk-context.ts';

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
      return comprehension(walk, scope, node.generators, (inner) => evaluate(walk, inner, node.elt));
    case 'DictComp':
      comprehension(walk, scope, node.generators, (inner) => {
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
  const yes = narrow.whenTrue(() => evaluate(walk, scope, node.body));
  const no = narrow.whenFalse(() => evaluate(walk, scope, node.orelse));
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
    if (node.op === 'And') narrow.whenTrue(() => step(index + 1));
    else narrow.whenFalse(() => step(index + 1));
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

/** Slices keep rows; an index gives one. A related manager without a prefetch runs a query for either. */
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
const fewRows = 3;

function sliceBound(upper: Expr | null, lower: Expr | null, otherwise: Bound): Bound {
  const end = upper?.kind === 'Num' ? upper.value : null;
  const start = lower === null ? 0 : lower.kind === 'Num' ? lower.value : null;
  return end !== null && start !== null && end - start <= fewRows ? 'few' : otherwise;
}

/** One element of what is iterated; the queries that iterating runs are noted. */
export function elementOf(walk: Walk, value: Value, node: Expr): { readonly element: Value; readonly bound: Bound } {
  if (value.kind === 'sequence') return { element: value.element, bound: value.bound };
  if (value.kind !== 'queryset') return { element: unknown, bound: 'few' };
  const bound = value.states.every((state) => state.bound === 'few') ? 'few' : 'many';
  return { element: rowsOf(walk, value.states, node), bound };
}

/** Runs `body` as the inside of a loop over `iterable`, with its element bound to `target`. */
export function inLoop<T>(
  walk: Walk,
  scope: Scope,
  loop: { readonly target: Expr; readonly iterable: Expr; readonly header: Node; readonly value: Value },
  body: () => T,
): T {
  const { element, bound } = elementOf(walk, loop.value, loop.iterable);
  return asLoopOver(walk, { element, bound, iterable: loop.iterable, header: loop.header }, (one) => {
    bind(scope, loop.target, one);
    return body();
  });
}

/** Runs `body` for each of some elements: what it reads on them is read once a row. */
export function asLoopOver<T>(
  walk: Walk,
  loop: { readonly element: Value; readonly bound: Bound; readonly iterable: Expr; readonly header: Node },
  body: (element: Value) => T,
): T {
  const id = loop.header.start * 1e7 + loop.iterable.start;
  const kept = walk.loops;
  walk.loops = [
    ...kept,
    { id, location: { file: walk.file, span: spanOf(loop.header) }, iterable: shortText(walk, loop.iterable) },
  ];
  const result = body(loop.bound === 'many' ? perRow(loop.element, id) : loop.element);
  walk.loops = kept;
  return result;
}

/** The element as one of many: its rows belong to the loop. */
function perRow(value: Value, loop: number): Value {
  if (value.kind === 'row') return { kind: 'row', rows: value.rows.map((row) => ({ ...row, loop })) };
  if (value.kind === 'tuple') return { kind: 'tuple', items: value.items.map((one) => perRow(one, loop)) };
  return value;
}

/** Binds the names of a target; what is no plain name or tuple of names binds nothing. */
export function bind(scope: Scope, target: Expr, value: Value): void {
  if (target.kind === 'Name') scope.vars.set(target.id, value);
  else if (target.kind === 'Starred') bind(scope, target.value, unknown);
  else if (target.kind === 'Tuple' || target.kind === 'List') {
    const hasStar = target.elts.some((one) => one.kind === 'Starred');
    target.elts.forEach((one, i) => {
      const isMatching = value.kind === 'tuple' && !hasStar && value.items.length === target.elts.length;
      bind(scope, one, isMatching ? (value.items[i] ?? unknown) : unknown);
    });
  }
}

function comprehension(
  walk: Walk,
  scope: Scope,
  generators: readonly Comprehension[],
  element: (inner: Scope) => Value,
): Value {
  const inner = scope.copy();
  let bound: Bound = 'few';
  const step = (index: number): Value => {
    const generator = generators[index];
    if (generator === undefined) return element(inner);
    const value = evaluate(walk, inner, generator.iter);
    if (value.kind === 'queryset' || (value.kind === 'sequence' && value.bound === 'many')) bound = 'many';
    return inLoop(walk, inner, { target: generator.target, iterable: generator.iter, header: generator, value }, () =>
      conditions(walk, inner, generator.ifs, 0, () => step(index + 1)),
    );
  };
  return { kind: 'sequence', element: step(0), bound };
}

function conditions(walk: Walk, scope: Scope, ifs: readonly Expr[], index: number, then: () => Value): Value {
  const condition = ifs[index];
  if (condition === undefined) return then();
  test(walk, scope, condition);
  return narrowed(walk, scope, condition).whenTrue(() => conditions(walk, scope, ifs, index + 1, then));
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

/** `Model.objects` and nested classes. */
function classAttribute(walk: Walk, info: ClassInfo, node: Attribute): Value {
  const model = walk.orm.modelOf(info);
  if (model !== undefined && !model.meta.abstract) {
    const isDefault = node.attr === '_default_manager';
    const manager = isDefault ? model.managers[0] : model.managers.find((one) => one.name === node.attr);
    if (manager !== undefined) return { kind: 'manager', model, manager, span: spanOf(node) };
    if (node.attr === '_base_manager') {
      return {
        kind: 'manager',
        model,
        manager: { name: node.attr, managerClass: undefined, querySetClass: undefined, opaque: false },
        span: spanOf(node),
      };
    }
  }
  if (info.file === undefined) return unknown;
  const inner = info.fact.classes.find((one) => one.name === node.attr);
  return inner === undefined ? unknown : { kind: 'class', info: walk.orm.classes.info(info.file, inner) };
}

const builtins = new Set(
  'list tuple set frozenset sorted reversed enumerate zip iter next len bool any all sum min max map filter isinstance hasattr getattr setattr str print super type'.split(
    ' ',
  ),
);

/** What a name of the module means, or a builtin. */
function globalValue(walk: Walk, name: string): Value {
  const meaning = walk.orm.classes.names.resolve(walk.file, name);
  if (meaning === undefined) return builtins.has(name) ? { kind: 'external', name: `builtins.${name}` } : unknown;
  return valueOfMeaning(walk, meaning);
}

/** The value of something resolved through imports. */
export function valueOfMeaning(walk: Walk, meaning: Meaning | undefined): Value {
  if (meaning === undefined) return unknown;
  switch (meaning.kind) {
    case 'class':
    case 'external': {
      const found = walk.orm.classes.asClass(meaning);
      if (found === undefined) return unknown;
      return typeof found === 'string' ? { kind: 'external', name: found } : { kind: 'class', info: found };
    }
    case 'module':
      return { kind: 'module', file: meaning.file };
    case 'function':
      return { kind: 'function', file: meaning.file, fact: meaning.fact };
    case 'value':
      return constant(walk, meaning.fact.value);
  }
}

/** Texts and tuples of texts at module level, and `User = get_user_model()`. */
function constant(walk: Walk, fact: ValueFact): Value {
  if (fact.kind === 'string') return { kind: 'text', text: fact.value };
  if (fact.kind === 'tuple' || fact.kind === 'list') {
    const items = fact.items.map((one) => constant(walk, one));
    return items.every((one) => one.kind === 'text') ? { kind: 'tuple', items } : unknown;
  }
  if (fact.kind === 'call' && /(^|\.)get_user_model$/.test(fact.callee ?? '')) {
    const user = walk.orm.userModel(walk.file);
    if (user !== undefined) return { kind: 'class', info: user.info };
  }
  return unknown;
}
