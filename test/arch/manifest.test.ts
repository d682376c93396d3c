import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './repository.ts';

interface Manifest {
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: boolean };
    readonly virtualWorkspaces: { readonly supported: boolean; readonly description: string };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly type: string; readonly scope?: string }>>;
    };
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, configuration } = manifest.contributes;

test('every command that the manifest names is registered, and the reverse', () => {
  const source = read('client/src/commands.ts');
  const handlers = /handlers: [^{]*\{(.*?)\n {2}\};/s.exec(source)?.[1] ?? '';
  const registered = [...handlers.matchAll(/^ {4}(\w+): /gm)].map(([, name]) => `djpreflight.${name}`);
  assert.equal(registered.length, 6);
  assert.deepEqual(
    commands.map(({ command }) => command),
    registered,
  );
  for (const { title, category } of commands) {
    assert.equal(category, 'Django Preflight', title);
    assert.match(title, /^[A-Z]/);
  }
});

test('the extension wakes up for Django only', () => {
  assert.equal(manifest.main, './dist/client.cjs');
  // Opening a Python file, or VS Code itself, is no reason.
  assert.ok(manifest.activationEvents.includes('workspaceContains:**/manage.py'));
  assert.deepEqual(
    manifest.activationEvents.filter((event) => !event.startsWith('workspaceContains:')),
    [],
  );
});

test('it works in untrusted folders, and says why not in virtual ones', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces.supported, true);
  assert.equal(virtualWorkspaces.supported, false);
  assert.ok(virtualWorkspaces.description.length > 0);
});

test('no setting can name a program, its arguments or its environment, and each has a scope', () => {
  for (const [name, { type, scope }] of Object.entries(configuration.properties)) {
    assert.match(name, /^djpreflight\.[a-z.]+$/);
    assert.doesNotMatch(name, /path|executable|command|args|env|runtime|interpreter|binary/i);
    assert.ok(['boolean', 'string', 'array'].includes(type), name);
    assert.ok(scope === 'window' || scope === 'resource', name);
  }
});

test('the client opens a notification only where a command asks for it', () => {
  for (const file of ['extension', 'language-client', 'status', 'rule-page', 'snippet-picker']) {
    assert.doesNotMatch(read(`client/src/${file}.ts`), /show(Information|Warning|Error)Message/, file);
  }
});
