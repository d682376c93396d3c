import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';

/** One package that one dependency file names. */
export interface Declaration {
  /** Normalised (PEP 503). */
  readonly name: string;
  /** PEP 440 specifier; `''` when any version will do. Alternatives are declarations of their own. */
  readonly specifier: string;
  /** As the file writes it: `^4.2`. */
  readonly written: string;
  /** True behind an environment marker: another declaration may hold elsewhere. */
  readonly conditional: boolean;
  /** For developing, testing or documentation only. */
  readonly development: boolean;
  readonly from: Location;
}

/** What one dependency file says. */
export interface DependencyFile {
  readonly file: FileId;
  /** A lock file names every installed package with its one version. */
  readonly kind: 'lock' | 'manifest' | 'requirements' | 'constraints';
  readonly declarations: readonly Declaration[];
  readonly includes: readonly DependencyInclude[];
  /** False when a part of it could not be read, so that a missing name proves nothing. */
  readonly isComplete: boolean;
}

export interface DependencyInclude {
  /** Relative to the folder of the including file, as written. */
  readonly path: string;
  readonly isConstraint: boolean;
}

/** What a parser of one kind of file collects. */
export class Declarations {
  readonly list: Declaration[] = [];
  readonly includes: DependencyInclude[] = [];
  isComplete = true;
  readonly #file: FileId;

  constructor(file: FileId) {
    this.#file = file;
  }

  add(declaration: Omit<Declaration, 'from'>, start: number, end: number): void {
    this.list.push({ ...declaration, from: { file: this.#file, span: { start, end } } });
  }

  as(kind: DependencyFile['kind']): DependencyFile {
    return {
      file: this.#file,
      kind,
      declarations: this.list,
      includes: this.includes,
      isComplete: this.isComplete,
    };
  }
}

const developmentWord =
  /(?:^|[-_.])(?:dev(?:el(?:op(?:ment)?)?)?|local|tests?|testing|pytest|docs?|documentation|lint(?:ing|er|ers)?|ci|debug|style|quality|typing|types|mypy|tox|build|bench(?:marks?)?|tools?|tooling|pre-?commit|coverage|formatting)(?:$|[-_.\d])/i;

/** True for a requirements file or dependency group that is not installed in production, by its name. */
export function isDevelopmentName(name: string): boolean {
  return developmentWord.test(name);
}
