import type { Finding } from '../contract/finding.ts';
import { type Severity, severities } from '../contract/severity.ts';
import { printable, withoutSecrets } from './printable.ts';
import type { ReportInput } from './report-input.ts';

/** Colour functions; with no colours they give the text back. `picocolors` has this shape. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly green: (text: string) => string;
  readonly underline: (text: string) => string;
}

/** Longest part of a source line that is shown. */
const widestExcerpt = 110;

/** The report for a person: findings by file, each with its line, its three sentences and its fixes, then what to do next. */
export function humanReport(input: ReportInput, colours: Palette): string {
  const parts: string[] = [];
  let file: string | undefined;
  for (const finding of input.findings) {
    if (finding.file !== file) {
      if (file !== undefined) parts.push('');
      file = finding.file;
      parts.push(colours.underline(printable(file)));
    }
    parts.push(...findingLines(input, finding, colours));
  }
  if (parts.length > 0) parts.push('');
  parts.push(...notes(input, colours), summary(input, colours), '');
  return parts.join('\n');
}

function findingLines(input: ReportInput, finding: Finding, colours: Palette): readonly string[] {
  const lines = input.lines(finding.file);
  const start = lines?.position(finding.span.start) ?? { line: 0, column: 0 };
  const place = `${start.line + 1}:${start.column + 1}`;
  const id = finding.row === undefined ? finding.rule : `${finding.rule}:${finding.row}`;
  const result = [
    `  ${colours.bold(place)}  ${severityWord(finding.severity, colours)}  ${finding.what}  ${colours.dim(id)}`,
  ];
  if (lines !== undefined && finding.span.end > finding.span.start) {
    const end = lines.position(finding.span.end);
    result.push(
      ...excerpt(lines.lineText(start.line), start, end.line === start.line ? end.column : undefined, colours),
    );
  }
  result.push(`      ${finding.why}`, `      ${colours.cyan('Help:')} ${finding.help}`);
  for (const { file, span, label } of finding.related) {
    const at = input.lines(file)?.position(span.start) ?? { line: 0, column: 0 };
    result.push(`      ${colours.dim(`${printable(file)}:${at.line + 1}:${at.column + 1}`)} ${label}`);
  }
  for (const fix of finding.fixes()) result.push(`      ${colours.green(`Fix (${fix.applicability}):`)} ${fix.title}`);
  return result;
}

function excerpt(
  line: string,
  start: { line: number; column: number },
  endColumn: number | undefined,
  colours: Palette,
): readonly string[] {
  if (start.column >= widestExcerpt) return [];
  const shown = withoutSecrets(line).slice(0, widestExcerpt);
  const number = String(start.line + 1);
  const end = Math.min(endColumn ?? line.length, shown.length);
  const carets = `${' '.repeat(start.column)}${'^'.repeat(Math.max(1, end - start.column))}`;
  const bar = colours.dim('│');
  return [
    `      ${colours.dim(number)} ${bar} ${printable(shown)}${line.length > widestExcerpt ? '…' : ''}`,
    `      ${' '.repeat(number.length)} ${bar} ${colours.yellow(carets)}`,
  ];
}

function severityWord(severity: Severity, colours: Palette): string {
  switch (severity) {
    case 'error':
      return colours.red('error');
    case 'warning':
      return colours.yellow('warning');
    case 'info':
      return colours.blue('info');
    case 'hint':
      return colours.dim('hint');
  }
}

function notes(input: ReportInput, colours: Palette): readonly string[] {
  const lines = [
    ...input.errors.map(
      ({ file, message }) => `${colours.red('!')} ${file === '' ? '' : `${printable(file)}: `}${printable(message)}`,
    ),
    ...input.skipped.map(({ file, reason }) => `${colours.dim('Not read:')} ${printable(file)}: ${printable(reason)}`),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

function summary(input: ReportInput, colours: Palette): string {
  const { findings, suppressed } = input;
  const ignored = suppressed.length === 0 ? '' : ` ${count(suppressed.length, 'finding')} ignored by comments.`;
  if (findings.length === 0) return `${colours.green('Nothing found.')}${ignored}`;
  const bySeverity = severities
    .map((severity) => ({ severity, number: findings.filter((one) => one.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity));
  const files = new Set(findings.map(({ file }) => file)).size;
  const safe = findings.filter((one) => one.fixes().some(({ applicability }) => applicability === 'safe')).length;
  const withFix = findings.filter((one) => one.fixes().length > 0).length;
  const mended = [
    ...(safe > 0 ? [`\`--fix\` mends ${safe}`] : []),
    ...(withFix > safe ? [`\`--fix-suggestions\` mends ${withFix - safe}${safe > 0 ? ' more' : ''}`] : []),
  ];
  const fixable = mended.length === 0 ? '' : ` ${mended.join(', ')}.`;
  return `${colours.bold(count(findings.length, 'finding'))} (${bySeverity.join(', ')}) in ${count(files, 'file')}.${fixable}${ignored}`;
}

/** `1 finding`, `2 findings`; severities read well with an s too. */
function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
