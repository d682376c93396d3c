// Findings, fixes and places as the Language Server Protocol has them. The only file that knows its shapes.
// Must not decide what is shown or fixed. Look next at folder-session.ts and code-actions.ts, who send what is made here.
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location as LspLocation,
  type TextEdit as LspTextEdit,
  type Position,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Finding } from '../contract/finding.ts';
import type { RuleMeta } from '../contract/meta.ts';
import { ruleUrl } from '../contract/rule-url.ts';
import type { Severity } from '../contract/severity.ts';
import type { FileId } from '../text/file-id.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Location } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import { uriOf } from './uris.ts';

export const source = 'djpreflight';

/** What a diagnostic carries so that its finding can be found again. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

/** The texts that spans refer to. */
export interface Place {
  /** Absolute path of the root. */
  readonly root: string;
  readonly lines: (file: FileId) => LineIndex | undefined;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** https://cwe.mitre.org/data/definitions/477.html: use of an obsolete function. */
const obsolete = 477;

/** A finding as a diagnostic. @param meta of its rule, for tags and the page; undefined for what the engine itself reports, which has none. */
export function toDiagnostic(finding: Finding, meta: RuleMeta | undefined, place: Place): Diagnostic {
  const { rule, row, area, severity, what, why, help, related, fingerprint } = finding;
  const data: DiagnosticData = { fingerprint };
  return {
    range: toRange(finding, place),
    severity: severities[severity],
    code: row === undefined ? rule : `${rule}:${row}`,
    ...(meta === undefined ? {} : { codeDescription: { href: ruleUrl(area, rule) } }),
    source,
    message: `${what}\n${why}\n${help}`,
    ...(meta?.cwe.includes(obsolete) === true ? { tags: [DiagnosticTag.Deprecated] } : {}),
    relatedInformation: related.map((one) => ({ location: toLocation(one, place), message: one.label })),
    data,
  };
}

function toLocation(location: Location, place: Place): LspLocation {
  return { uri: uriOf(place.root, location.file), range: toRange(location, place) };
}

function toRange({ file, span }: Location, place: Place): Range {
  return spanRange(span, place.lines(file));
}

/** A span as a range of UTF-16 units; the start of the file when it was not read. */
export function spanRange(span: Span, lines: LineIndex | undefined): Range {
  const zero: Position = { line: 0, character: 0 };
  if (lines === undefined) return { start: zero, end: zero };
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.position(offset);
  return { line, character: column };
}

/** True when two ranges touch. */
export function touches(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** What changed files become in one edit. */
export interface FileChange {
  readonly file: FileId;
  readonly isNew: boolean;
  /** Lines of the text that the edits were made for; undefined for a new file. */
  readonly lines: LineIndex | undefined;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  /** The version of the open document that the edits were made for; null for a file that is not open. */
  readonly version: number | null;
}

/** Edits of several files, all or none; new files are created first and must not exist. */
export function toWorkspaceEdit(root: string, changes: readonly FileChange[]): WorkspaceEdit {
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const { file, isNew, lines, edits, version } of changes) {
    const uri = uriOf(root, file);
    if (isNew) documentChanges.push({ kind: 'create', uri, options: { overwrite: false } });
    const made = edits.map(({ span, newText }): LspTextEdit => ({ range: spanRange(span, lines), newText }));
    documentChanges.push({ textDocument: { uri, version }, edits: made });
  }
  return { documentChanges };
}
