// Takes from a parsed Python file what stays after its tree is dropped (facts.ts).
// Must not resolve names or look at other files: the same text gives the same facts, so they can be cached.
// Look next at value-fact.ts (pictures of expressions) and module-index.ts (which file a name means).
import type { ClassDef, Expr, FunctionDef, Node, Stmt } from '../../syntax/python/nodes.ts';
import type { PythonFile } from '../../syntax/python/parse-python.ts';
import { dottedName, forEachChild } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';
import type { AssignmentFact, ClassFact, FunctionFact, ImportFact, PythonFacts } from './facts.ts';
import { includedFiles } from './included-files.ts';
import { keywordFacts, valueFact } from './value-fact.ts';

const settingName = /^[A-Z][A-Z0-9_]*$/;
const moduleName = /^[A-Za-z_][\w.]*$/;

/** Facts of one file. Works on what could be parsed; `hasErrors` says that something could not. */
export function collectFacts(file: PythonFile): PythonFacts {
  const collected: Collected = {
    imports: [],
    settingsModules: [],
    settingsClasses: [],
    augmented: new Set(),
    hasLoops: false,
  };
  const module = body(file.body, false, '', 'module', collected);
  const assigned = [...module.assignments.map(({ name }) => name), ...collected.augmented];
  return {
    imports: collected.imports,
    assignments: module.assignments,
    classes: module.classes,
    functions: module.functions,
    settingNames: [...new Set(assigned)].filter((name) => settingName.test(name)),
    settingsModules: collected.settingsModules,
    includes: includedFiles(file.body, collected.imports),
    settingsClasses: collected.settingsClasses,
    hasLoops: collected.hasLoops,
    hasErrors: file.errors.length > 0,
  };
}

/** What is gathered wherever it stands. */
interface Collected {
  readonly imports: ImportFact[];
  readonly settingsModules: { module: string; span: Span }[];
  readonly settingsClasses: { name: string; span: Span }[];
  /** Names of `NAME += …`, which assign too. */
  readonly augmented: Set<string>;
  hasLoops: boolean;
}

/** What a module or class body declares. */
interface Body {
  readonly assignments: AssignmentFact[];
  readonly classes: ClassFact[];
  readonly functions: FunctionFact[];
}

type Scope = ImportFact['scope'];

function body(
  statements: readonly Stmt[],
  conditional: boolean,
  prefix: string,
  scope: Scope,
  collected: Collected,
  into: Body = { assignments: [], classes: [], functions: [] },
): Body {
  for (const statement of statements) declaration(statement, conditional, prefix, scope, collected, into);
  return into;
}

function declaration(
  statement: Stmt,
  conditional: boolean,
  prefix: string,
  scope: Scope,
  collected: Collected,
  into: Body,
): void {
  switch (statement.kind) {
    case 'Import':
    case 'ImportFrom':
      collectImports(statement, scope, collected);
      return;
    case 'ClassDef':
      into.classes.push(classFact(statement, conditional, prefix, scope, collected));
      return;
    case 'FunctionDef':
      into.functions.push(functionFact(statement));
      for (const child of statement.body) collectDeep(child, collected);
      for (const decorator of statement.decorators) collectDeep(decorator, collected);
      return;
    case 'Assign':
    case 'AnnAssign':
    case 'AugAssign':
      collectAssignments(statement, conditional, into);
      if (statement.kind === 'AugAssign' && statement.target.kind === 'Name')
        collected.augmented.add(statement.target.id);
      collectDeep(statement, collected);
      return;
    default:
      branches(statement, prefix, scope, collected, into);
  }
}

/** Statements with blocks below them: what they declare counts, marked as conditional. */
function branches(statement: Stmt, prefix: string, scope: Scope, collected: Collected, into: Body): void {
  const block = (statements: readonly Stmt[], inner = scope): void => {
    body(statements, true, prefix, inner, collected, into);
  };
  switch (statement.kind) {
    case 'If': {
      const typing = isTypeChecking(statement.test);
      collectDeep(statement.test, collected);
      block(statement.body, typing ? 'type-checking' : scope);
      for (const clause of statement.clauses) block(clause.body);
      return;
    }
    case 'Try':
      block(statement.body);
      for (const handler of statement.handlers) block(handler.body);
      block(statement.orelse);
      block(statement.finalbody);
      return;
    case 'For':
      collected.hasLoops = true;
      collectDeep(statement.iter, collected);
      block(statement.body);
      block(statement.orelse);
      return;
    case 'While':
      collected.hasLoops = true;
      block(statement.body);
      block(statement.orelse);
      return;
    case 'With':
      block(statement.body);
      return;
    case 'Match':
      for (const one of statement.cases) block(one.body);
      return;
    default:
      collectDeep(statement, collected);
  }
}

