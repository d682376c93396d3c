import type { Name } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { truth } from '../truth.ts';
import { certainlySet, constant, type Guard, unknown } from '../values.ts';
import { isBuiltin } from './call-builtin.ts';
import { type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { dependsOnDebug, underDebug } from './join-values.ts';
import type { Scope } from './scope.ts';

/** The guard of a path on which `DEBUG` has that truth. */
export function debugGuard(debug: boolean): Guard {
  return { debug, unseen: false, variables: [] };
}

/** A name as a value: through imports, and with `DEBUG` standing for both of its truths where it is not decided. */
export function readName(expr: Name, scope: Scope, at: Location): Internal {
  const local = scope.locals.get(expr.id);
  if (local !== undefined) return local;
  const value = lookUp(expr.id, scope);
  if (value === undefined)
    return isBuiltin(expr.id) ? { kind: 'symbol', path: `builtins.${expr.id}`, at } : unknown(at);
  return asRead(expr.id, value, scope, at);
}

/** What reading a name or attribute gives: `DEBUG` with both of its truths where it is not decided, all else as the path has it. */
export function asRead(name: string, value: Internal, scope: Scope, at: Location): Internal {
  if (name === 'DEBUG' && truth(toValue(value)) === undefined) {
    if (scope.names.debug !== undefined) return constant(scope.names.debug, at);
    scope.effort.debugReads++;
    const side = (debug: boolean) => ({ guard: debugGuard(debug), value: constant(debug, at), assigned: undefined });
    return { kind: 'union', variants: [side(true), side(false)], at };
  }
  if (isInternalOnly(value)) return value;
  if (value.kind === 'environment' && value.variable !== undefined && scope.names.known.has(value.variable))
    return certainlySet(value);
  if (!dependsOnDebug(value)) return value;
  if (scope.names.debug !== undefined) return underDebug(value, scope.names.debug);
  scope.effort.debugReads++;
  return value;
}

/** What a name holds, imported names looked up; undefined when nothing binds it. */
function lookUp(name: string, scope: Scope): Internal | undefined {
  // A body of a class or function looks into the module's names too, never into those of a class around it.
  const slot = scope.names.slots.get(name) ?? scope.within?.module.slots.get(name);
  return slot === undefined ? undefined : force(slot.value, scope);
}

/** Follows imports to the value behind them. */
export function force(value: Internal, scope: Scope): Internal {
  let current = value;
  for (let i = 0; current.kind === 'lazy' && i < 20; i++) {
    const submodule = scope.loader.submodule(current.file, current.name);
    const names = scope.loader.load(current.file);
    const found = names?.slots.get(current.name)?.value;
    if (found !== undefined) current = found;
    else if (submodule !== undefined) current = { kind: 'module', file: submodule, at: current.at };
    else return unknown(current.at);
  }
  return current.kind === 'lazy' ? unknown(current.at) : current;
}
