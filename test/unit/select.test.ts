import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Finding } from '../../server/src/contract/finding.ts';
import { type AnyRule, defineRule } from '../../server/src/contract/rule.ts';
import { type Config, defaultConfig } from '../../server/src/engine/config.ts';
import {
  configuredSeverity,
  groupOf,
  knownSelectors,
  selects,
  wantsFinding,
  wantsRule,
} from '../../server/src/engine/select-findings.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { analyzeSettings, placesOf, wordRule } from '../support/word-rule.ts';

before(loadParsers);

const selection = (change: Partial<Config>): Config => ({ ...defaultConfig, ...change });
const finding = (change: Partial<Finding>): Finding =>
  ({ rule: 'middleware/order', row: undefined, severity: 'warning', confidence: 'high', ...change }) as Finding;

describe('selectors', () => {
  test('a rule is named by itself, its group or all; a row besides by rule:row', () => {
    for (const selector of ['all', 'middleware', 'middleware/order']) {
      assert.equal(selects(selector, 'middleware/order', 'whitenoise-late'), true, selector);
    }
    assert.equal(selects('middleware/order:whitenoise-late', 'middleware/order', 'whitenoise-late'), true);
    assert.equal(selects('middleware/order:whitenoise-late', 'middleware/order', 'cors-late'), false);
    assert.equal(selects('middleware/order:whitenoise-late', 'middleware/order', undefined), false);
    assert.equal(selects('middle', 'middleware/order', undefined), false);
    assert.equal(groupOf('middleware/order'), 'middleware');
  });

  test('all words that can be used are known', () => {
    const rule = wordRule({ id: 'middleware/order', word: 'x' });
    const withRows = { ...rule, meta: { ...rule.meta, rows: { late: { title: 'Late' } } } } as AnyRule;
    assert.deepEqual([...knownSelectors([withRows])].sort(), [
      'all',
      'middleware',
      'middleware/order',
      'middleware/order:late',
    ]);
  });
});

describe('presets', () => {
  // severity, confidence: shown by recommended, shown by strict
  for (const [severity, confidence, recommended, strict] of [
    ['error', 'high', true, true],
    ['info', 'high', true, true],
    ['hint', 'high', false, true],
    ['error', 'medium', true, true],
    ['warning', 'medium', true, true],
    ['info', 'medium', false, true],
    ['hint', 'medium', false, true],
    ['error', 'low', false, false],
    ['hint', 'low', false, false],
  ] as const) {
    test(`${severity} with ${confidence} confidence`, () => {
      const one = finding({ severity, confidence });
      assert.equal(wantsFinding(selection({}), one), recommended);
      assert.equal(wantsFinding(selection({ preset: 'strict' }), one), strict);
      assert.equal(wantsFinding(selection({ select: ['middleware/order'] }), one), true, 'named by hand');
    });
  }

  test('a group named by hand selects, but shows no more than the preset', () => {
    const low = finding({ confidence: 'low' });
    assert.equal(wantsFinding(selection({ select: ['middleware'] }), low), false);
    assert.equal(wantsFinding(selection({ select: ['https'] }), finding({})), false);
  });

  test('ignore beats select', () => {
    const both = selection({ select: ['middleware/order'], ignore: ['middleware'] });
    assert.equal(wantsFinding(both, finding({})), false);
    const row = selection({ ignore: ['middleware/order:late'] });
    assert.equal(wantsFinding(row, finding({ row: 'late' })), false);
    assert.equal(wantsFinding(row, finding({ row: 'early' })), true);
  });
});

describe('rules that are run', () => {
  const plain = wordRule({ id: 'middleware/order', word: 'x' });
  const rule = { ...plain, meta: { ...plain.meta, rows: { late: { title: 'Late' } } } } as AnyRule;

  test('a rule runs when anything of it can be shown', () => {
    assert.equal(wantsRule(selection({}), rule), true);
    assert.equal(wantsRule(selection({ select: ['https'] }), rule), false);
    assert.equal(wantsRule(selection({ select: ['middleware/order:late'] }), rule), true);
    assert.equal(wantsRule(selection({ ignore: ['middleware/order:late'] }), rule), true);
    assert.equal(wantsRule(selection({ ignore: ['middleware/order'] }), rule), false);
  });

  test("the user's severity of a row comes before that of its rule, and that before its group's", () => {
    const severity = { middleware: 'hint', 'middleware/order': 'info', 'middleware/order:late': 'error' } as const;
    assert.equal(configuredSeverity(selection({ severity }), 'middleware/order', 'late'), 'error');
    assert.equal(configuredSeverity(selection({ severity }), 'middleware/order', undefined), 'info');
    assert.equal(configuredSeverity(selection({ severity }), 'middleware/other', undefined), 'hint');
    assert.equal(configuredSeverity(selection({ severity }), 'https/other', undefined), undefined);
  });
});

