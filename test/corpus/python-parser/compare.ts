// Holds our Python trees against CPython's own on published packages: `node --import tsx test/corpus/python-parser/compare.ts FOLDER`.
// `--download` first fetches the pinned wheels of packages.json into FOLDER with pip; `--every N` compares the spans of each Nth file.
// Must leave nothing in the repository. cpython-nodes.ts translates our nodes, dump_ast.py writes CPython's.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parsePython } from '../../../server/src/syntax/python/parse-python.ts';
import { loadParsers } from '../../support/load-parsers.ts';
import { cpythonNodes, type Dump, dumpedNodes } from './cpython-nodes.ts';
import { findPython } from './find-python.ts';

interface Difference {
  readonly path: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    download: { type: 'boolean' },
    every: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('name a folder of Python files');

function download(into: string, python: string): void {
  const packages = JSON.parse(readFileSync(new URL('packages.json', import.meta.url), 'utf8')) as string[];
  const platforms = ['manylinux_2_28_x86_64', 'manylinux_2_27_x86_64', 'manylinux2014_x86_64', 'any'];
  const wheels = join(into, 'wheels');
  mkdirSync(wheels, { recursive: true });
  for (const name of packages) {
    const options = ['--no-deps', '--only-binary=:all:', '--python-version=3.14', '-q', '-d', wheels];
    const allowed = platforms.map((platform) => `--platform=${platform}`);
    execFileSync(python, ['-m', 'pip', 'download', ...options, ...allowed, name], { stdio: 'inherit' });
  }
  for (const wheel of readdirSync(wheels)) {
    const target = join(into, wheel.replace(/-py.*|-cp.*/, ''));
    if (!existsSync(target)) execFileSync(python, ['-m', 'zipfile', '-e', join(wheels, wheel), target]);
  }
}

function pythonFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** What is in one list and not in the other, each entry counted. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const entry of other) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return list.filter((entry) => {
    const count = counts.get(entry) ?? 0;
    counts.set(entry, count - 1);
    return count <= 0;
  });
}

function kindsOf(difference: Difference): string {
  const kinds = (list: readonly string[]) => [...new Set(list.map((entry) => entry.split(' ')[0]))].sort().join(',');
  return `ours ${kinds(difference.ours)} / CPython ${kinds(difference.theirs)}`;
}

const count = { files: 0, characters: 0, skipped: 0, rejected: 0, accepted: 0, spansCompared: 0, nodes: 0 };
const falseErrors: string[] = [];
const leniences: string[] = [];
const differences: Difference[] = [];

function compare(dump: Dump): void {
  count.files++;
  if (dump.skipped !== undefined) {
    count.skipped++;
    return;
  }
  const text = readFileSync(dump.path, 'utf8');
  count.characters += text.length;
  const ours = parsePython(text);
  const first = ours.errors[0];
  if (dump.error !== undefined) {
    count.rejected++;
    if (first === undefined) leniences.push(`${dump.path}: ${dump.error}`);
    return;
  }
  count.accepted++;
  if (first !== undefined) falseErrors.push(`${dump.path}:${first.span.start}: ${first.message}`);
  const theirs = dumpedNodes(dump);
  if (theirs.length === 0) return;
  count.spansCompared++;
  count.nodes += theirs.length;
  const mine = cpythonNodes(ours.body, text);
  const difference = { path: dump.path, ours: without(mine, theirs), theirs: without(theirs, mine) };
  if (difference.ours.length + difference.theirs.length > 0) differences.push(difference);
}

await loadParsers();
const python = findPython();
if (python === undefined) throw new Error('no CPython 3.12 or newer was found');
if (values.download) download(folder, python.command);
const files = pythonFiles(folder);
const script = fileURLToPath(new URL('dump_ast.py', import.meta.url));
const child = spawn(python.command, [script, values.every], { stdio: ['pipe', 'pipe', 'inherit'] });
child.stdin.end(`${files.join('\n')}\n`);
for await (const line of createInterface({ input: child.stdout })) compare(JSON.parse(line) as Dump);

console.log(`CPython ${python.version}: ${JSON.stringify(count)}`);
console.log(`false errors: ${falseErrors.length}`);
for (const entry of falseErrors.slice(0, Number(values.show))) console.log(`  ${entry}`);
console.log(`accepted by us, rejected by CPython: ${leniences.length}`);
for (const entry of leniences.slice(0, Number(values.show))) console.log(`  ${entry}`);
console.log(`files whose nodes differ: ${differences.length}`);
const groups = new Map<string, Difference[]>();
for (const difference of differences) {
  const group = kindsOf(difference);
  groups.set(group, [...(groups.get(group) ?? []), difference]);
}
for (const [group, members] of groups) {
  const example = members[0];
  console.log(`  ${members.length} × ${group}, as ${example?.path}: ${example?.ours[0]} / ${example?.theirs[0]}`);
}
if (falseErrors.length > 0) process.exitCode = 1;
