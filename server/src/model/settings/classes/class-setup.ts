// Which settings the hooks of a class may change while it is set up: `__init__`, `pre_setup`, `setup`, `post_setup`.
// Must not evaluate: what they may do is taken from their text. Look next at class-settings.ts (who asks).
import type { Expr, FunctionDef, Node } from '../../../syntax/python/nodes.ts';
import { walkAll } from '../../../syntax/python/walk.ts';
import type { ClassValue } from '../evaluate/internal-values.ts';
import { ancestorsOf } from './class-members.ts';

/** The names that may have another value; `all` when any may. */
export interface Changed {
  readonly names: ReadonlySet<string>;
  readonly all: boolean;
}

const hooks = ['__init__', 'pre_setup', 'setup', 'post_setup', 'load_dotenv', '__getattribute__', '__getattr__'];

/** What the hooks of a class and of its ancestors change. */
export function changedBySetup(one: ClassValue): Changed {
  const changes = new Changes(ancestorsOf(one).flatMap((ancestor) => (ancestor === undefined ? [] : [ancestor])));
  for (const hook of hooks) changes.follow(hook);
  return changes;
}

class Changes implements Changed {
  readonly names = new Set<string>();
  all = false;
  readonly #classes: readonly ClassValue[];
  readonly #followed = new Set<string>();

  constructor(classes: readonly ClassValue[]) {
    this.#classes = classes;
  }

  /** Adds what every method of that name changes, and what the methods do that these call. */
  follow(method: string): void {
    if (this.#followed.has(method)) return;
    this.#followed.add(method);
    if (method.startsWith('__getattr')) {
      if (this.#classes.some((one) => one.own.slots.has(method))) this.all = true;
      return;
    }
    for (const one of this.#classes) {
      const value = one.own.slots.get(method)?.value;
      if (value?.kind === 'function') this.#read(value.node);
      else if (value !== undefined && hooks.includes(method)) this.all = true;
    }
  }

  #read(node: FunctionDef): void {
    const self = node.params[0]?.name;
    if (self === undefined) return;
    walkAll(node.body, (inner) => {
      this.#readNode(inner, self);
    });
  }

  #readNode(node: Node, self: string): void {
    switch (node.kind) {
      case 'Assign':
      case 'Delete':
        for (const target of node.targets) this.#store(target, self);
        return;
      case 'AugAssign':
      case 'AnnAssign':
        this.#store(node.target, self);
        return;
      case 'Call': {
        // Whoever is given the class itself may do anything with it; `super(Site, cls)` does nothing.
        const isSuper = node.func.kind === 'Name' && node.func.id === 'super';
        const given = [...node.args, ...node.keywords.map((one) => one.value)];
        if (!isSuper && given.some((one) => one.kind === 'Name' && one.id === self)) this.all = true;
        if (node.func.kind === 'Attribute') this.#call(node.func.value, node.func.attr, self);
        return;
      }
      default:
    }
  }

  #store(target: Expr, self: string): void {
    const name = memberIn(target, self);
    if (name !== undefined) this.names.add(name);
  }

  /** `cls.APPS.append(…)` changes a setting, `cls.helper()` does what its body does. */
  #call(receiver: Expr, method: string, self: string): void {
    const name = memberIn(receiver, self);
    if (name !== undefined) {
      if (name === name.toUpperCase()) this.names.add(name);
    } else if (receiver.kind === 'Name' && receiver.id === self) this.follow(method);
  }
}

/** `NAME` of `self.NAME`, `self.NAME['a']` or `self.NAME.b`. */
function memberIn(expr: Expr, self: string): string | undefined {
  if (expr.kind === 'Subscript') return memberIn(expr.value, self);
  if (expr.kind !== 'Attribute') return undefined;
  return expr.value.kind === 'Name' && expr.value.id === self ? expr.attr : memberIn(expr.value, self);
}
