// The tree of a TOML text: tables, arrays and plain values with places, dotted keys and headers already joined.
// Must not know what a key means. parse-toml.ts makes it, toml-get.ts reads it.
import type { Span } from '../../text/span.ts';

export interface TomlString {
  readonly kind: 'string';
  readonly value: string;
  /** With its quotes. */
  readonly span: Span;
  /** Without its quotes; escapes inside make it longer than `value`. */
  readonly contentSpan: Span;
}

export interface TomlNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly span: Span;
}

export interface TomlBool {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly span: Span;
}

/** A date or time, as written. */
export interface TomlDate {
  readonly kind: 'date';
  readonly value: string;
  readonly span: Span;
}

/** `[…]`, or all the tables of one `[[header]]`. */
export interface TomlArray {
  readonly kind: 'array';
  readonly items: readonly TomlValue[];
  /** Of an array of tables: from the first header to the end of the last table. */
  readonly span: Span;
}

export interface TomlEntry {
  readonly key: string;
  /** The key's own part of `a.b.c = …` or `[a.b.c]`, with quotes; the first place that names it. */
  readonly keySpan: Span;
  readonly value: TomlValue;
}

export interface TomlTable {
  readonly kind: 'table';
  /** In the order of the text. */
  readonly entries: ReadonlyMap<string, TomlEntry>;
  /** `{…}`, or from the header to the end of the last entry below it; the first key that names it when it has no header. */
  readonly span: Span;
}

export type TomlValue = TomlString | TomlNumber | TomlBool | TomlDate | TomlArray | TomlTable;

export interface TomlProblem {
  readonly message: string;
  readonly span: Span;
}

/** A parsed text. With errors, `root` holds what could be understood around them. */
export interface TomlFile {
  readonly root: TomlTable;
  readonly errors: readonly TomlProblem[];
}
