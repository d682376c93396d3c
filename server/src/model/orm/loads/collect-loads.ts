// Finds relations that loops read once for each row: walks every function of the project's own code that can hold such a loop.
// Must not look at tests or migrations, nor keep a tree. A function is walked alone; only a manager's own methods are followed.
// Look next at statements.ts (the walk) and recorder.ts (what comes out).
import type { FunctionDef, Node, Stmt } from '../../../syntax/python/nodes.ts';
import { dottedName, forEachChild } from '../../../syntax/python/walk.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { OrmInput, OrmModel } from '../model-graph.ts';
import type { FunctionKind, RelationLoad } from '../relation-load.ts';
import { followMethod } from './follow-method.ts';
import { singleRow } from './function-calls.ts';
import { kindOfFunction, kindOfModule, startersOf } from './function-kind.ts';
import { Recorder } from './recorder.ts';
import { walkBlock } from './statements.ts';
import { unknown, type Value } from './values.ts';
import { Scope, type Walk } from './walk-context.ts';

/** Nodes walked in one function at most. */
const mostNodes = 40_000;

/** A text that this does not match has no queryset that could be followed: none of the project's managers, no queryset method. */
function queryWords(orm: OrmModel): RegExp {
  const managers = new Set(['objects', '_default_manager', '_base_manager']);
  for (const model of orm.models) for (const manager of model.managers) managers.add(manager.name);
  const methods = 'all|filter|exclude|iterator|select_related|prefetch_related|order_by';
  return new RegExp(`\\.(${[...managers].sort().join('|')})\\b|\\.(${methods})\\(|get_list_or_404`);
}

/** All loads of a project, by file and place; a step is one file. */
export function* collectLoads(input: OrmInput, orm: OrmModel): Generator<void, readonly RelationLoad[]> {
  const recorder = new Recorder();
  const queryWord = queryWords(orm);
  const starters = startersOf(input);
  let words: ReadonlySet<string> | undefined;
  const prefetchWords = (): ReadonlySet<string> => {
    words ??= wordsOfPrefetches(input);
    return words;
  };
  for (const [file, facts] of input.facts) {
    if (input.isTestFile(file) || isMigration(file)) continue;
    const text = input.sources.text(file);
    if (text === undefined || !(facts.hasLoops || text.includes('lambda')) || !queryWord.test(text)) continue;
    const tree = input.sources.python(file);
    if (tree === undefined) continue;
    const kind = kindOfModule(file, text, starters);
    const base = { input, orm, file, text, kind, recorder, prefetchWords };
    walkModule(base, tree.body);
    yield;
  }
  return recorder.loads();
}

interface Base {
  readonly input: OrmInput;
  readonly orm: OrmModel;
  readonly file: FileId;
  readonly text: string;
  readonly kind: FunctionKind;
  readonly recorder: Recorder;
  readonly prefetchWords: () => ReadonlySet<string>;
}

function walkModule(base: Base, body: readonly Stmt[]): void {
  const walk = newWalk(base, undefined, base.kind);
  if (body.some((one) => one.kind !== 'FunctionDef' && one.kind !== 'ClassDef' && hasLoop(one))) {
    // At module level the scope would be the module itself: names not bound yet are looked up there.
    walkBlock(walk, new Scope(), body);
  }
  walkFunctions(base, body, undefined, new Map());
}

/** Walks the functions among statements, those inside classes and branches too. */
function walkFunctions(
  base: Base,
  body: readonly Stmt[],
  owner: ClassInfo | undefined,
  outer: ReadonlyMap<string, Value>,
): void {
  for (const statement of body) {
    if (statement.kind === 'FunctionDef') walkFunction(base, statement, owner, outer);
    else if (statement.kind === 'ClassDef') {
      const meaning = owner === undefined ? base.orm.classes.names.resolve(base.file, statement.name) : undefined;
      const info =
        meaning?.kind === 'class' && meaning.file === base.file
          ? base.orm.classes.info(meaning.file, meaning.fact)
          : undefined;
      walkFunctions(base, statement.body, info, outer);
    } else if (statement.kind === 'If') {
      walkFunctions(base, statement.body, owner, outer);
      for (const clause of statement.clauses) walkFunctions(base, clause.body, owner, outer);
    } else if (statement.kind === 'Try') walkFunctions(base, [...statement.body, ...statement.orelse], owner, outer);
  }
}

function walkFunction(
  base: Base,
  node: FunctionDef,
  owner: ClassInfo | undefined,
  outer: ReadonlyMap<string, Value>,
): void {
  if (!node.body.some(hasLoop)) return;
  const walk = newWalk(base, owner, kindOfFunction(node, owner, base.kind));
  const scope = new Scope(new Map(outer));
  for (const param of node.params) scope.vars.set(param.name, unknown);
  const [first] = node.params;
  const isPlainMethod = node.decorators.every(
    (one) => !['staticmethod', 'classmethod'].includes(dottedName(one) ?? ''),
  );
  if (owner !== undefined && first !== undefined && isPlainMethod) scope.vars.set(first.name, selfValue(base, owner));
  const inner: FunctionDef[] = [];
  walkBlock(walk, scope, node.body, (one) => inner.push(one));
  // What the function binds is not the module's; its value when an inner function runs is not known.
  const names = new Map([...scope.vars.keys()].map((name) => [name, unknown]));
  for (const one of inner) walkFunction(base, one, undefined, names);
}

/** `self` of a model is an instance that somebody else fetched; of anything else it is unknown. */
function selfValue(base: Base, owner: ClassInfo): Value {
  const model = base.orm.modelOf(owner);
  return model === undefined ? unknown : { kind: 'row', rows: [singleRow(model, undefined)] };
}

function newWalk(base: Base, owner: ClassInfo | undefined, functionKind: FunctionKind): Walk {
  const { orm, file, text, recorder, prefetchWords } = base;
  return {
    orm,
    file,
    text,
    recorder,
    functionKind,
    owner,
    prefetchWords,
    loops: [],
    isMuted: false,
    guarded: new Set(),
    guards: [],
    stopping: undefined,
    depth: 0,
    budget: mostNodes,
    follow: (walk, self, of, name, after) => followMethod(base.input, walk, self, of, name, after),
    returned: [],
  };
}

function isMigration(file: string): boolean {
  return /(^|\/)(migrations|south_migrations|data_migrations)\//.test(file);
}

function hasLoop(root: Node): boolean {
  let found = false;
  const step = (node: Node): void => {
    if (found) return;
    switch (node.kind) {
      case 'For':
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
      case 'Lambda':
        found = true;
        return;
      default:
        forEachChild(node, step);
    }
  };
  step(root);
  return found;
}

/** So far after the word a list of names is looked at. */
const reach = 600;

/** Every word of a string that follows `prefetch`, and of its line: what an instance that comes from elsewhere may have loaded. */
function wordsOfPrefetches(input: OrmInput): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string): void => {
    for (const word of text.split(/\W+|__/)) words.add(word);
  };
  for (const file of input.facts.keys()) {
    const text = input.sources.text(file);
    if (text === undefined || input.isTestFile(file)) continue;
    let done = 0;
    for (const match of text.matchAll(/prefetch/gi)) {
      const start = Math.max(done, text.lastIndexOf('\n', match.index) + 1);
      done = match.index + reach;
      const window = text.slice(start, done);
      add(/^.*/.exec(window)?.[0] ?? '');
      for (const [, inside] of window.matchAll(/['"]([^'"\n]*)['"]/g)) add(inside ?? '');
    }
  }
  return words;
}
