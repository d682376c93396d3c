import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultConfig, didYouMean, reaches, readConfig } from '../../server/src/engine/config.ts';
import { readConfigFile } from '../../server/src/engine/config-file.ts';

describe('configuration as data', () => {
  test('nothing gives the defaults', () => {
    const { config } = readConfig({});
    assert.deepEqual(config, defaultConfig);
    assert.equal(config?.preset, 'recommended');
    assert.equal(config?.['fail-on'], 'warning');
    assert.equal(config?.['django-version'], undefined);
  });

  test('every key is read', () => {
    const all = {
      preset: 'strict',
      select: ['all', 'https', 'https/hsts-missing', 'middleware/order:whitenoise-late'],
      ignore: ['docker'],
      severity: { https: 'info', 'https/hsts-missing': 'off' },
      exclude: ['legacy/'],
      environments: { 'config.settings.live': 'production' },
      'django-version': '5.2',
      'fail-on': 'error',
    };
    assert.deepEqual(readConfig(all).config, all);
  });

  for (const [what, data, path, message] of [
    [
      'a misspelt key',
      { presett: 'strict' },
      ['presett'],
      /Unknown key `presett`\. Did you mean `preset`\? Allowed: `preset`, /,
    ],
    ['an unknown key', { colour: 'red' }, ['colour'], /Unknown key `colour`\. Allowed: /],
    ['a wrong word', { preset: 'pedantic' }, ['preset'], /`preset`: allowed are `recommended`, `strict`\./],
    ['a wrong type', { select: 'https' }, ['select'], /`select`: a value of type array is expected here\./],
    [
      'a wrong selector',
      { select: ['https', 'No HSTS'] },
      ['select', 1],
      /`select\.1`: a rule id, `rule:row`, a group or `all`\./,
    ],
    [
      'a wrong severity',
      { severity: { https: 'fatal' } },
      ['severity', 'https'],
      /allowed are `error`, `warning`, `info`, `hint`, `off`\./,
    ],
    ['a version that is none', { 'django-version': 'five' }, ['django-version'], /a version as `5\.2`\./],
    ['an empty pattern', { exclude: [''] }, ['exclude', 0], /`exclude\.0`: /],
    ['an environment that is none', { environments: { a: 'live' } }, ['environments', 'a'], /`production`, `unknown`/],
    ['a wrong fail-on', { 'fail-on': 'off' }, ['fail-on'], /allowed are `error`, `warning`, `info`, `hint`\./],
  ] as const) {
    test(`${what} is a fault that says where and what is allowed`, () => {
      const { faults } = readConfig(data);
      assert.equal(faults?.length, 1);
      assert.deepEqual(faults?.[0]?.path, path);
      assert.match(faults?.[0]?.message ?? '', message);
    });
  }

  test('all faults are told at once', () => {
    assert.equal(readConfig({ preset: 'x', selct: [], ingore: [] }).faults?.length, 3);
  });
});

describe('configuration as a file', () => {
  test('a pyproject.toml without our table gives the defaults, whatever else is wrong with it', () => {
    assert.deepEqual(readConfigFile('[project]\nname = "x"\n', true).config, defaultConfig);
    assert.deepEqual(readConfigFile('', true).config, defaultConfig);
    assert.deepEqual(readConfigFile('[project\nname = "x"\n', true).config, defaultConfig);
  });

  test('[tool.djpreflight] is read', () => {
    const text =
      '[project]\nname = "x"\n\n[tool.djpreflight]\npreset = "strict"\n\n[tool.djpreflight.severity]\n"https/hsts-missing" = "off"\n';
    const { config } = readConfigFile(text, true);
    assert.equal(config?.preset, 'strict');
    assert.deepEqual(config?.severity, { 'https/hsts-missing': 'off' });
  });

  test('.djpreflight.toml is read from its top', () => {
    assert.equal(readConfigFile('fail-on = "error"\n', false).config?.['fail-on'], 'error');
  });

  for (const [what, text, line, column] of [
    ['a key', '[tool.djpreflight]\npreset = "strict"\npresett = "strict"\n', 2, 0],
    ['a value', '[tool.djpreflight]\npreset = "pedantic"\n', 1, 9],
    ['an item of a list', '[tool.djpreflight]\nselect = ["https", "No HSTS"]\n', 1, 19],
    ['a value in a table', '[tool.djpreflight.severity]\nhttps = "fatal"\n', 1, 8],
  ] as const) {
    test(`a fault of ${what} stands where it was made`, () => {
      const { faults } = readConfigFile(text, true);
      assert.deepEqual(
        faults?.map(({ position }) => position),
        [{ line, column }],
      );
    });
  }

  test('TOML that does not parse is a fault with a place, not a crash', () => {
    const { faults } = readConfigFile('preset = "strict"\nselect = = 2\n', false);
    assert.equal(faults?.[0]?.position.line, 1);
    assert.match(faults?.[0]?.message ?? '', /\.$/);
  });
});

describe('suggestions for misspelt names', () => {
  test('a near name is offered, a far one is not', () => {
    assert.equal(
      didYouMean('https/hsts-mising', ['https/hsts-missing', 'https/other']),
      '. Did you mean `https/hsts-missing`?',
    );
    assert.equal(didYouMean('colour', ['preset', 'select']), '.');
    assert.equal(didYouMean('', ['preset']), '.');
  });

  test('the nearest wins', () => {
    assert.equal(didYouMean('ignor', ['ignored', 'ignore']), '. Did you mean `ignore`?');
  });
});

test('a severity reaches itself and what is milder', () => {
  assert.equal(reaches('error', 'warning'), true);
  assert.equal(reaches('warning', 'warning'), true);
  assert.equal(reaches('info', 'warning'), false);
});
