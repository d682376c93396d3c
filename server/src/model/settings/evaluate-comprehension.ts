import type { GeneratorExp, ListComp, SetComp } from '../../syntax/python/nodes.ts';
import { walk } from '../../syntax/python/walk.ts';
import type { Location } from '../../text/location.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { type Internal, isInternalOnly } from './internal-values.ts';
import { locate, type Scope } from './scope.ts';
import { truth } from './truth.ts';
import { type Guard, type SequenceElement, unknown, type Value, variablesOf } from './values.ts';

/** How many elements a comprehension over a constant list is computed for. */
const maxRounds = 200;

/** `[f(x) for x in … if …]` over a split variable or a known list. */
export function evaluateComprehension(expr: ListComp | SetComp | GeneratorExp, scope: Scope, at: Location): Internal {
  const [generator, ...more] = expr.generators;
  if (generator === undefined || more.length > 0 || generator.target.kind !== 'Name') return unknown(at);
  const { target, ifs } = generator;
  const name = target.id;
  const source = valueFor(generator.iter, scope);
  if (source.kind === 'environment' && (source.cast === 'split' || source.cast === 'list')) {
    const filters = ifs.some((test) => mentions(test, name));
    return { ...source, cast: filters || source.cast === 'list' ? 'list' : 'split', at };
  }
  if (source.kind !== 'sequence' || source.elements.length > maxRounds) return unknown(at, variablesOf(source));
  const elements: SequenceElement[] = [];
  for (const element of source.elements) {
    const inner: Scope = { ...scope, locals: new Map([...scope.locals, [name, element.value]]) };
    const keep = element.many ? undefined : every(ifs.map((test) => truth(valueFor(test, inner))));
    if (keep === false) continue;
    const guard = keep === true ? element.guard : (element.guard ?? unseen);
    const isSame = expr.elt.kind === 'Name' && expr.elt.id === name;
    elements.push({
      ...element,
      value: isSame ? element.value : plain(evaluate(expr.elt, inner), locate(scope, expr.elt)),
      guard,
    });
  }
  const bracket = expr.kind === 'SetComp' ? 'set' : 'list';
  return { kind: 'sequence', bracket, elements, at };
}

const unseen: Guard = { debug: undefined, unseen: true, variables: [] };

function plain(value: Internal, at: Location): Value {
  return isInternalOnly(value) ? unknown(at) : value;
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function mentions(test: Parameters<typeof walk>[0], name: string): boolean {
  let found = false;
  walk(test, (node) => {
    if (node.kind === 'Name' && node.id === name) found = true;
    return !found;
  });
  return found;
}
