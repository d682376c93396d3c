import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admitsVersion } from './node-range.ts';

for (const [range, expected] of [
  ['>=20', true],
  ['>= 18.19', true],
  ['>=20.10', false],
  ['>=20.19.0', false],
  ['^20.9.0 || ^22.11.0 || ^24', true],
  ['^20.19.0 || >=22.12.0', false],
  ['^12.22.0 || ^14.17.0 || >=16.0.0', true],
  ['>=18 <20', false],
  ['18 - 20', true],
  ['~20.9', true],
  ['~20.8', false],
  ['20.x', true],
  ['20', true],
  ['*', true],
  ['', true],
  ['>20.9', false],
  ['<=20.9', true],
  ['22', false],
] as const) {
  test(`"${range}" ${expected ? 'admits' : 'refuses'} 20.9.0`, () => {
    assert.equal(admitsVersion(range, '20.9.0'), expected);
  });
}

test('a range that cannot be read is an error, never a yes', () => {
  assert.throws(() => admitsVersion('lts/iron', '20.9.0'));
});
