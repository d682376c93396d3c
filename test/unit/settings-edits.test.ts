import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SettingsEdits, settingsEdits } from '../../server/src/edit/settings/settings-edits.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import type { FileEdit, Location } from '../../server/src/text/location.ts';
import { applyEdits } from '../../server/src/text/text-edit.ts';
import { loadParsers } from '../support/load-parsers.ts';

await loadParsers();

const file = 'settings.py' as FileId;

/** The text after the edits that `build` makes; undefined when it makes none. */
function edited(
  text: string,
  build: (edits: SettingsEdits, place: (part: string) => Location) => readonly FileEdit[] | undefined,
): string | undefined {
  const place = (part: string): Location => {
    const start = text.indexOf(part);
    assert.ok(start >= 0, part);
    return { file, span: { start, end: start + part.length } };
  };
  const edits = build(settingsEdits(new Sources(new Map([[file, text]]), [file])), place);
  if (edits === undefined) return undefined;
  return applyEdits(
    text,
    edits.map((one) => one.edit),
  );
}

/** Moves `'c'` before `'a'`. */
const moveC = (text: string): string | undefined =>
  edited(text, (edits, place) => edits.moveElement(place("'c'"), { side: 'before', element: place("'a'") }));

const moves: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  ['on one line', "X = ['a', 'b', 'c']\n", "X = ['c', 'a', 'b']\n"],
  ['without a trailing comma', "X = (\n  'a',\n  'b',\n  'c'\n)\n", "X = (\n  'c',\n  'a',\n  'b'\n)\n"],
  ['with its comment behind', "X = [\n\t'a',  # A\n\t'c',  # C\n]\n", "X = [\n\t'c',  # C\n\t'a',  # A\n]\n"],
  [
    'with its comments above, below those of the other',
    "X = [\n    # About a.\n    'a',\n    # About c:\n    # two lines.\n    'c',\n    # The end.\n]\n",
    "X = [\n    # About c:\n    # two lines.\n    'c',\n    # About a.\n    'a',\n    # The end.\n]\n",
  ],
  [
    'a heading stays',
    "X = [\n    'a',\n    # Third party\n    'c',\n    'd',\n]\n",
    "X = [\n    'c',\n    'a',\n    # Third party\n    'd',\n]\n",
  ],
  ['with CRLF', "X = [\r\n    'a',\r\n    'c',\r\n]\r\n", "X = [\r\n    'c',\r\n    'a',\r\n]\r\n"],
  ['not between lists', "X = ['a']\nY = ['c']\n", undefined],
  ['not where several stand on a line', "X = [\n    'a', 'b',\n    'c',\n]\n", undefined],
];

test('a list element moves with its comments', async (t) => {
  for (const [name, before, after] of moves) await t.test(name, () => assert.equal(moveC(before), after));
});

test('an element moves down behind another one', () => {
  const moved = edited("X = [\n    'a',  # A\n    'b',\n]\n", (edits, place) =>
    edits.moveElement(place("'a'"), { side: 'after', element: place("'b'") }),
  );
  assert.equal(moved, "X = [\n    'b',\n    'a',  # A\n]\n");
});

const insertions: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  ['after its kin', 'SECURE_A = 1  # why\nLAST = 2\n', 'SECURE_A = 1  # why\nSECURE_B = 1\nLAST = 2\n'],
  ['at the end', 'LAST = 2\n', 'LAST = 2\n\nSECURE_B = 1\n'],
  ['at an end without a line end', 'LAST = 2', 'LAST = 2\n\nSECURE_B = 1\n'],
  ['into an empty module', '', 'SECURE_B = 1\n'],
  ['with CRLF', 'SECURE_A = 1\r\n', 'SECURE_A = 1\r\nSECURE_B = 1\r\n'],
  ['not into half-typed code', 'X = [\n', undefined],
];

test('a setting is inserted after its kin', async (t) => {
  for (const [name, before, after] of insertions)
    await t.test(name, () =>
      assert.equal(
        edited(before, (edits) => edits.insertSetting({ file, className: undefined }, 'SECURE_B', '1')),
        after,
      ),
    );
});

