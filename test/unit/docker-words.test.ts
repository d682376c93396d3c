// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Docker and shell are what is tested
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expandWord } from '../../server/src/model/docker/expand-variables.ts';
import { matchesGlob } from '../../server/src/model/docker/glob.ts';
import { readInstall } from '../../server/src/model/docker/python-install.ts';
import { readShellCommands } from '../../server/src/model/docker/shell-commands.ts';
import { LogicalText } from '../../server/src/syntax/dockerfile/logical-text.ts';

const values = new Map<string, string | undefined>([
  ['V', '3.13.1'],
  ['E', ''],
  ['U', undefined],
]);
const expand = (text: string) => expandWord(text, (name) => (values.has(name) ? values.get(name) : null));

test('variables and quotes of a word', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['python:$V-slim', 'python:3.13.1-slim'],
    ['"a b"\'$V\'', 'a b$V'],
    ['\\$V', '$V'],
    ['"\\$V \\x"', '$V \\x'],
    ['$N', undefined],
    ['$U', undefined],
    ['${N:-x$V}', 'x3.13.1'],
    ['${E:-x}', 'x'],
    ['${E-x}', ''],
    ['${U:-x}', undefined],
    ['${V:+yes}${N:+no}', 'yes'],
    ['${V:?must}', '3.13.1'],
    ['${V#3.}', '13.1'],
    ['${V%.*}', '3.13'],
    ['${V%%.*}', '3'],
    ['${V##*.}', '1'],
    ['${V/./-}', '3-13.1'],
    ['${V//./-}', '3-13-1'],
    ['${V', undefined],
    ['$(date)', undefined],
    ['`date`', undefined],
    ['a$', 'a$'],
  ];
  for (const [text, value] of cases) assert.equal(expand(text), value, text);
});

test('expanding never throws', () => {
  const piece = fc.constantFrom('$', '{', '}', 'V', ':-', '#', '/', '"', "'", '\\', '`', '(', 'N');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void expand(pieces.join(''))));
});

test('globs of COPY match within one name', () => {
  assert.ok(matchesGlob('requirements*.txt', 'requirements-dev.txt'));
  assert.ok(matchesGlob('a?[b-d][^x].py', 'a1cz.py'));
  assert.ok(!matchesGlob('*.txt', 'a.in'));
  assert.ok(!matchesGlob('[', '['));
  assert.ok(matchesGlob('\\*', '*'));
  assert.ok(!matchesGlob('a*a*a*a*a*b', 'a'.repeat(5000)));
});

function commands(text: string) {
  return readShellCommands(new LogicalText(text, [{ start: 0, end: text.length }]));
}

test('simple commands, operators, assignments and redirections', () => {
  const read = commands('A=1 B="x y" pip install "q>1" >log 2>&1 && (cd /a; ls) || exec b # c\nif [ $X ]; then d; fi');
  assert.deepEqual(
    read.map((one) => [
      one.operator,
      one.assignments.length,
      one.words.map(({ text }) => text).join(' '),
      one.depth,
      one.conditional,
    ]),
    [
      [undefined, 2, 'pip install "q>1"', 0, false],
      ['&&', 0, 'cd /a', 1, false],
      [';', 0, 'ls', 1, false],
      ['||', 0, 'b', 0, true],
      [';', 0, '[ $X ]', 0, false],
      [';', 0, 'd', 0, true],
    ],
  );
  assert.deepEqual(
    read[0]?.writes.map(({ text }) => text),
    ['log'],
  );
});

test('reading a shell text never throws and keeps its places', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    '&&',
    '|',
    ';',
    '(',
    ')',
    '"',
    "'",
    '$(',
    '${',
    '`',
    '>',
    '<<',
    '#',
    '\\',
    '\n',
    'if',
    'then',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const { words } of commands(text))
        for (const { text: word, span } of words) assert.equal(text.slice(span.start, span.end), word);
    }),
  );
});

test('install commands and the files they read', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['pip install -r a.txt -rb.txt --requirement=c.txt -c d.txt', 'pip install: a.txt b.txt c.txt d.txt'],
    ['pip3 --quiet install -U pip', 'pip install:'],
    ['/venv/bin/python3.12 -m pip wheel -w /w --requirement a.txt', 'pip wheel: a.txt'],
    ['sudo -H env X=1 pip install -i https://x/simple/ django', 'pip install:'],
    ['pip install -e .[prod]', 'pip install: +project'],
    ['pip install ./x.whl', 'pip install:'],
    ['uv pip install --system -r a.txt', 'uv-pip install: a.txt'],
    ['uv pip sync a.txt', 'uv-pip sync: a.txt'],
    ['uv sync --frozen --project app', 'uv-sync sync: app/pyproject.toml app/uv.lock +project'],
    ['uv sync --no-install-project', 'uv-sync sync: pyproject.toml uv.lock'],
    ['poetry install --no-root', 'poetry install: pyproject.toml poetry.lock'],
    ['poetry config virtualenvs.create false', undefined],
    ['pipenv install --system --deploy', 'pipenv install: Pipfile Pipfile.lock'],
    ['pipenv install gunicorn', 'pipenv install:'],
    ['pip freeze', undefined],
    ['echo pip install -r a.txt', undefined],
    ['pip install -r', 'pip install:'],
  ];
  for (const [text, expected] of cases) {
    const install = readInstall(commands(text)[0]!);
    const parts = install && [
      `${install.tool} ${install.verb}:`,
      ...install.arguments.map(({ path }) => path),
      ...(install.installsProject ? ['+project'] : []),
    ];
    assert.equal(parts?.join(' '), expected, text);
  }
});

test('the place of an attached file is that of the file', () => {
  const text = 'pip install -rb.txt --constraint=c.txt';
  const spans = readInstall(commands(text)[0]!)?.arguments.map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(spans, ['b.txt', 'c.txt']);
});
