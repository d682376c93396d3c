import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyOurFix, copyProject, isFixBuilt } from './apply-fix.ts';
import { type Measurement, measureQueries } from './measure-queries.ts';
import { declareMissingDjangos, declareNotProved } from './not-proved.ts';
import { prepareDjangos, type ReadyDjango } from './prepare-djangos.ts';

const few = 6;
const many = 24;
const bookshop = fileURLToPath(new URL('./projects/bookshop/', import.meta.url));

function measure(django: ReadyDjango, projectDir: string, module: string): Map<string, Map<number, Measurement>> {
  const measured = measureQueries(django, {
    projectDir,
    settings: 'bookshop.settings',
    seed: 'shop.rows:fill',
    modules: [module],
    rows: [few, many],
  });
  assert.ok(measured.size >= 3, `${module} holds functions to measure`);
  return measured;
}

function at(byRows: Map<number, Measurement>, rows: number): Measurement {
  const found = byRows.get(rows);
  assert.ok(found, `measured with ${rows} rows`);
  return found;
}

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'N+1 queries');

for (const django of djangos.ready) {
  test(`each function of shop.lazy costs one query a row under Django ${django.version}`, () => {
    for (const [name, byRows] of measure(django, bookshop, 'shop.lazy')) {
      assert.equal(at(byRows, many).queries - at(byRows, few).queries, many - few, name);
    }
  });

  test(`each function of shop.loaded costs the same for any rows under Django ${django.version}`, () => {
    for (const [name, byRows] of measure(django, bookshop, 'shop.loaded')) {
      assert.equal(at(byRows, many).queries, at(byRows, few).queries, name);
    }
  });
}

if (isFixBuilt()) {
  for (const django of djangos.ready) {
    test(`our fix makes each function of shop.lazy flat, with the same answer, under Django ${django.version}`, () => {
      const before = measure(django, bookshop, 'shop.lazy');
      const copy = copyProject(bookshop);
      try {
        applyOurFix(copy, 'n-plus-one/relation');
        const after = measure(django, copy, 'shop.lazy');
        assert.deepEqual([...after.keys()], [...before.keys()]);
        for (const [name, byRows] of after) {
          assert.equal(at(byRows, many).queries, at(byRows, few).queries, `${name} is flat`);
          for (const rows of [few, many]) {
            assert.deepEqual(at(byRows, rows).result, at(before.get(name)!, rows).result, `${name} gives what it gave`);
          }
        }
        const untouched = join('shop', 'loaded.py');
        assert.equal(readFileSync(join(copy, untouched), 'utf8'), readFileSync(join(bookshop, untouched), 'utf8'));
      } finally {
        rmSync(dirname(copy), { recursive: true, force: true });
      }
    });
  }
} else {
  declareNotProved('our fix of N+1 queries', 'dist/cli.cjs is not built; run `npm run build`');
}
