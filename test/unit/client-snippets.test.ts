// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of snippets
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandedBody, readSnippets } from '../../client/src/snippet-text.ts';

const bodies: readonly (readonly [body: string, text: string])[] = [
  ['DEBUG = False\n$0', 'DEBUG = False\n'],
  ['${1:name} = ${2}$3;', 'name = ;'],
  ['${1:KEY} and ${1}_OLD and $1', 'KEY and KEY_OLD and KEY'],
  ['${1|31536000,3600|}', '31536000'],
  ['${1|a\\,b,c|}!', 'a,b!'],
  ['${1:outer ${2:inner} \\} end}', 'outer inner } end'],
  ['cost: \\$5, \\\\ and \\n', 'cost: $5, \\ and \\n'],
  ['$TM_FILENAME ${WORKSPACE_NAME:shop}', 'TM_FILENAME shop'],
  ['${1:a}${1/(.*)/${1:/upcase}/}', 'aa'],
  ['a $ b {x} ${', 'a $ b {x} ${'],
  ['${1:open', 'open'],
  ['${1|open', 'open'],
];

for (const [body, text] of bodies) {
  test(`preview of ${JSON.stringify(body)}`, () => {
    assert.equal(expandedBody(body), text);
  });
}

test('a snippet file is read in its order, with what VS Code allows', () => {
  const text = JSON.stringify({
    'First one': { prefix: ['prod-first', 'first'], description: ['Two', 'lines'], body: ['a', 'b'] },
    Second: { prefix: 'prod-second', body: 'c' },
    'Without a body': { prefix: 'x' },
    Wrong: null,
  });
  assert.deepEqual(readSnippets(text, 'python'), [
    { name: 'First one', prefix: 'prod-first', description: 'Two\nlines', body: 'a\nb', language: 'python' },
    { name: 'Second', prefix: 'prod-second', description: '', body: 'c', language: 'python' },
  ]);
  assert.throws(() => readSnippets('{', 'python'), SyntaxError);
});
