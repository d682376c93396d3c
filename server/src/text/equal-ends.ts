/** How many elements of two sequences are equal at their beginning, and at their end: no element counts for both. */
export interface EqualEnds {
  readonly head: number;
  readonly tail: number;
}

/** Compares characters of two texts, or lines of two files. */
export function equalEnds(before: ArrayLike<string>, after: ArrayLike<string>): EqualEnds {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}
