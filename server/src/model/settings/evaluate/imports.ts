import type { Import, ImportFrom } from '../../../syntax/python/nodes.ts';
import { unknown } from '../values.ts';
import { symbol } from './evaluate-expression.ts';
import type { Internal } from './internal-values.ts';
import type { Namespace } from './namespace.ts';
import { force } from './read-name.ts';
import { locate, type Scope } from './scope.ts';

const settingName = /^[A-Z][A-Z0-9_]*$/;

/** `import a.b`, `import a.b as c`. */
export function importModules(statement: Import, scope: Scope): void {
  for (const alias of statement.names) {
    const at = locate(scope, alias);
    const first = alias.name.split('.')[0] ?? alias.name;
    const binds = alias.asname ?? first;
    const module = alias.asname === null ? first : alias.name;
    const file = scope.loader.resolve(scope.file, 0, module);
    const value: Internal = file === undefined ? { kind: 'symbol', path: module, at } : { kind: 'module', file, at };
    scope.names.assign(binds, value, undefined);
  }
}

/** `from x import a, b as c`, `from .base import *`. */
export function importFrom(statement: ImportFrom, scope: Scope): void {
  const module = statement.module ?? '';
  const file = scope.loader.resolve(scope.file, statement.level, module);
  for (const alias of statement.names) {
    const at = locate(scope, alias);
    if (alias.name === '*') {
      importAll(file, module, statement.level, scope);
      continue;
    }
    const binds = alias.asname ?? alias.name;
    scope.names.assign(binds, importedName(file, module, alias.name, statement.level, at, scope), undefined);
    carryOver(file, alias.name, binds, scope);
  }
}

function importedName(
  file: ReturnType<Scope['loader']['resolve']>,
  module: string,
  name: string,
  level: number,
  at: Internal['at'],
  scope: Scope,
): Internal {
  if (file !== undefined) {
    const lazy: Internal = { kind: 'lazy', file, name, at };
    return settingName.test(name) ? force(lazy, scope) : lazy;
  }
  const sibling = module === '' ? scope.loader.resolve(scope.file, level, name) : undefined;
  if (sibling !== undefined) return { kind: 'module', file: sibling, at };
  return level === 0 ? symbol(`${module}.${name}`, at) : unknown(at);
}

/** An imported setting keeps the statement that gave it its value in the other module. */
function carryOver(file: ReturnType<Scope['loader']['resolve']>, name: string, binds: string, scope: Scope): void {
  if (file === undefined || !settingName.test(name)) return;
  const slot = scope.loader.load(file)?.slots.get(name);
  if (slot !== undefined) scope.names.slots.set(binds, slot);
}

function importAll(file: ReturnType<Scope['loader']['resolve']>, module: string, level: number, scope: Scope): void {
  const names: Namespace | undefined = file === undefined ? undefined : scope.loader.load(file);
  if (names === undefined) {
    // Django's own defaults are what an absent setting has anyway.
    if (level === 0 && module === 'django.conf.global_settings') return;
    if (scope.mayLack) scope.names.exposeLocally();
    else scope.names.expose();
    return;
  }
  const debug = names.slots.get('DEBUG');
  if (debug !== undefined) scope.names.changeDebug(debug.value);
  for (const [name, slot] of names.slots) if (!name.startsWith('_')) scope.names.slots.set(name, slot);
  if (names.open) scope.names.open = true;
  if (names.openLocally) scope.names.openLocally = true;
}
