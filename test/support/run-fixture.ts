import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../../rules/registry.ts';
import type { Finding } from '../../server/src/contract/finding.ts';
import { type Analysis, type AnalysisInput, analyze } from '../../server/src/engine/analyze.ts';
import { defaultConfig } from '../../server/src/engine/config.ts';
import { FactsCache } from '../../server/src/engine/facts-cache.ts';
import { type FixResult, fixAll } from '../../server/src/engine/fix.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { type Fixture, type Mark, parseFixture } from './fixture.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Files of the clean base are the same for every fixture, so their facts are taken once. */
const cache = new FactsCache();

/** Reads a folder as a project's texts, `/`-separated names relative to it. */
export function readProject(folder: string): Map<FileId, string> {
  const texts = new Map<FileId, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes('__pycache__')) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(relative(folder, path).split(sep).join('/') as FileId, readFileSync(path, 'utf8'));
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const clean = readProject(join(here, 'clean'));

/** The analysis input of a fixture: its files over the clean base, every rule, preset strict. */
export function fixtureInput({
  files,
  onCleanBase,
  select = [],
}: Pick<Fixture, 'files' | 'onCleanBase'> & Partial<Pick<Fixture, 'select'>>): AnalysisInput {
  const texts = new Map([...(onCleanBase ? clean : []), ...files]);
  const selected = select.length === 0 ? [] : ['all', ...select];
  return {
    texts,
    listing: texts.keys(),
    rules,
    config: { ...defaultConfig, preset: 'strict', select: selected },
    cache,
  };
}

/** Fails unless the findings of a fixture are exactly its marks. */
function checkMarks(fixture: Fixture, analysis: Analysis): void {
  assert.deepEqual(analysis.crashes, [], 'a rule crashed');
  const actual = analysis.findings.map((one) =>
    describe(one.file, one.span.start, one.span.end, ruleOf(one), analysis),
  );
  const expected = fixture.marks.map((mark) => {
    const end = mark.end === Number.POSITIVE_INFINITY ? (endOf(mark, analysis) ?? mark.start) : mark.end;
    return describe(mark.file, mark.start, end, mark.rule, analysis);
  });
  assert.deepEqual([...actual].sort(), [...expected].sort());
  for (const mark of fixture.marks) {
    if (mark.what === undefined) continue;
    const finding = analysis.findings.find(
      (one) => ruleOf(one) === mark.rule && one.file === mark.file && one.span.start === mark.start,
    );
    assert.equal(finding?.what, mark.what);
  }
}

function ruleOf(finding: Finding): string {
  return finding.row === undefined ? finding.rule : `${finding.rule}:${finding.row}`;
}

/** `^^^>` says where a span starts; where it ends is the finding's own business, as long as it is past the line. */
function endOf(mark: Mark, analysis: Analysis): number | undefined {
  const lines = analysis.project.sources.lines(mark.file);
  if (lines === undefined) return undefined;
  const line = lines.position(mark.start).line;
  return analysis.findings.find(
    (one) => one.file === mark.file && one.span.start === mark.start && one.span.end > lines.lineSpan(line).end,
  )?.span.end;
}

function describe(file: FileId, start: number, end: number, rule: string, analysis: Analysis): string {
  const text = analysis.project.sources.text(file) ?? '';
  const { line, column } = new LineIndex(text).position(start);
  return `${file}:${line + 1}:${column + 1} ${rule} ${JSON.stringify(text.slice(start, end))}`;
}

/** Runs one fixture file: marks, then the outputs of its fixes against `x.fixed.*` and `x.suggested.*`. */
export function runFixtureFile(path: string, defaultPath: string): void {
  const fixture = parseFixture(readFileSync(path, 'utf8'), defaultPath);
  const input = fixtureInput(fixture);
  const analysis = analyze(input);
  checkMarks(fixture, analysis);
  if (fixture.marks.length === 0) return;
  const has = (kind: 'safe' | 'suggestion'): boolean =>
    analysis.findings.some((one) => one.fixes().some(({ applicability }) => applicability === kind));
  compareOutput(path, 'fixed', has('safe') ? fixAll(input, ['safe']) : undefined, input);
  compareOutput(path, 'suggested', has('suggestion') ? fixAll(input, ['suggestion']) : undefined, input);
}

/** Fixes must do their work in one go: no refusal, and a second run changes nothing. */
function compareOutput(
  path: string,
  kind: 'fixed' | 'suggested',
  result: FixResult | undefined,
  input: AnalysisInput,
): void {
  const target = path.replace(/(\.[^./]+)$/, `.${kind}$1`);
  if (result === undefined) {
    if (process.env['UPDATE_FIXTURES'] === '1') rmSync(target, { force: true });
    assert.equal(existsSync(target), false, `${target} is there, but nothing offers such a fix`);
    return;
  }
  assert.deepEqual(
    result.refused.map(({ finding, title, reason }) => `${finding.rule}: ${title}: ${reason}`),
    [],
    'a fix was refused',
  );
  const texts = new Map([...input.texts, ...result.changed, ...result.created]);
  const again = fixAll({ ...input, texts, listing: texts.keys() }, [kind === 'fixed' ? 'safe' : 'suggestion']);
  assert.deepEqual([...again.changed.keys(), ...again.created.keys()], [], 'a second run changes something');
  const output = [...result.changed, ...result.created].map(([file, text]) => `#- ${file}\n${text}`).join('');
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(target, output);
  assert.equal(readFileSync(target, 'utf8'), output);
}

/** The fixture files of an area, as absolute paths; outputs of fixes are none. */
export function fixtureFiles(area: string): readonly string[] {
  const folder = join(here, '..', 'rules', area);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/\.(fixed|suggested)\.[^.]+$/.test(entry.name) && /^(bad|ok)-/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
