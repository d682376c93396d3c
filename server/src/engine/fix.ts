// Makes fixes and proves them: a fix counts only when the finding is gone, nothing new appears and everything still parses.
// Must not write files: it gives texts, and says of every fix it could not make why.
// Look next at analyze.ts, which is run again on the changed texts.
import type { Applicability, Finding, Fix } from '../contract/finding.ts';
import type { FileId } from '../text/file-id.ts';
import { applyEdits, mergeEdits, type TextEdit } from '../text/text-edit.ts';
import { type Analysis, type AnalysisInput, analyze } from './analyze.ts';
import { FactsCache } from './facts-cache.ts';

/** Passes after which a chain of fixes that make room for each other is cut. */
const mostPasses = 10;

export interface AppliedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** A fix that was offered and not made. */
export interface RefusedFix {
  readonly finding: Finding;
  readonly title: string;
  readonly reason: string;
}

export interface FixResult {
  /** Files whose text differs now, with their new text. */
  readonly changed: ReadonlyMap<FileId, string>;
  /** Files that are new, with their text. */
  readonly created: ReadonlyMap<FileId, string>;
  readonly applied: readonly AppliedFix[];
  readonly refused: readonly RefusedFix[];
  /** The analysis of the texts after all fixes. */
  readonly after: Analysis;
}

type Texts = ReadonlyMap<FileId, string>;

/** State of one run: texts and analysis after the fixes made so far. */
interface Progress {
  texts: Texts;
  analysis: Analysis;
  readonly applied: AppliedFix[];
  readonly refused: Map<string, RefusedFix>;
}

/**
 * Applies the first fix of each finding whose applicability is allowed, until nothing is left to do.
 * Where two fixes clash the earlier finding wins and the later one gets its turn on the next pass.
 * @param wants which findings are to be fixed; all when it is left out.
 */
export function fixAll(
  input: AnalysisInput,
  allowed: readonly Applicability[],
  wants: (finding: Finding) => boolean = () => true,
): FixResult {
  const cached: AnalysisInput = { ...input, cache: input.cache ?? new FactsCache() };
  const progress: Progress = { texts: input.texts, analysis: analyze(cached), applied: [], refused: new Map() };
  for (let pass = 0; pass < mostPasses; pass++) {
    const batch = nextBatch(progress, allowed, input, wants);
    if (batch.length === 0) break;
    // Proving all at once is the common case; only when that fails is each fix proved by itself.
    if (tryFixes(batch, progress, cached)) continue;
    const good = batch.filter((one) => isGoodAlone(one, progress, cached));
    const [first] = good;
    // All edits of a batch were made for the same texts, so those that are good alone are made together, or one of them now.
    if (first !== undefined && !tryFixes(good, progress, cached)) tryFixes([first], progress, cached);
  }
  return summary(input.texts, progress);
}

/**
 * Tries one fix on the texts of `input`, whose analysis is `before`.
 * @returns the new texts (changed and created files alone), or the reason why the fix is refused.
 */
export function proveFix(
  input: AnalysisInput,
  before: Analysis,
  finding: Finding,
  fix: Fix,
): { readonly texts: ReadonlyMap<FileId, string> } | { readonly reason: string } {
  const hindrance = hindranceOf(fix, input.texts, new Set<string>(input.listing));
  if (hindrance !== undefined) return { reason: hindrance };
  const batch = [{ finding, fix }];
  const texts = withFixes(input.texts, batch);
  const fault = faultOf(before, analyze({ ...input, texts }), batch, input.rules);
  if (fault !== undefined) return { reason: fault };
  return { texts: new Map([...texts].filter(([file, text]) => input.texts.get(file) !== text)) };
}

function nextBatch(
  progress: Progress,
  allowed: readonly Applicability[],
  input: AnalysisInput,
  wants: (finding: Finding) => boolean,
): readonly AppliedFix[] {
  const batch: AppliedFix[] = [];
  const edits = new Map<FileId, TextEdit[]>();
  const listing = new Set<string>(input.listing);
  for (const finding of progress.analysis.findings) {
    if (progress.refused.has(finding.fingerprint) || !wants(finding)) continue;
    const fix = finding.fixes().find((one) => allowed.includes(one.applicability));
    if (fix === undefined) continue;
    const hindrance = hindranceOf(fix, progress.texts, listing);
    if (hindrance !== undefined) {
      refuse(progress, { finding, fix }, hindrance);
      continue;
    }
    if (takeTogether(fix, batch, edits)) batch.push({ finding, fix });
  }
  return batch;
}

