import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Fix } from '../../server/src/contract/finding.ts';
import { analyze } from '../../server/src/engine/analyze.ts';
import { fixAll, proveFix } from '../../server/src/engine/fix.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { replacement, settingsInput, type WordPlace, type WordRule, wordRule } from '../support/word-rule.ts';

before(loadParsers);

const settings = 'config/settings.py' as FileId;
const rule = (id: string, word: string, fixes: NonNullable<WordRule['fixes']>) => wordRule({ id, word, fixes });
/** Puts another word there. */
const to = (newText: string, applicability?: Fix['applicability']) => (place: WordPlace) => [
  replacement(place, newText, applicability),
];

describe('fixAll', () => {
  test('makes the fixes of several findings and files at once', () => {
    const files = { 'config/settings.py': 'from .base import *\nX = [AAA, AAA]\n', 'config/base.py': 'Y = AAA\n' };
    const input = settingsInput(files, [rule('words/a', 'AAA', to('1'))]);
    const { changed, created, applied, refused, after } = fixAll(input, ['safe']);
    assert.deepEqual(
      [...changed],
      [
        ['config/settings.py', 'from .base import *\nX = [1, 1]\n'],
        ['config/base.py', 'Y = 1\n'],
      ],
    );
    assert.deepEqual([created.size, applied.length, refused.length, after.findings.length], [0, 3, 0, 0]);
  });

  test('makes only what is allowed', () => {
    const input = settingsInput('X = AAA\n', [rule('words/a', 'AAA', to('1', 'suggestion'))]);
    assert.equal(fixAll(input, ['safe']).changed.size, 0);
    assert.equal(fixAll(input, ['suggestion']).changed.get(settings), 'X = 1\n');
    assert.equal(fixAll(input, ['safe', 'suggestion']).changed.get(settings), 'X = 1\n');
  });

  test('takes the first allowed fix of several', () => {
    const both = rule('words/a', 'AAA', (place) => [
      undefined,
      replacement(place, '1', 'suggestion'),
      replacement(place, '2'),
      replacement(place, '3'),
    ]);
    assert.equal(fixAll(settingsInput('X = AAA\n', [both]), ['safe']).changed.get(settings), 'X = 2\n');
  });

  test('creates files', () => {
    const file = '.dockerignore' as FileId;
    const creating = rule('words/a', 'AAA', (place) => [
      { ...replacement(place, '1'), create: [{ file, text: '.git\n' }] },
    ]);
    const { changed, created } = fixAll(settingsInput('X = AAA\n', [creating]), ['safe']);
    assert.deepEqual([...changed], [['config/settings.py', 'X = 1\n']]);
    assert.deepEqual([...created], [['.dockerignore', '.git\n']]);
  });

  test('the earlier of two clashing fixes wins, and the later gets its turn on the next pass', () => {
    const whole = (newText: string) => (place: WordPlace) => [
      replacement({ ...place, start: 0, end: place.text.indexOf('\n') }, newText),
    ];
    const rules = [rule('words/a', 'AAA', whole('X = [1, BBB]')), rule('words/b', 'BBB', to('2'))];
    const { changed, applied } = fixAll(settingsInput('X = [AAA, BBB]\n', rules), ['safe']);
    assert.equal(changed.get(settings), 'X = [1, 2]\n');
    assert.deepEqual(
      applied.map(({ finding }) => finding.rule),
      ['words/a', 'words/b'],
    );
  });

  test('a fix that breaks the file is refused alone, and the others of its file are made where they were meant', () => {
    const rules = [
      rule('words/a', 'AAA', to('longer')),
      rule('words/b', 'BBB', to('(')),
      rule('words/c', 'CCC', to('3')),
    ];
    const { changed, applied, refused } = fixAll(settingsInput('X = AAA\nY = BBB\nZ = [CCC, AAA, CCC]\n', rules), [
      'safe',
    ]);
    assert.equal(changed.get(settings), 'X = longer\nY = BBB\nZ = [3, longer, 3]\n');
    assert.equal(applied.length, 4);
    assert.deepEqual(
      refused.map(({ finding, reason }) => [finding.rule, reason]),
      [['words/b', '`config/settings.py` would not parse any more.']],
    );
  });

  test('the same edit from two findings is made once', () => {
    const fixes = (place: WordPlace) => [replacement({ ...place, start: 0, end: 0 }, 'import os\n')];
    const once = wordRule({ id: 'words/a', word: 'AAA', unless: 'import os', fixes });
    const { changed, applied } = fixAll(settingsInput('X = AAA\nY = AAA\n', [once]), ['safe']);
    assert.equal(changed.get(settings), 'import os\nX = AAA\nY = AAA\n');
    assert.equal(applied.length, 2);
  });

  test('a second run changes nothing', () => {
    const rules = [rule('words/a', 'AAA', to('1'))];
    const { changed } = fixAll(settingsInput('X = AAA\n', rules), ['safe']);
    assert.equal(fixAll(settingsInput(changed.get(settings) ?? '', rules), ['safe']).changed.size, 0);
  });

  test('where the next step of several is what appears', () => {
    const hour = (place: WordPlace) => [replacement(place, 'HOUR')];
    const rules = [
      wordRule({ id: 'words/none', word: 'NONE', leadsTo: ['words/hour'], fixes: hour }),
      wordRule({ id: 'words/hour', word: 'HOUR' }),
    ];
    const { changed, after } = fixAll(settingsInput('X = NONE\n', rules), ['safe']);
    assert.equal(changed.get(settings), 'X = HOUR\n');
    assert.deepEqual(
      after.findings.map((one) => one.rule),
      ['words/hour'],
    );
  });

  test('ten passes are the most', () => {
    // Every fix rewrites the whole line, so each pass can make but one of the twelve.
    const rules = Array.from({ length: 12 }, (_, i) =>
      rule(`words/w${i}`, `W${i}`, (place) => [
        replacement({ ...place, start: 0, end: place.text.indexOf('\n') }, place.text.replace(`W${i},`, '1,').trim()),
      ]),
    );
    const line = `X = [${rules.map((_, i) => `W${i},`).join(' ')}]\n`;
    const { applied, after } = fixAll(settingsInput(line, rules), ['safe']);
    assert.equal(applied.length, 10);
    assert.equal(after.findings.length, 2);
  });
});