describe('a run over a project', () => {
  const a = wordRule({ id: 'words/a', word: 'AAA' });
  const b = wordRule({ id: 'words/b', word: 'BBB' });

  test('findings are sorted by place, whatever the order of the rules', () => {
    const settings = 'X = [AAA, BBB]\nY = AAA\n';
    const expected = [
      'words/a config/settings.py:1:6',
      'words/b config/settings.py:1:11',
      'words/a config/settings.py:2:5',
    ];
    assert.deepEqual(placesOf(analyzeSettings(settings, [a, b])), expected);
    assert.deepEqual(placesOf(analyzeSettings(settings, [b, a])), expected);
  });

  test('a rule that throws is named and costs only its own findings, also those before the throw', () => {
    const crashing = defineRule({
      ...b,
      target: 'settingsLeaf',
      meta: { ...b.meta, id: 'words/crashing' },
      check(leaf, ctx) {
        ctx.report({ at: leaf.start, message: 'found', data: { word: 'x' } });
        throw new Error('no such table');
      },
    });
    const analysis = analyzeSettings('X = AAA\n', [crashing, a]);
    assert.deepEqual(placesOf(analysis), ['words/a config/settings.py:1:5']);
    assert.deepEqual(
      analysis.crashes.map(({ rule, message }) => [rule, message]),
      [['words/crashing', 'no such table']],
    );
  });

  test('what several leaves share is one finding that names them all', () => {
    const analysis = analyzeSettings(
      {
        'config/settings/__init__.py': '',
        'config/settings/base.py': 'from django.utils import timezone\nX = AAA\nINSTALLED_APPS = []\nUSE_TZ = True\n',
        'config/settings/production.py': 'from .base import *\nALLOWED_HOSTS = []\n',
        'config/settings/staging.py': 'from .base import *\nALLOWED_HOSTS = []\n',
      },
      [a],
    );
    assert.deepEqual(placesOf(analysis), ['words/a config/settings/base.py:2:5']);
    assert.deepEqual(analysis.findings[0]?.modules, ['config.settings.production', 'config.settings.staging']);
    assert.match(
      analysis.findings[0]?.why ?? '',
      /It is in `config\.settings\.production` and `config\.settings\.staging`\./,
    );
  });

  test('a rule gives way where one it yields to speaks of the same span', () => {
    const general = wordRule({ id: 'words/general', word: 'AAA', yieldsTo: ['words/a'] });
    const analysis = analyzeSettings('X = AAA\n', [general, a]);
    assert.deepEqual(placesOf(analysis), ['words/a config/settings.py:1:5']);
    const alone = analyzeSettings('X = AAA\n', [general, a], { ignore: ['words/a'] });
    assert.deepEqual(placesOf(alone), ['words/general config/settings.py:1:5']);
  });

  test('severity: the user first, then the environment', () => {
    const rule = wordRule({
      id: 'words/a',
      word: 'AAA',
      severity: { production: 'error', unknown: 'warning', development: 'off' },
    });
    const severityIn = (config: Partial<Config>) => analyzeSettings('X = AAA\n', [rule], config).findings[0]?.severity;
    const environments = { 'config.settings': 'development' } as const;
    assert.equal(severityIn({ environments: { 'config.settings': 'production' } }), 'error');
    assert.equal(severityIn({ environments }), undefined);
    assert.equal(severityIn({ environments, select: ['words/a'] }), 'hint', 'named by hand, so shown');
    assert.equal(severityIn({ environments, severity: { 'words/a': 'info' } }), 'info');
    assert.equal(severityIn({ severity: { 'words/a': 'off' } }), undefined);
  });

  test('a file with a syntax error keeps the findings of its intact parts and is named', () => {
    const analysis = analyzeSettings('X = AAA\ndef broken(:\n    pass\nY = AAA\n', [a]);
    assert.equal(analysis.findings.length, 2);
    assert.deepEqual(
      analysis.syntax.map(({ file }) => file),
      ['config/settings.py'],
    );
  });

  test('the same input gives the same output', () => {
    const run = () =>
      JSON.stringify(analyzeSettings('X = [AAA, BBB, AAA]\n', [a, b]).findings.map(({ fixes, ...rest }) => rest));
    assert.equal(run(), run());
    const ids = analyzeSettings('X = [AAA, BBB, AAA]\n', [a, b]).findings.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(ids).size, 3);
  });

  test('a fingerprint survives lines that come and go above', () => {
    const idIn = (settings: string) => analyzeSettings(settings, [a]).findings[0]?.fingerprint;
    assert.equal(idIn('X = AAA\n'), idIn('# a comment\nOTHER = 1\n\nX = AAA\n'));
  });
});
