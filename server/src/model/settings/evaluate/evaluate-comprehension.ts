import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../../../syntax/python/nodes.ts';
import { walk } from '../../../syntax/python/walk.ts';
import type { Location } from '../../../text/location.ts';
import { truth } from '../truth.ts';
import {
  type DictEntry,
  type Guard,
  type SequenceElement,
  unknown,
  type Value,
  variablesOf,
  withStep,
} from '../values.ts';
import { toSequence } from './casts.ts';
import { valueFor } from './evaluate-expression.ts';
import type { Internal } from './internal-values.ts';
import { bothGuards } from './join-values.ts';
import { locate, type Scope } from './scope.ts';

/** How many elements a comprehension over constant lists is computed for. */
const maxRounds = 200;

/** `[f(x) for x in … if …]` over a split variable or known lists. */
export function evaluateComprehension(expr: ListComp | SetComp | GeneratorExp, scope: Scope, at: Location): Internal {
  const [generator, ...more] = expr.generators;
  if (generator === undefined) return unknown(at);
  const source = sourceOf(generator, scope);
  if (source.kind === 'environment' && (source.cast === 'split' || source.cast === 'list')) {
    const { target, ifs } = generator;
    if (more.length > 0 || target.kind !== 'Name') return unknown(at, variablesOf(source));
    const isFiltered = ifs.some((test) => mentions(test, target.id));
    const filters = source.cast === 'list' || isFiltered;
    // Anything that is made of a part may strip it.
    const made = expr.elt.kind === 'Name' && expr.elt.id === target.id ? source : withStep(source, 'strip');
    const read = isFiltered ? withStep(made, 'filter') : made;
    const fallback =
      source.fallback?.kind === 'sequence'
        ? listOf(expr, roundsOver(generator, source.fallback, scope), at)
        : source.fallback;
    return { ...read, cast: filters ? 'list' : 'split', fallback, at };
  }
  const rounds = roundsOf(expr.generators, scope);
  return rounds === undefined ? unknown(at, variablesOf(source)) : listOf(expr, rounds, at);
}

/** `{key: value for … in …}` over known lists. */
export function evaluateDictComprehension(expr: DictComp, scope: Scope, at: Location): Value {
  const opaque: Value = { kind: 'dict', entries: [], open: true, at };
  const rounds = roundsOf(expr.generators, scope);
  if (rounds === undefined || expr.key === null) return opaque;
  const entries = new Map<DictEntry['key'], DictEntry>();
  for (const round of rounds) {
    const key = valueFor(expr.key, round.scope);
    if (round.many || key.kind !== 'constant') return opaque;
    const value = valueFor(expr.value, round.scope);
    entries.set(key.value, { key: key.value, keyAt: locate(scope, expr.key), value, guard: round.guard });
  }
  return { kind: 'dict', entries: [...entries.values()], open: false, at };
}

/** One element of the sources, or (with `many`) any number of unseen ones. */
interface Round {
  readonly scope: Scope;
  readonly many: boolean;
  readonly guard: Guard | undefined;
  readonly at: Location;
}

function listOf(expr: ListComp | SetComp | GeneratorExp, rounds: readonly Round[], at: Location): Value {
  const elements = rounds.map((round): SequenceElement => {
    const isSame = expr.elt.kind === 'Name';
    const value = valueFor(expr.elt, round.scope);
    return { value, many: round.many, guard: round.guard, at: isSame ? round.at : locate(round.scope, expr.elt) };
  });
  return { kind: 'sequence', bracket: expr.kind === 'SetComp' ? 'set' : 'list', elements, at };
}

function sourceOf(generator: Comprehension, scope: Scope): Value {
  const value = valueFor(generator.iter, scope);
  return value.kind === 'dict' ? toSequence('list', value, value.at) : value;
}

/** What the generators run through, the last one fastest; undefined when a source is not known. */
function roundsOf(generators: readonly Comprehension[], scope: Scope): readonly Round[] | undefined {
  const [first, ...rest] = generators;
  if (first === undefined) return undefined;
  const source = sourceOf(first, scope);
  if (source.kind !== 'sequence') return undefined;
  const outer = roundsOver(first, source, scope);
  if (rest.length === 0) return outer;
  const rounds: Round[] = [];
  for (const one of outer) {
    const inner = one.many ? undefined : roundsOf(rest, one.scope);
    if (inner === undefined || rounds.length + inner.length > maxRounds) return undefined;
    rounds.push(
      ...inner.map((round) => ({
        ...round,
        guard: one.guard === undefined ? round.guard : bothGuards(round.guard, one.guard),
      })),
    );
  }
  return rounds;
}

function roundsOver(
  generator: Comprehension,
  source: Extract<Value, { kind: 'sequence' }>,
  scope: Scope,
): readonly Round[] {
  const elements = source.elements.slice(0, maxRounds);
  const rounds = elements.flatMap((element): readonly Round[] => {
    const locals = new Map([...scope.locals, ...bound(generator.target, element.value)]);
    const inner: Scope = { ...scope, locals };
    const keep = element.many ? undefined : every(generator.ifs.map((test) => truth(valueFor(test, inner))));
    if (keep === false) return [];
    const guard = keep === true || element.many ? element.guard : (element.guard ?? unseen);
    return [{ scope: inner, many: element.many, guard, at: element.at }];
  });
  if (source.elements.length <= maxRounds) return rounds;
  return [...rounds, { scope, many: true, guard: undefined, at: source.at }];
}

/** The names of a target with what they stand for: `x`, or `k, v` of a pair. */
function bound(target: Expr, value: Value): readonly (readonly [string, Value])[] {
  if (target.kind === 'Name') return [[target.id, value]];
  if (target.kind !== 'Tuple') return [];
  const parts = value.kind === 'sequence' && value.elements.length === target.elts.length ? value.elements : undefined;
  return target.elts.flatMap((one, i) => bound(one, parts?.[i]?.value ?? unknown(value.at)));
}

const unseen: Guard = { debug: undefined, unseen: true, variables: [] };

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function mentions(test: Expr, name: string): boolean {
  let found = false;
  walk(test, (node) => {
    if (node.kind === 'Name' && node.id === name) found = true;
    return !found;
  });
  return found;
}