describe('a fix is refused, with the reason, and nothing is changed', () => {
  const refusals = (input: ReturnType<typeof settingsInput>) => {
    const { changed, created, refused, applied } = fixAll(input, ['safe']);
    assert.deepEqual([changed.size, created.size, applied.length], [0, 0, 0]);
    return refused.map(({ title, reason }) => `${title}: ${reason}`);
  };

  test('when the finding stays', () => {
    assert.deepEqual(refusals(settingsInput('X = AAA\n', [rule('words/a', 'AAA', to('[AAA]'))])), [
      'Write [AAA]: The finding would still be there.',
    ]);
  });

  test('when another finding appears', () => {
    const rules = [rule('words/a', 'AAA', to('BBB')), wordRule({ id: 'words/b', word: 'BBB' })];
    assert.deepEqual(refusals(settingsInput('X = AAA\n', rules)), [
      'Write BBB: It would cause another finding: words/b.',
    ]);
  });

  test('when the file would not parse', () => {
    assert.deepEqual(refusals(settingsInput('X = AAA\n', [rule('words/a', 'AAA', to('('))])), [
      'Write (: `config/settings.py` would not parse any more.',
    ]);
  });

  test('when a file to be created exists, read or not', () => {
    const creating = (file: string) =>
      rule('words/a', 'AAA', (place) => [{ ...replacement(place, '1'), create: [{ file: file as FileId, text: '' }] }]);
    const input = settingsInput('X = AAA\n', [creating('config/logo.png')]);
    const listing = [...input.texts.keys(), 'config/logo.png' as FileId];
    assert.deepEqual(refusals({ ...input, listing }), ['Write 1: `config/logo.png` exists.']);
    assert.deepEqual(refusals(settingsInput('X = AAA\n', [creating('manage.py')])), ['Write 1: `manage.py` exists.']);
  });

  test('when a file to be edited was not read', () => {
    const elsewhere = rule('words/a', 'AAA', (place) => [replacement({ ...place, file: 'gone.py' as FileId }, '1')]);
    assert.deepEqual(refusals(settingsInput('X = AAA\n', [elsewhere])), ['Write 1: `gone.py` was not read.']);
  });

  test('when its own edits clash', () => {
    const clashing = rule('words/a', 'AAA', (place) => {
      const fix = replacement(place, '1');
      return [{ ...fix, edits: [...fix.edits, ...replacement(place, '2').edits] }];
    });
    assert.deepEqual(refusals(settingsInput('X = AAA\n', [clashing])), ['Write 1: Its edits clash.']);
  });

  test('but the others of its batch are made', () => {
    const rules = [rule('words/a', 'AAA', to('(')), rule('words/b', 'BBB', to('1'))];
    const { changed, refused, applied } = fixAll(settingsInput('X = AAA\nY = BBB\n', rules), ['safe']);
    assert.deepEqual([...changed], [['config/settings.py', 'X = AAA\nY = 1\n']]);
    assert.deepEqual([refused.length, applied.length], [1, 1]);
  });
});

describe('proveFix', () => {
  test('gives the texts of one proved fix and leaves the rest alone', () => {
    const input = settingsInput('X = AAA\nY = AAA\n', [rule('words/a', 'AAA', to('1'))]);
    const before = analyze(input);
    const [finding] = before.findings;
    const [fix] = finding?.fixes() ?? [];
    assert.ok(finding !== undefined && fix !== undefined);
    const proof = proveFix(input, before, finding, fix);
    assert.ok('texts' in proof);
    assert.deepEqual([...proof.texts], [['config/settings.py', 'X = 1\nY = AAA\n']]);
  });

  test('gives the reason of one that is refused', () => {
    const input = settingsInput('X = AAA\n', [rule('words/a', 'AAA', to('('))]);
    const before = analyze(input);
    const [finding] = before.findings;
    const [fix] = finding?.fixes() ?? [];
    assert.ok(finding !== undefined && fix !== undefined);
    assert.deepEqual(proveFix(input, before, finding, fix), {
      reason: '`config/settings.py` would not parse any more.',
    });
  });
});
