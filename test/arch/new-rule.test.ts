import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { areas } from '../../rules/tools/rule-files.ts';
import { ruleSkeleton } from '../../rules/tools/rule-skeleton.ts';
import { compileErrors } from './compile-errors.ts';
import { fixtureFaults } from './fixture-folders.ts';
import { root } from './repository.ts';
import { pageFaults } from './rule-page.ts';
import { ruleSourceFaults } from './rule-source.ts';

const id = 'group/bad-state';

for (const area of areas) {
  test(`${area}: a new rule has all its files, in the right shape, and each fails until it is filled in`, () => {
    const files = ruleSkeleton(area, id, '0.1.0');
    assert.equal(files.size, 7);
    const rule = files.get(`rules/${area}/${id}.ts`) ?? '';
    assert.deepEqual(ruleSourceFaults(`rules/${area}/${id}.ts`, rule), [
      `rules/${area}/${id}.ts: message \`found\` is never sent`,
      `rules/${area}/${id}.ts: still says FILL IN`,
    ]);
    const page = files.get(`rules/${area}/${id}.md`) ?? '';
    assert.deepEqual(pageFaults(page, 'FILL IN: the bad state in a few words'), ['still says FILL IN']);
    const fixtures = [...files].filter(([path]) => path.startsWith('test/rules/'));
    const faults = fixtureFaults(
      [{ path: `${area}/${id}`, fix: 'none' }],
      new Map(fixtures.map(([path, text]) => [path.slice(11), text])),
    );
    assert.equal(faults.length, 5);
    for (const fault of faults) assert.match(fault, /still says FILL IN$/);
  });
}

describe('npm run new-rule in a copy of the repository', () => {
  const copy = mkdtempSync(join(tmpdir(), 'djpreflight-new-rule-'));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'rules/tools/new-rule.ts', ...args], {
      cwd: copy,
      encoding: 'utf8',
    });
  const registry = () => readFileSync(join(copy, 'rules/registry.ts'), 'utf8');

  before(() => {
    for (const path of ['rules', 'server', 'package.json', 'tsconfig.json']) {
      const isSource = (from: string): boolean => !/[\\/](parser[\\/]target|node_modules)$/.test(from);
      cpSync(join(root, path), join(copy, path), { recursive: true, filter: isSource });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  test('writes the files, adds the rule to the registry, and what it wrote compiles', () => {
    const { status, stdout, stderr } = run('docker', 'docker/planted');
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^rules\/docker\/docker\/planted\.ts\n/);
    assert.match(registry(), /^import dockerPlanted from '\.\/docker\/docker\/planted\.ts';$/m);
    assert.match(readFileSync(join(copy, 'rules/docker/docker/planted.md'), 'utf8'), /\| Rule \| `docker\/planted` \|/);
    assert.deepEqual(
      compileErrors(copy).filter((error) => error.startsWith('rules/')),
      [],
    );
  });

  test('refuses a wrong area, a wrong id and an id that exists, and writes nothing', () => {
    const before = registry();
    for (const [args, message] of [
      [[], /^Usage: npm run new-rule -- <settings\|orm\|docker> <group>\/<name>\n$/],
      [['templates', 'a/b'], /^Usage/],
      [['settings', 'HSTS'], /`HSTS` is no rule id/],
      [['settings', '../evil/x'], /is no rule id/],
      [['settings', 'docker/run-as-root'], /rules\/docker\/docker\/run-as-root\.ts has this id already/],
    ] as const) {
      const { status, stderr } = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, message);
    }
    assert.equal(registry(), before);
  });
});
