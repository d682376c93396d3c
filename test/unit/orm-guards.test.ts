import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadParsers } from '../support/load-parsers.ts';
import { ormProject } from './orm-project.ts';

before(loadParsers);

const models = `
from django.db import models

class Author(models.Model):
    name = models.CharField(max_length=50)

class Tag(models.Model):
    label = models.CharField(max_length=50)

class Book(models.Model):
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    editor = models.ForeignKey(Author, models.CASCADE, null=True, related_name="edited")
    tags = models.ManyToManyField(Tag)
`;

/** The loads of a loop's body over all books: `*` for a guarded one, `?` where the relation may be null, and the confidence. */
function loads(body: string, head = 'for b in Book.objects.all():'): readonly string[] {
  const lines = [head, ...body.split('\n').map((line) => `    ${line}`)];
  const views = `from shop.models import *\ndef view(request, flag, other):\n${lines.map((line) => `    ${line}`).join('\n')}\n`;
  const { orm } = ormProject({ 'shop/__init__.py': '', 'shop/models.py': models, 'shop/views.py': views });
  return orm
    .loads()
    .map((load) => `${load.lookup}${load.isGuarded ? '*' : ''}${load.mayBeNull ? '?' : ''} ${load.confidence}`);
}

const everyRow: Readonly<Record<string, readonly [string, string]>> = {
  'no condition': ['b.author.name', 'author high'],
  'the condition itself': ['if b.author.name == "x":\n    pass', 'author high'],
  'a null test of the relation': ['if b.editor is not None:\n    b.editor.name', 'editor? high'],
  'a null test of the column': ['if b.editor_id:\n    b.editor.name', 'editor? medium'],
  'a null test before continue': ['if not b.editor_id:\n    continue\nb.editor.name', 'editor? high'],
  'a condition that no row changes': ['if flag:\n    b.author.name', 'author high'],
  'both branches': ['if b.price > 1:\n    b.author.name\nelse:\n    print(b.author)', 'author high'],
  'all of three branches': [
    'if b.price > 1:\n    b.author.name\nelif b.price > 2:\n    b.author\nelse:\n    print(b.author)',
    'author high',
  ],
  'a branch that goes on and the rest': ['if b.x:\n    b.author.name\n    continue\nprint(b.author)', 'author high'],
  'another read without a condition': ['if b.x:\n    b.author.name\nprint(b.author)', 'author high'],
  'both arms of a conditional expression': ['print(b.author.name if b.x else b.author)', 'author high'],
  'an error ends all': ['if b.x:\n    raise ValueError\nb.author', 'author high'],
  'a row of the loop around one that stops': [
    'for x in other:\n    if b.author.name == x:\n        break\n    print(x)',
    'author high',
  ],
  'a break of an inner loop': ['for x in other:\n    if x == b.x:\n        break\nb.author', 'author high'],
  'the first of two parts': ['b.author.name and b.x', 'author high'],
};

for (const [name, [body, expected]] of Object.entries(everyRow)) {
  test(`read for every row: ${name}`, () => assert.deepEqual(loads(body), [expected]));
}

