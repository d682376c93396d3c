import { moduleUses, parseSources, pathOf } from './read-imports.ts';

/** A row of the table "who may import whom". */
export interface Layer {
  readonly name: string;
  /** Folders (ending in `/`) and files that the layer holds. Of several layers the one with the longest match counts. */
  readonly holds: readonly string[];
  /** Folders, files, packages and `node:` modules it may import; `node:` alone is every module of Node's. Its own folders are always allowed. */
  readonly may: readonly string[];
  /** What it may import besides, by `import type` only. */
  readonly mayTypes?: readonly string[];
}

const text = 'server/src/text/';
const data = 'server/src/data/';
const syntax = 'server/src/syntax/';
const model = 'server/src/model/';
const edit = 'server/src/edit/';
const contract = 'server/src/contract/';
const engine = 'server/src/engine/';
const workspace = 'server/src/workspace/';
const report = 'server/src/report/';

const modelBase = [`${model}python/`, `${model}sources.ts`];
const dependencies = `${model}dependencies/`;
const areaFolders = ['settings', 'orm', 'docker'].map((area) => `${model}${area}/`);
/** Packages that compare versions and read ignore files. */
const modelPackages = ['@renovatebot/pep440', 'ignore', '@balena/dockerignore'];
const belowModel = [text, data, syntax, ...modelPackages];
const belowEntryPoints = [text, data, syntax, model, edit, contract, engine, workspace, report];

const parserPackages: Readonly<Record<string, readonly string[]>> = {
  python: [],
  template: [],
  dockerfile: ['dockerfile-ast'],
  shell: ['web-tree-sitter'],
  yaml: ['yaml'],
  toml: ['toml-eslint-parser'],
  requirements: [],
  ini: [],
  dotenv: [],
  procfile: [],
};

/** DESIGN's table, row by row. What is in no row (server files outside every folder) is a fault itself. */
export const layers: readonly Layer[] = [
  { name: 'text', holds: [text], may: [] },
  { name: 'data', holds: [data], may: [] },
  ...Object.entries(parserPackages).map(([name, packages]) => ({
    name: `syntax/${name}`,
    holds: [`${syntax}${name}/`],
    may: [text, ...packages],
  })),
  { name: 'model/python', holds: modelBase, may: belowModel },
  { name: 'model/dependencies', holds: [dependencies], may: [...belowModel, ...modelBase] },
  ...areaFolders.map((folder) => ({
    name: folder.slice('server/src/'.length, -1),
    holds: [folder],
    may: [...belowModel, ...modelBase],
    mayTypes: [dependencies],
  })),
  {
    name: 'model/deployment',
    holds: [`${model}deployment/`],
    may: [...belowModel, ...modelBase, dependencies, ...areaFolders],
  },
  { name: 'model/project', holds: [`${model}project.ts`], may: [...belowModel, model] },
  { name: 'edit', holds: [edit], may: [text, syntax, model] },
  { name: 'contract', holds: [contract], may: [text, 'zod'], mayTypes: [model, edit] },
  ...['settings', 'orm', 'docker'].map((area) => ({
    name: `rules/${area}`,
    holds: [`rules/${area}/`],
    may: [contract, text, `${model}${area}/questions.ts`, `${model}deployment/questions.ts`],
    mayTypes: [model],
  })),
  { name: 'rules/registry', holds: ['rules/registry.ts'], may: ['rules/'], mayTypes: [contract] },
  { name: 'engine', holds: [engine], may: [text, syntax, model, edit, contract, 'zod'] },
  { name: 'workspace', holds: [workspace], may: [text, 'node:fs', 'node:path', 'node:buffer', 'fdir', 'ignore'] },
  { name: 'report', holds: [report], may: [text, contract, 'picocolors'], mayTypes: [model] },
  {
    name: 'lsp',
    holds: ['server/src/lsp/'],
    may: [...belowEntryPoints, 'node:', 'zod', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  {
    name: 'cli',
    holds: ['server/src/cli/'],
    may: [...belowEntryPoints, 'node:', 'commander', 'picocolors', 'yocto-spinner'],
  },
  ...[
    { layer: 'lsp', packages: ['vscode-languageserver'] },
    { layer: 'cli', packages: ['picocolors'] },
  ].map(({ layer, packages }) => ({
    name: `${layer}/main`,
    holds: [`server/src/${layer}/main.ts`],
    may: [...belowEntryPoints, 'node:', ...packages, `server/src/${layer}/`, 'rules/registry.ts', 'package.json'],
  })),
  {
    name: 'cli/changed-since',
    holds: ['server/src/cli/changed-since.ts'],
    may: [...belowEntryPoints, 'node:', 'node:child_process', 'server/src/cli/'],
  },
  {
    name: 'client',
    holds: ['client/'],
    may: ['vscode', 'vscode-languageclient', 'server/src/lsp/protocol.ts'],
  },
];

/** The workshop: may import anything and is in no bundle. Nothing that is shipped imports it. */
export const workshop = ['rules/tools/', 'test/', 'server/src/syntax/python/parser/'];

/** Modules of Node's that `node:` alone does not stand for: the network, other programs, and code made from text. */
export const refusedNodeModules = [
  'node:child_process',
  'node:cluster',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
  'node:http',
  'node:http2',
  'node:https',
  'node:inspector',
  'node:net',
  'node:tls',
  'node:vm',
];

/**
 * The imports that break the table, as `file:line: layer must not import 'x'`.
 * @param files sources by root-relative path
 */
export function layerViolations(files: ReadonlyMap<string, string>): readonly string[] {
  const violations: string[] = [];
  for (const source of parseSources(files)) {
    const file = pathOf(source);
    if (workshop.some((folder) => file.startsWith(folder))) continue;
    const layer = layerOf(file);
    if (layer === undefined) {
      violations.push(`${file}: belongs to no layer`);
      continue;
    }
    for (const { target, specifier, line, typeOnly } of moduleUses(source)) {
      const allowed = [...layer.holds, ...layer.may, ...(typeOnly ? (layer.mayTypes ?? []) : [])];
      const isAllowed = allowed.some((one) => matches(one, target)) && !isRuleToRule(layer, file, target);
      if (!isAllowed) violations.push(`${file}:${line}: ${layer.name} must not import '${specifier}'`);
    }
  }
  return violations;
}

/** The layer of a file; undefined when no row of the table holds it. */
export function layerOf(file: string): Layer | undefined {
  const length = (layer: Layer): number =>
    Math.max(-1, ...layer.holds.filter((one) => matches(one, file)).map((one) => one.length));
  const found = [...layers].sort((a, b) => length(b) - length(a))[0];
  return found === undefined || length(found) < 0 ? undefined : found;
}

/** The rules' own folder stands in `holds`, but a rule never imports another. */
function isRuleToRule(layer: Layer, file: string, target: string): boolean {
  return layer.name.startsWith('rules/') && target.startsWith('rules/') && file !== 'rules/registry.ts';
}

function matches(allowed: string, target: string): boolean {
  if (allowed === 'node:') return target.startsWith('node:') && !refusedNodeModules.includes(target);
  if (!allowed.endsWith('/')) return target === allowed;
  return target.startsWith(allowed) && !workshop.some((folder) => target.startsWith(folder));
}
