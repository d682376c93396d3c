import { basename, dirname, relative } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadParsers } from '../support/load-parsers.ts';
import { fixtureFiles, runFixtureFile } from '../support/run-fixture.ts';

const root = fileURLToPath(new URL('../rules/', import.meta.url));

before(loadParsers);

for (const path of fixtureFiles('orm')) {
  test(`${relative(root, dirname(path))}: ${basename(path)}`, () => runFixtureFile(path, 'shop/models.py'));
}
