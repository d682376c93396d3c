import type { ValueFact } from '../python/facts.ts';
import type { ClassGraph, ClassInfo } from './class-graph.ts';
import type { OrmManager } from './model-class.ts';

const djangoManager = /^django\.(contrib\.gis\.)?db\.models\.(manager\.)?(Manager|BaseManager)$/;
const djangoQuerySet = /^django\.(contrib\.gis\.)?db\.models\.(query\.)?QuerySet$/;

/** Managers of libraries that never add to or take from what is loaded. */
const plainManagers = new Set([
  'django.contrib.auth.models.UserManager',
  'django.contrib.auth.base_user.BaseUserManager',
  'django.contrib.auth.models.BaseUserManager',
  'django.contrib.auth.models.GroupManager',
  'mptt.models.TreeManager',
  'mptt.managers.TreeManager',
  'treebeard.mp_tree.MP_NodeManager',
  'modelcluster.queryset.FakeQuerySet',
]);
const harmless = new Set(['builtins.object', 'abc.ABC', 'typing.Generic', 'typing.Protocol']);

/** True for Django's Manager or QuerySet, or one of a library that loads nothing by itself. */
export function isPlainManager(name: string): boolean {
  return djangoManager.test(name) || djangoQuerySet.test(name) || plainManagers.has(name);
}

/** True for Django's QuerySet class. */
export function isDjangoQuerySet(name: string): boolean {
  return djangoQuerySet.test(name);
}

/** True for Django's Manager class or a plain one of a library. */
function isDjangoManager(name: string): boolean {
  return djangoManager.test(name) || plainManagers.has(name);
}

/** The managers in the order of declaration; ancestors' after the class's own unless overridden. */
export function readManagers(graph: ClassGraph, info: ClassInfo): readonly OrmManager[] {
  const found = new Map<string, OrmManager>();
  const ancestors = graph.ancestors(info);
  const known = ancestors.filter((one): one is ClassInfo => one !== undefined && typeof one !== 'string');
  // The oldest declaration comes first in Django's creation order; what is nearer replaces it in place.
  for (const one of [...known].reverse()) {
    for (const { name, value } of one.fact.assignments) {
      const manager = declaredManager(graph, one, name, value);
      if (manager !== undefined) found.set(name, manager);
      else if (found.has(name)) found.delete(name);
    }
  }
  if (found.size > 0) return [...found.values()];
  const unknownBaseOnly = !ancestors.some((one) => typeof one === 'string' && isModelRoot(one));
  return [{ name: 'objects', managerClass: undefined, querySetClass: undefined, opaque: unknownBaseOnly }];
}

/** Django's own base class of models. */
export function isModelRoot(name: string): boolean {
  return /^django\.(contrib\.gis\.)?db\.models\.(base\.)?Model$/.test(name);
}

function declaredManager(graph: ClassGraph, info: ClassInfo, name: string, value: ValueFact): OrmManager | undefined {
  if (value.kind === 'unknown') return name === 'objects' ? opaque(name) : undefined;
  if (value.kind !== 'call') return undefined;
  if (value.callee === null) {
    // Manager.from_queryset(Q)()
    const inner = value.receiver;
    if (inner?.kind !== 'call' || inner.callee === null || !inner.callee.endsWith('.from_queryset')) return undefined;
    return fromQuerySet(graph, info, name, inner);
  }
  if (value.callee.endsWith('.as_manager')) {
    const querySet = graph.named(info.file, value.callee.slice(0, -'.as_manager'.length));
    return querySet === undefined || typeof querySet === 'string'
      ? opaque(name)
      : manager(graph, name, undefined, querySet);
  }
  // A field in spite of its name.
  if (value.callee.endsWith('TaggableManager')) return undefined;
  const found = graph.named(info.file, value.callee);
  if (found === undefined) return assignedManager(graph, info, name, value.callee);
  if (typeof found === 'string') {
    if (found === 'django_scopes.ScopedManager') return scopedManager(graph, info, name, value);
    if (isDjangoManager(found)) return manager(graph, name, undefined, undefined);
    return /Manager$/.test(found) || name === 'objects' ? opaque(name) : undefined;
  }
  return isManagerClass(graph, found) ? manager(graph, name, found, undefined) : undefined;
}

/** A function that gives a filtered manager of the class `_manager_class`, or of Django's own. */
function scopedManager(
  graph: ClassGraph,
  info: ClassInfo,
  name: string,
  call: ValueFact & { kind: 'call' },
): OrmManager {
  const written = call.keywords.find((one) => one.name === '_manager_class')?.value;
  if (written === undefined) return manager(graph, name, undefined, undefined);
  const found = written.kind === 'name' ? graph.named(info.file, written.name) : undefined;
  return found === undefined || typeof found === 'string' ? opaque(name) : manager(graph, name, found, undefined);
}

/** `BookManager = models.Manager.from_queryset(BookQuerySet)` at module level, called in the class. */
function assignedManager(graph: ClassGraph, info: ClassInfo, name: string, callee: string): OrmManager | undefined {
  const meaning = info.file === undefined ? undefined : graph.names.resolve(info.file, callee);
  if (meaning?.kind === 'value' && meaning.fact.value.kind === 'call') {
    const { value } = meaning.fact;
    const holder = { ...info, file: meaning.file };
    if (value.callee?.endsWith('.from_queryset') === true) return fromQuerySet(graph, holder, name, value);
  }
  return /manager$/i.test(callee) || name === 'objects' ? opaque(name) : undefined;
}

function fromQuerySet(
  graph: ClassGraph,
  info: ClassInfo,
  name: string,
  call: ValueFact & { kind: 'call' },
): OrmManager {
  const base = graph.named(info.file, (call.callee ?? '').slice(0, -'.from_queryset'.length));
  const argument = call.args[0];
  const querySet = argument?.kind === 'name' ? graph.named(info.file, argument.name) : undefined;
  if (querySet === undefined || typeof querySet === 'string') return opaque(name);
  if (base === undefined || (typeof base === 'string' && !isDjangoManager(base))) return opaque(name);
  return manager(graph, name, typeof base === 'string' ? undefined : base, querySet);
}

function manager(graph: ClassGraph, name: string, managerClass?: ClassInfo, querySetClass?: ClassInfo): OrmManager {
  const isClosed = [managerClass, querySetClass].every((one) => one === undefined || isClosedManager(graph, one));
  return { name, managerClass, querySetClass, opaque: !isClosed };
}

/** True when every ancestor is in the project or plain, `Manager.from_queryset(Q)` as a base included. */
function isClosedManager(graph: ClassGraph, info: ClassInfo): boolean {
  return graph.isClosed(info, (name) => isPlainManager(name) || harmless.has(name));
}

function isManagerClass(graph: ClassGraph, info: ClassInfo): boolean {
  const ancestors = graph.ancestors(info);
  if (ancestors.some((one) => typeof one === 'string' && one.endsWith('TaggableManager'))) return false;
  return ancestors.some((one) => {
    if (typeof one === 'string') return isDjangoManager(one) || /Manager$/.test(one);
    return one === undefined && /Manager$/.test(info.fact.name);
  });
}

function opaque(name: string): OrmManager {
  return { name, managerClass: undefined, querySetClass: undefined, opaque: true };
}
