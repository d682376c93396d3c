import type { FileId } from './file-id.ts';
import type { Span } from './span.ts';
import type { TextEdit } from './text-edit.ts';

/** A place in a file of the project; offsets are UTF-16 units of the analysed text. */
export interface Location {
  readonly file: FileId;
  readonly span: Span;
}

/** A second place that explains a first one, as the queryset behind a loop. */
export interface RelatedPlace extends Location {
  readonly label: string;
}

/** One edit of one file. */
export interface FileEdit {
  readonly file: FileId;
  readonly edit: TextEdit;
}

/** A file to be created; it must not exist. */
export interface NewFile {
  readonly file: FileId;
  readonly text: string;
}
