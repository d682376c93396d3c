import type { Value } from './values.ts';

/** Python's `bool(value)`; undefined when it depends on what cannot be seen. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value !== null && value.value !== false && value.value !== 0 && value.value !== '';
    case 'bytes':
    case 'secret':
      return value.length > 0;
    case 'sequence':
      if (value.elements.some((element) => !element.many && element.guard === undefined)) return true;
      return value.elements.length === 0 ? false : undefined;
    case 'dict':
      if (value.entries.some((entry) => entry.guard === undefined)) return true;
      return value.entries.length === 0 && !value.open ? false : undefined;
    case 'union':
      return agreed(value.variants.map((variant) => truth(variant.value)));
    case 'path':
    case 'symbol':
      return true;
    default:
      return undefined;
  }
}

function agreed(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const first = answers[0];
  return answers.every((answer) => answer === first) ? first : undefined;
}

type Constant = string | number | boolean | null;

/** Python's `==` of two constants: `True == 1`. */
export function equal(a: Constant, b: Constant): boolean {
  if (typeof a === 'boolean' && typeof b === 'number') return Number(a) === b;
  if (typeof b === 'boolean' && typeof a === 'number') return Number(b) === a;
  return a === b;
}
