import type { Attribute } from '../../../syntax/python/nodes.ts';
import type { ValueFact } from '../../python/facts.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { Meaning } from '../name-table.ts';
import { unknown, type Value } from './values.ts';
import { spanOf, type Walk } from './walk-context.ts';

/** `Model.objects` and nested classes. */
export function classAttribute(walk: Walk, info: ClassInfo, node: Attribute): Value {
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
export function globalValue(walk: Walk, name: string): Value {
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
