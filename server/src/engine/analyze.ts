// The pure heart: texts, rules and configuration in; findings out. The same input gives the same output, anywhere.
// Must not touch disk, clock or environment, and must not know a single rule. Nothing here throws for any text of a user's.
// Look next at run-rules.ts (rules over targets), suppress.ts (ignore comments), fix.ts (proving and making fixes).
import type { Finding } from '../contract/finding.ts';
import type { AnyRule } from '../contract/rule.ts';
import { editBuilders } from '../edit/builders.ts';
import { buildProject, needsFacts, type Project } from '../model/project.ts';
import type { PythonFacts } from '../model/python/facts.ts';
import type { Environment } from '../model/settings/environment.ts';
import { Sources } from '../model/sources.ts';
import type { SyntaxProblem } from '../syntax/python/parse-python.ts';
import type { FileId } from '../text/file-id.ts';
import type { Config } from './config.ts';
import { FactsCache } from './facts-cache.ts';
import { type RuleCrash, runRules } from './run-rules.ts';
import { wantsFinding, wantsRule } from './select-findings.ts';
import { type SuppressedFinding, suppress } from './suppress.ts';

export interface AnalysisInput {
  /** Texts of the files that can mean something to us. */
  readonly texts: ReadonlyMap<FileId, string>;
  /** Every file of the root, read or not. */
  readonly listing: Iterable<FileId>;
  readonly rules: readonly AnyRule[];
  readonly config: Config;
  /** Kept by a caller that analyses more than once. */
  readonly cache?: FactsCache;
  /** Called after each stage with its name, for those who measure; the engine has no clock. */
  readonly onStage?: (stage: 'facts' | 'model' | 'rules') => void;
}

/** A Python file that could only be understood in part. */
export interface SyntaxNote {
  readonly file: FileId;
  /** At least one. */
  readonly problems: readonly SyntaxProblem[];
}

/** A file that was read but cannot be judged, such as a Dockerfile that is a template. */
export interface SkippedNote {
  readonly file: FileId;
  readonly reason: string;
}

export interface Analysis {
  readonly project: Project;
  /** Sorted by file and place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly syntax: readonly SyntaxNote[];
  readonly skipped: readonly SkippedNote[];
  readonly crashes: readonly RuleCrash[];
}

/** Analyses a whole workspace. `loadPythonParser` must have finished before. */
export function analyze(input: AnalysisInput): Analysis {
  const steps = analyzeInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in short steps, so that a caller can do other things in between, or give up. */
export function* analyzeInSteps(input: AnalysisInput): Generator<void, Analysis> {
  const { texts, rules, config, onStage } = input;
  const sources = new Sources(texts, input.listing);
  const { python, syntax } = yield* collectPython(texts, input.cache ?? new FactsCache());
  onStage?.('facts');
  const project = yield* buildProject(sources, python, {
    environments: new Map<string, Environment>(Object.entries(config.environments)),
    djangoVersion: config['django-version'],
  });
  onStage?.('model');
  yield;
  if (rules.some((rule) => rule.target === 'load' && wantsRule(config, rule))) yield* preparedLoads(project);
  const run = yield* runRules(rules, project, editBuilders(sources), config);
  const { findings, suppressed } = suppress(run.findings, project, rules, config);
  onStage?.('rules');
  return {
    project,
    findings: findings.filter((one) => wantsFinding(config, one)).sort(byPlace),
    suppressed: suppressed.filter(({ finding }) => wantsFinding(config, finding)),
    syntax,
    skipped: project.docker.notes,
    crashes: run.crashes,
  };
}

/** What throws here throws again for the rule that asks for the loads, which is where a crash is contained and named. */
function* preparedLoads(project: Project): Generator<void, void> {
  try {
    yield* project.orm.prepareLoads();
  } catch {}
}

function* collectPython(
  texts: ReadonlyMap<FileId, string>,
  cache: FactsCache,
): Generator<void, { python: ReadonlyMap<FileId, PythonFacts>; syntax: readonly SyntaxNote[] }> {
  const python = new Map<FileId, PythonFacts>();
  const syntax: SyntaxNote[] = [];
  for (const [file, text] of texts) {
    if (!needsFacts(file)) continue;
    const { facts, problems } = cache.of(file, text);
    python.set(file, facts);
    if (problems.length > 0) syntax.push({ file, problems });
    yield;
  }
  return { python, syntax };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
