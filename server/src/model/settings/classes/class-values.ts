// Classes of the project as values: their bodies, and what reading an attribute of one, of its object or of `super()` gives.
// Must not decide which class gives a name; class-members.ts does. Look next at call-function.ts and class-settings.ts.
import type { Call, ClassDef, Expr, FunctionDef, Stmt } from '../../../syntax/python/nodes.ts';
import { dottedName } from '../../../syntax/python/walk.ts';
import type { Location } from '../../../text/location.ts';
import { callFunction } from '../evaluate/call-function.ts';
import { evaluate, valueFor } from '../evaluate/evaluate-expression.ts';
import { runStatements } from '../evaluate/evaluate-module.ts';
import type { ClassValue, FunctionValue, InstanceValue, Internal, SuperValue } from '../evaluate/internal-values.ts';
import { Namespace } from '../evaluate/namespace.ts';
import { asRead } from '../evaluate/read-name.ts';
import { assignment, locate, type Scope } from '../evaluate/scope.ts';
import { isKnownSetting } from '../known-settings.ts';
import { constant, unknown, type Value } from '../values.ts';
import {
  ancestorsOf,
  type Found,
  findMember,
  isConfiguration,
  isEnvironmentClass,
  isTransformed,
  settingNamesOf,
} from './class-members.ts';
import { environmentField } from './environment-classes.ts';

/** Runs the body of a class and binds it. */
export function defineClass(node: ClassDef, scope: Scope): void {
  const at = locate(scope, node);
  if (node.decorators.length > 0 || scope.within?.isFunction === true) {
    scope.names.assign(node.name, { kind: 'definition', name: node.name, code: undefined, home: scope, at }, undefined);
    if (node.body.some(assignsSetting)) scope.names.expose();
    return;
  }
  const own = new Namespace();
  const one: ClassValue = { kind: 'class', node, file: scope.file, bases: basesOf(node, scope), own, at };
  const module = scope.within?.module ?? scope.names;
  runStatements(node.body, {
    ...scope,
    names: own,
    within: { module, owner: one, receiver: undefined, isFunction: false },
  });
  spoilShared(node.body, one, scope);
  scope.names.assign(node.name, one, assignment(scope, node, node, node));
  if (isConfiguration(one) || isEnvironmentClass(one)) {
    // Its mixins have found their use.
    for (const ancestor of ancestorsOf(one)) if (ancestor !== undefined) scope.effort.unused.delete(ancestor);
  } else if ([...settingNamesOf(one).names].some(isKnownSetting)) scope.effort.unused.add(one);
}

function basesOf(node: ClassDef, scope: Scope): readonly Internal[] {
  const bases = node.bases.flatMap((base) => {
    if (base.kind === 'Name' && base.id === 'object') return [];
    // `Generic[T]`
    return [evaluate(base.kind === 'Subscript' ? base.value : base, scope)];
  });
  const metaclass = node.keywords.find((one) => one.arg === 'metaclass')?.value;
  const isHarmless = metaclass === undefined || dottedName(metaclass)?.endsWith('ABCMeta') === true;
  return isHarmless ? bases : [...bases, unknown(locate(scope, node))];
}

function assignsSetting(statement: Stmt): boolean {
  if (statement.kind === 'AnnAssign') return statement.target.kind === 'Name' && isKnownSetting(statement.target.id);
  return statement.kind === 'Assign' && statement.targets.some((one) => one.kind === 'Name' && isKnownSetting(one.id));
}

/** `APPS = Base.APPS` and then `APPS += […]` changes the list of `Base` too, for every class that has it from there. */
function spoilShared(body: readonly Stmt[], one: ClassValue, scope: Scope): void {
  for (const statement of body) {
    if (statement.kind !== 'Assign' || statement.value.kind !== 'Attribute') continue;
    const changed = statement.targets.some((target) => target.kind === 'Name' && isChanged(one, target.id));
    if (changed) spoil(statement.value, scope);
  }
}

function isChanged(one: ClassValue, name: string): boolean {
  const slot = one.own.slots.get(name);
  const { value } = slot ?? {};
  const isShared = value?.kind === 'dict' || (value?.kind === 'sequence' && value.bracket !== 'tuple');
  return slot !== undefined && slot.mutations.length > 0 && isShared;
}

