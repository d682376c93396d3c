// Statements that write names of a module by other means than assignment: `globals()['X'] = 1`, `vars().update(…)`, loaders of settings.
// What cannot be read makes the namespace open. Look next at split-settings.ts (the one loader that is followed).
import type { Call, Expr } from '../../../syntax/python/nodes.ts';
import { dottedName } from '../../../syntax/python/walk.ts';
import type { Span } from '../../../text/span.ts';
import { textValue, unknown, type Value } from '../values.ts';
import { argument } from './evaluate-call.ts';
import { valueFor } from './evaluate-expression.ts';
import { assignment, locate, type Scope } from './scope.ts';
import { includeFiles } from './split-settings.ts';

const loaders = /(^|\.)(include|DjangoDynaconf|exec|execfile|load_settings|export_module|autoload)$/;

/** Calls that may write any name: `globals().update(…)`, `exec(…)`, `f(locals())`, loaders of settings packages. */
export function writeByCall(call: Call, scope: Scope): void {
  if (includeFiles(call, scope) || updateNamespace(call, scope)) return;
  const name = dottedName(call.func);
  const writes =
    (name !== undefined && loaders.test(name)) ||
    (call.func.kind === 'Attribute' && !readers.has(call.func.attr) && isNamespaceCall(call.func.value)) ||
    [...call.args, ...call.keywords.map((one) => one.value)].some((arg) => isNamespaceCall(arg) || isOwnModule(arg)) ||
    name === 'setattr';
  const written = name === undefined ? undefined : namesWrittenBy(name);
  if (writes && written === undefined) scope.names.expose();
  for (const one of writes ? (written ?? []) : []) {
    if (!scope.names.slots.has(one)) scope.names.assign(one, unknown(locate(scope, call)), undefined);
    scope.names.mark(one, { overridable: true });
  }
}

/** Libraries that are handed `locals()` and write but a few names there: https://github.com/heroku/django-heroku */
function namesWrittenBy(callee: string): readonly string[] | undefined {
  if (callee !== 'django_heroku.settings' && callee !== 'django_on_heroku.settings') return undefined;
  return [
    'DATABASES',
    'MIDDLEWARE',
    'STATIC_URL',
    'STATIC_ROOT',
    'STATICFILES_STORAGE',
    'ALLOWED_HOSTS',
    'LOGGING',
    'SECRET_KEY',
  ];
}

const readers = new Set(['get', 'keys', 'values', 'items', 'copy']);

/** `globals()`, `locals()`, `vars()`: the module's own names as a dict. */
export function isNamespaceCall(expr: Expr): boolean {
  return (
    expr.kind === 'Call' &&
    expr.args.length === 0 &&
    expr.func.kind === 'Name' &&
    (expr.func.id === 'globals' || expr.func.id === 'locals' || expr.func.id === 'vars')
  );
}

/** `sys.modules[__name__]` */
function isOwnModule(expr: Expr): boolean {
  return expr.kind === 'Subscript' && expr.slice.kind === 'Name' && expr.slice.id === '__name__';
}

/** `globals()[key] = value` */
export function writeName(key: Expr, value: Value, source: Span, statement: Span, scope: Scope): void {
  const name = textValue(valueFor(key, scope));
  if (name === undefined || scope.within !== undefined) scope.names.expose();
  else scope.names.assign(name, value, assignment(scope, key, source, statement));
}

/** `vars().update(EMAIL_CONFIG)` with a dict whose keys are known: each is a name. True when it was that. */
function updateNamespace(call: Call, scope: Scope): boolean {
  const { func } = call;
  if (func.kind !== 'Attribute' || func.attr !== 'update' || !isNamespaceCall(func.value)) return false;
  const [given] = call.args;
  const value = argument(call, 0, '', scope);
  const isKnown = value?.kind === 'dict' && value.entries.every((one) => one.guard === undefined);
  if (!isKnown || given === undefined || call.keywords.length > 0 || scope.within !== undefined) return false;
  if (value.open) scope.names.expose();
  for (const { key, value: one } of value.entries)
    if (typeof key === 'string') scope.names.assign(key, one, assignment(scope, given, given, call));
  return true;
}

/** True for a call whose first argument is the name of the module itself: it is there to be changed. */
export function namesOwnModule(call: Call): boolean {
  return call.args.some((arg) => arg.kind === 'Name' && arg.id === '__name__');
}
