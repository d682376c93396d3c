import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../rules/registry.ts';
import { areaOf } from '../../server/src/engine/run-rules.ts';
import { fixtureFaults } from './fixture-folders.ts';
import { filesBelow, read } from './repository.ts';

test('each rule has two bad and three ok fixtures, and every fixture has a rule', () => {
  const files = filesBelow('test/rules').map((path) => [path.slice('test/rules/'.length), read(path)] as const);
  const fixtured = rules.map((rule) => ({ path: `${areaOf(rule)}/${rule.meta.id}`, fix: rule.meta.fix }));
  assert.deepEqual(fixtureFaults(fixtured, new Map(files)), []);
});

const rule = 'settings/settings/debug-true';
const bad = 'DEBUG = True\n#       ^^^^ settings/debug-true\n';
const complete: readonly (readonly [string, string])[] = [
  [`${rule}/bad-constant.py`, bad],
  [`${rule}/bad-imported.py`, bad],
  [`${rule}/bad-imported.fixed.py`, 'DEBUG = False\n'],
  [`${rule}/ok-false.py`, 'DEBUG = False\n'],
  [`${rule}/ok-development.py`, 'DEBUG = False\n'],
  [`${rule}/ok-near-miss.py`, 'DEBUG_PAGE = True\n'],
];

test('a complete folder has no fault', () => {
  assert.deepEqual(fixtureFaults([{ path: rule, fix: 'safe' }], new Map(complete)), []);
});

const without = (name: string): Map<string, string> => new Map(complete.filter(([path]) => !path.endsWith(`/${name}`)));
const having = (name: string, text: string): Map<string, string> => new Map([...complete, [`${rule}/${name}`, text]]);

const planted: readonly (readonly [what: string, files: Map<string, string>, fault: string])[] = [
  ['a missing bad fixture', without('bad-constant.py'), 'has 1 bad fixtures; 2 are the least'],
  ['a missing ok fixture', without('ok-false.py'), 'has 2 ok fixtures; 3 are the least'],
  ['no mark', having('bad-third.py', 'DEBUG = True\n'), 'bad-third.py: does not mark the rule'],
  ['a marked ok', having('ok-fourth.py', bad), 'ok-fourth.py: has a mark, so it is not ok'],
  ['another name', having('third.py', bad), 'third.py: is no bad-<what>.<kind> or ok-<what>.<kind>'],
  ['no output', without('bad-imported.fixed.py'), 'declares a safe fix, and no fixture shows one'],
  ['an orphaned output', having('bad-gone.fixed.py', ''), 'bad-gone.fixed.py: is the output of no fixture'],
];

for (const [what, files, fault] of planted) {
  test(`planted fixtures are seen: ${what}`, () => {
    assert.deepEqual(fixtureFaults([{ path: rule, fix: 'safe' }], files), [`${rule}: ${fault}`]);
  });
}

test('a folder without a rule and a rule without a folder are seen', () => {
  assert.deepEqual(
    fixtureFaults([{ path: 'orm/index/none', fix: 'none' }], new Map([['docker/docker/gone/ok-a.dockerfile', '']])),
    [
      'docker/docker/gone/ok-a.dockerfile: lies in the folder of no rule',
      'orm/index/none: has 0 bad fixtures; 2 are the least',
      'orm/index/none: has 0 ok fixtures; 3 are the least',
    ],
  );
});

test('fixes are shown as far as the rule declares them, and no further', () => {
  const faults = (fix: 'suggestion' | 'none') => fixtureFaults([{ path: rule, fix }], new Map(complete));
  assert.deepEqual(faults('suggestion'), [`${rule}: declares a suggestion, and no fixture shows one`]);
  assert.deepEqual(faults('none'), [`${rule}: declares no fix, and a fixture shows one`]);
});
