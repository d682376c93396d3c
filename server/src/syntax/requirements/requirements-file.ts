import type { Span } from '../../text/span.ts';

/** One requirement: a line of a requirements file, or one string of a dependency list. */
export interface Requirement {
  /** Normalised name: lower case, runs of `-`, `_` and `.` as one `-` (PEP 503). */
  readonly name: string;
  /** The name as written. */
  readonly rawName: string;
  /** Version specifier without outer spaces or parentheses, as `>=4.2,<5`; `''` when any version will do. */
  readonly specifier: string;
  /** Normalised names of the extras in brackets. */
  readonly extras: readonly string[];
  /** Environment marker behind `;`. */
  readonly marker: string | undefined;
  /** Where it comes from instead of an index: `name @ url`, a version control URL, a wheel. */
  readonly url: string | undefined;
  readonly editable: boolean;
  /** The requirement without comment, hashes and per-requirement options. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Place of the specifier; empty, right behind name and extras, when there is none. */
  readonly specifierSpan: Span;
}

/** A path or URL whose distribution name is not on the line, as `-e .` or `./vendor/thing.zip`. */
export interface UnnamedRequirement {
  readonly url: string;
  readonly editable: boolean;
  readonly span: Span;
}

/** `-r other.txt` or `-c constraints.txt`. */
export interface RequirementsInclude {
  readonly kind: 'requirement' | 'constraint';
  /** As written, without quotes: relative to the folder of the including file, or a URL. */
  readonly path: string;
  readonly pathSpan: Span;
  /** The whole option. */
  readonly span: Span;
}

/** A line that pip would refuse. */
export interface RequirementsProblem {
  readonly message: string;
  readonly span: Span;
}

/** One requirements or constraints file; all offsets are UTF-16 units of the text that was given. */
export interface RequirementsFile {
  readonly requirements: readonly Requirement[];
  readonly unnamed: readonly UnnamedRequirement[];
  readonly includes: readonly RequirementsInclude[];
  readonly errors: readonly RequirementsProblem[];
}
