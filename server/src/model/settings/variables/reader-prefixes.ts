// What stands before the names of variables that a reader reads: an attribute in django-environ, a block in environs.
// Look next at environment-readers.ts (where it is put before).
import type { Attribute, Expr } from '../../../syntax/python/nodes.ts';
import { valueFor } from '../evaluate/evaluate-expression.ts';
import type { Slot } from '../evaluate/namespace.ts';
import { force } from '../evaluate/read-name.ts';
import type { Scope } from '../evaluate/scope.ts';
import { textValue, type Value } from '../values.ts';

/** `env.prefix = 'SHOP_'` of django-environ. */
export function setPrefix(target: Attribute, value: Value, scope: Scope): void {
  if (target.attr === 'prefix' && target.value.kind === 'Name')
    changeReader(target.value.id, () => textValue(value), scope);
}

/** Gives the reader of that name another prefix. What it was is returned, undefined where there is no such reader. */
function changeReader(
  name: string,
  prefix: (before: string | undefined) => string | undefined,
  scope: Scope,
): Slot | undefined {
  const slot = scope.names.slots.get(name);
  const reader = slot === undefined ? undefined : force(slot.value, scope);
  if (slot === undefined || reader?.kind !== 'reader') return undefined;
  scope.names.slots.set(name, { ...slot, value: { ...reader, prefix: prefix(reader.prefix) } });
  return slot;
}

/** Enters `with env.prefixed('SHOP_'):` and keeps in `readers` what to put back at its end. False for any other context. */
export function enterPrefix(context: Expr, readers: Map<string, Slot>, scope: Scope): boolean {
  const prefixed = prefixedReader(context, scope);
  if (prefixed === undefined) return false;
  const before = changeReader(prefixed.name, (own) => joinedPrefix(own, prefixed.prefix), scope);
  if (before !== undefined && !readers.has(prefixed.name)) readers.set(prefixed.name, before);
  return true;
}

/** `with env.prefixed('SHOP_'):` of environs */
function prefixedReader(
  expr: Expr,
  scope: Scope,
): { readonly name: string; readonly prefix: string | undefined } | undefined {
  if (expr.kind !== 'Call' || expr.func.kind !== 'Attribute' || expr.func.attr !== 'prefixed') return undefined;
  const owner = expr.func.value;
  const [first] = expr.args;
  if (owner.kind !== 'Name' || first === undefined) return undefined;
  return { name: owner.id, prefix: textValue(valueFor(first, scope)) };
}

function joinedPrefix(outer: string | undefined, inner: string | undefined): string | undefined {
  return outer === undefined || inner === undefined ? undefined : `${outer}${inner}`;
}
