import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withManifestSettings } from '../../rules/tools/manifest-settings.ts';
import { readEditorSettings } from '../../server/src/lsp/editor-settings.ts';

const defaults = { enable: true, preset: '', select: [], ignore: [], trace: { server: 'off' } };

test('an editor that answers nothing, null or half has the defaults', () => {
  for (const data of [undefined, null, {}, 'x', [], { select: null, trace: null }]) {
    assert.deepEqual(readEditorSettings(data), { settings: defaults, faults: [] });
  }
  assert.deepEqual(readEditorSettings({ preset: 'strict', unknown: 1 }).settings, { ...defaults, preset: 'strict' });
});

test('a setting that cannot be used is named and has its default; the others count', () => {
  const { settings, faults } = readEditorSettings({
    enable: 'no',
    preset: 'loud',
    select: ['HTTPS'],
    ignore: ['https/hsts-missing', 'middleware/order:whitenoise'],
    trace: { server: 'verbose' },
  });
  assert.deepEqual(settings, {
    ...defaults,
    ignore: ['https/hsts-missing', 'middleware/order:whitenoise'],
    trace: { server: 'verbose' },
  });
  assert.equal(faults.length, 3);
  assert.match(faults[0] ?? '', /^Setting `djpreflight\.enable`: /);
  assert.equal(faults[1], 'Setting `djpreflight.preset`: allowed are ``, `recommended`, `strict`.');
  assert.match(faults[2] ?? '', /^Setting `djpreflight\.select\.0`: /);
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
      'djpreflight.enable: boolean, window',
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
