import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { fixAll } from '../../server/src/engine/fix.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { analyzeSettings, placesOf, settingsInput, wordRule } from '../support/word-rule.ts';

before(loadParsers);

const a = wordRule({ id: 'words/a', word: 'AAA' });
const b = wordRule({ id: 'words/b', word: 'BBB' });
const run = (settings: string, config = {}) => analyzeSettings(settings, [a, b], config);

describe('an ignore comment silences', () => {
  for (const [what, settings] of [
    ['its own line', 'X = AAA  # djpreflight: ignore[words/a] known\n'],
    ['the next line when it stands alone', '# djpreflight: ignore[words/a] known\nX = AAA\n'],
    [
      'the next line of code, past comments and blank lines',
      '# djpreflight: ignore[words/a] known\n# why\n\nX = AAA\n',
    ],
    ['a statement over several lines', 'X = [\n    AAA,  # djpreflight: ignore[words/a] known\n]\n'],
    ['by group', 'X = AAA  # djpreflight: ignore[words] known\n'],
    ['several rules', 'X = [AAA, BBB]  # djpreflight: ignore[words/a, words/b] known\n'],
    ['without spaces', 'X = AAA  #djpreflight:ignore[words/a] known\n'],
    ['with CRLF', '# djpreflight: ignore[words/a] known\r\nX = AAA\r\n'],
  ] as const) {
    test(what, () => {
      const { findings, suppressed } = run(settings);
      assert.deepEqual(findings, []);
      assert.ok(suppressed.length > 0);
      for (const { reason } of suppressed) assert.equal(reason, 'known');
    });
  }

  test('other rules and other lines stay', () => {
    const analysis = run('X = [AAA, BBB]  # djpreflight: ignore[words/a] known\nY = AAA\n');
    assert.deepEqual(placesOf(analysis), ['words/b config/settings.py:1:11', 'words/a config/settings.py:2:5']);
  });

  test('text in a string is no comment', () => {
    const analysis = run("X = [AAA, '# djpreflight: ignore[words/a] no']\n");
    assert.deepEqual(placesOf(analysis), ['words/a config/settings.py:1:6']);
    assert.deepEqual(analysis.suppressed, []);
  });
});

describe('an ignore comment that ignores nothing is told', () => {
  for (const [what, settings, column, message] of [
    ['unused', 'X = 1  # djpreflight: ignore[words/a]\n', 30, /Nothing is reported here by `words\/a`\./],
    ['unknown rule', 'X = AAA  # djpreflight: ignore[words/c]\n', 32, /`words\/c` is no rule\./],
    ['no rule', 'X = AAA  # djpreflight: ignore\n', 10, /names no rule\./],
    ['empty brackets', 'X = AAA  # djpreflight: ignore[]\n', 10, /names no rule\./],
  ] as const) {
    test(what, () => {
      const analysis = run(settings);
      const own = analysis.findings.filter(({ rule }) => rule === 'suppression/unused-ignore');
      assert.deepEqual(
        own.map(({ span }) => span.start + 1),
        [column],
      );
      assert.match(own[0]?.what ?? '', message);
    });
  }

  test('of two rules in one comment only the idle one', () => {
    const analysis = run('X = AAA  # djpreflight: ignore[words/a, words/b] known\n');
    assert.deepEqual(placesOf(analysis), ['suppression/unused-ignore config/settings.py:1:41']);
  });

  test('also when a comment of another file at the same offset is of use', () => {
    const files = {
      'config/settings.py': 'X = 123  # djpreflight: ignore[words/a]\nfrom .base import *\n',
      'config/base.py': 'X = AAA  # djpreflight: ignore[words/a]\n',
    };
    assert.deepEqual(placesOf(analyzeSettings(files, [a])), ['suppression/unused-ignore config/settings.py:1:32']);
  });

  test('but not when its rule did not run: nobody knows', () => {
    assert.deepEqual(placesOf(run('X = 1  # djpreflight: ignore[words/a]\n', { ignore: ['words/a'] })), []);
  });

  test('and it can be ignored like any rule', () => {
    const config = { ignore: ['suppression/unused-ignore'] };
    assert.deepEqual(placesOf(run('X = 1  # djpreflight: ignore[words/a]\n', config)), []);
  });
});

describe('the comment is removed by a safe fix', () => {
  for (const [what, before, after] of [
    ['behind code', 'X = 1  # djpreflight: ignore[words/a] old\nY = 2\n', 'X = 1\nY = 2\n'],
    ['on its own line', 'X = 1\n# djpreflight: ignore[words/a] old\nY = 2\n', 'X = 1\nY = 2\n'],
    ['on its own line with CRLF', 'X = 1\r\n# djpreflight: ignore[words/a] old\r\nY = 2\r\n', 'X = 1\r\nY = 2\r\n'],
    ['indented', 'if X:\n    # djpreflight: ignore[words/a] old\n    Y = 2\n', 'if X:\n    Y = 2\n'],
  ] as const) {
    test(what, () => {
      const { changed, refused } = fixAll(settingsInput(before, [a, b]), ['safe']);
      assert.deepEqual(refused, []);
      assert.deepEqual([...changed], [['config/settings.py', after]]);
    });
  }

  test('not when another rule in it is of use', () => {
    const { changed } = fixAll(settingsInput('X = AAA  # djpreflight: ignore[words/a, words/b]\n', [a, b]), ['safe']);
    assert.deepEqual([...changed], []);
  });
});
