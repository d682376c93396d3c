import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRequirement, parseRequirements } from '../../server/src/syntax/requirements/parse-requirements.ts';
import { textOf } from '../../server/src/text/span.ts';

/** The only requirement of a text. */
function only(text: string) {
  const { requirements, errors } = parseRequirements(text);
  assert.deepEqual(errors, []);
  assert.equal(requirements.length, 1);
  return requirements[0]!;
}

test('name, extras, specifier and marker with their places', () => {
  const text = '\uFEFF# pinned\r\nDjango_Foo [argon2, Test.X] >= 4.2 , < 5.0 ; python_version > "3.8"  # why\r\n';
  const one = only(text);
  assert.equal(one.name, 'django-foo');
  assert.equal(one.rawName, 'Django_Foo');
  assert.equal(one.specifier, '>= 4.2 , < 5.0');
  assert.deepEqual(one.extras, ['argon2', 'test-x']);
  assert.equal(one.marker, 'python_version > "3.8"');
  assert.equal(textOf(text, one.nameSpan), 'Django_Foo');
  assert.equal(textOf(text, one.specifierSpan), '>= 4.2 , < 5.0');
  assert.equal(textOf(text, one.span), 'Django_Foo [argon2, Test.X] >= 4.2 , < 5.0 ; python_version > "3.8"');
});

test('without a specifier its place is empty and right behind name and extras', () => {
  const text = 'celery[redis]\n';
  assert.equal(only(text).specifier, '');
  assert.deepEqual(only(text).specifierSpan, { start: 13, end: 13 });
});

test('continuations and hashes', () => {
  const text =
    'django==5.2.1 \\\r\n    --hash=sha256:aa \\\r\n    --hash=sha256:bb\r\n# a comment does not go on \\\nredis\n';
  const { requirements, errors } = parseRequirements(text);
  assert.deepEqual(errors, []);
  assert.deepEqual(
    requirements.map((one) => [one.name, one.specifier, textOf(text, one.span)]),
    [
      ['django', '==5.2.1', 'django==5.2.1'],
      ['redis', '', 'redis'],
    ],
  );
});

test('a specifier in parentheses, and all operators', () => {
  assert.equal(only('x (>=1,<2)').specifier, '>=1,<2');
  for (const specifier of ['~=4.2', '==4.2.*', '!=1', '<=1', '>1', '===weird-1', '==1.0+local', '==1!2.0']) {
    assert.equal(only(`x${specifier}`).specifier, specifier);
  }
});

test('includes in all their spellings', () => {
  const text =
    '-r base.txt\n-rbase.txt\n--requirement=a/b.txt # c\n--requirement "c d.txt"\n-c con.txt\n--constraint con.txt\n';
  const { includes, requirements, errors } = parseRequirements(text);
  assert.deepEqual(errors, []);
  assert.deepEqual(requirements, []);
  assert.deepEqual(
    includes.map((one) => [one.kind, one.path, textOf(text, one.pathSpan), textOf(text, one.span)]),
    [
      ['requirement', 'base.txt', 'base.txt', '-r base.txt'],
      ['requirement', 'base.txt', 'base.txt', '-rbase.txt'],
      ['requirement', 'a/b.txt', 'a/b.txt', '--requirement=a/b.txt'],
      ['requirement', 'c d.txt', 'c d.txt', '--requirement "c d.txt"'],
      ['constraint', 'con.txt', 'con.txt', '-c con.txt'],
      ['constraint', 'con.txt', 'con.txt', '--constraint con.txt'],
    ],
  );
});

test('URLs, paths and editables: the name stands in the line or is unknown', () => {
  const text = [
    'bar @ https://example.org/x.zip ; python_version < "3"',
    '-e git+https://example.org/y.git@main#egg=My_Thing',
    'https://example.org/Django-4.2.1-py3-none-any.whl',
    './vendor/thing.zip',
    '-e .',
    'git+ssh://git@example.org/z.git',
  ].join('\n');
  const { requirements, unnamed, errors } = parseRequirements(text);
  assert.deepEqual(errors, []);
  assert.deepEqual(
    requirements.map((one) => [one.name, one.specifier, one.editable, one.marker, textOf(text, one.nameSpan)]),
    [
      ['bar', '', false, 'python_version < "3"', 'bar'],
      ['my-thing', '', true, undefined, 'My_Thing'],
      ['django', '==4.2.1', false, undefined, 'Django'],
    ],
  );
  assert.deepEqual(
    unnamed.map((one) => [one.url, one.editable]),
    [
      ['./vendor/thing.zip', false],
      ['.', true],
      ['git+ssh://git@example.org/z.git', false],
    ],
  );
});

test('other options say nothing about packages', () => {
  const text = '--index-url https://example.org/simple\n-i x\n--pre\n-f ./wheels\n--no-binary :all:\n';
  assert.deepEqual(parseRequirements(text), { requirements: [], unnamed: [], includes: [], errors: [] });
});

test('what pip would refuse is an error at its place and costs only its line', () => {
  const text = '{% if prod %}\ndjango=={{ v }}\nredis==7\n-r\nfoo [x\n';
  const { requirements, errors } = parseRequirements(text);
  assert.deepEqual(
    requirements.map((one) => one.name),
    ['redis'],
  );
  assert.deepEqual(
    errors.map((one) => [one.message, textOf(text, one.span)]),
    [
      ['A requirement begins with a name', '{% if prod %}'],
      ['`=={{ v }}` is no version specifier', '=={{ v }}'],
      ['`-r` needs a value', '-r'],
      ['The brackets of the extras are not closed', 'foo [x'],
    ],
  );
});

test('one requirement of a list, at an offset', () => {
  const parsed = parseRequirement(' Django>=5 ', 100);
  assert.equal(parsed.kind, 'named');
  assert.deepEqual(parsed.kind === 'named' && parsed.requirement.span, { start: 101, end: 110 });
});

test('long and strange texts end', () => {
  const texts = [
    `${'a.'.repeat(50_000)}!`,
    `x${'['.repeat(50_000)}`,
    '\\\n'.repeat(20_000),
    `x${' -'.repeat(50_000)}`,
    '\uD800==1',
    '\0',
  ];
  for (const text of texts) assert.ok(parseRequirements(text).requirements.length <= 1);
});
