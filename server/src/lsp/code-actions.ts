import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../contract/finding.ts';
import { analyze } from '../engine/analyze.ts';
import { type FixResult, fixAll, proveFix } from '../engine/fix.ts';
import { equalEnds } from '../text/equal-ends.ts';
import type { FileId } from '../text/file-id.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import type { FolderSession, Snapshot } from './folder-session.ts';
import { type FileChange, type Place, spanRange, toDiagnostic, touches, toWorkspaceEdit } from './to-protocol.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.djpreflight`;

/** What an action carries until it is resolved. */
export interface ActionData {
  readonly uri: string;
  readonly act: 'fix' | 'fix-rule' | 'fix-all' | 'ignore';
  /** Of the finding; empty for `fix-all`. */
  readonly fingerprint: string;
  /** Which of its fixes. */
  readonly index: number;
}

/** An action's edit, or one sentence that says why there is none. */
export type ResolvedAction = { readonly edit: WorkspaceEdit } | { readonly reason: string };

/** The actions for a range of a file, without their edits. @param hasCommands true when the editor knows `djpreflight.explainRule`. */
export function actionsAt(
  session: FolderSession,
  snapshot: Snapshot,
  file: FileId,
  range: Range,
  only: readonly string[] | undefined,
  hasCommands: boolean,
): readonly CodeAction[] {
  const uri = session.uriOf(file);
  const wants = (kind: string): boolean =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`) || one === '');
  const lines = snapshot.analysis.project.sources.lines(file);
  const findings = snapshot.analysis.findings.filter((one) => one.file === file);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of findings) {
      if (touches(spanRange(finding.span, lines), range))
        actions.push(...quickFixes(session, snapshot, finding, uri, hasCommands));
    }
  }
  const isSafe = (finding: Finding): boolean => finding.fixes().some((fix) => fix.applicability === 'safe');
  if (only !== undefined && wants(fixAllKind) && findings.some(isSafe)) {
    const data: ActionData = { uri, act: 'fix-all', fingerprint: '', index: 0 };
    actions.push({ title: 'Make all safe fixes of Django Preflight', kind: fixAllKind, data });
  }
  return actions;
}

function quickFixes(
  session: FolderSession,
  snapshot: Snapshot,
  finding: Finding,
  uri: string,
  hasCommands: boolean,
): readonly CodeAction[] {
  const { rule, fingerprint } = finding;
  const place: Place = { root: session.root, lines: (one) => snapshot.analysis.project.sources.lines(one) };
  const meta = snapshot.input.rules.find((one) => one.meta.id === rule)?.meta;
  const diagnostics = [toDiagnostic(finding, meta, place)];
  const kind = CodeActionKind.QuickFix;
  const data = (act: ActionData['act'], index = 0): ActionData => ({ uri, act, fingerprint, index });
  const fixes = finding.fixes();
  const actions = fixes.map(
    ({ title, applicability }, index): CodeAction => ({
      title: applicability === 'safe' ? title : `${title} (suggestion)`,
      kind,
      diagnostics,
      isPreferred: index === 0,
      data: data('fix', index),
    }),
  );
  const alike = snapshot.analysis.findings.filter((one) => one.file === finding.file && one.rule === rule);
  if (fixes.length > 0 && alike.length > 1)
    actions.push({ title: `Fix all \`${rule}\` in this file`, kind, diagnostics, data: data('fix-rule') });
  // What the engine itself reports, an ignore comment without use, has no page and is not ignored by another one.
  if (meta === undefined) return actions;
  actions.push({ title: `Ignore \`${rule}\` here, with a reason`, kind, diagnostics, data: data('ignore') });
  if (hasCommands) {
    const title = `Explain \`${rule}\``;
    actions.push({
      title,
      kind,
      diagnostics,
      command: { title, command: 'djpreflight.explainRule', arguments: [rule] },
    });
  }
  return actions;
}

