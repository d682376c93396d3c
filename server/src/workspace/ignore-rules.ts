import { globMatcher } from './glob.ts';

/** One line of an ignore file. */
interface IgnoreRule {
  readonly isNegated: boolean;
  readonly foldersOnly: boolean;
  readonly matches: (path: string) => boolean;
}

/** More lines than any hand writes; the rest is left out. */
const mostRules = 5000;

/** The rules of one ignore file, for paths below its folder. Format: https://git-scm.com/docs/gitignore */
export class IgnoreRules {
  readonly #rules: readonly IgnoreRule[];

  constructor(text: string) {
    const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r?\n/, mostRules);
    this.#rules = lines.map(parseRule).filter((rule) => rule !== undefined);
  }

  /**
   * Whether the path (relative to the ignore file's folder) is ignored; undefined when no rule speaks of it.
   * Says nothing of the folders above it: a walk does not enter an ignored one.
   */
  verdict(path: string, isFolder: boolean): boolean | undefined {
    for (let i = this.#rules.length - 1; i >= 0; i--) {
      const rule = this.#rules[i];
      if (rule === undefined || (rule.foldersOnly && !isFolder)) continue;
      if (rule.matches(path)) return !rule.isNegated;
    }
    return undefined;
  }
}

function parseRule(line: string): IgnoreRule | undefined {
  let pattern = withoutTrailingBlanks(line);
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const isNegated = pattern.startsWith('!');
  if (isNegated) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.slice(0, -1);
  if (pattern === '') return undefined;
  // A slash at the start or in the middle ties the pattern to the folder of its file.
  const isTied = pattern.includes('/');
  const matches = globMatcher(isTied ? pattern.replace(/^\//, '') : `**/${pattern}`);
  return { isNegated, foldersOnly, matches };
}

/** Trailing blanks do not count unless a backslash stands before them. */
function withoutTrailingBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--;
  return line.slice(0, end);
}
