import { fillIn } from '../../rules/tools/rule-skeleton.ts';
import { unfilled } from './rule-source.ts';

/** A code fence of a page, tagged `bad` or `good`. */
export interface Fence {
  readonly language: string;
  readonly kind: 'bad' | 'good';
  /** The file that the fence stands for. */
  readonly file: string;
  readonly text: string;
  /** 1-based line of the opening fence. */
  readonly line: number;
}

const headings = [
  'What it reports',
  'Why it matters in production',
  'What to do',
  'When not to use it',
  'References',
] as const;

/** Languages of fences that show what to type or what is printed: nothing to lint. */
const untagged = new Set(['sh', 'console', 'text']);

interface ReadPage {
  readonly headings: readonly string[];
  readonly fences: readonly Fence[];
  readonly faults: readonly string[];
}

/** The tagged fences of a page. */
export function fencesOf(page: string): readonly Fence[] {
  return readPage(page).fences;
}

/** What is wrong with the shape of a page. Whether its fences are right is asked by test/unit/pages.test.ts. */
export function pageFaults(page: string, title: string): readonly string[] {
  const { headings: found, fences, faults: own } = readPage(page);
  const faults = [...own];
  if (page.includes(fillIn)) faults.push(unfilled);
  const expected = [`# ${title}`, ...headings.map((heading) => `## ${heading}`)];
  if (found.join('\n') !== expected.join('\n')) {
    faults.push(`its headings are [${found.join(', ')}], not [${expected.join(', ')}]`);
  }
  const [first = '', second, third = ''] = page.split('\n');
  if (first !== `# ${title}` || second !== '' || third !== '<!-- generated -->') {
    faults.push('the title is not followed by an empty line and the generated table');
  }
  if (page.split('<!-- /generated -->\n').length !== 2) faults.push('the generated table has no end');
  for (const kind of ['bad', 'good'] as const) {
    if (!fences.some((fence) => fence.kind === kind)) faults.push(`has no ${kind} example`);
  }
  for (const heading of headings) {
    if (sectionOf(page, heading) === '') faults.push(`says nothing under "${heading}"`);
  }
  return faults;
}

function sectionOf(page: string, heading: string): string {
  const after = page.split(`\n## ${heading}\n`)[1] ?? '';
  return (after.split('\n## ')[0] ?? '').trim();
}

function readPage(page: string): ReadPage {
  const found: string[] = [];
  const fences: Fence[] = [];
  const faults: string[] = [];
  let open: { info: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of page.split('\n').entries()) {
    if (open !== undefined) {
      if (line !== '```') open.lines.push(line);
      else {
        const fence = readFence(open.info, open.lines, open.line);
        if (typeof fence === 'string') faults.push(fence);
        else if (fence !== undefined) fences.push(fence);
        open = undefined;
      }
    } else if (line.startsWith('```')) open = { info: line.slice(3), line: index + 1, lines: [] };
    else if (/^#+ /.test(line)) found.push(line);
  }
  if (open !== undefined) faults.push(`line ${open.line}: the fence has no end`);
  return { headings: found, fences, faults };
}

/** A tagged fence, undefined for one that is only to be read, or what is wrong with its info string. */
function readFence(info: string, lines: readonly string[], line: number): Fence | string | undefined {
  if (untagged.has(info)) return undefined;
  const match = /^([a-z]+) (bad|good) file=(\S+)$/.exec(info);
  const [, language, kind, file] = match ?? [];
  if (language === undefined || (kind !== 'bad' && kind !== 'good') || file === undefined) {
    return `line ${line}: a fence says "language bad|good file=path", not "${info}"`;
  }
  return { language, kind, file, text: `${lines.join('\n')}\n`, line };
}
