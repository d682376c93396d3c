import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withManifestSettings } from '../../rules/tools/manifest-settings.ts';
import { editorSettingsSchema } from '../../server/src/lsp/editor-settings.ts';

test('what is not set has its default', () => {
  const defaults = { enable: true, preset: '', select: [], ignore: [], trace: { server: 'off' } };
  assert.deepEqual(editorSettingsSchema.parse({}), defaults);
  assert.deepEqual(editorSettingsSchema.parse({ preset: 'strict' }), { ...defaults, preset: 'strict' });
});

interface Setting {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly markdownDescription: string;
}

test('the manifest has every setting with a scope, a default and a description, and keeps what else it says', () => {
  const text = withManifestSettings(
    '{"name":"a","contributes":{"commands":[],"configuration":{"title":"old"},"snippets":[]},"z":1}',
  );
  const manifest = JSON.parse(text) as { contributes: { configuration: { properties: Record<string, Setting> } } };
  const { properties } = manifest.contributes.configuration;
  assert.deepEqual(
    Object.entries(properties).map(([name, { type, scope }]) => `${name}: ${type}, ${scope}`),
    [
      'djpreflight.enable: boolean, resource',
      'djpreflight.preset: string, resource',
      'djpreflight.select: array, resource',
      'djpreflight.ignore: array, resource',
      'djpreflight.trace.server: string, window',
    ],
  );
  for (const [name, setting] of Object.entries(properties)) {
    assert.ok(setting.markdownDescription.endsWith('.'), name);
    assert.notEqual(setting.default, undefined, name);
  }
  assert.deepEqual(
    { ...JSON.parse(text), contributes: Object.keys(manifest.contributes) },
    { name: 'a', contributes: ['commands', 'configuration', 'snippets'], z: 1 },
  );
  assert.equal(withManifestSettings(text), text);
});