const guarded: Readonly<Record<string, readonly [string, string]>> = {
  'in a branch': ['if b.price > 1:\n    b.author.name', 'author* medium'],
  'in an else branch': ['if b.price > 1:\n    pass\nelse:\n    b.editor.name', 'editor*? medium'],
  'after continue': ['if b.price > 1:\n    continue\nb.author.name', 'author* medium'],
  'after continue in an elif': ['if b.x:\n    pass\nelif b.y:\n    continue\nb.author.name', 'author* medium'],
  'after continue deeper': ['with other:\n    if b.x:\n        continue\nb.author.name', 'author* medium'],
  'after break': ['if b.price > 1:\n    break\nb.author.name', 'author* medium'],
  'nested ways out leave rows of one value': [
    'if b.day:\n    if b.day not in (2, 7):\n        continue\nelse:\n    continue\nlist(b.tags.all())',
    'tags* low',
  ],
  'before a break': ['if b.author.name == other:\n    break', 'author* medium'],
  'before a return': ['if b.author.name == other:\n    return b\nprint(b)', 'author* medium'],
  'after an error that goes on': ['try:\n    b.check()\nexcept ValueError:\n    continue\nb.author', 'author* medium'],
  'after a return in an inner loop': ['for x in b.rows():\n    if x:\n        return\nb.author', 'author* medium'],
  'something computed from the row': ['days = other - b.day\nif days > 1:\n    b.author.name', 'author* medium'],
  'a set that grows': ['if len(other) > 3:\n    b.author.name\nother.add(b.pk)', 'author* medium'],
  'second of two parts': ['b.x and b.author.name', 'author* medium'],
  'one arm': ['print(b.author.name if b.x else None)', 'author* medium'],
  'a while loop': ['while b.more():\n    b.author.name', 'author* medium'],
  'a case': ['match b.kind:\n    case 1:\n        b.author.name', 'author* medium'],
  'more than a null test': ['if b.editor_id and b.x:\n    b.editor.name', 'editor*? medium'],
  'a null test of another relation': ['if b.editor_id:\n    b.author.name', 'author* medium'],
  'one of some values': ['if b.days not in (2, 7):\n    continue\nb.author.name', 'author* medium'],
  'a prefetch for rows with one of some values': [
    'if b.days not in (2, 7):\n    continue\nlist(b.tags.all())',
    'tags* low',
  ],
  'a prefetch for rows with a named value': ['if b.state == other.DONE:\n    list(b.tags.all())', 'tags* low'],
  'a prefetch for all other rows': ['if b.state == 3:\n    continue\nlist(b.tags.all())', 'tags* medium'],
  'every thousandth row': ['if b.pk % 1000 == 0:\n    print(b.author.name)', 'author* low'],
};

for (const [name, [body, expected]] of Object.entries(guarded)) {
  test(`read for some rows: ${name}`, () => assert.deepEqual(loads(body), [expected]));
}

test('a filter of a comprehension holds rows back, its own reads do not', () => {
  const one = (text: string): readonly string[] => loads('pass', `x = ${text}\nif x:`);
  assert.deepEqual(one('[b.author.name for b in Book.objects.all() if b.price > 1]'), ['author* medium']);
  assert.deepEqual(one('[b for b in Book.objects.all() if b.author.name if b.editor]'), [
    'author high',
    'editor*? medium',
  ]);
  assert.deepEqual(one('[b.author.name for b in Book.objects.all() if flag]'), ['author high']);
  assert.deepEqual(one('any(b.author.name for b in Book.objects.all())'), ['author* medium']);
  assert.deepEqual(one('sum(b.author.age for b in Book.objects.all())'), ['author high']);
});

test('a condition around an inner loop holds back its rows too', () => {
  const head = 'for a in Author.objects.prefetch_related("books"):';
  assert.deepEqual(loads('if a.name:\n    for b in a.books.all():\n        b.editor', head), [
    'books__editor*? medium',
  ]);
  assert.deepEqual(loads('for b in a.books.all():\n    b.editor', head), ['books__editor? high']);
});

test('a deeper read behind a condition makes the prefetch of a load optional', () => {
  const { orm } = ormProject({
    'shop/__init__.py': '',
    'shop/models.py': models,
    'shop/jobs.py':
      'from shop.models import Book\nfor b in Book.objects.all():\n    b.author\n    if b.x:\n        list(b.author.books.all())\n',
  });
  const [load] = orm.loads();
  assert.equal(load?.isGuarded, false);
  assert.deepEqual(load?.lookups, [
    { path: 'author', by: 'select', isOptional: false },
    { path: 'author__books', by: 'prefetch', isOptional: true },
  ]);
});
