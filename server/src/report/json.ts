import type { Finding, Fix } from '../contract/finding.ts';
import { ruleUrl } from '../contract/rule-url.ts';
import type { FileId } from '../text/file-id.ts';
import type { Location } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import type { ReportInput } from './report-input.ts';

/** 1-based, columns in UTF-16 units. */
interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

/** The report of `check --format json`, version 1: its shape is a promise (README, “JSON output”). */
export function jsonReport(input: ReportInput): string {
  const report = {
    version: 1,
    tool: { name: 'djpreflight', version: input.version },
    root: input.root,
    projects: input.projects.map(({ folder, django }) => ({
      root: folder === '' ? '.' : folder,
      django:
        django === undefined
          ? null
          : { value: django.display, from: django.from === undefined ? null : placeText(input, django.from) },
    })),
    findings: input.findings.map((finding) => jsonFinding(input, finding)),
    suppressed: input.suppressed.map(({ finding, reason }) => ({ ...jsonFinding(input, finding), reason })),
    skipped: input.skipped,
    errors: input.errors,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(input: ReportInput, finding: Finding): object {
  const { rule, row, area, severity, confidence, sources, environments, modules, fingerprint } = finding;
  return {
    rule,
    row: row ?? null,
    area,
    severity,
    confidence,
    sources,
    url: ruleUrl(area, rule),
    file: finding.file,
    ...jsonSpan(input, finding.file, finding.span),
    what: finding.what,
    why: finding.why,
    help: finding.help,
    environments,
    modules,
    related: finding.related.map(({ file, span, label }) => ({ file, ...jsonSpan(input, file, span), label })),
    fixes: finding.fixes().map((fix) => jsonFix(input, fix)),
    fingerprint,
  };
}

function jsonFix(input: ReportInput, { title, applicability, edits, create }: Fix): object {
  return {
    title,
    applicability,
    edits: edits.map(({ file, edit }) => ({ file, ...jsonSpan(input, file, edit.span), newText: edit.newText })),
    create: create.map(({ file, text }) => ({ file, text })),
  };
}

function jsonSpan(input: ReportInput, file: FileId, span: Span): { start: JsonPosition; end: JsonPosition } {
  return { start: jsonPosition(input, file, span.start), end: jsonPosition(input, file, span.end) };
}

function jsonPosition(input: ReportInput, file: FileId, offset: number): JsonPosition {
  const position = input.lines(file)?.position(offset) ?? { line: 0, column: 0 };
  return { line: position.line + 1, column: position.column + 1 };
}

function placeText(input: ReportInput, { file, span }: Location): string {
  return `${file}:${jsonPosition(input, file, span.start).line}`;
}
