import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RestartPolicy } from '../../client/src/restart-policy.ts';

test('a server that crashes again and again comes back later and later, then not at all', () => {
  const policy = new RestartPolicy();
  const delays = [0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000].map((now) => policy.nextDelay(now));
  assert.deepEqual(delays, [500, 1_000, 2_000, 4_000, 8_000, undefined, undefined]);
});

test('a crash of long ago does not count', () => {
  const policy = new RestartPolicy();
  assert.deepEqual(
    [0, 1_000, 180_500, 400_000].map((now) => policy.nextDelay(now)),
    [500, 1_000, 1_000, 500],
  );
});

test('who asks for a restart begins anew', () => {
  const policy = new RestartPolicy();
  for (let now = 0; now < 6; now++) policy.nextDelay(now);
  assert.equal(policy.nextDelay(6), undefined);
  policy.reset();
  assert.equal(policy.nextDelay(7), 500);
});
