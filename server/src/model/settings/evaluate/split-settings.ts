// django-split-settings: `include('components/*.py', optional('local.py'))` runs files in the namespace of the module that calls it.
// Look next at module-table.ts (who finds and parses them) and namespace.ts (where alternatives meet).
import type { Call } from '../../../syntax/python/nodes.ts';
import { type FileId, folderOf } from '../../../text/file-id.ts';
import { environmentOfName } from '../leaves/environment-names.ts';
import { type Guard, maxVariants, textValue, type Value } from '../values.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { runStatements } from './evaluate-module.ts';
import { joinPaths } from './namespace.ts';
import type { Scope } from './scope.ts';

/** Runs the files that a call of `include` names, in its order. False for any other call. */
export function includeFiles(call: Call, scope: Scope): boolean {
  const callee = call.func.kind === 'Name' || call.func.kind === 'Attribute' ? evaluate(call.func, scope) : undefined;
  if (callee?.kind !== 'symbol' || callee.path !== 'split_settings.tools.include') return false;
  if (scope.within !== undefined) {
    scope.names.expose();
    return true;
  }
  const named = patternsOf(call, scope);
  const fixed = new Set(named.flatMap((one) => matches(textValue(unmarked(one)) ?? '', scope)));
  for (const one of named) includePattern(one, fixed, scope);
  return true;
}

function patternsOf(call: Call, scope: Scope): readonly Value[] {
  return call.args.flatMap((arg): readonly Value[] => {
    if (arg.kind !== 'Starred') return [valueFor(arg, scope)];
    const many = valueFor(arg.value, scope);
    return many.kind === 'sequence' ? many.elements.map((one) => one.value) : [many];
  });
}

/** `optional('local.py')` as the pattern that it is. */
function unmarked(pattern: Value): Value {
  return pattern.kind === 'call' && pattern.marked !== undefined ? pattern.marked : pattern;
}

function matches(pattern: string, scope: Scope): readonly FileId[] {
  return pattern === '' ? [] : scope.loader.matching(scope.file, pattern);
}

function includePattern(given: Value, fixed: ReadonlySet<FileId>, scope: Scope): void {
  const isOptional = given.kind === 'call' && given.marked !== undefined;
  const pattern = unmarked(given);
  const text = textValue(pattern);
  if (text !== undefined) {
    const files = matches(text, scope).filter((file) => file.endsWith('.py'));
    // A file that is not here may be where the project runs, with any name in it.
    if (files.length === 0) {
      if (isOptional) scope.names.exposeLocally();
      else scope.names.expose();
    }
    for (const file of files) if (file !== scope.file) runFile(file, scope);
    return;
  }
  const chosen = pattern.kind === 'environment' ? alternatives(pattern, fixed, scope) : [];
  if (pattern.kind !== 'environment' || chosen.length === 0 || chosen.length > maxVariants) {
    scope.names.expose();
    return;
  }
  const guard: Guard = {
    debug: undefined,
    unseen: true,
    variables: pattern.variable === undefined ? [] : [pattern.variable],
  };
  const ends = chosen.map((file) => {
    const names = scope.names.copy();
    runFile(file, { ...scope, names });
    return names;
  });
  scope.names.become(ends.reduce((a, b) => joinPaths({ names: a, guard }, { names: b, guard }, scope.names.debug)));
}

/**
 * `environments/${DJANGO_ENV}.py`: the files beside the one that is taken while the variable is unset. Where one is named for production, it
 * is the one that counts: what developers and tests run is not what a settings module is judged by.
 */
function alternatives(
  pattern: Extract<Value, { kind: 'environment' }>,
  fixed: ReadonlySet<FileId>,
  scope: Scope,
): readonly FileId[] {
  const fallback = pattern.fallback === undefined ? undefined : textValue(pattern.fallback);
  if (fallback === undefined) return [];
  const beside = matches(`${folderOf(fallback)}/*.py`.replace(/^\//, ''), scope).filter(
    (file) => file !== scope.file && !file.endsWith('/__init__.py') && !fixed.has(file),
  );
  const production = beside.filter((file) => environmentOfName(file) === 'production');
  return production.length > 0 ? production : beside;
}

function runFile(file: FileId, scope: Scope): void {
  const isWhole = scope.loader.include(file, (body) => runStatements(body, { ...scope, file, locals: new Map() }));
  if (!isWhole) scope.names.expose();
}
