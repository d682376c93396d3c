import { truth } from '../truth.ts';
import {
  type Assignment,
  type DictEntry,
  type DictValue,
  type Guard,
  maxVariants,
  type SequenceElement,
  type SequenceValue,
  unknown,
  type Value,
  type Variant,
  variablesOf,
} from '../values.ts';

/** A value on its way to a join: what it is, under which guard, and which statement gave it. */
export interface Arm {
  readonly value: Value;
  readonly guard: Guard;
  readonly assigned?: Assignment | undefined;
}

/**
 * What a name holds after two paths meet. Lists of which one extends the other become one list with guarded elements, so that the
 * order of what is there stays known; dicts are joined key by key; all else is a union of at most `maxVariants`.
 */
export function joinValues(a: Arm, b: Arm): Value {
  if (a.value === b.value || sameConstant(a.value, b.value)) return a.value;
  if (a.value.kind === 'sequence' && b.value.kind === 'sequence') {
    const merged = joinSequences(a.value, a.guard, b.value, b.guard);
    if (merged !== undefined) return merged;
  }
  if (a.value.kind === 'dict' && b.value.kind === 'dict') return joinDicts(a.value, a.guard, b.value, b.guard);
  const variants = [...variantsOf(a), ...variantsOf(b)];
  if (variants.length > maxVariants) return unknown(b.value.at, [...variablesOf(a.value), ...variablesOf(b.value)]);
  return { kind: 'union', variants, at: b.value.kind === 'absent' ? a.value.at : b.value.at };
}

/** An arm with the environment variables that the test has found to be set that parted it from the other one, and nothing after that. */
export interface ReadArm extends Arm {
  readonly found?: ReadonlySet<string> | undefined;
}

/** As `joinValues`, but a read on the path where its variable is set, and what stands in for it on the other, are one read with a fallback. */
export function joinReads(a: ReadArm, b: ReadArm): Value {
  return readWithFallback(a, b) ?? readWithFallback(b, a) ?? joinValues(a, b);
}

/** A flag that a test of one variable chooses is a read: `True if os.environ.get('X') == 'on' else False`. Undefined for any other choice. */
export function chosenFlag(test: Value, yes: Value, no: Value): Value | undefined {
  if (test.kind !== 'environment' || test.variable === undefined) return undefined;
  const cast = flagCast(yes, test.variable);
  const differ = yes.kind !== 'constant' || no.kind !== 'constant' || yes.value !== no.value;
  if (cast === undefined || cast !== flagCast(no, test.variable) || !differ) return undefined;
  if (test.fallback === undefined) return { ...test, cast };
  const holds = truth(test.fallback);
  const chosen = holds === undefined ? undefined : holds ? yes : no;
  const fallback = chosen?.kind === 'environment' ? chosen.fallback : chosen;
  return { ...test, cast, fallback: fallback ?? unknown(test.at) };
}

function flagCast(value: Value, variable: string): 'boolean' | 'integer' | undefined {
  if (value.kind === 'constant') {
    if (typeof value.value === 'boolean') return 'boolean';
    return value.value === 0 || value.value === 1 ? 'integer' : undefined;
  }
  const isSame = value.kind === 'environment' && value.variable === variable;
  return isSame && (value.cast === 'boolean' || value.cast === 'integer') ? value.cast : undefined;
}

/** The variable without which evaluating the value raises, if there is one. */
export function requiredIn(value: Value): readonly string[] {
  return value.kind === 'environment' && value.fallback === undefined && value.variable !== undefined
    ? [value.variable]
    : [];
}

function readWithFallback({ value, found }: ReadArm, unset: ReadArm): Value | undefined {
  if (value.kind !== 'environment' || value.variable === undefined || unset.value.kind === 'absent') return undefined;
  if (found?.has(value.variable) !== true || unset.found?.has(value.variable) === true) return undefined;
  return { ...value, fallback: unset.value };
}

function sameConstant(a: Value, b: Value): boolean {
  return a.kind === 'constant' && b.kind === 'constant' && a.value === b.value && a.at === b.at;
}

function variantsOf({ value, guard, assigned }: Arm): readonly Variant[] {
  if (value.kind !== 'union') return [{ guard, value, assigned }];
  return value.variants.map((inner) => ({ ...inner, guard: bothGuards(inner.guard, guard) }));
}

/** The guard of a path that passed both; the inner one's DEBUG wins, being the later test. */
export function bothGuards(inner: Guard | undefined, outer: Guard): Guard {
  if (inner === undefined) return outer;
  const variables = [...new Set([...inner.variables, ...outer.variables])].sort();
  return { debug: inner.debug ?? outer.debug, unseen: inner.unseen || outer.unseen, variables };
}

function joinSequences(a: SequenceValue, guardA: Guard, b: SequenceValue, guardB: Guard): SequenceValue | undefined {
  const onlyInB = insertedInto(a.elements, b.elements);
  if (onlyInB !== undefined) return { ...b, elements: withGuard(b.elements, onlyInB, guardB, a.elements) };
  const onlyInA = insertedInto(b.elements, a.elements);
  if (onlyInA !== undefined) return { ...a, elements: withGuard(a.elements, onlyInA, guardA, b.elements) };
  return undefined;
}

/** The elements of `longer` that `shorter` lacks, when all of `shorter` stands in `longer` in the same order. */
function insertedInto(
  shorter: readonly SequenceElement[],
  longer: readonly SequenceElement[],
): ReadonlySet<SequenceElement> | undefined {
  const extra = new Set<SequenceElement>();
  let next = 0;
  for (const element of longer) {
    const expected = shorter[next];
    if (expected !== undefined && sameElement(element, expected)) next++;
    else extra.add(element);
  }
  return next === shorter.length ? extra : undefined;
}

