import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { rules } from '../../rules/registry.ts';
import { ruleFiles } from '../../rules/tools/rule-files.ts';
import { analyze } from '../../server/src/engine/analyze.ts';
import { read } from '../arch/repository.ts';
import { fencesOf } from '../arch/rule-page.ts';
import { parseFixture } from '../support/fixture.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { fixtureInput } from '../support/run-fixture.ts';

before(loadParsers);

/** Findings of a page's example, laid over the clean base, under preset strict with the rules in `select` named by hand. */
function findingsIn(text: string, file: string, select: readonly string[]) {
  const { findings, crashes } = analyze(fixtureInput({ ...parseFixture(text, file), select }));
  assert.deepEqual(crashes, []);
  return findings;
}

for (const { relativePath, id } of ruleFiles()) {
  const path = `rules/${relativePath.replace(/\.ts$/, '.md')}`;
  const severity = rules.find(({ meta }) => meta.id === id)?.meta.severity;
  const isOff = typeof severity === 'object' && Object.values(severity).every((one) => one === 'off');
  describe(path, () => {
    for (const { kind, file, text, line } of fencesOf(read(path))) {
      test(`line ${line}: ${kind}`, () => {
        const findings = findingsIn(text, file, isOff ? [id] : []);
        const said = findings.map((one) => `${one.rule} ${one.file}: ${one.what}`);
        if (kind === 'good') return assert.deepEqual(said, []);
        const own = findings.filter((one) => one.rule === id);
        assert.equal(own.length, 1, `the rule speaks ${own.length} times: ${said.join('\n')}`);
        for (const { what, why, help, fixes } of own) {
          assert.doesNotMatch(`${what} ${why} ${help}`, /\{[a-zA-Z]+\}/, 'a placeholder was not filled');
          for (const { title } of fixes())
            assert.match(title, /^[A-Z].{0,59}$(?<!\.)/, 'imperative, at most 60 characters');
        }
      });
    }
  });
}

test('the registry has every rule whose page was read', () => {
  assert.deepEqual(
    rules.map(({ meta }) => meta.id).sort(),
    ruleFiles()
      .map(({ id }) => id)
      .sort(),
  );
});
