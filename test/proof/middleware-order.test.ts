// What a real Django does with the orders that `middleware/order` calls faults, and with those that it only hints at.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { declareMissingDjangos } from './not-proved.ts';
import { prepareDjangos, type ReadyDjango } from './prepare-djangos.ts';
import { proofModules } from './run-manage.ts';

/** What the visitors get: `user language` of two pages, the HSTS header of a redirect, or the error that ended it. */
interface Visit {
  readonly ann?: string;
  readonly bob?: string;
  readonly redirect?: string | null;
  readonly error?: string;
}

function visit(django: ReadyDjango, order: string): Visit {
  const script = join(proofModules, 'middleware_order.py');
  const run = spawnSync(django.python, [script, order], { encoding: 'utf8', timeout: 60_000 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout) as Visit;
}

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'orders of middleware');

for (const django of djangos.ready) {
  const name = `Django ${django.version}`;

  test(`${name}: what needs the session fails above SessionMiddleware`, () => {
    for (const order of ['auth,session', 'messages,session', 'csrf,session']) {
      assert.equal(visit(django, order).error, 'ImproperlyConfigured', order);
    }
    assert.equal(visit(django, 'session,csrf,auth,messages').error, undefined);
  });

  test(`${name}: a page stored below SessionMiddleware is given to another visitor`, () => {
    assert.equal(visit(django, 'session,update,fetch').bob?.split(' ')[0], 'ann');
    assert.equal(visit(django, 'update,session,fetch').bob?.split(' ')[0], 'bob');
    // Asking the cache above the session does no harm.
    assert.equal(visit(django, 'update,fetch,session').bob?.split(' ')[0], 'bob');
  });

  test(`${name}: a cache that is asked above LocaleMiddleware answers in another language`, () => {
    assert.equal(visit(django, 'update,fetch,locale').bob, 'None en');
    assert.equal(visit(django, 'update,locale,fetch').bob, 'None de');
    // Storing below LocaleMiddleware does no harm: the language is part of the key.
    assert.equal(visit(django, 'locale,update,fetch').bob, 'None de');
  });

  test(`${name}: a redirect of CommonMiddleware above SecurityMiddleware lacks its headers`, () => {
    assert.equal(visit(django, 'common,security').redirect, null);
    assert.equal(visit(django, 'security,common').redirect, 'max-age=5');
  });
}
