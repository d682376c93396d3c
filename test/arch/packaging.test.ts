import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesBelow, read } from './repository.ts';

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly type: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = read('package-lock.json');

test('the manifest promises the oldest Node and VS Code that we run on', () => {
  assert.deepEqual(manifest.engines, { node: '>=20.9', vscode: '^1.91.0' });
  assert.equal(manifest.type, 'module');
  assert.equal(manifest.license, 'MIT');
  assert.deepEqual(manifest.bin, { djpreflight: 'dist/cli.cjs' });
});

test('nothing is installed beside us: everything is bundled', () => {
  for (const key of [
    'dependencies',
    'optionalDependencies',
    'peerDependencies',
    'bundleDependencies',
    'extensionDependencies',
    'extensionPack',
  ]) {
    assert.equal(manifest[key], undefined, key);
  }
});

test('no script runs by itself when somebody installs us', () => {
  const automatic = /^(pre|post)?(install|prepare|publish|pack|version|uninstall)$/;
  assert.deepEqual(
    Object.keys(manifest.scripts).filter((name) => automatic.test(name)),
    [],
  );
});

test('development packages are pinned exactly', () => {
  const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  assert.deepEqual(loose, []);
});

test('npm is told to pin, and to keep registries out of the lock file', () => {
  assert.deepEqual(read('.npmrc').trim().split('\n').sort(), [
    'fund=false',
    'omit-lockfile-registry-resolved=true',
    'save-exact=true',
  ]);
  assert.doesNotMatch(lock, /"resolved"/);
});

test('the lock file belongs to the manifest and names a hash for every package', () => {
  const { version, packages } = JSON.parse(lock) as {
    version: string;
    packages: Record<string, { devDependencies?: object; integrity?: string }>;
  };
  assert.equal(version, manifest.version);
  assert.deepEqual(packages['']?.devDependencies, manifest.devDependencies);
  const unhashed = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
  assert.deepEqual(unhashed, []);
});

test('the licence is ours', () => {
  assert.match(read('LICENSE'), /^MIT License\n\nCopyright \(c\) \d{4} Django Preflight contributors\n/);
});

test('workflows read only, and run actions that nobody can move to another commit', () => {
  for (const path of filesBelow('.github/workflows')) {
    const text = read(path);
    assert.match(text, /^permissions:\n {2}contents: read\n/m, path);
    assert.doesNotMatch(text, /: write\b|pull_request_target|secrets\./, path);
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    assert.ok(actions.length > 0, path);
    assert.deepEqual(
      actions.filter((action) => !/@[0-9a-f]{40}$/.test(action)),
      [],
    );
  }
});
