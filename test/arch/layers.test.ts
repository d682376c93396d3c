import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layerOf, layers, layerViolations, workshop } from './layers.ts';
import { typescriptSources } from './repository.ts';

test('every import of ours is one that the table allows', () => {
  assert.deepEqual(layerViolations(typescriptSources()), []);
});

/** For each row of the table an import it forbids: the test above would see it. */
const planted: readonly (readonly [layer: string, file: string, statement: string])[] = [
  ['text', 'server/src/text/bad.ts', `import { parseToml } from '../syntax/toml/parse-toml.ts';`],
  ['data', 'server/src/data/bad.ts', `import type { Span } from '../text/span.ts';`],
  ['syntax/python', 'server/src/syntax/python/bad.ts', `import { nodes } from './parser/schema.ts';`],
  ['syntax/template', 'server/src/syntax/template/bad.ts', `import { parsePython } from '../python/parse-python.ts';`],
  ['syntax/dockerfile', 'server/src/syntax/dockerfile/bad.ts', `import { parseShell } from '../shell/parse-shell.ts';`],
  ['syntax/shell', 'server/src/syntax/shell/bad.ts', `import { readFileSync } from 'node:fs';`],
  ['syntax/yaml', 'server/src/syntax/yaml/bad.ts', `import { parseTOML } from 'toml-eslint-parser';`],
  ['syntax/toml', 'server/src/syntax/toml/bad.ts', `import { parse } from 'yaml';`],
  ['syntax/requirements', 'server/src/syntax/requirements/bad.ts', `import { satisfies } from '@renovatebot/pep440';`],
  ['syntax/ini', 'server/src/syntax/ini/bad.ts', `import { Sources } from '../../model/sources.ts';`],
  ['syntax/dotenv', 'server/src/syntax/dotenv/bad.ts', `export * from '../ini/parse-ini.ts';`],
  [
    'syntax/procfile',
    'server/src/syntax/procfile/bad.ts',
    `const data = await import('../../data/library-models.json');`,
  ],
  ['model/python', 'server/src/model/python/bad.ts', `import { buildOrm } from '../orm/model-graph.ts';`],
  ['model/python', 'server/src/model/sources.ts', `import type { Project } from './project.ts';`],
  [
    'model/dependencies',
    'server/src/model/dependencies/bad.ts',
    `import type { Leaf } from '../settings/settings-model.ts';`,
  ],
  ['model/settings', 'server/src/model/settings/bad.ts', `import type { OrmModel } from '../orm/model-graph.ts';`],
  [
    'model/settings',
    'server/src/model/settings/bad.ts',
    `import { buildDependencies } from '../dependencies/dependency-model.ts';`,
  ],
  ['model/orm', 'server/src/model/orm/bad.ts', `import type { Finding } from '../../contract/finding.ts';`],
  ['model/docker', 'server/src/model/docker/bad.ts', `import type { Project } from '../project.ts';`],
  ['model/deployment', 'server/src/model/deployment/bad.ts', `import type { Project } from '../project.ts';`],
  ['model/project', 'server/src/model/project.ts', `import type { Config } from '../engine/config.ts';`],
  ['edit', 'server/src/edit/bad.ts', `import type { Fix } from '../contract/finding.ts';`],
  ['contract', 'server/src/contract/bad.ts', `import { buildProject } from '../model/project.ts';`],
  [
    'rules/settings',
    'rules/settings/https/bad.ts',
    `import { leafValue } from '../../../server/src/model/settings/values.ts';`,
  ],
  ['rules/orm', 'rules/orm/index/bad.ts', `import other from './redundant-prefix.ts';`],
  [
    'rules/docker',
    'rules/docker/docker/bad.ts',
    `import { envQuestion } from '../../../server/src/model/settings/questions.ts';`,
  ],
  ['rules/registry', 'rules/registry.ts', `import { defineRule } from '../server/src/contract/rule.ts';`],
  ['engine', 'server/src/engine/bad.ts', `import { rules } from '../../../rules/registry.ts';`],
  ['workspace', 'server/src/workspace/bad.ts', `import { spawn } from 'node:child_process';`],
  ['report', 'server/src/report/bad.ts', `import { rootOf } from '../model/project.ts';`],
  ['lsp', 'server/src/lsp/bad.ts', `import { createServer } from 'node:net';`],
  ['cli', 'server/src/cli/bad.ts', `import { rules } from '../../../rules/registry.ts';`],
  ['lsp/main', 'server/src/lsp/main.ts', `import { runProgram } from '../cli/program.ts';`],
  ['cli/main', 'server/src/cli/main.ts', `import { exec } from 'node:child_process';`],
  ['cli/changed-since', 'server/src/cli/changed-since.ts', `import { get } from 'node:https';`],
  ['client', 'client/src/bad.ts', `import type { Finding } from '../../server/src/contract/finding.ts';`],
];

