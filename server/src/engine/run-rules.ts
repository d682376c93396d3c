import type { Finding, Fix } from '../contract/finding.ts';
import type { RuleMeta } from '../contract/meta.ts';
import type { AnyRule, Report, RuleContext, Targets } from '../contract/rule.ts';
import { type Confidence, compareSeverity, confidences, type Severity, severityFor } from '../contract/severity.ts';
import type { EditBuilders } from '../edit/builders.ts';
import type { Project } from '../model/project.ts';
import type { Environment } from '../model/settings/environment.ts';
import { silencedChecks } from '../model/settings/questions.ts';
import type { SettingsLeaf } from '../model/settings/settings-model.ts';
import type { Location, RelatedPlace } from '../text/location.ts';
import { Fingerprints } from './fingerprint.ts';
import { fillMessage, listNames, visible } from './message.ts';
import { configuredSeverity, isNamed, type Selection, wantsRule } from './select-findings.ts';

/** A rule that threw: what it costs is its own findings. */
export interface RuleCrash {
  readonly rule: string;
  readonly file: string;
  readonly message: string;
}

export interface RuleRun {
  readonly findings: readonly Finding[];
  readonly crashes: readonly RuleCrash[];
}

/** What a report says, before equal reports of several leaves become one finding. */
interface RawFinding {
  readonly meta: RuleMeta;
  readonly area: Finding['area'];
  readonly messageId: string;
  readonly row: string | undefined;
  readonly at: Location;
  readonly data: Readonly<Record<string, string | number>>;
  severity: Severity;
  confidence: Confidence;
  readonly related: RelatedPlace[];
  readonly environments: Set<Environment>;
  readonly modules: Set<string>;
  readonly fixes: () => readonly (Fix | undefined)[];
}

/** Runs every wanted rule over its targets, a rule a step. A rule that throws is named once and loses only its own findings. */
export function* runRules(
  rules: readonly AnyRule[],
  project: Project,
  edit: EditBuilders,
  selection: Selection,
): Generator<void, RuleRun> {
  const raw = new Map<string, RawFinding>();
  const crashes: RuleCrash[] = [];
  for (const rule of rules) {
    if (!wantsRule(selection, rule)) continue;
    const own = new Map<string, RawFinding>();
    try {
      for (const subject of subjectsOf(rule, project)) {
        const context = { project, edit, report: (report: AnyReport) => record(own, rule, subject, report, selection) };
        subject.check(context as RuleContext<RuleMeta>);
      }
      for (const [key, finding] of own) raw.set(key, finding);
    } catch (error) {
      crashes.push({ rule: rule.meta.id, file: '', message: error instanceof Error ? error.message : String(error) });
    }
    yield;
  }
  const sorted = [...raw.values()].sort(byPlace);
  return { findings: finish(withoutYielding(sorted), project), crashes };
}

type AnyReport = Report<RuleMeta>;

/** One target of one rule, ready to be checked. */
interface Subject {
  readonly leaf: Pick<SettingsLeaf, 'module' | 'environment' | 'isIdle'> | undefined;
  readonly check: (context: RuleContext<RuleMeta>) => void;
}

function subjectsOf(rule: AnyRule, project: Project): readonly Subject[] {
  const each = <T>(targets: Iterable<T>, check: (target: T, context: RuleContext<RuleMeta>) => void): Subject[] =>
    Array.from(targets, (target) => ({ leaf: undefined, check: (context) => check(target, context) }));
  switch (rule.target) {
    case 'settingsLeaf':
      return project.settings.leaves
        .filter((leaf) => !isSilenced(rule, leaf))
        .map((leaf) => ({
          leaf,
          check: (context) => rule.check(leaf, context),
        }));
    case 'settings':
      return each(project.settings.files, rule.check);
    case 'envFile':
      return each(project.settings.envFiles, rule.check);
    case 'load':
      return each(project.orm.loads(), rule.check);
    case 'model':
      return each(project.orm.models, rule.check);
    case 'dockerfile':
      return each(project.docker.images, rule.check);
    case 'stage':
      return each(
        project.docker.images.flatMap((image): readonly Targets['stage'][] => image.stages),
        rule.check,
      );
  }
}

/** True when the project has silenced the system check of Django that says the same: it was seen and decided. */
function isSilenced(rule: AnyRule, leaf: SettingsLeaf): boolean {
  const silenced = silencedChecks(leaf);
  return rule.meta.sources.some((one) => one.tool === 'django' && one.relation === 'same' && silenced.has(one.rule));
}

/** The area that a rule belongs to, by what it looks at. */
export function areaOf(rule: AnyRule): Finding['area'] {
  switch (rule.target) {
    case 'settingsLeaf':
    case 'settings':
    case 'envFile':
      return 'settings';
    case 'load':
    case 'model':
      return 'orm';
    case 'dockerfile':
    case 'stage':
      return 'docker';
  }
}