function sameElement(a: SequenceElement, b: SequenceElement): boolean {
  if (a === b) return true;
  if (a.at.file !== b.at.file || a.at.span.start !== b.at.span.start || a.at.span.end !== b.at.span.end) return false;
  return (
    a.value === b.value ||
    (a.value.kind === 'constant' && b.value.kind === 'constant' && a.value.value === b.value.value)
  );
}

/**
 * The longer list of two: what it alone has gets the guard of its path, and what both have is as uncertain as on the path where it is less
 * certain. There the test of DEBUG may stand that the other path has passed.
 */
function withGuard(
  longer: readonly SequenceElement[],
  chosen: ReadonlySet<SequenceElement>,
  guard: Guard,
  shorter: readonly SequenceElement[],
): readonly SequenceElement[] {
  let next = 0;
  return longer.map((element) => {
    if (chosen.has(element)) return { ...element, guard: bothGuards(element.guard, guard) };
    const other = shorter[next++];
    return element.guard === undefined && other?.guard !== undefined ? { ...element, guard: other.guard } : element;
  });
}

function joinDicts(a: DictValue, guardA: Guard, b: DictValue, guardB: Guard): DictValue {
  const entries: DictEntry[] = [];
  const inB = new Map(b.entries.map((entry) => [entry.key, entry]));
  for (const entry of a.entries) {
    const other = inB.get(entry.key);
    if (other === undefined) entries.push({ ...entry, guard: bothGuards(entry.guard, guardA) });
    else if (other === entry) entries.push(entry);
    else {
      const value = joinValues({ value: entry.value, guard: guardA }, { value: other.value, guard: guardB });
      entries.push({ ...other, value, guard: entry.guard === undefined ? other.guard : entry.guard });
    }
  }
  const inA = new Set(a.entries.map((entry) => entry.key));
  for (const entry of b.entries)
    if (!inA.has(entry.key)) entries.push({ ...entry, guard: bothGuards(entry.guard, guardB) });
  return { ...b, entries, open: a.open || b.open };
}

/** True when some part of the value depends on the truth of `DEBUG`. */
export function dependsOnDebug(value: Value): boolean {
  switch (value.kind) {
    case 'union':
      return value.variants.some((variant) => variant.guard.debug !== undefined || dependsOnDebug(variant.value));
    case 'sequence':
      return value.elements.some((element) => element.guard?.debug !== undefined || dependsOnDebug(element.value));
    case 'dict':
      return value.entries.some((entry) => entry.guard?.debug !== undefined || dependsOnDebug(entry.value));
    case 'environment':
      return value.fallback !== undefined && dependsOnDebug(value.fallback);
    default:
      return false;
  }
}

/**
 * The value after `DEBUG` was given anew: what it was made of followed the one before, which these variables decided.
 */
export function afterDebug(value: Value, variables: readonly string[]): Value {
  if (!dependsOnDebug(value)) return value;
  const settle = (guard: Guard): Guard =>
    guard.debug === undefined
      ? guard
      : { debug: undefined, unseen: true, variables: [...new Set([...guard.variables, ...variables])].sort() };
  const optional = (guard: Guard | undefined): Guard | undefined => (guard === undefined ? undefined : settle(guard));
  switch (value.kind) {
    case 'union':
      return {
        ...value,
        variants: value.variants.map((variant) => ({
          ...variant,
          guard: settle(variant.guard),
          value: afterDebug(variant.value, variables),
        })),
      };
    case 'sequence':
      return {
        ...value,
        elements: value.elements.map((element) => ({
          ...element,
          guard: optional(element.guard),
          value: afterDebug(element.value, variables),
        })),
      };
    case 'dict':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          guard: optional(entry.guard),
          value: afterDebug(entry.value, variables),
        })),
      };
    default:
      return value;
  }
}

/** The part of a value that holds while `DEBUG` is as given. */
export function underDebug(value: Value, debug: boolean): Value {
  if (!dependsOnDebug(value)) return value;
  switch (value.kind) {
    case 'union': {
      const variants = value.variants
        .filter((variant) => variant.guard.debug === undefined || variant.guard.debug === debug)
        .map((variant) => ({
          ...variant,
          guard: { ...variant.guard, debug: undefined },
          value: underDebug(variant.value, debug),
        }));
      const [only] = variants;
      if (only === undefined) return unknown(value.at);
      return variants.length === 1 ? only.value : { ...value, variants };
    }
    case 'sequence':
      return {
        ...value,
        elements: value.elements
          .filter((element) => element.guard?.debug === undefined || element.guard.debug === debug)
          .map((element) => ({
            ...element,
            guard: withoutDebug(element.guard),
            value: underDebug(element.value, debug),
          })),
      };
    case 'dict':
      return {
        ...value,
        entries: value.entries
          .filter((entry) => entry.guard?.debug === undefined || entry.guard.debug === debug)
          .map((entry) => ({ ...entry, guard: withoutDebug(entry.guard), value: underDebug(entry.value, debug) })),
      };
    case 'environment':
      return { ...value, fallback: value.fallback === undefined ? undefined : underDebug(value.fallback, debug) };
    default:
      return value;
  }
}

function withoutDebug(guard: Guard | undefined): Guard | undefined {
  if (guard?.debug === undefined) return guard;
  // A guard that was DEBUG alone is settled now; one that also asked something else still stands.
  return guard.unseen ? { ...guard, debug: undefined } : undefined;
}
