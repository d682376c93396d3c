import type { FunctionDef, Stmt } from '../../../syntax/python/nodes.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { FunctionFact } from '../../python/facts.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { OrmInput } from '../model-graph.ts';
import { walkBlock } from './statements.ts';
import { join, unknown, type Value } from './values.ts';
import { Scope, type Walk } from './walk-context.ts';

/** Methods that call methods are followed this far. */
const deepest = 4;

/**
 * What a method of a manager or queryset class gives for `self`: its body is walked silently.
 * @param after the class whose `super()` is meant: the search begins behind it.
 * @returns undefined when no class of the project has the method.
 */
export function followMethod(
  input: OrmInput,
  walk: Walk,
  self: Value,
  of: ClassInfo,
  name: string,
  after: ClassInfo | undefined,
): Value | undefined {
  const start = startClass(walk, self, of, after);
  const found = walk.orm.classes.method(start, name, after);
  const file = found?.owner.file;
  if (found === undefined || file === undefined) return undefined;
  if (walk.depth >= deepest) return unknown;
  const text = input.sources.text(file);
  const node = functionAt(input, file, found.fact);
  if (text === undefined || node === undefined || node.decorators.length > 0) return unknown;
  const inner: Walk = {
    ...walk,
    file,
    text,
    owner: found.owner,
    loops: [],
    isMuted: true,
    guarded: new Set(),
    guards: [],
    depth: walk.depth + 1,
    returned: [],
  };
  const scope = new Scope();
  for (const param of node.params) scope.vars.set(param.name, unknown);
  const [first] = node.params;
  if (first !== undefined) {
    scope.vars.set(first.name, self);
    scope.vars.set('self', self);
  }
  walkBlock(inner, scope, node.body);
  walk.budget = inner.budget;
  const [value, ...rest] = inner.returned;
  return value === undefined ? unknown : rest.reduce(join, value);
}

/** Where the search begins; for `super()` the most derived class, so that it goes along its whole line of ancestors. */
function startClass(walk: Walk, self: Value, of: ClassInfo, after: ClassInfo | undefined): ClassInfo {
  if (after === undefined) return of;
  const manager =
    self.kind === 'manager' ? self.manager : self.kind === 'queryset' ? self.states[0]?.manager : undefined;
  const derived = [manager?.managerClass, manager?.querySetClass].find(
    (one) => one !== undefined && walk.orm.classes.ancestors(one).includes(after),
  );
  return derived ?? of;
}

/** The function of a fact in its file's tree. */
function functionAt(input: OrmInput, file: FileId, fact: FunctionFact): FunctionDef | undefined {
  let body: readonly Stmt[] = input.sources.python(file)?.body ?? [];
  for (;;) {
    const inside: Stmt | undefined = body.find((one) => one.start <= fact.span.start && fact.span.end <= one.end);
    if (inside === undefined) return undefined;
    if (inside.kind === 'FunctionDef' && inside.nameStart === fact.nameSpan.start) return inside;
    if (inside.kind === 'ClassDef') body = inside.body;
    else if (inside.kind === 'If') body = [...inside.body, ...inside.clauses.flatMap((clause) => clause.body)];
    else return undefined;
  }
}