/** The attribute that an expression names may have any value from now on, if it is one of a class. */
export function spoil(target: Expr, scope: Scope): void {
  let place = target;
  while (place.kind === 'Subscript') place = place.value;
  if (place.kind !== 'Attribute') return;
  const base = evaluate(place.value, scope);
  const one = base.kind === 'instance' ? base.of : base;
  if (one.kind !== 'class') return;
  const found = findMember(one, place.attr);
  if (found.kind === 'member') found.owner.own.mark(place.attr, { overridable: true });
  // What a method keeps for itself is no setting.
  else if (base.kind === 'class') one.own.open = true;
}

/** A function in a class body. */
export function defineMethod(node: FunctionDef, owner: ClassValue, scope: Scope): void {
  const value: FunctionValue = { kind: 'function', node, owner, at: locate(scope, node) };
  const name = { start: node.nameStart, end: node.nameStart + node.name.length };
  scope.names.assign(node.name, value, assignment(scope, name, node, node));
}

/** How a function in a class is called. `unseen` has a decorator that is not known. */
export function roleOf({ node }: FunctionValue): 'method' | 'property' | 'class-method' | 'static-method' | 'unseen' {
  const [decorator, ...more] = node.decorators;
  if (decorator === undefined) return 'method';
  const name = dottedName(decorator)?.split('.').at(-1);
  if (more.length > 0 || name === undefined) return 'unseen';
  if (name === 'property' || name === 'cached_property') return 'property';
  if (name === 'classmethod') return 'class-method';
  return name === 'staticmethod' ? 'static-method' : 'unseen';
}

/** `Base.X`, `self.X`, `super().X`. */
export function classAttribute(
  base: ClassValue | InstanceValue | SuperValue,
  name: string,
  scope: Scope,
  at: Location,
): Internal {
  const receiver = base.kind === 'super' ? base.receiver : base;
  const one = receiver.kind === 'class' ? receiver : receiver.of;
  if (name === '__class__' && receiver.kind === 'instance') return one;
  if (name === '__name__' || name === '__qualname__') return constant(one.node.name, at);
  if (receiver.kind === 'instance' && base.kind !== 'super') {
    const field = environmentField(receiver, name, scope, at);
    if (field !== undefined) return field;
  }
  if (scope.within?.receiver === undefined && isTransformed(one)) return unknown(at);
  const found = findMember(one, name, base.kind === 'super' ? base.after : undefined);
  const value = memberOf(found, receiver, name, scope, at);
  // `self.DEBUG` is the `DEBUG` under which the settings are judged.
  return scope.within?.isFunction === true ? asRead(name, value, scope, at) : value;
}

function memberOf(
  found: Found,
  receiver: ClassValue | InstanceValue,
  name: string,
  scope: Scope,
  at: Location,
): Internal {
  if (found.kind === 'default' && name === 'DEBUG') return constant(false, at);
  if (found.kind !== 'member' || found.slot.overridable) return unknown(at);
  const { value } = found.slot;
  if (value.kind === 'deferred' && receiver.kind === 'instance') return value.read(name);
  if (value.kind !== 'function') return value;
  switch (roleOf(value)) {
    case 'property':
      return receiver.kind === 'instance' ? callFunction(value, receiver, undefined, scope, at).value : unknown(at);
    case 'class-method':
      return { kind: 'method', function: value, receiver: receiver.kind === 'class' ? receiver : receiver.of, at };
    case 'static-method':
      return { kind: 'method', function: value, receiver: undefined, at };
    case 'method':
      return { kind: 'method', function: value, receiver: receiver.kind === 'class' ? undefined : receiver, at };
    default:
      return unknown(at);
  }
}

/** `super()` and `super(Site, self)` in a method. */
export function superOf(call: Call, scope: Scope, at: Location): Internal {
  const { receiver, owner } = scope.within ?? {};
  const [first] = call.args;
  const after = first === undefined ? owner : evaluate(first, scope);
  if (receiver === undefined || after?.kind !== 'class') return unknown(at);
  return { kind: 'super', receiver, after, at };
}

/** `Settings(debug=True)` */
export function instantiate(of: ClassValue, call: Call, scope: Scope, at: Location): Internal {
  const given = new Map<string, Value>();
  for (const { arg, value } of call.keywords) if (arg !== null) given.set(arg, valueFor(value, scope));
  return { kind: 'instance', of, given, at };
}
