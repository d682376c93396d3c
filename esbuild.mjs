// Builds what is shipped: one CommonJS file for each entry point, the parser and the rules' pages beside them.
// Must not depend on time or machine: two builds of the same sources give the same bytes, and a test compares them.
// `node esbuild.mjs [--outdir FOLDER]`. dist/meta.json says what went into which bundle; test/arch/bundle.test.ts reads it.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('.', import.meta.url));

/** One line for each bundle. `banner` stands in its first line, `executable` gives it the right to run; the tests in the editor are not shipped. */
const entries = [
  { out: 'cli', from: 'server/src/cli/main.ts', banner: '#!/usr/bin/env node', executable: true },
  { out: 'server', from: 'server/src/lsp/main.ts' },
  { out: 'client', from: 'client/src/extension.ts', external: ['vscode'] },
  { out: 'host-tests', from: 'test/host/suite/index.ts', external: ['vscode', 'mocha'], isShipped: false },
].filter(({ from }) => existsSync(join(root, from)));

/** Files that are shipped as they are. */
const copies = ['server/src/syntax/python/parser/python-parser.wasm'];

/**
 * Nothing that we bundle may start a process or reach the network on its own. commander asks for `child_process` only to run subcommands
 * that are programs of their own, the language server's library for it to find packages, and the protocol's for `net` to listen on sockets:
 * none of which we have, so they get an empty module instead.
 */
const emptied = [
  { module: /^(node:)?child_process$/, importer: /[\\/]node_modules[\\/](commander|vscode-languageserver)[\\/]/ },
  { module: /^(node:)?net$/, importer: /[\\/]node_modules[\\/]vscode-jsonrpc[\\/]/ },
];
const emptyModules = {
  name: 'empty-modules',
  setup(context) {
    for (const { module, importer: from } of emptied) {
      context.onResolve({ filter: module }, ({ importer, path }) =>
        from.test(importer) ? { path, namespace: 'empty' } : undefined,
      );
    }
    context.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { values } = parseArgs({ options: { outdir: { type: 'string', default: 'dist' } } });
const outdir = resolve(root, values.outdir);

const metafile = { inputs: {}, outputs: {} };
const files = new Map();
for (const { out, from, banner = '', external = [], isShipped = true } of entries) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { [out]: from },
    // Paths in the metafile do not depend on where the files go.
    outdir: 'dist',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.9',
    outExtension: { '.js': '.cjs' },
    minify: true,
    // Licence texts stand whole in THIRD-PARTY-NOTICES.txt, which ships beside the bundles.
    legalComments: 'none',
    banner: { js: banner },
    external,
    plugins: isShipped ? [emptyModules] : [],
    logLevel: 'warning',
  });
  if (isShipped) {
    Object.assign(metafile.inputs, result.metafile.inputs);
    Object.assign(metafile.outputs, result.metafile.outputs);
  }
  for (const file of result.outputFiles) files.set(basename(file.path), file.contents);
}

const { collectPages } = await tsImport('./rules/tools/collect-pages.ts', import.meta.url);
files.set('pages.json', `${JSON.stringify(collectPages())}\n`);
files.set('meta.json', `${JSON.stringify(metafile, null, 1)}\n`);

for (const from of copies) files.set(basename(from), readFileSync(join(root, from)));

// Written only now: a build that fails leaves the last good one. What an older build left in dist/ goes; other folders are not ours to clear.
mkdirSync(outdir, { recursive: true });
const stale = values.outdir === 'dist' ? readdirSync(outdir).filter((name) => !files.has(name)) : [];
for (const name of stale) rmSync(join(outdir, name), { recursive: true });
for (const [name, contents] of files) writeFileSync(join(outdir, name), contents);
for (const { out, executable } of entries) if (executable === true) chmodSync(join(outdir, `${out}.cjs`), 0o755);
