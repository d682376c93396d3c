import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import data from '../../server/src/data/settings-reference.json' with { type: 'json' };
import { compareSeries, defaultIn, settingReference } from '../../server/src/data/settings-reference.ts';

const series = z.string().regex(/^\d+\.\d+$/);
const shape = z.strictObject({
  settings: z.record(
    z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    z.strictObject({
      types: z.array(z.string().min(1)),
      app: z.string().min(1).optional(),
      since: series.optional(),
      deprecated: series.optional(),
      removed: series.optional(),
      replacement: z.string().min(1).optional(),
      allowed: z.array(z.string().nullable()).min(1).optional(),
      default: z
        .array(z.tuple([series, z.json()]))
        .min(1)
        .optional(),
    }),
  ),
  libraries: z.record(
    z.string().min(1),
    z.strictObject({
      container: z.string().min(1).optional(),
      settings: z.array(z.string().min(1)).min(1).optional(),
      keys: z.array(z.string().min(1)).min(1).optional(),
    }),
  ),
});

test('the reference has the shape that its reader takes, and defaults in rising order', () => {
  const { settings } = shape.parse(data);
  for (const { default: defaults = [] } of Object.values(settings)) {
    const order = defaults.map(([first]) => first);
    assert.deepEqual(order, [...order].sort(compareSeries));
  }
});

test('defaults are those of the series', () => {
  assert.equal(defaultIn('USE_TZ', '4.2'), false);
  assert.equal(defaultIn('USE_TZ', '5.0'), true);
  assert.equal(defaultIn('USE_TZ', '6.1'), true);
  assert.equal(defaultIn('SECURE_CSP', '5.2'), undefined, 'came with 6.0');
  assert.deepEqual(defaultIn('SECURE_CSP', '6.0'), {});
  assert.equal(defaultIn('CSRF_COOKIE_MASKED', '5.0'), undefined, 'gone with 5.0');
  assert.equal(defaultIn('SESSION_COOKIE_SAMESITE', '5.2'), 'Lax');
  assert.equal(defaultIn('NO_SUCH_SETTING', '5.2'), undefined);
});

test('a name of every JavaScript object is no setting', () => {
  assert.equal(settingReference('constructor'), undefined);
  assert.equal(settingReference('DEBUG')?.types[0], 'bool');
});

test('series compare by their numbers', () => {
  assert.ok(compareSeries('4.2', '4.10') < 0);
  assert.ok(compareSeries('10.0', '6.1') > 0);
  assert.equal(compareSeries('5.2', '5.2'), 0);
});
