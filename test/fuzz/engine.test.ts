// Half-typed, cut and scrambled files in a project that is otherwise whole: nothing crashes, every place lies in its file.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { rules } from '../../rules/registry.ts';
import { analyze } from '../../server/src/engine/analyze.ts';
import { defaultConfig } from '../../server/src/engine/config.ts';
import { readConfigFile } from '../../server/src/engine/config-file.ts';
import { FactsCache } from '../../server/src/engine/facts-cache.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import type { Location } from '../../server/src/text/location.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { readProject } from '../support/run-fixture.ts';

const storefront = readProject(fileURLToPath(new URL('../projects/storefront/', import.meta.url)));
const victims = [...storefront.keys()].filter((file) =>
  /settings\/|models\.py|views\.py|services\.py|Dockerfile|requirements\/|manage\.py/.test(file),
);
const cache = new FactsCache();

before(loadParsers);

/** What a user or a broken tool does to a text: cut it, put something in, take something out, repeat a part. */
const mutation = fc.record({
  file: fc.constantFrom(...victims),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  insert: fc.oneof(
    fc.string({ maxLength: 12, unit: 'binary' }),
    fc.constantFrom(
      '(',
      ')',
      '[',
      '"""',
      "'",
      '\\\n',
      '\t',
      '\r',
      '\n    ',
      '#',
      '=',
      'for x in ',
      '.all()',
      '\ufeff',
      '<<EOF\n',
      '${',
      '-r ',
    ),
  ),
  cutsRest: fc.boolean(),
});

function mutated(
  text: string,
  { at, length, insert, cutsRest }: { at: number; length: number; insert: string; cutsRest: boolean },
): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + (cutsRest ? '' : text.slice(start + length));
}

test('the engine survives any text and keeps every place inside its file', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const texts = new Map<FileId, string>(storefront);
      for (const one of mutations) texts.set(one.file, mutated(texts.get(one.file) ?? '', one));
      const { findings, crashes } = analyze({
        texts,
        listing: texts.keys(),
        rules,
        config: { ...defaultConfig, preset: 'strict' },
        cache,
      });
      assert.deepEqual(crashes, []);
      const inside = ({ file, span }: Location): void => {
        const text = texts.get(file);
        assert.ok(text !== undefined, `${file} is no file of the project`);
        assert.ok(
          0 <= span.start && span.start <= span.end && span.end <= text.length,
          `${file} ${span.start}-${span.end}`,
        );
      };
      for (const finding of findings) {
        inside(finding);
        finding.related.forEach(inside);
        for (const fix of finding.fixes()) for (const { file, edit } of fix.edits) inside({ file, span: edit.span });
      }
    }),
    { numRuns: 250 },
  );
});

test('a configuration of any text gives a configuration or faults with places', () => {
  const words = fc.constantFrom(
    'preset',
    ' = ',
    '"strict"',
    '[tool.djpreflight]',
    '\n',
    '[',
    ']',
    'select',
    '"',
    '\\u00',
    '{',
    '}',
    ',',
    '1e99',
    '#',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map((parts) => parts.join('')),
      ),
      fc.boolean(),
      (text, isPyproject) => {
        const { config, faults } = readConfigFile(text, isPyproject);
        assert.ok((config === undefined) !== (faults === undefined));
        for (const { position, message } of faults ?? []) {
          assert.ok(position.line >= 0 && position.column >= 0);
          assert.match(message, /\.$/);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