describe('a planted bad import is seen', () => {
  for (const [name, file, statement] of planted) {
    test(`${name}: ${statement}`, () => {
      assert.equal(layerOf(file)?.name, name);
      const violations = layerViolations(new Map([[file, `const before = 1;\n${statement}\n`]]));
      assert.equal(violations.length, 1, violations.join('\n'));
      assert.match(violations[0] ?? '', new RegExp(`^${file}:2: ${name} must not import`));
    });
  }

  test('every row of the table has one', () => {
    const covered = new Set(planted.map(([name]) => name));
    assert.deepEqual(
      layers.map(({ name }) => name).filter((name) => !covered.has(name)),
      [],
    );
  });
});

test('what the table allows is let through', () => {
  const allowed = new Map([
    ['server/src/syntax/toml/a.ts', `import { parseTOML } from 'toml-eslint-parser';`],
    ['server/src/model/docker/a.ts', `import { parse } from '../../syntax/requirements/parse-requirements.ts';`],
    ['server/src/model/orm/a.ts', `import type { DjangoVersions } from '../dependencies/django-versions.ts';`],
    ['server/src/model/deployment/a.ts', `import { buildDocker } from '../docker/docker-model.ts';`],
    ['server/src/contract/a.ts', `import type { Project } from '../model/project.ts';\nimport * as z from 'zod';`],
    ['rules/orm/index/a.ts', `import { hasIndex } from '../../../server/src/model/orm/questions.ts';`],
    ['rules/docker/docker/a.ts', `import type { Leaf } from '../../../server/src/model/settings/settings-model.ts';`],
    ['rules/registry.ts', `import a from './orm/index/a.ts';`],
    ['server/src/cli/main.ts', `import { rules } from '../../../rules/registry.ts';`],
    ['server/src/cli/changed-since.ts', `import { execFileSync } from 'node:child_process';`],
    ['server/src/lsp/a.ts', `import { join } from 'node:path';`],
    ['client/src/a.ts', `import { LanguageClient } from 'vscode-languageclient/node';`],
    ['rules/tools/a.ts', `import { Project } from 'ts-morph';`],
  ]);
  assert.deepEqual(layerViolations(allowed), []);
});

test('a server file outside every folder, a computed import and a path of a machine are seen', () => {
  const files = new Map([
    ['server/src/helpers.ts', ''],
    ['server/src/cli/a.ts', 'const name = `x`;\nconst module = await import(name);'],
    ['server/src/cli/b.ts', `import x from '/opt/x.ts';`],
    ['server/src/cli/c.ts', `type Rule = import('../../../rules/registry.ts').Rule;`],
  ]);
  assert.deepEqual(layerViolations(files), [
    'server/src/helpers.ts: belongs to no layer',
    "server/src/cli/a.ts:2: cli must not import '(computed)'",
    "server/src/cli/b.ts:1: cli must not import '/opt/x.ts'",
    "server/src/cli/c.ts:1: cli must not import '../../../rules/registry.ts'",
  ]);
});

test('nothing that is shipped may import the workshop', () => {
  for (const folder of workshop) {
    const violations = layerViolations(new Map([['server/src/cli/main.ts', `import '../../../${folder}x.ts';`]]));
    assert.equal(violations.length, 1, folder);
  }
});
