import type { Finding } from '../contract/finding.ts';
import type { AnyRule } from '../contract/rule.ts';
import type { Severity } from '../contract/severity.ts';

/** `recommended` shows what is sure and matters; `strict` adds all but the uncertain. */
export const presets = ['recommended', 'strict'] as const;
export type Preset = (typeof presets)[number];

/** Which rules and findings a user wants to see. */
export interface Selection {
  readonly preset: Preset;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
}

/** The group of a rule id: `https` of `https/hsts-missing`. */
export function groupOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'));
}

/** True when a selector (rule, `rule:row`, group or `all`) names this rule or row. */
export function selects(selector: string, rule: string, row: string | undefined): boolean {
  if (selector === 'all' || selector === rule || selector === groupOf(rule)) return true;
  return row !== undefined && selector === `${rule}:${row}`;
}

/** True when a rule is named itself (or a row of it), not only by its group. */
export function isNamed(selection: Selection, rule: string, row: string | undefined): boolean {
  return selection.select.some((one) => one === rule || (row !== undefined && one === `${rule}:${row}`));
}

/** Every word that can stand in `select` and `ignore`. */
export function knownSelectors(rules: readonly AnyRule[]): ReadonlySet<string> {
  const known = new Set<string>(['all']);
  for (const { meta } of rules) {
    known.add(meta.id);
    known.add(groupOf(meta.id));
    for (const row of Object.keys(meta.rows ?? {})) known.add(`${meta.id}:${row}`);
  }
  return known;
}

/** True when a rule can show anything under this selection; what cannot is not run. */
export function wantsRule(selection: Selection, rule: AnyRule): boolean {
  const { id, rows } = rule.meta;
  if (selection.ignore.some((one) => selects(one, id, undefined))) return false;
  if (selection.select.length === 0) return true;
  const candidates = [undefined, ...Object.keys(rows ?? {})];
  return candidates.some((row) => selection.select.some((one) => selects(one, id, row)));
}

/** True when a finding is shown. A rule named in `select` is shown whatever the preset thinks of it. */
export function wantsFinding(selection: Selection, finding: Finding): boolean {
  const { rule, row, severity, confidence } = finding;
  if (selection.ignore.some((one) => selects(one, rule, row))) return false;
  if (selection.select.length > 0 && !selection.select.some((one) => selects(one, rule, row))) return false;
  if (isNamed(selection, rule, row)) return true;
  if (confidence === 'low') return false;
  if (selection.preset === 'strict') return true;
  if (confidence === 'high') return severity !== 'hint';
  return severity === 'error' || severity === 'warning';
}

/** The user's own severity of a rule or row, the row's first. */
export function configuredSeverity(
  selection: Selection,
  rule: string,
  row: string | undefined,
): Severity | 'off' | undefined {
  const ofRow = row === undefined ? undefined : selection.severity[`${rule}:${row}`];
  return ofRow ?? selection.severity[rule] ?? selection.severity[groupOf(rule)];
}
