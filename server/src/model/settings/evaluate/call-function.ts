// Runs the body of a function in a class on abstract values: what a property or method gives.
// Must not follow calls without bound: what is beyond the effort of the module is unknown. Look next at namespace.ts (`returns`).
import type { Call, FunctionDef, Return } from '../../../syntax/python/nodes.ts';
import { walkAll } from '../../../syntax/python/walk.ts';
import type { Location } from '../../../text/location.ts';
import { type Assignment, constant, type Guard, type Mutation, unknown, type Value } from '../values.ts';
import { evaluate } from './evaluate-expression.ts';
import { assignedValue, runStatements } from './evaluate-module.ts';
import { type ClassValue, type FunctionValue, type InstanceValue, type Internal, toValue } from './internal-values.ts';
import { joinValues } from './join-values.ts';
import { Namespace, type Returned } from './namespace.ts';
import { assignment, locate, maxDepth, maxSteps, type Scope } from './scope.ts';

/** What a call gives, with the `return` that says so. */
export interface CallResult {
  readonly value: Internal;
  /** Undefined when several returns, or none, take part. */
  readonly assigned: Assignment | undefined;
  readonly mutations: readonly Mutation[];
}

/** Calls a function of a class. @param call the arguments; undefined for a property. */
export function callFunction(
  { node, owner }: FunctionValue,
  receiver: ClassValue | InstanceValue | undefined,
  call: Call | undefined,
  scope: Scope,
  at: Location,
): CallResult {
  const opaque: CallResult = { value: unknown(at), assigned: undefined, mutations: [] };
  if (node.isAsync || scope.effort.depth > maxDepth || isGenerator(node)) return opaque;
  const names = new Namespace();
  names.debug = scope.names.debug;
  names.known = scope.names.known;
  const module = scope.loader.load(owner.file) ?? new Namespace();
  const within = { module, owner, receiver, isFunction: true };
  const inside: Scope = { ...scope, file: owner.file, names, locals: new Map(), within };
  bindParameters(node, receiver, call, scope, inside, at);
  scope.effort.depth++;
  runStatements(node.body, inside);
  scope.effort.depth--;
  // Code that was not run to its end, or that writes names in a way that cannot be seen.
  if (scope.effort.steps > maxSteps || names.open) return opaque;
  return resultOf(names, at);
}

function isGenerator(node: FunctionDef): boolean {
  let found = false;
  walkAll(node.body, (inner) => {
    if (inner.kind === 'Yield' || inner.kind === 'YieldFrom') found = true;
    return inner.kind !== 'FunctionDef' && !found;
  });
  return found;
}

function bindParameters(
  node: FunctionDef,
  receiver: ClassValue | InstanceValue | undefined,
  call: Call | undefined,
  outside: Scope,
  inside: Scope,
  at: Location,
): void {
  const parameters = [...node.params];
  const first = receiver === undefined ? undefined : parameters.shift();
  if (first !== undefined && receiver !== undefined) inside.names.assign(first.name, receiver, undefined);
  const isSpread = call?.args.some((arg) => arg.kind === 'Starred') === true;
  parameters.forEach((parameter, i) => {
    const isPlain = parameter.paramKind !== 'vararg' && parameter.paramKind !== 'kwarg';
    const positional = isSpread || parameter.paramKind === 'keyword-only' ? undefined : call?.args[i];
    const given = positional ?? call?.keywords.find((one) => one.arg === parameter.name)?.value;
    const fallback = call?.keywords.some((one) => one.arg === null) === true || isSpread ? null : parameter.default;
    let value: Internal = unknown(at);
    if (isPlain && given !== undefined) value = evaluate(given, outside);
    else if (isPlain && fallback !== null) value = evaluate(fallback, inside);
    inside.names.assign(parameter.name, value, undefined);
  });
}

/** `return`: the path ends, and what it gives is kept for the caller. */
export function returnFrom(statement: Return, scope: Scope): void {
  const { names } = scope;
  const { value } = statement;
  const slot = value?.kind === 'Name' ? names.slots.get(value.id) : undefined;
  const returned: Returned = {
    value: value === null ? constant(null, locate(scope, statement)) : assignedValue(value, scope),
    guard: undefined,
    assigned: assignment(scope, statement, value ?? statement, statement),
    mutations: slot?.mutations ?? [],
  };
  names.returns = [...names.returns, returned];
  names.dead = true;
}

function resultOf(names: Namespace, at: Location): CallResult {
  const { returns } = names;
  const [only] = returns;
  if (returns.length === 1 && names.dead && only !== undefined && only.guard === undefined) return only;
  if (returns.length === 0)
    return { value: names.dead ? unknown(at) : constant(null, at), assigned: undefined, mutations: [] };
  const arms = returns.map((one, i) => ({ ...one, guard: one.guard ?? complement(returns.slice(0, i)) }));
  const values = arms.map(({ value, guard, assigned }) => ({ value: toValue(value), guard, assigned }));
  if (!names.dead) {
    const last = arms.at(-1)?.assigned;
    if (last === undefined) return { value: unknown(at), assigned: undefined, mutations: [] };
    values.push({ value: constant(null, at), guard: complement(returns), assigned: last });
  }
  const joined = values.reduce((a, b) => {
    const value: Value = joinValues(a, b);
    return { value, guard: neutral, assigned: b.assigned };
  });
  return { value: joined.value, assigned: undefined, mutations: returns.flatMap((one) => one.mutations) };
}

const neutral: Guard = { debug: undefined, unseen: false, variables: [] };

/** The guard of what is reached only when none of the returns before it was. */
function complement(before: readonly Returned[]): Guard {
  const guards = before.flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
  const debugs = new Set(guards.map(({ debug }) => debug));
  const [debug] = debugs;
  const isDebugAlone = debugs.size === 1 && debug !== undefined && guards.every(({ unseen }) => !unseen);
  if (isDebugAlone) return { debug: !debug, unseen: false, variables: [] };
  return { debug: undefined, unseen: true, variables: [...new Set(guards.flatMap(({ variables }) => variables))] };
}
