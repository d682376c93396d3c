// All settings of one class: what the module has after a loader, or django-configurations, has copied the members of an object there.
// Must not decide which class gives a name. Look next at class-members.ts and class-setup.ts.
import type { Call, FunctionDef } from '../../../syntax/python/nodes.ts';
import { dottedName, walkAll } from '../../../syntax/python/walk.ts';
import { callFunction } from '../evaluate/call-function.ts';
import { evaluate } from '../evaluate/evaluate-expression.ts';
import {
  type ClassValue,
  type DeferredValue,
  type FunctionValue,
  type InstanceValue,
  toValue,
} from '../evaluate/internal-values.ts';
import { Namespace, type Slot } from '../evaluate/namespace.ts';
import type { Scope } from '../evaluate/scope.ts';
import { isKnownSetting } from '../known-settings.ts';
import { unknown, type Value } from '../values.ts';
import { ancestorsOf, findMember, isConfiguration, settingNamesOf } from './class-members.ts';
import { changedBySetup } from './class-setup.ts';
import { roleOf } from './class-values.ts';

/** The module of a class after django-configurations has set it up: its own names count only where Django has no default. */
export function configuredNames(one: ClassValue, module: Namespace, scope: Scope): Namespace {
  const names = new Namespace();
  for (const [name, slot] of module.slots) if (!isKnownSetting(name)) names.slots.set(name, slot);
  names.open = module.open;
  names.openLocally = module.openLocally;
  takeOver(one, names, scope);
  return names;
}

/** `Production.load_settings(__name__)`: true when the call copies the members of a class to the module. */
export function loadsClass(call: Call, scope: Scope): boolean {
  if (scope.within !== undefined || call.func.kind !== 'Attribute') return false;
  const base = evaluate(call.func.value, scope);
  const one = base.kind === 'instance' ? base.of : base;
  if (one.kind !== 'class') return false;
  const found = findMember(one, call.func.attr);
  const method = found.kind === 'member' && !found.slot.overridable ? found.slot.value : undefined;
  if (method?.kind !== 'function' || !copiesMembers(method.node)) return false;
  for (const ancestor of ancestorsOf(one)) if (ancestor !== undefined) scope.effort.unused.delete(ancestor);
  takeOver(one, scope.names, scope);
  return true;
}

/** A body that sets attributes of a module that it looks up. */
function copiesMembers(node: FunctionDef): boolean {
  let sets = false;
  let looksUp = false;
  walkAll(node.body, (inner) => {
    if (inner.kind === 'Call' && dottedName(inner.func) === 'setattr') sets = true;
    const name = inner.kind === 'Attribute' || inner.kind === 'Name' ? dottedName(inner) : undefined;
    if (name !== undefined && /(^|\.)(modules|import_module)$/.test(name)) looksUp = true;
  });
  return sets && looksUp;
}

function takeOver(one: ClassValue, names: Namespace, scope: Scope): void {
  const object: InstanceValue = { kind: 'instance', of: one, given: new Map(), at: one.at };
  const members = settingNamesOf(one);
  const hidden = {
    assigned: undefined,
    mutations: [],
    overridable: true,
    overridableLocally: false,
    rejected: false,
  };
  const several: DeferredValue[] = [];
  for (const name of [...members.names].sort()) {
    const found = findMember(one, name);
    if (found.kind === 'member') {
      names.slots.set(name, settled(name, found.slot, object, scope));
      if (found.slot.value.kind === 'deferred') several.push(found.slot.value);
    } else if (found.kind === 'unknown') names.slots.set(name, { ...hidden, value: unknown(one.at) });
  }
  for (const { others, at } of several)
    for (const other of others) names.slots.set(other, { ...hidden, value: unknown(at) });
  const changed = changedBySetup(one);
  for (const name of changed.names) {
    if (names.slots.has(name)) names.mark(name, { overridable: true });
    else names.slots.set(name, { ...hidden, value: unknown(one.at) });
  }
  if (members.open) names.open = true;
  if (changed.all) names.expose();
}

/** A member as the object has it once all is set up: values are read, properties and (by django-configurations) methods called. */
function settled(name: string, slot: Slot, object: InstanceValue, scope: Scope): Slot {
  const { value } = slot;
  if (value.kind === 'deferred') {
    const read = value.read(name);
    noteReads(read, scope);
    return { ...slot, value: read };
  }
  return value.kind === 'function' ? called(slot, value, object, scope) : { ...slot, value: toValue(value) };
}

/** A value that is read when the class is set up, as it is or (for a URL) below a key. */
function noteReads(value: Value, scope: Scope): void {
  if (value.kind === 'dict') for (const entry of value.entries) noteReads(entry.value, scope);
  if (value.kind !== 'environment' || value.variable === undefined) return;
  const { variable, fallback, at, cast } = value;
  // Without a URL there is an empty dict.
  const required = fallback === undefined && cast !== 'url';
  scope.loader.reads().push({ variable, fallback, required, conditional: false, at });
}

function called(slot: Slot, method: FunctionValue, object: InstanceValue, scope: Scope): Slot {
  const role = roleOf(method);
  const isCalled = role === 'property' || (role !== 'unseen' && isConfiguration(object.of));
  if (!isCalled) return { ...slot, value: unknown(method.at), assigned: undefined };
  // A method of the class was bound to the class that defines it when it was copied from there.
  const receiver = role === 'static-method' ? undefined : role === 'class-method' ? method.owner : object;
  const { value, assigned, mutations } = callFunction(method, receiver, undefined, scope, method.at);
  const name = slot.assigned?.name;
  return {
    ...slot,
    value: toValue(value),
    assigned: assigned === undefined || name === undefined ? undefined : { ...assigned, name },
    mutations,
  };
}