const inClass: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  [
    'after its kin',
    'class Site(Base):\n    SECURE_A = 1  # why\n\n    LAST = 2\n\nOTHER = 1\n',
    'class Site(Base):\n    SECURE_A = 1  # why\n    SECURE_B = 1\n\n    LAST = 2\n\nOTHER = 1\n',
  ],
  [
    'after the last assignment, before the methods',
    'class Site(Base):\n\tLAST = 2\n\n\tdef setup(self):\n\t\tpass\n',
    'class Site(Base):\n\tLAST = 2\n\n\tSECURE_B = 1\n\n\tdef setup(self):\n\t\tpass\n',
  ],
  ['at the end', "class Site(Base):\n  '''Doc.'''\n", "class Site(Base):\n  '''Doc.'''\n\n  SECURE_B = 1\n"],
  ['in place of pass', 'class Site(Base):\r\n    pass\r\n', 'class Site(Base):\r\n    SECURE_B = 1\r\n'],
  ['not on one line', 'class Site(Base): pass\n', undefined],
  ['not where it is there twice', 'class Site:\n    pass\nclass Site:\n    pass\n', undefined],
  ['not where it is not', 'class Shop:\n    pass\n', undefined],
];

test('a setting is inserted into a class', async (t) => {
  for (const [name, before, after] of inClass)
    await t.test(name, () =>
      assert.equal(
        edited(before, (edits) => edits.insertSetting({ file, className: 'Site' }, 'SECURE_B', '1')),
        after,
      ),
    );
});

const reads: readonly {
  readonly name: string;
  readonly before: string;
  readonly reader?: 'environ' | 'decouple';
  readonly type: 'text' | 'flag';
  readonly after: string;
}[] = [
  {
    name: 'os is imported below the docstring',
    before: "'''Doc.'''\nX = 'v'\n",
    type: 'text',
    after: "'''Doc.'''\n\nimport os\nX = os.environ['V']\n",
  },
  {
    name: 'os is imported before other imports',
    before: 'from .base import *\n\nX = "v"\n',
    type: 'flag',
    after: 'import os\nfrom .base import *\n\nX = os.environ.get("V", "").lower() in ("1", "true", "yes")\n',
  },
  {
    name: 'django-environ',
    before: 'X = "v"\n',
    reader: 'environ',
    type: 'flag',
    after: 'X = read.bool("V", default=False)\n',
  },
  {
    name: 'decouple',
    before: "X = 'v'\n",
    reader: 'decouple',
    type: 'flag',
    after: "X = read('V', default=False, cast=bool)\n",
  },
];

test('a variable is read through the helper in use, in the quotes of the file', async (t) => {
  for (const { name, before, reader, type, after } of reads)
    await t.test(name, () => {
      const result = edited(before, (edits, place) =>
        edits.readVariable({
          at: place(before.includes('"v"') ? '"v"' : "'v'"),
          variable: 'V',
          type,
          reader: reader === undefined ? undefined : { library: reader, name: 'read' },
          hasOs: false,
        }),
      );
      assert.equal(result, after);
    });
});

const storages: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  [
    'one of the two',
    'STATICFILES_STORAGE = KIND  # kept\nX = "y"\n',
    'STORAGES = {\n    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},\n    "staticfiles": {"BACKEND": KIND},\n}  # kept\nX = "y"\n',
  ],
  ['not where STORAGES is set', "STATICFILES_STORAGE = 'a'\nSTORAGES = {}\n", undefined],
  [
    'not where the other one is set below a test',
    "STATICFILES_STORAGE = 'a'\nif X:\n    DEFAULT_FILE_STORAGE = 'b'\n",
    undefined,
  ],
  ['not where it is read again', "STATICFILES_STORAGE = 'a'\nprint(STATICFILES_STORAGE)\n", undefined],
];

test('old storages become one setting', async (t) => {
  for (const [name, before, after] of storages)
    await t.test(name, () =>
      assert.equal(
        edited(before, (edits) => edits.oldStoragesToNew(file, [file])),
        after,
      ),
    );
});

test('an append becomes an insert', () => {
  const insert = (part: string): string | undefined =>
    edited("X.append('a')\n", (edits, place) => edits.appendToInsert(place(part), 1));
  assert.equal(insert("X.append('a')"), "X.insert(1, 'a')\n");
  assert.equal(insert("'a'"), undefined);
});

