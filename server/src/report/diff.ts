import { equalEnds } from '../text/equal-ends.ts';
import { printable, withoutSecrets } from './printable.ts';

const contextLines = 3;

/** A line of a comparison: kept, removed or added. */
interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * A unified diff of one file, as `git apply` reads it; empty when the texts are equal. `before` is undefined for a new file. Lines with a
 * secret are no context, and dotted out where they are changed: such a hunk can be read but not applied.
 */
export function unifiedDiff(file: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const lines = compare(before === undefined ? [] : splitLines(before), splitLines(after));
  const name = printable(file);
  const output = [`--- ${before === undefined ? '/dev/null' : `a/${name}`}`, `+++ b/${name}`];
  for (const [from, to] of hunks(lines)) output.push(...hunk(lines, from, to));
  return `${output.join('\n')}\n`;
}

/** Lines with their ends; a diff has to tell `\r\n` from `\n`. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Fixes touch few lines: what is equal at both ends is cut off, the middle is compared by its longest common subsequence. */
function compare(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const { head, tail } = equalEnds(before, after);
  const kept = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ sign: ' ', text }));
  return [
    ...kept(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...kept(before.slice(before.length - tail)),
  ];
}

/** Above this many cells the middle is shown as removed and added: correct, only longer. */
const mostCells = 4_000_000;

function middle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const removed = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ sign: '-', text }));
  const added = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ sign: '+', text }));
  const width = after.length + 1;
  if (before.length * width > mostCells) return [...removed(before), ...added(after)];
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      lines.push({ sign: ' ', text: before[i] ?? '' });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) lines.push({ sign: '-', text: before[i++] ?? '' });
    else lines.push({ sign: '+', text: after[j++] ?? '' });
  }
  return [...lines, ...removed(before.slice(i)), ...added(after.slice(j))];
}

/** Ranges of lines around changes, joined where their context meets. */
function hunks(lines: readonly DiffLine[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  lines.forEach((line, i) => {
    if (line.sign === ' ') return;
    const from = i - contextBeside(lines, i, -1);
    const to = i + contextBeside(lines, i, 1) + 1;
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  });
  return ranges;
}

/** How many lines of context a change has on one side: up to three, none from the first on that holds a secret. */
function contextBeside(lines: readonly DiffLine[], change: number, step: 1 | -1): number {
  for (let count = 0; count < contextLines; count++) {
    const line = lines[change + step * (count + 1)];
    if (line === undefined || (line.sign === ' ' && withoutSecrets(line.text) !== line.text)) return count;
  }
  return contextLines;
}

function hunk(lines: readonly DiffLine[], from: number, to: number): readonly string[] {
  const counted = (upTo: number, start: number, skip: '+' | '-'): number => {
    let number = 0;
    for (let i = start; i < upTo; i++) if (lines[i]?.sign !== skip) number++;
    return number;
  };
  const range = (skip: '+' | '-'): string => {
    const length = counted(to, from, skip);
    // A side without lines names the line before it.
    return `${counted(from, 0, skip) + (length === 0 ? 0 : 1)},${length}`;
  };
  const body = lines
    .slice(from, to)
    .map(({ sign, text }) => ({ sign, text: withoutSecrets(text) }))
    .flatMap(({ sign, text }) =>
      text.endsWith('\n') ? [`${sign}${text.slice(0, -1)}`] : [`${sign}${text}`, '\\ No newline at end of file'],
    );
  return [`@@ -${range('+')} +${range('-')} @@`, ...body];
}
