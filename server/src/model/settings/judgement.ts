import type { Value } from './values.ts';
import { variablesOf } from './values.ts';

/** What a condition can come out as, over everything that cannot be decided from the text. */
export interface Judgement {
  readonly canHold: boolean;
  readonly canFail: boolean;
  /** Something unseen takes part that is no environment variable. */
  readonly isUnknown: boolean;
  readonly variables: readonly string[];
}

/** A Django check as it would speak: `depends` names the environment variables that decide. */
export type Verdict = 'fails' | 'passes' | 'unknown' | { readonly depends: readonly string[] };

export const certain = (holds: boolean): Judgement => ({
  canHold: holds,
  canFail: !holds,
  isUnknown: false,
  variables: [],
});

const undecided = (variables: readonly string[]): Judgement => ({
  canHold: true,
  canFail: true,
  isUnknown: variables.length === 0,
  variables,
});

/**
 * Judges a value by what it can be.
 * @param test the condition for one known value; undefined when even that cannot tell.
 */
export function judgeValue(value: Value, test: (value: Value) => boolean | undefined): Judgement {
  if (value.kind === 'union') {
    const arms = value.variants.map((variant) => judgeValue(variant.value, test));
    const joined = arms.reduce(either);
    if (!(joined.canHold && joined.canFail)) return { ...joined, variables: [] };
    const guards = value.variants.flatMap(({ guard }) => guard.variables);
    const unseen = value.variants.some(({ guard }) => guard.unseen && guard.variables.length === 0);
    return { ...joined, isUnknown: joined.isUnknown || unseen, variables: unique([...joined.variables, ...guards]) };
  }
  const answer = test(value);
  return answer === undefined ? undecided(variablesOf(value)) : certain(answer);
}

/** One of the two, we cannot tell which. */
function either(a: Judgement, b: Judgement): Judgement {
  return {
    canHold: a.canHold || b.canHold,
    canFail: a.canFail || b.canFail,
    isUnknown: a.isUnknown || b.isUnknown,
    variables: unique([...a.variables, ...b.variables]),
  };
}

/** Both conditions hold; what is certainly false makes the other one irrelevant. */
export function both(a: Judgement, b: Judgement): Judgement {
  if (!a.canHold || !b.canFail) return a;
  if (!b.canHold || !a.canFail) return b;
  return { ...either(a, b), canHold: true, canFail: true };
}

export function not(a: Judgement): Judgement {
  return { ...a, canHold: a.canFail, canFail: a.canHold };
}

/** The word of a check that complains when `complaint` holds. */
export function verdictOf(complaint: Judgement): Verdict {
  if (!complaint.canHold) return 'passes';
  if (!complaint.canFail) return 'fails';
  return complaint.isUnknown || complaint.variables.length === 0 ? 'unknown' : { depends: complaint.variables };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
