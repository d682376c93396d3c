import { resolve } from 'node:path';
import pc from 'picocolors';
import type { Finding } from '../contract/finding.ts';
import type { AnyRule } from '../contract/rule.ts';
import { severities } from '../contract/severity.ts';
import { type Analysis, type AnalysisInput, analyze } from '../engine/analyze.ts';
import { reaches } from '../engine/config.ts';
import { FactsCache } from '../engine/facts-cache.ts';
import { type FixResult, fixAll } from '../engine/fix.ts';
import { unifiedDiff } from '../report/diff.ts';
import { humanReport } from '../report/human.ts';
import { jsonReport } from '../report/json.ts';
import { printable } from '../report/printable.ts';
import type { ReportInput } from '../report/report-input.ts';
import { LineIndex } from '../text/line-index.ts';
import { openWorkspace } from '../workspace/node-workspace.ts';
import { isAskedFor, type Workspace, type WorkspaceFiles } from '../workspace/workspace.ts';
import { type ChangedFile, writeChanges } from '../workspace/write-changes.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-code.ts';
import { type ConfigOptions, loadConfig, oneOf } from './load-config.ts';
import { StageClock } from './stage-clock.ts';
import { startProgress, type Terminal } from './terminal.ts';

export interface CheckOptions extends ConfigOptions {
  readonly format: string;
  readonly minSeverity?: string;
  readonly fix?: boolean;
  readonly fixSuggestions?: boolean;
  readonly diff?: boolean;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly exitZero?: boolean;
}

const formats = ['human', 'json'] as const;

/** `djpreflight check [PATH…]`: analyses, reports, and with `--fix` or `--diff` makes or shows the fixes. */
export function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  rules: readonly AnyRule[],
  version: string,
  terminal: Terminal,
): ExitCode {
  const format = oneOf(options.format, formats, '--format');
  const least = options.minSeverity === undefined ? 'hint' : oneOf(options.minSeverity, severities, '--min-severity');
  const targets = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(terminal.cwd, path));
  const config = loadConfig(targets[0] ?? terminal.cwd, options, rules, terminal.cwd);
  const workspace = open(targets, config.exclude);
  const progress = startProgress(terminal, 'Reading files');
  const clock = new StageClock(terminal.now);
  const files = workspace.files();
  clock.end('read');
  progress.say(`Analysing ${files.texts.size} files`);
  const input: AnalysisInput = {
    texts: files.texts,
    listing: files.listing,
    rules,
    config,
    cache: new FactsCache(),
    onStage: (stage) => clock.end(stage),
  };
  const { analysis, result } = run(input, options);
  progress.stop();
  const isShown = (one: Finding): boolean => isAskedFor(workspace, one.file) && reaches(one.severity, least);
  const report = reportInput(workspace, files, analysis, version, isShown);
  if (result !== undefined) handOver(workspace, files, result, options, terminal);
  const showsDiff = options.diff === true && format === 'human';
  if (format === 'json') terminal.stdout(jsonReport(report));
  else if (!showsDiff && (options.quiet !== true || report.findings.length > 0)) {
    terminal.stdout(humanReport(report, pc.createColors(terminal.colours)));
  }
  clock.end('report');
  if (options.stats === true) terminal.stderr(clock.table(files.texts));
  if (analysis.project.roots.length === 0) terminal.stderr(`No Django code is in ${printable(workspace.root)}.\n`);
  return exitCode(analysis, report.findings, config['fail-on'], options);
}

function open(targets: readonly string[], exclude: readonly string[]): Workspace {
  const opened = openWorkspace(targets, { exclude });
  if (!opened.ok) throw new UsageError(opened.message);
  return opened.workspace;
}

function run(input: AnalysisInput, options: CheckOptions): { analysis: Analysis; result: FixResult | undefined } {
  const wantsFixes = options.fix === true || options.fixSuggestions === true || options.diff === true;
  if (!wantsFixes) return { analysis: analyze(input), result: undefined };
  const result = fixAll(input, options.fixSuggestions === true ? ['safe', 'suggestion'] : ['safe']);
  // A diff shows what would be done, so its report is of the files as they are.
  const makes = options.fix === true || options.fixSuggestions === true;
  return { analysis: makes && options.diff !== true ? result.after : analyze(input), result };
}

/** Writes what the fixes changed, or shows it. */
function handOver(
  workspace: Workspace,
  files: WorkspaceFiles,
  result: FixResult,
  options: CheckOptions,
  terminal: Terminal,
): void {
  if (options.diff === true) {
    for (const [file, text] of [...result.changed, ...result.created]) {
      terminal.stdout(unifiedDiff(file, files.texts.get(file), text));
    }
  } else {
    const written = writeChanges(workspace.root, changesOf(files, result));
    if (!written.ok) throw new UsageError(written.message);
    const touched = result.changed.size + result.created.size;
    terminal.stderr(`${result.applied.length} fixed in ${touched} ${touched === 1 ? 'file' : 'files'}.\n`);
  }
  for (const { finding, title, reason } of result.refused) {
    terminal.stderr(`Not made: ${title} (${finding.rule}, ${printable(finding.file)}): ${reason}\n`);
  }
}

function changesOf(files: WorkspaceFiles, result: FixResult): readonly ChangedFile[] {
  return [
    ...[...result.changed].map(([file, text]) => ({ file, text, expectedBase: files.texts.get(file) ?? '' })),
    ...[...result.created].map(([file, text]) => ({ file, text, expectedBase: undefined })),
  ];
}

function reportInput(
  workspace: Workspace,
  files: WorkspaceFiles,
  analysis: Analysis,
  version: string,
  isShown: (finding: Finding) => boolean,
): ReportInput {
  const { sources, roots } = analysis.project;
  return {
    version,
    root: workspace.root,
    projects: roots,
    findings: analysis.findings.filter(isShown),
    suppressed: analysis.suppressed.filter(({ finding }) => isShown(finding)),
    skipped: [...files.skipped, ...analysis.skipped],
    errors: [
      ...analysis.syntax.map(({ file, problems: [first] }) => ({
        file,
        message: `Syntax error at ${place(sources.text(file) ?? '', first?.span.start ?? 0)}: ${first?.message}. The intact parts were analysed.`,
      })),
      ...analysis.crashes.map(({ rule, message }) => ({
        file: '',
        message: `The rule ${rule} failed and gave no findings: ${message}`,
      })),
    ],
    lines: (file) => sources.lines(file),
    text: (file) => sources.text(file),
  };
}

function place(text: string, offset: number): string {
  const { line, column } = new LineIndex(text).position(offset);
  return `line ${line + 1}, column ${column + 1}`;
}

function exitCode(
  analysis: Analysis,
  findings: readonly Finding[],
  failOn: Finding['severity'],
  options: CheckOptions,
): ExitCode {
  if (analysis.crashes.length > 0) return exitCodes.internal;
  if (options.exitZero === true) return exitCodes.clean;
  return findings.some(({ severity }) => reaches(severity, failOn)) ? exitCodes.findings : exitCodes.clean;
}
