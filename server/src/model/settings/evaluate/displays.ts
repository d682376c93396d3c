// Lists, tuples, sets and dicts as they are written out, with `*` and `**`.
import type { Dict, Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import {
  type DictEntry,
  type DictValue,
  type SequenceElement,
  type SequenceValue,
  unknown,
  type Value,
} from '../values.ts';
import { valueFor } from './evaluate-expression.ts';
import { elementsOf, mapVariants, mergeDicts } from './operators.ts';
import { locate, maxElements, type Scope } from './scope.ts';

/** `[a, *b]`, `(a, *b)`, `{a, *b}` */
export function sequence(kind: 'List' | 'Tuple' | 'Set', items: readonly Expr[], scope: Scope, at: Location): Value {
  const bracket = kind === 'List' ? 'list' : kind === 'Tuple' ? 'tuple' : 'set';
  // `{{ name }}` of a template is a set in a set, which Python refuses.
  const isRefused = kind === 'Set' && items.some((item) => ['Set', 'List', 'Dict'].includes(item.kind));
  if (items.length > maxElements || isRefused) return unknown(at);
  let lists: Value = { kind: 'sequence', bracket, elements: [], at };
  for (const item of items) {
    if (item.kind === 'Starred') {
      const added = valueFor(item.value, scope);
      lists = mapVariants(added, at, (one) =>
        mapVariants(lists, at, (list) => extended(list, elementsOf(one, one.at))),
      );
    } else {
      const itemAt = locate(scope, item);
      const element = { value: valueFor(item, scope), many: false, guard: undefined, at: itemAt };
      lists = mapVariants(lists, at, (list) => extended(list, [element]));
    }
  }
  return lists;
}

function extended(list: Value, elements: readonly SequenceElement[]): Value {
  if (list.kind !== 'sequence') return list;
  const grown: SequenceValue = { ...list, elements: [...list.elements, ...elements] };
  return grown.elements.length > maxElements ? unknown(list.at) : grown;
}

/** `{'a': 1, **b}` */
export function dict(expr: Dict, scope: Scope, at: Location): Value {
  let result: DictValue = { kind: 'dict', entries: [], open: false, at };
  let pending: DictEntry[] = [];
  const flush = (): void => {
    if (pending.length > 0) result = mergeDicts(result, { kind: 'dict', entries: pending, open: false, at }, at);
    pending = [];
  };
  for (let i = 0; i < expr.values.length; i++) {
    const key = expr.keys[i];
    const value = expr.values[i];
    if (value === undefined) continue;
    if (key === null || key === undefined) {
      flush();
      result = mergeDicts(result, valueFor(value, scope), at);
      continue;
    }
    const known = valueFor(key, scope);
    if (known.kind === 'constant')
      pending.push({ key: known.value, keyAt: locate(scope, key), value: valueFor(value, scope), guard: undefined });
    else {
      flush();
      result = { ...result, open: true };
    }
  }
  flush();
  return result;
}
