// What a call may change beside giving a value: lists and dicts that it is handed, names of the module around a function.
// Works on the text of a function alone. Look next at project-functions.ts (what a call gives).
import type { Call, Expr, FunctionDef, Lambda } from '../../../syntax/python/nodes.ts';
import { dottedName, walkAll } from '../../../syntax/python/walk.ts';
import type { DefinitionValue } from './internal-values.ts';
import { isMutator } from './mutate.ts';
import type { Scope } from './scope.ts';

/** Marks what a call of a function of the project changes in place: its value is no longer certain. */
export function markChangedByCall({ code, home }: DefinitionValue, call: Call, scope: Scope): void {
  if (code === undefined) return;
  const changed = changedNames(code);
  if (changed.size === 0) return;
  for (const [i, param] of code.params.entries()) {
    const given = call.keywords.find((one) => one.arg === param.name)?.value ?? call.args[i];
    if (changed.has(param.name) && given !== undefined) markOwner(given, scope);
  }
  const own = new Set(code.params.map((param) => param.name));
  if (home.file !== scope.file) return;
  for (const name of changed) if (!own.has(name)) scope.names.mark(name, { overridable: true });
}

const talkers = /^(print|pprint|debug|info|warn|warning|error|exception|critical|log)$/;

/** Marks the lists and dicts that a statement hands to something unseen, which is called for what it does: `add_toolbar(INSTALLED_APPS)`. */
export function markHandedOver(call: Call, scope: Scope): void {
  const name = call.func.kind === 'Attribute' ? call.func.attr : (dottedName(call.func) ?? '');
  if (talkers.test(name) || isMutator(name)) return;
  for (const arg of [...call.args, ...call.keywords.map((one) => one.value)]) markOwner(arg, scope);
}

function markOwner(expr: Expr, scope: Scope): void {
  let owner = expr;
  while (owner.kind === 'Subscript') owner = owner.value;
  const value = owner.kind === 'Name' ? scope.names.slots.get(owner.id)?.value : undefined;
  if (owner.kind === 'Name' && (value?.kind === 'sequence' || value?.kind === 'dict' || value?.kind === 'union'))
    scope.names.mark(owner.id, { overridable: true });
}

const kept = new WeakMap<FunctionDef | Lambda, ReadonlySet<string>>();

/** Names whose values the body changes in place or that it declares `global`. */
function changedNames(code: FunctionDef | Lambda): ReadonlySet<string> {
  const known = kept.get(code);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const add = (expr: Expr): void => {
    let owner = expr;
    while (owner.kind === 'Subscript') owner = owner.value;
    if (owner.kind === 'Name' && owner !== expr) names.add(owner.id);
  };
  walkAll(code.kind === 'Lambda' ? [code.body] : code.body, (node) => {
    if (node.kind === 'Global') for (const { id } of node.names) names.add(id);
    else if (node.kind === 'Assign') node.targets.forEach(add);
    else if (node.kind === 'AugAssign') {
      add(node.target);
      if (node.target.kind === 'Name') names.add(node.target.id);
    } else if (node.kind === 'Delete') node.targets.forEach(add);
    else if (node.kind === 'Call' && node.func.kind === 'Attribute' && isMutator(node.func.attr)) {
      const { value } = node.func;
      if (value.kind === 'Name') names.add(value.id);
      else add(value);
    }
  });
  for (const local of assignedIn(code)) names.delete(local);
  kept.set(code, names);
  return names;
}

/** Names that the body itself binds to something new, unless they are its parameters or `global`. */
function assignedIn(code: FunctionDef | Lambda): ReadonlySet<string> {
  const bound = new Set<string>();
  const shared = new Set(code.params.map((param) => param.name));
  walkAll(code.kind === 'Lambda' ? [] : code.body, (node) => {
    if (node.kind === 'Global') for (const { id } of node.names) shared.add(id);
    if (node.kind !== 'Assign') return;
    for (const target of node.targets) if (target.kind === 'Name') bound.add(target.id);
  });
  for (const name of shared) bound.delete(name);
  return bound;
}
