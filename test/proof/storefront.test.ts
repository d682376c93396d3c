import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyOurFix, copyProject, isFixBuilt } from './apply-fix.ts';
import { type Measurement, measureQueries } from './measure-queries.ts';
import { declareMissingDjangos, declareNotProved } from './not-proved.ts';
import { prepareDjangos, type ReadyDjango } from './prepare-djangos.ts';
import { checkDeploy, proofModules, runManage } from './run-manage.ts';

const few = 6;
const many = 24;
/** The groups of rules about settings, and the one of them that has to be named. */
const settingsRules =
  'settings,env,names,types,secrets,hosts,https,proxy,cookies,csrf,session,cors,csp,middleware,static,https/hsts-preload';
const strongKey = 'Kq7-vT2_xB9+mN4=wR8~cJ5^zL3!hF6*yD1:gS0%pA;eU,iO.'.repeat(2);
const storefront = fileURLToPath(new URL('../projects/storefront/', import.meta.url));

/** Gives for each function how many queries 18 more rows cost. */
function growth(django: ReadyDjango, projectDir: string, module: string): Record<string, number> {
  const measured = measureQueries(django, {
    projectDir,
    settings: 'config.settings.development',
    seed: 'storefront_rows:fill',
    modules: [module],
    rows: [few, many],
    pythonPath: [proofModules],
  });
  const cost = (byRows: Map<number, Measurement>, rows: number): number => byRows.get(rows)?.queries ?? Number.NaN;
  return Object.fromEntries(
    [...measured].map(([name, byRows]) => [name.split('.')[1] ?? name, cost(byRows, many) - cost(byRows, few)]),
  );
}

const djangos = await prepareDjangos();
// The storefront pins Django 5.2.
const only52 = {
  ready: djangos.ready.filter(({ series }) => series === '5.2'),
  missing: djangos.missing.filter(({ series }) => series === '5.2'),
};
declareMissingDjangos(only52, 'the storefront');

for (const django of only52.ready) {
  test(`the storefront passes its own tests under Django ${django.version}`, () => {
    const { status, output } = runManage(django, storefront, 'config.settings.development', ['test']);
    assert.equal(status, 0, output);
    assert.match(output, /Ran 5 tests/);
  });

  test(`the storefront needs no migration under Django ${django.version}`, () => {
    const command = ['makemigrations', '--check', '--dry-run'];
    const copy = copyProject(storefront);
    try {
      const { status, output } = runManage(django, copy, 'config.settings.development', command);
      assert.equal(status, 0, output);
    } finally {
      rmSync(dirname(copy), { recursive: true, force: true });
    }
  });

  test(`what the storefront is to be told of N+1 queries is true under Django ${django.version}`, () => {
    const a = many - few;
    const lazy = growth(django, storefront, 'storefront_lazy');
    assert.deepEqual(lazy, { dispatch_notes: a, picking_list: a, spending_by_customer: a });
    assert.deepEqual(growth(django, storefront, 'storefront_lazy_later'), { order_list: a, product_api: a });
    assert.deepEqual(growth(django, storefront, 'storefront_loaded'), { order_api: 0, overdue_reminders: 0 });
  });

  if (isFixBuilt()) {
    test(`our fix makes the storefront's loops flat under Django ${django.version}`, () => {
      const copy = copyProject(storefront);
      try {
        applyOurFix(copy, 'n-plus-one/relation');
        const lazy = growth(django, copy, 'storefront_lazy');
        assert.deepEqual(lazy, { dispatch_notes: 0, picking_list: 0, spending_by_customer: 0 });
      } finally {
        rmSync(dirname(copy), { recursive: true, force: true });
      }
    });

    test(`our fixes leave check --deploy nothing to say of the storefront under Django ${django.version}`, () => {
      const copy = copyProject(storefront);
      const variables = { DJANGO_SECRET_KEY: strongKey, ALLOWED_HOSTS: 'www.example.org' };
      try {
        const before = checkDeploy(django, copy, 'config.settings.staging', variables);
        assert.deepEqual(before, ['security.W004', 'security.W008', 'security.W009', 'security.W018']);
        applyOurFix(copy, settingsRules, 'suggestions');
        for (const module of ['config.settings.production', 'config.settings.staging'])
          assert.deepEqual(checkDeploy(django, copy, module, variables), [], module);
      } finally {
        rmSync(dirname(copy), { recursive: true, force: true });
      }
    });
  }
}

if (!isFixBuilt()) declareNotProved('our fix of the storefront', 'dist/cli.cjs is not built; run `npm run build`');
