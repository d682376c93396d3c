import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DockerInstruction } from '../../server/src/syntax/dockerfile/nodes.ts';
import { parseDockerfile } from '../../server/src/syntax/dockerfile/parse-dockerfile.ts';

function one(text: string): DockerInstruction {
  const { instructions } = parseDockerfile(text);
  assert.equal(instructions.length, 1, text);
  return instructions[0]!;
}

test('words are cut at white space and know where they are', () => {
  const text = 'copy  --chown=app:app a.txt \\\n  # not a word\n\n  ./b/  \n';
  const copy = one(text);
  assert.equal(copy.keyword, 'COPY');
  assert.equal(copy.writtenKeyword, 'copy');
  assert.deepEqual(
    copy.words.map((word) => [word.text, text.slice(word.span.start, word.span.end)]),
    [
      ['a.txt', 'a.txt'],
      ['./b/', './b/'],
    ],
  );
  assert.deepEqual(
    copy.flags.map(({ name, value }) => [name, value]),
    [['chown', 'app:app']],
  );
});

test('a continued RUN is one line without the comments between', () => {
  const text = 'RUN a && \\\r\n# why\r\n    # more\r\n  b \\\r\n\r\n  c';
  const run = one(text);
  assert.equal(run.argument.text, 'a &&   b   c');
  const at = run.argument.text.indexOf('b');
  const span = run.argument.spanOf(at, at + 1);
  assert.equal(text.slice(span.start, span.end), 'b');
});

test('JSON strings keep blanks and escapes', () => {
  const text = 'CMD ["sh", "-c", "a && b  c\\n\\"d\\""]';
  assert.deepEqual(
    one(text).json?.map(({ value, span }) => [value, text.slice(span.start, span.end)]),
    [
      ['sh', '"sh"'],
      ['-c', '"-c"'],
      ['a && b  c\n"d"', '"a && b  c\\n\\"d\\""'],
    ],
  );
});

test('what is no JSON of strings is the shell form', () => {
  for (const text of ["CMD ['gunicorn']", 'CMD ["a", 1]', 'CMD ["a",]']) {
    assert.equal(one(text).json, undefined, text);
    assert.deepEqual(
      parseDockerfile(text).errors.map(({ code }) => code),
      ['bad-json'],
    );
  }
  assert.equal(one('CMD gunicorn [x]').json, undefined);
  assert.deepEqual(parseDockerfile('CMD gunicorn [x]').errors, []);
});

test('a HEALTHCHECK and an ONBUILD hold an instruction', () => {
  const check = one('HEALTHCHECK --interval=5s CMD ["curl", "-f", "http://x/ y"]');
  assert.equal(check.inner?.keyword, 'CMD');
  assert.deepEqual(
    check.inner?.json?.map(({ value }) => value),
    ['curl', '-f', 'http://x/ y'],
  );
  const onbuild = one('ONBUILD RUN --mount=type=cache,target=/c pip install x');
  assert.equal(onbuild.inner?.keyword, 'RUN');
  assert.deepEqual(
    onbuild.inner?.words.map(({ text }) => text),
    ['pip', 'install', 'x'],
  );
  assert.equal(onbuild.inner?.flags[0]?.options.get('target'), '/c');
  assert.equal(one('HEALTHCHECK NONE').inner?.keyword, 'NONE');
});

test('bodies of here-documents are no words', () => {
  const run = one("RUN <<-'EOF' && echo $Y\n\techo $X\n\tEOF");
  assert.deepEqual(
    run.words.map(({ text }) => text),
    ["<<-'EOF'", '&&', 'echo', '$Y'],
  );
  assert.deepEqual(
    run.heredocs.map(({ name, expands, body }) => [name, expands, body.text]),
    [['EOF', false, '\techo $X']],
  );
  const copy = one('COPY <<a <<b /x/\n1\na\n2\nb');
  assert.deepEqual(
    copy.heredocs.map(({ body }) => body.text),
    ['1', '2'],
  );
  assert.equal(one('RUN echo "<<EOF"').heredocs.length, 0);
});

test('properties of ENV, ARG and LABEL', () => {
  const read = (text: string) => one(text).properties.map(({ name, value, legacy }) => [name, value, legacy]);
  assert.deepEqual(read('ENV A=1 \\\n  B="x y" C=\'z\''), [
    ['A', '1', false],
    ['B', '"x y"', false],
    ['C', "'z'", false],
  ]);
  assert.deepEqual(read('ENV OLD some  value '), [['OLD', 'some  value', true]]);
  assert.deepEqual(read('ARG V'), [['V', undefined, false]]);
  assert.deepEqual(read('ARG V=1 W'), [
    ['V', '1', false],
    ['W', undefined, false],
  ]);
});

test('FROM with platform and alias', () => {
  const { from } = one('FROM --platform=$BUILDPLATFORM ghcr.io/a/b:1@sha256:ff as Build');
  assert.equal(from?.image.text, 'ghcr.io/a/b:1@sha256:ff');
  assert.equal(from?.alias?.text, 'build');
  assert.equal(from?.platform, '$BUILDPLATFORM');
});

test('directives, escape character and byte order mark', () => {
  const text = '\uFEFF# syntax=docker/dockerfile:1\n# escape=`\nRUN a `\n b\n# last';
  const tree = parseDockerfile(text);
  assert.deepEqual(
    tree.directives.map(({ name, value }) => [name, value]),
    [
      ['syntax', 'docker/dockerfile:1'],
      ['escape', '`'],
    ],
  );
  assert.equal(tree.instructions[0]?.argument.text, 'a  b');
  assert.deepEqual(
    tree.comments.map(({ text: comment }) => comment),
    ['last'],
  );
});

test('unknown and empty instructions are errors with a place', () => {
  const text = 'FROM a\nFRM b\nUSER\n';
  assert.deepEqual(
    parseDockerfile(text).errors.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
    [
      ['unknown-instruction', 'FRM'],
      ['missing-argument', 'USER'],
    ],
  );
});

test('templates of other tools are recognised, arguments of docker inspect are not', () => {
  for (const text of [
    'FROM python:{{ version }}',
    '{% if x %}\nFROM a\n{% endif %}',
    'FROM a\nUSER {{cookiecutter.slug}}',
  ]) {
    const tree = parseDockerfile(text);
    assert.equal(tree.templated, true, text);
    assert.deepEqual(tree.instructions, []);
  }
  assert.equal(parseDockerfile("FROM a\nRUN docker inspect -f '{{.Id}}' x\n# {% if %}").templated, false);
});

test('every text gives a tree whose spans lie in the text and hold its own words', () => {
  const piece = fc.constantFrom(
    ...[
      'FROM a AS b',
      'RUN ',
      'COPY --from=x ',
      '<<EOF',
      'EOF',
      '\n',
      '\r\n',
      '\\\n',
      '# c',
      '["a',
      '"]',
      ' ',
      '\t',
      '$V',
      '`',
      '=',
      'ENV ',
    ],
    ...['ONBUILD ', 'HEALTHCHECK CMD ', '\uD800', '\uFEFF', "'", '"', '# escape=`\n'],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const { span, words, flags } of parseDockerfile(text).instructions) {
        for (const { start, end } of [span, ...words.map((word) => word.span), ...flags.map((flag) => flag.span)]) {
          assert.ok(0 <= start && start <= end && end <= text.length);
        }
        for (const word of words) assert.equal(text[word.span.start], word.text[0]);
      }
    }),
    { numRuns: 500 },
  );
});