function record(
  own: Map<string, RawFinding>,
  rule: AnyRule,
  { leaf }: Subject,
  report: AnyReport,
  selection: Selection,
): void {
  const meta: RuleMeta = rule.meta;
  const row: string | undefined = report.row;
  const severity = severityOf(meta, report, leaf, selection);
  if (severity === 'off') return;
  const confidence = lesserConfidence(report.confidence ?? meta.confidence, meta.confidence);
  const { file, span } = report.at;
  const key = [meta.id, row, report.message, file, span.start, span.end, JSON.stringify(report.data)].join('\n');
  const same = own.get(key);
  if (same === undefined) {
    own.set(key, {
      meta,
      area: areaOf(rule),
      messageId: report.message,
      row,
      at: { file, span },
      data: report.data,
      severity,
      confidence,
      related: [...(report.related ?? [])],
      environments: new Set(leaf === undefined ? [] : [leaf.environment]),
      modules: new Set(leaf === undefined ? [] : [leaf.module]),
      fixes: report.fixes ?? (() => []),
    });
    return;
  }
  if (compareSeverity(severity, same.severity) < 0) same.severity = severity;
  if (confidences.indexOf(confidence) < confidences.indexOf(same.confidence)) same.confidence = confidence;
  if (leaf !== undefined) {
    same.environments.add(leaf.environment);
    same.modules.add(leaf.module);
  }
  for (const place of report.related ?? []) {
    if (!same.related.some((one) => one.file === place.file && one.span.start === place.span.start)) {
      same.related.push(place);
    }
  }
}

/**
 * The user's word first, then the row's, then the rule's; a report can only say less, and an idle settings module makes it a hint.
 * A rule named by hand is shown even where it is off.
 */
function severityOf(meta: RuleMeta, report: AnyReport, leaf: Subject['leaf'], selection: Selection): Severity | 'off' {
  const configured = configuredSeverity(selection, meta.id, report.row);
  if (configured !== undefined) return configured;
  const row = report.row === undefined ? undefined : meta.rows?.[report.row];
  const declared = severityFor(row?.severity ?? meta.severity, leaf?.environment);
  if (declared === 'off') return isNamed(selection, meta.id, report.row) ? 'hint' : 'off';
  const said = leaf?.isIdle === true ? 'hint' : report.severity;
  return said !== undefined && compareSeverity(said, declared) > 0 ? said : declared;
}

function lesserConfidence(a: Confidence, b: Confidence): Confidence {
  return confidences.indexOf(a) >= confidences.indexOf(b) ? a : b;
}

function byPlace(a: RawFinding, b: RawFinding): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  const place = a.at.span.start - b.at.span.start || a.at.span.end - b.at.span.end;
  if (place !== 0) return place;
  const left = `${a.meta.id}:${a.row ?? ''}`;
  const right = `${b.meta.id}:${b.row ?? ''}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** One fact, one finding: a rule gives way where one it yields to speaks of the same span. */
function withoutYielding(findings: readonly RawFinding[]): readonly RawFinding[] {
  const placesOf = (ids: readonly string[]): Set<string> =>
    new Set(findings.filter((one) => ids.includes(one.meta.id)).map(placeKey));
  return findings.filter((one) => {
    const yieldsTo = one.meta.yieldsTo ?? [];
    return yieldsTo.length === 0 || !placesOf(yieldsTo).has(placeKey(one));
  });
}

function placeKey({ at }: RawFinding): string {
  return `${at.file}\n${at.span.start}\n${at.span.end}`;
}

function finish(findings: readonly RawFinding[], project: Project): readonly Finding[] {
  const fingerprints = new Fingerprints();
  return findings.map((raw) => {
    const { meta, at, row } = raw;
    const lines = project.sources.lines(at.file);
    const lineText = lines?.lineText(lines.position(at.span.start).line) ?? '';
    const spanText = project.sources.text(at.file)?.slice(at.span.start, at.span.end) ?? '';
    const modules = [...raw.modules].sort();
    const message = meta.messages[raw.messageId] ?? { what: '', why: '', help: '' };
    const texts = fillMessage(message, raw.data, listNames(modules));
    return {
      rule: meta.id,
      row,
      area: raw.area,
      severity: raw.severity,
      confidence: raw.confidence,
      sources: (row === undefined ? undefined : meta.rows?.[row]?.sources) ?? meta.sources,
      environments: [...raw.environments].sort(),
      modules,
      ...texts,
      ...at,
      related: raw.related.map((place) => ({ ...place, label: visible(place.label) })),
      fingerprint: fingerprints.of(`${meta.id}:${row ?? ''}`, at.file, lineText, spanText),
      fixes: () => raw.fixes().filter((fix) => fix !== undefined),
    };
  });
}