test('settings that go together are added in one place, with their notes', () => {
  const insert = (text: string): string | undefined =>
    edited(text, (edits) =>
      edits.insertSettings({ file, className: undefined }, [
        { name: 'SECURE_SSL_REDIRECT', value: 'True' },
        { name: 'SECURE_PROXY_SSL_HEADER', value: 'None', note: 'The proxy deletes it.' },
      ]),
    );
  const added = 'SECURE_SSL_REDIRECT = True\n# The proxy deletes it.\nSECURE_PROXY_SSL_HEADER = None';
  assert.equal(insert('SECURE_HSTS_SECONDS = 1\nX = 1\n'), `SECURE_HSTS_SECONDS = 1\n${added}\nX = 1\n`);
  assert.equal(
    insert('SECURE_HSTS_SECONDS = 1\r\nX = 1\r\n'),
    `SECURE_HSTS_SECONDS = 1\r\n${added.replaceAll('\n', '\r\n')}\r\nX = 1\r\n`,
  );
});

test('a statement goes with its line, and only when nothing else is on it', () => {
  const remove = (text: string): string | undefined =>
    edited(text, (edits, place) => edits.removeStatement(place('X = 1')));
  assert.equal(remove('A = 1\nX = 1\nB = 1\n'), 'A = 1\nB = 1\n');
  assert.equal(remove('A = 1\nX = 1'), 'A = 1\n');
  assert.equal(remove('X = 1  # why\n'), undefined);
  assert.equal(remove('A = 1; X = 1\n'), undefined);
  assert.equal(remove('if A:\n    X = 1\n'), undefined);
});

test('a text keeps its quotes', () => {
  const replace = (text: string): string | undefined =>
    edited(text, (edits, place) => edits.replaceText(place(text.slice(4, -1)), 'DENY'));
  assert.equal(replace("X = 'A'\n"), "X = 'DENY'\n");
  assert.equal(replace('X = None\n'), 'X = "DENY"\n');
});

/** Adds `c` behind `'a'`. */
const addC = (text: string, side: 'before' | 'after' = 'after'): string | undefined =>
  edited(text, (edits, place) => edits.insertElement('c', { side, element: place("'a'") }));

test('an element is added beside another one as the list is written', () => {
  assert.equal(addC("X = ['a', 'b']\n"), "X = ['a', 'c', 'b']\n");
  assert.equal(addC("X = ('a',)\n", 'before'), "X = ('c', 'a',)\n");
  assert.equal(addC("X = [\n    'a',  # A\n    'b',\n]\n"), "X = [\n    'a',  # A\n    'c',\n    'b',\n]\n");
  assert.equal(addC("X = [\r\n\t'b',\r\n\t'a'\r\n]\r\n"), "X = [\r\n\t'b',\r\n\t'a',\r\n\t'c'\r\n]\r\n");
  assert.equal(addC("X = [\n  'b',\n  'a'  # A\n]\n"), "X = [\n  'b',\n  'a',  # A\n  'c'\n]\n");
  assert.equal(addC("X = [\n  'a',\n  'b',\n]\n", 'before'), "X = [\n  'c',\n  'a',\n  'b',\n]\n");
  assert.equal(addC("X = [\n  'a', 'b',\n  'd',\n]\n"), undefined, 'several on a line');
});

test('an element goes with its comma and its line, and no comment with it', () => {
  const removeA = (text: string): string | undefined =>
    edited(text, (edits, place) => edits.removeElement(place("'a'")));
  assert.equal(removeA("X = ['a', 'b']\n"), "X = ['b']\n");
  assert.equal(removeA("X = ['b', 'a']\n"), "X = ['b']\n");
  assert.equal(removeA("X = [\n    'b',\n    'a',\n]\n"), "X = [\n    'b',\n]\n");
  assert.equal(removeA("X = (\r\n  'a',\r\n  'b',\r\n  'c'\r\n)\r\n"), "X = (\r\n  'b',\r\n  'c'\r\n)\r\n");
  assert.equal(removeA("X = [\n    'b',\n    'a',  # A\n]\n"), undefined, 'a comment');
  assert.equal(removeA("X = ('a', 'b')\n"), undefined, 'a tuple of one');
  assert.equal(removeA("X = ['a']\n"), undefined, 'the only one');
});