function isTypeChecking(test: Expr): boolean {
  const name = dottedName(test);
  return name === 'TYPE_CHECKING' || name === 'typing.TYPE_CHECKING';
}

function collectImports(statement: Node, scope: Scope, collected: Collected): void {
  if (statement.kind === 'Import') {
    for (const alias of statement.names) {
      const module = alias.name;
      collected.imports.push({
        module,
        level: 0,
        name: null,
        binds: alias.asname ?? module.split('.')[0] ?? module,
        scope,
        span: { start: alias.start, end: alias.end },
      });
    }
  } else if (statement.kind === 'ImportFrom') {
    for (const alias of statement.names) {
      collected.imports.push({
        module: statement.module ?? '',
        level: statement.level,
        name: alias.name,
        binds: alias.name === '*' ? '' : (alias.asname ?? alias.name),
        scope,
        span: { start: statement.start, end: statement.end },
      });
    }
  }
}

function collectAssignments(statement: Stmt, conditional: boolean, into: Body): void {
  const span = { start: statement.start, end: statement.end };
  const add = (target: Expr, value: Expr, annotation: Expr | null): void => {
    if (target.kind !== 'Name' || target.id === '') return;
    into.assignments.push({
      name: target.id,
      nameSpan: { start: target.start, end: target.end },
      value: valueFact(value),
      annotation: annotation === null ? null : valueFact(annotation),
      conditional,
      span,
    });
  };
  if (statement.kind === 'AnnAssign') {
    if (statement.value !== null) add(statement.target, statement.value, statement.annotation);
  } else if (statement.kind === 'Assign') {
    for (const target of statement.targets) {
      if (target.kind === 'Tuple' && statement.value.kind === 'Tuple') {
        const values = statement.value.elts;
        target.elts.forEach((element, i) => {
          const value = values[i];
          if (value !== undefined) add(element, value, null);
        });
      } else add(target, statement.value, null);
    }
  }
}

function classFact(
  node: ClassDef,
  conditional: boolean,
  prefix: string,
  scope: Scope,
  collected: Collected,
): ClassFact {
  const qualifiedName = `${prefix}${node.name}`;
  for (const decorator of node.decorators) collectDeep(decorator, collected);
  const inner = body(node.body, false, `${qualifiedName}.`, scope, collected);
  return {
    name: node.name,
    qualifiedName,
    nameSpan: { start: node.nameStart, end: node.nameStart + node.name.length },
    bases: node.bases.map((base) => valueFact(base)),
    keywords: keywordFacts(node.keywords),
    decorators: node.decorators.map(decoratorName),
    assignments: inner.assignments,
    methods: inner.functions,
    classes: inner.classes,
    conditional,
    bodyStart: node.body[0]?.start ?? node.end,
    span: { start: node.start, end: node.end },
  };
}

function functionFact(node: FunctionDef): FunctionFact {
  return {
    name: node.name,
    nameSpan: { start: node.nameStart, end: node.nameStart + node.name.length },
    isAsync: node.isAsync,
    decorators: node.decorators.map(decoratorName),
    parameters: node.params.map((param) => param.name),
    span: { start: node.start, end: node.end },
  };
}

function decoratorName(decorator: Expr): string | null {
  return dottedName(decorator.kind === 'Call' ? decorator.func : decorator) ?? null;
}

/** Loops, imports inside functions, DJANGO_SETTINGS_MODULE and DJANGO_CONFIGURATION, wherever they stand below a node. */
function collectDeep(root: Node | null, collected: Collected): void {
  if (root === null) return;
  const step = (node: Node): void => {
    switch (node.kind) {
      case 'For':
      case 'While':
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        collected.hasLoops = true;
        break;
      case 'Import':
      case 'ImportFrom':
        collectImports(node, 'function', collected);
        return;
      case 'Call':
        collectSettingsModule(node.args, collected);
        break;
      case 'Assign':
        for (const target of node.targets) {
          if (target.kind === 'Subscript') collectSettingsModule([target.slice, node.value], collected);
        }
        break;
      default:
    }
    forEachChild(node, step);
  };
  step(root);
}

/** `setdefault('DJANGO_SETTINGS_MODULE', 'x.y')`, `putenv(…)` and `environ['DJANGO_SETTINGS_MODULE'] = 'x.y'`. */
function collectSettingsModule(args: readonly Expr[], collected: Collected): void {
  const [name, value] = args;
  if (name?.kind !== 'Str' || value?.kind !== 'Str' || !moduleName.test(value.value)) return;
  const span = { start: value.start, end: value.end };
  if (name.value === 'DJANGO_SETTINGS_MODULE') collected.settingsModules.push({ module: value.value, span });
  else if (name.value === 'DJANGO_CONFIGURATION') collected.settingsClasses.push({ name: value.value, span });
}
