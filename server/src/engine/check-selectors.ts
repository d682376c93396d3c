import type { AnyRule } from '../contract/rule.ts';
import { type Config, didYouMean } from './config.ts';
import { knownSelectors } from './select-findings.ts';
import { unusedIgnore } from './suppress.ts';

/** A word of the configuration that selects nothing. */
export interface UnknownSelector {
  readonly key: 'select' | 'ignore' | 'severity';
  readonly word: string;
  /** One sentence, and one more where a known word is close. */
  readonly message: string;
}

/** The words of `select`, `ignore` and `severity`, in this order, that name no rule, row or group: a misspelt rule must not look like a clean project. */
export function unknownSelectors(config: Config, rules: readonly AnyRule[]): readonly UnknownSelector[] {
  const known = new Set([...knownSelectors(rules), unusedIgnore.id, 'suppression']);
  const named = { select: config.select, ignore: config.ignore, severity: Object.keys(config.severity) };
  return (['select', 'ignore', 'severity'] as const).flatMap((key) =>
    named[key]
      .filter((word) => !known.has(word))
      .map((word) => ({
        key,
        word,
        message: `\`${word}\` is no rule, row or group${didYouMean(word, [...known])}`,
      })),
  );
}
