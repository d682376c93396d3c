import type { Finding, Fix } from '../contract/finding.ts';
import type { RuleMeta } from '../contract/meta.ts';
import type { AnyRule } from '../contract/rule.ts';
import type { Project } from '../model/project.ts';
import { fileRole } from '../model/python/file-role.ts';
import type { Sources } from '../model/sources.ts';
import type { FileId } from '../text/file-id.ts';
import { Fingerprints } from './fingerprint.ts';
import { type IgnoreComment, type IgnoredRule, ignoreComments } from './ignore-comments.ts';
import { fillMessage } from './message.ts';
import { knownSelectors, type Selection, selects, wantsRule } from './select-findings.ts';

/** The engine's own rule: it speaks of ignore comments that ignore nothing. Registered nowhere, shown and ignored like any other. */
export const unusedIgnore = {
  id: 'suppression/unused-ignore',
  since: '0.1.0',
  status: 'stable',
  title: 'Ignore comment that ignores nothing',
  severity: 'info',
  confidence: 'high',
  fix: 'safe',
  sources: [],
  cwe: [],
  references: ['https://github.com/django-preflight/djpreflight#ignoring-a-finding'],
  messages: {
    unused: {
      what: 'Nothing is reported here by `{selector}`.',
      why: 'An ignore comment that outlives its finding hides the next one.',
      help: 'Remove the comment.',
    },
    unknown: {
      what: '`{selector}` is no rule.',
      why: 'The comment ignores nothing, though it looks as if it did.',
      help: 'Name a rule that `djpreflight rules` lists.',
    },
    bare: {
      what: 'The ignore comment names no rule.',
      why: 'A comment that silences everything would hide faults nobody has seen yet, so it silences nothing.',
      help: 'Name the rule: `# djpreflight: ignore[rule-id] reason`.',
    },
  },
} as const satisfies RuleMeta;

/** A finding that an ignore comment silences, with the reason given there. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

export interface Suppression {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Splits findings by the ignore comments of their files, and adds a finding for each comment that ignores nothing. */
export function suppress(
  findings: readonly Finding[],
  project: Project,
  rules: readonly AnyRule[],
  selection: Selection,
): Suppression {
  const { sources } = project;
  const comments = new Map<FileId, readonly IgnoreComment[]>();
  for (const file of sources.files) {
    if (file.endsWith('.py') && fileRole(file) !== 'code') continue;
    const found = ignoreComments(sources, file);
    if (found.length > 0) comments.set(file, found);
  }
  if (comments.size === 0) return { findings, suppressed: [] };
  const used = new Set<string>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const silencing = silencer(finding, comments.get(finding.file) ?? [], sources, used);
    if (silencing === undefined) kept.push(finding);
    else suppressed.push({ finding, reason: silencing.reason });
  }
  const unused = [...comments.values()].flat().flatMap((one) => unusedIn(one, used, rules, selection, project));
  return { findings: [...kept, ...unused], suppressed };
}

function silencer(
  finding: Finding,
  comments: readonly IgnoreComment[],
  sources: Sources,
  used: Set<string>,
): IgnoreComment | undefined {
  const lines = sources.lines(finding.file);
  if (lines === undefined) return undefined;
  const first = lines.position(finding.span.start).line;
  const last = lines.position(finding.span.end).line;
  for (const one of comments) {
    if (one.line < first || one.line > last) continue;
    const rule = one.rules.find(({ selector }) => selects(selector, finding.rule, finding.row));
    if (rule === undefined) continue;
    used.add(usedKey(one, rule));
    return one;
  }
  return undefined;
}

function usedKey({ file }: IgnoreComment, { span }: IgnoredRule): string {
  return `${file}:${span.start}`;
}

function unusedIn(
  one: IgnoreComment,
  used: ReadonlySet<string>,
  rules: readonly AnyRule[],
  selection: Selection,
  project: Project,
): readonly Finding[] {
  if (one.rules.length === 0) return [unusedFinding(one, one.span, 'bare', '', project)];
  const known = knownSelectors(rules);
  return one.rules.flatMap((rule) => {
    const { selector, span } = rule;
    if (used.has(usedKey(one, rule))) return [];
    if (!known.has(selector)) return [unusedFinding(one, span, 'unknown', selector, project)];
    // A rule that did not run cannot tell whether the comment is of use.
    const [, row] = selector.split(':');
    const ran = rules.some((candidate) => {
      const { id } = candidate.meta;
      const isIgnored = selection.ignore.some((ignored) => selects(ignored, id, row));
      return selects(selector, id, row) && !isIgnored && wantsRule(selection, candidate);
    });
    return ran ? [unusedFinding(one, span, 'unused', selector, project)] : [];
  });
}

function unusedFinding(
  one: IgnoreComment,
  span: IgnoreComment['span'],
  messageId: keyof typeof unusedIgnore.messages,
  selector: string,
  project: Project,
): Finding {
  const { file } = one;
  const text = project.sources.text(file) ?? '';
  return {
    rule: unusedIgnore.id,
    row: undefined,
    area: areaOf(file, project),
    severity: unusedIgnore.severity,
    confidence: unusedIgnore.confidence,
    sources: [],
    environments: [],
    modules: [],
    ...fillMessage(unusedIgnore.messages[messageId], { selector }, ''),
    file,
    span,
    related: [],
    fingerprint: new Fingerprints().of(unusedIgnore.id, file, text.slice(one.span.start, one.span.end), selector),
    fixes: () => (messageId === 'unused' && one.rules.length === 1 ? [removal(one, text)] : []),
  };
}

function areaOf(file: FileId, project: Project): Finding['area'] {
  if (project.settings.modules.some((one) => one.file === file)) return 'settings';
  return file.endsWith('.py') ? 'orm' : 'docker';
}

function removal(one: IgnoreComment, text: string): Fix {
  let { start } = one.span;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  let { end } = one.span;
  // A comment alone on its line takes the line with it.
  if ((start === 0 || text[start - 1] === '\n') && end < text.length) {
    if (text[end] === '\r') end++;
    if (text[end] === '\n') end++;
  }
  return {
    title: 'Remove the ignore comment',
    applicability: 'safe',
    edits: [{ file: one.file, edit: { span: { start, end }, newText: '' } }],
    create: [],
  };
}
