import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bundledPackages, noticesText } from '../../rules/tools/notices-text.ts';
import { ruleFiles } from '../../rules/tools/rule-files.ts';
import { bundleFaults, bytesOf, type Metafile } from './bundle-contents.ts';
import { admitsVersion } from './node-range.ts';
import { read, root } from './repository.ts';

/** The oldest Node that what we ship runs on: VS Code 1.91's. */
const oldestNode = '20.9.0';
const largestBundle = 1_500_000;

const folder = mkdtempSync(join(tmpdir(), 'djpreflight-bundle-'));
const first = join(folder, 'first');
const second = join(folder, 'second');
let metafile: Metafile;

before(() => {
  for (const outdir of [first, second]) {
    const run = spawnSync(process.execPath, ['esbuild.mjs', '--outdir', outdir], { cwd: root, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  }
  metafile = JSON.parse(readFileSync(join(first, 'meta.json'), 'utf8')) as Metafile;
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the build gives these files', () => {
  const bundles = ['cli.cjs', 'client.cjs', 'host-tests.cjs', 'server.cjs'];
  assert.deepEqual(readdirSync(first).sort(), [...bundles, 'meta.json', 'pages.json', 'python-parser.wasm'].sort());
});

test('two builds give the same bytes', () => {
  for (const name of readdirSync(first)) {
    assert.ok(readFileSync(join(first, name)).equals(readFileSync(join(second, name))), name);
  }
});

test('the command line can be called by its name', () => {
  const path = join(first, 'cli.cjs');
  assert.ok(readFileSync(path, 'utf8').startsWith('#!/usr/bin/env node\n'));
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o111, 0o111);
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const run = spawnSync(process.execPath, [path, '--version'], { encoding: 'utf8' });
  assert.deepEqual([run.stdout.trim(), run.stderr, run.status], [version, '', 0]);
});

test('no bundle is larger than 1.5 MB', (t) => {
  for (const [path, { bytes }] of Object.entries(metafile.outputs)) {
    t.diagnostic(`${path}: ${bytes} bytes`);
    assert.ok(bytes <= largestBundle, `${path} has ${bytes} bytes`);
  }
});

test('no bundle holds the workshop, the network or a way to start programs', () => {
  assert.deepEqual(bundleFaults(metafile), []);
});

test('what a bundle leaves outside is a module of Node', () => {
  for (const { imports } of Object.values(metafile.outputs)) {
    assert.deepEqual(
      imports.map(({ path }) => path).filter((path) => !isBuiltin(path) && path !== 'vscode'),
      [],
    );
  }
});

test(`every bundled package runs on Node ${oldestNode}`, () => {
  const packages = bundledPackages(Object.keys(metafile.inputs));
  assert.ok(packages.includes('node_modules/zod'));
  const refusing = packages.filter((path) => {
    const { engines } = JSON.parse(read(`${path}/package.json`)) as { engines?: { node?: string } };
    return !admitsVersion(engines?.node ?? '*', oldestNode);
  });
  assert.deepEqual(refusing, []);
});

test('zod is bundled once, and without what nobody asks for', () => {
  assert.equal(bundledPackages(Object.keys(metafile.inputs)).filter((path) => path.endsWith('/zod')).length, 1);
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const bytes = bytesOf(output, 'zod');
    assert.ok(bytes < 150_000, `${path} holds ${bytes} bytes of zod`);
  }
});

test('bundles are plain ASCII and name no folder of the machine that built them', () => {
  for (const name of readdirSync(first).filter((one) => one.endsWith('.cjs'))) {
    const text = readFileSync(join(first, name), 'latin1');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: anything outside ASCII could be invisible
    assert.doesNotMatch(text, /[^\x00-\x7f]/, name);
    assert.ok(!text.includes(root), name);
    assert.doesNotMatch(text, /sourceMappingURL/);
  }
});

test('pages.json has the page of every rule', () => {
  const pages = JSON.parse(readFileSync(join(first, 'pages.json'), 'utf8')) as Record<string, string>;
  assert.deepEqual(
    Object.keys(pages),
    ruleFiles().map(({ id }) => id),
  );
  for (const [id, page] of Object.entries(pages)) assert.match(page, /^# /, id);
});

test('THIRD-PARTY-NOTICES.txt names what is in the bundles and in the parser (node --import tsx rules/tools/notices.ts)', () => {
  const text = noticesText(Object.keys(metafile.inputs));
  assert.match(text, /^zod \d/m);
  assert.match(text, /^ruff_python_parser \S+ \(MIT\)$/m);
  assert.equal(read('THIRD-PARTY-NOTICES.txt'), text);
});

test('planted contents of a bundle are seen', () => {
  const input = (...imports: string[]) => ({ bytes: 1, imports: imports.map((path) => ({ path, external: true })) });
  const inputs = {
    'server/src/cli/main.ts': input('node:fs', 'https'),
    'server/src/cli/changed-since.ts': input('node:child_process'),
    'node_modules/x/index.js': input('child_process', 'node:net'),
    'node_modules/ts-morph/dist/ts-morph.js': input('fs'),
    'node_modules/@ts-morph/common/dist/typescript.js': input(),
    'rules/tools/generate.ts': input(),
  };
  assert.deepEqual(bundleFaults({ inputs }), [
    'server/src/cli/main.ts asks for node:https',
    'node_modules/x/index.js asks for node:child_process',
    'node_modules/x/index.js asks for node:net',
    'node_modules/ts-morph/dist/ts-morph.js belongs to the workshop',
    'node_modules/@ts-morph/common/dist/typescript.js belongs to the workshop',
    'rules/tools/generate.ts belongs to the workshop',
  ]);
});
