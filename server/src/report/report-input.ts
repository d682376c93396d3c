import type { Finding } from '../contract/finding.ts';
import type { DjangoRoot } from '../model/project.ts';
import type { FileId } from '../text/file-id.ts';
import type { LineIndex } from '../text/line-index.ts';

/** What every output format is made from. */
export interface ReportInput {
  readonly version: string;
  /** The root as the user should see it. */
  readonly root: string;
  readonly projects: readonly DjangoRoot[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly errors: readonly { readonly file: string; readonly message: string }[];
  /** Lines and text of an analysed file; undefined when it was not read. */
  lines(file: FileId): LineIndex | undefined;
  text(file: FileId): string | undefined;
}
