import type { Expr, Match, MatchCase, Pattern } from '../../../syntax/python/nodes.ts';
import { truth } from '../truth.ts';
import { constant, type Guard, type Value, variablesOf } from '../values.ts';
import { valueFor } from './evaluate-expression.ts';
import { runStatements } from './evaluate-module.ts';
import { dependsOnDebug } from './join-values.ts';
import { joinPaths } from './namespace.ts';
import { compare } from './operators.ts';
import { debugGuard } from './read-name.ts';
import type { Scope } from './scope.ts';

/** The case that is taken, or all that may be, one after the other as `if` and `elif`. */
export function matchStatement(statement: Match, scope: Scope): void {
  const subject = valueFor(statement.subject, scope);
  if (scope.names.debug === undefined && dependsOnDebug(subject)) {
    const on = scope.names.copy();
    const off = scope.names.copy();
    on.debug = true;
    off.debug = false;
    for (const names of [on, off]) {
      const inner = { ...scope, names, isUncertain: true };
      fromCase(statement, statement.cases, valueFor(statement.subject, inner), inner);
    }
    scope.names.become(
      joinPaths({ names: on, guard: debugGuard(true) }, { names: off, guard: debugGuard(false) }, undefined),
    );
    return;
  }
  fromCase(statement, statement.cases, subject, scope);
}

function fromCase(statement: Match, cases: readonly MatchCase[], subject: Value, scope: Scope): void {
  const [first, ...rest] = cases;
  if (first === undefined) return;
  const fits = matches(first.pattern, subject, scope);
  const holds = first.guard === null ? true : truth(valueFor(first.guard, scope));
  if (fits === false || holds === false) {
    fromCase(statement, rest, subject, scope);
    return;
  }
  bindWhole(first.pattern, statement.subject, scope);
  if (fits === true && holds === true) {
    runStatements(first.body, scope);
    return;
  }
  const guard: Guard = { debug: undefined, unseen: true, variables: variablesOf(subject) };
  const then = scope.names.copy();
  const isRead = subject.kind === 'environment' && subject.variable !== undefined && first.guard === null;
  const isSet = isRead && !canMatchFallback(first.pattern, subject, scope);
  const found = then.know(isSet && subject.variable !== undefined ? [subject.variable] : []);
  const other = scope.names.copy();
  runStatements(first.body, { ...scope, names: then, isUncertain: true });
  fromCase(statement, rest, subject, { ...scope, names: other, isUncertain: true });
  scope.names.become(joinPaths({ names: then, guard, found }, { names: other, guard }, scope.names.debug));
}

function canMatchFallback(pattern: Pattern, subject: Extract<Value, { kind: 'environment' }>, scope: Scope): boolean {
  return subject.fallback !== undefined && matches(pattern, subject.fallback, scope) !== false;
}

/** Whether a pattern takes a value; undefined when that cannot be told. */
function matches(pattern: Pattern, subject: Value, scope: Scope): boolean | undefined {
  switch (pattern.kind) {
    case 'MatchValue':
      return truth(compare('Eq', subject, valueFor(pattern.value, scope), subject.at));
    case 'MatchSingleton':
      return truth(compare('Is', subject, constant(pattern.value, subject.at), subject.at));
    case 'MatchOr': {
      const answers = pattern.patterns.map((one) => matches(one, subject, scope));
      if (answers.includes(true)) return true;
      return answers.includes(undefined) ? undefined : false;
    }
    case 'MatchAs':
      return pattern.pattern === null ? true : matches(pattern.pattern, subject, scope);
    default:
      return undefined;
  }
}

/** `case other:` binds the subject. */
function bindWhole(pattern: Pattern, subject: Expr, scope: Scope): void {
  if (pattern.kind === 'MatchAs' && pattern.name !== null)
    scope.names.assign(pattern.name, valueFor(subject, scope), undefined);
}