/** Makes an action's edit and proves it: what leaves the finding, or causes another one, is refused. */
export function resolveAction(session: FolderSession, snapshot: Snapshot, data: ActionData): ResolvedAction {
  const file = session.fileOfUri(data.uri);
  if (file === undefined) return { reason: 'The file is not part of this folder.' };
  if (data.act === 'fix-all') return editOfAll(session, snapshot, (one) => one.file === file, ['safe']);
  const finding = snapshot.analysis.findings.find((one) => one.fingerprint === data.fingerprint && one.file === file);
  if (finding === undefined) return { reason: 'The finding is no longer there.' };
  switch (data.act) {
    case 'fix':
      return editOfFix(session, snapshot, finding, finding.fixes()[data.index]);
    case 'fix-rule':
      return editOfAll(session, snapshot, (one) => one.file === file && one.rule === finding.rule, [
        'safe',
        'suggestion',
      ]);
    case 'ignore':
      return editOfIgnore(session, snapshot, finding);
  }
}

function editOfFix(session: FolderSession, snapshot: Snapshot, finding: Finding, fix: Fix | undefined): ResolvedAction {
  if (fix === undefined) return { reason: 'The fix is no longer there.' };
  const proved = proveFix(snapshot.input, snapshot.analysis, finding, fix);
  if ('reason' in proved) return { reason: `${fix.title}: ${proved.reason}` };
  const edits = new Map<FileId, TextEdit[]>();
  for (const { file, edit } of fix.edits) edits.set(file, [...(edits.get(file) ?? []), edit]);
  const created = new Map(fix.create.map(({ file, text }) => [file, text]));
  return { edit: workspaceEdit(session, snapshot, edits, created) };
}

function editOfAll(
  session: FolderSession,
  snapshot: Snapshot,
  wants: (finding: Finding) => boolean,
  allowed: Parameters<typeof fixAll>[1],
): ResolvedAction {
  const result = fixAll(snapshot.input, allowed, wants);
  if (result.applied.length === 0) return { reason: result.refused[0]?.reason ?? 'There is nothing to fix.' };
  return { edit: editOfResult(session, snapshot, result) };
}

/** All that a run of fixes changed, as one edit. */
export function editOfResult(session: FolderSession, snapshot: Snapshot, result: FixResult): WorkspaceEdit {
  const edits = new Map<FileId, TextEdit[]>();
  for (const [file, text] of result.changed)
    edits.set(file, [smallestEdit(snapshot.input.texts.get(file) ?? '', text)]);
  return workspaceEdit(session, snapshot, edits, result.created);
}

/** What differs between two texts, from the first difference to the last. */
function smallestEdit(before: string, after: string): TextEdit {
  const { head, tail } = equalEnds(before, after);
  return { span: { start: head, end: before.length - tail }, newText: after.slice(head, after.length - tail) };
}

/** An ignore comment on a line of its own above the finding, which holds in every syntax that has comments. */
function editOfIgnore(session: FolderSession, snapshot: Snapshot, finding: Finding): ResolvedAction {
  const text = snapshot.input.texts.get(finding.file);
  const lines = snapshot.analysis.project.sources.lines(finding.file);
  if (text === undefined || lines === undefined) return { reason: 'The file was not read.' };
  const { line } = lines.position(finding.span.start);
  const at = lines.lineSpan(line).start;
  const indent = /^[ \t]*/.exec(lines.lineText(line))?.[0] ?? '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const edit: TextEdit = {
    span: { start: at, end: at },
    newText: `${indent}# djpreflight: ignore[${finding.rule}] say why here${end}`,
  };
  const texts = new Map(snapshot.input.texts).set(finding.file, applyEdits(text, [edit]));
  const after = analyze({ ...snapshot.input, texts });
  const before = snapshot.analysis;
  const isWorse = after.syntax.length > before.syntax.length || after.findings.length >= before.findings.length;
  if (isWorse) return { reason: 'A comment above this line would not silence it.' };
  return { edit: workspaceEdit(session, snapshot, new Map([[finding.file, [edit]]]), new Map()) };
}

function workspaceEdit(
  session: FolderSession,
  snapshot: Snapshot,
  edits: ReadonlyMap<FileId, readonly TextEdit[]>,
  created: ReadonlyMap<FileId, string>,
): WorkspaceEdit {
  const changes: FileChange[] = [];
  for (const [file, text] of created) {
    changes.push({
      file,
      isNew: true,
      lines: undefined,
      edits: [{ span: { start: 0, end: 0 }, newText: text }],
      version: null,
    });
  }
  for (const [file, list] of edits) {
    const version = snapshot.versions.get(file) ?? null;
    changes.push({ file, isNew: false, lines: snapshot.analysis.project.sources.lines(file), edits: list, version });
  }
  return toWorkspaceEdit(session.root, changes);
}