/** Why a fix cannot be made whatever else is done; undefined when nothing stands in its way. */
function hindranceOf(fix: Fix, texts: Texts, listing: ReadonlySet<string>): string | undefined {
  const unread = fix.edits.find(({ file }) => !texts.has(file));
  if (unread !== undefined) return `\`${unread.file}\` was not read.`;
  const existing = fix.create.find(({ file }) => texts.has(file) || listing.has(file));
  if (existing !== undefined) return `\`${existing.file}\` exists.`;
  return takeTogether(fix, [], new Map()) ? undefined : 'Its edits clash.';
}

/** Adds a fix's edits to those of the batch; false, and nothing added, when they clash. */
function takeTogether(fix: Fix, batch: readonly AppliedFix[], edits: Map<FileId, TextEdit[]>): boolean {
  const creates = new Set(batch.flatMap((one) => one.fix.create.map(({ file }) => file)));
  if (fix.create.some(({ file }) => creates.has(file))) return false;
  const merged = new Map<FileId, TextEdit[]>();
  for (const { file, edit } of fix.edits) {
    const together = mergeEdits([...(merged.get(file) ?? edits.get(file) ?? []), edit]);
    if (together === undefined) return false;
    merged.set(file, [...together]);
  }
  for (const [file, list] of merged) edits.set(file, list);
  return true;
}

/** Makes the fixes of a batch if they prove good together; else changes nothing. */
function tryFixes(batch: readonly AppliedFix[], progress: Progress, input: AnalysisInput): boolean {
  const texts = withFixes(progress.texts, batch);
  const analysis = analyze({ ...input, texts });
  if (faultOf(progress.analysis, analysis, batch, input.rules) !== undefined) return false;
  progress.texts = texts;
  progress.analysis = analysis;
  progress.applied.push(...batch);
  return true;
}

/** True when one fix proves good by itself; else it is refused. Changes no text. */
function isGoodAlone(one: AppliedFix, progress: Progress, input: AnalysisInput): boolean {
  const after = analyze({ ...input, texts: withFixes(progress.texts, [one]) });
  const fault = faultOf(progress.analysis, after, [one], input.rules);
  if (fault !== undefined) refuse(progress, one, fault);
  return fault === undefined;
}

function refuse(progress: Progress, { finding, fix }: AppliedFix, reason: string): void {
  progress.refused.set(finding.fingerprint, { finding, title: fix.title, reason });
}

/** The texts after a batch whose edits were found to go together. */
function withFixes(texts: Texts, batch: readonly AppliedFix[]): Texts {
  const edits = new Map<FileId, TextEdit[]>();
  const result = new Map(texts);
  for (const { fix } of batch) {
    for (const { file, edit } of fix.edits) edits.set(file, [...(edits.get(file) ?? []), edit]);
    for (const { file, text } of fix.create) result.set(file, text);
  }
  for (const [file, list] of edits) {
    const text = texts.get(file);
    if (text !== undefined) result.set(file, applyEdits(text, list));
  }
  return result;
}

/** Why the texts after a batch are no better than before: something is still there, is new and no announced next step, or does not parse. */
function faultOf(
  before: Analysis,
  after: Analysis,
  batch: readonly AppliedFix[],
  rules: AnalysisInput['rules'],
): string | undefined {
  const broken = after.syntax.find(({ file, problems }) => {
    const known = before.syntax.find((note) => note.file === file)?.problems.length ?? 0;
    return problems.length > known;
  });
  if (broken !== undefined) return `\`${broken.file}\` would not parse any more.`;
  const left = countFindings(before.findings);
  for (const { finding } of batch) {
    const key = keyOf(finding);
    left.set(key, (left.get(key) ?? 0) - 1);
  }
  const mended = new Set(batch.map(({ finding }) => finding.rule));
  const nextSteps = rules.flatMap(({ meta }) => (mended.has(meta.id) ? (meta.leadsTo ?? []) : []));
  for (const [key, count] of countFindings(after.findings.filter(({ rule }) => !nextSteps.includes(rule)))) {
    if (count <= (left.get(key) ?? 0)) continue;
    const still = batch.some(({ finding }) => keyOf(finding) === key);
    return still ? 'The finding would still be there.' : `It would cause another finding: ${key.split('\n')[0]}.`;
  }
  return undefined;
}

/** Findings by what they say, not where: lines move when a fix is made. */
function countFindings(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function keyOf(finding: Finding): string {
  return [`${finding.rule}${finding.row === undefined ? '' : `:${finding.row}`}`, finding.file, finding.what].join(
    '\n',
  );
}

function summary(original: Texts, progress: Progress): FixResult {
  const changed = new Map<FileId, string>();
  const created = new Map<FileId, string>();
  for (const [file, text] of progress.texts) {
    const before = original.get(file);
    if (before === undefined) created.set(file, text);
    else if (before !== text) changed.set(file, text);
  }
  const { applied, analysis } = progress;
  return { changed, created, applied, refused: [...progress.refused.values()], after: analysis };
}
